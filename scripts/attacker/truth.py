"""Deduced values held against what bilan computes and shows to nobody outside (`bilan figures`). Only to find an equation that is false:
no deduction ever reads it."""
import csv
import io
import subprocess

from catalogue import DIMENSIONS
from equations import within


def figures(options, edition):
    """{(indicator, horizon, cell): (value, numerator, denominator)} of an edition."""
    command = [options.bilan, "figures", edition.month, "--edition", edition.name, "--format", "csv", "--inputs", options.inputs,
               "--reports", options.reports]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(f"attack: {' '.join(command)}: {told.stderr.strip()}")
    number = lambda text: float(text) if text else None
    return {(row["indicator"], row["horizon"], tuple((d, row[d]) for d in DIMENSIONS if row[d])):
            (number(row["value"]), number(row["numerator"]), number(row["denominator"]), row["status"])
            for row in csv.DictReader(io.StringIO(told.stdout))}


def known(evidence, options):
    """{unknown: value} of each unknown that a catalogue figure tells."""
    found = {}
    for edition in evidence.by_name.values():
        for key, (value, over, under, status) in figures(options, edition).items():
            parts = evidence.parts(key)
            if parts is None:
                continue
            numbers = (value if value is not None else 0,) if parts[0] == "count" else (over, under)
            for counted, number in zip(parts[1:], numbers):
                if number is not None and len(counted) == 1:
                    quantity = within(next(iter(counted)), key[2])
                    period = evidence.catalogue.period(key[1], edition.month)
                    unknown = quantity and evidence.equations.find(edition.name, quantity, period)
                    if unknown is not None:
                        found[unknown] = number
    return found


def held_against(evidence, attack, options, quietly=False):
    """What is false: a row that the truth breaks, an interval that it lies outside of."""
    truth, system, wrong = known(evidence, options), evidence.system, []
    for row in system.rows:
        if all(u in truth for u in row.terms):
            total = sum(c * truth[u] for u, c in row.terms.items())
            if not row.low - 1e-6 <= total <= row.high + 1e-6 and not any(row.why == d.why for d in attack.dropped):
                wrong.append(f"{'guess' if row.is_guess else 'SURE'} false: {row.why}: {total:g} not in [{row.low:g}, {row.high:g}]: "
                             + "; ".join(f"{c:+g} {system.names[u][1:]}={truth[u]:g}" for u, c in list(row.terms.items())[:3]))
    checked = 0
    roots = {}
    for unknown, value in truth.items():
        roots.setdefault(system.root(unknown), set()).add(value)
    for attacker, found in attack.found.items():
        for root, (low, high) in found.items():
            for value in roots.get(root, ()):
                checked += 1
                if not low <= value <= high:
                    wrong.append(f"attacker {attacker} is wrong: {system.names[root]} is {value:g}, not in [{low:g}, {high:g}]")
    if not quietly:
        print(f"truth: {checked} deduced intervals and {len(system.rows)} rows held against the figures, {len(wrong)} false")
    return wrong
