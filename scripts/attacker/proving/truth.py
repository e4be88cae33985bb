"""Deduced values held against what bilan computes and shows to nobody outside (`bilan figures`). Only to find an equation that is false:
no deduction ever reads it."""
import csv
import io
import subprocess

from equations import within
from reading.catalogue import DIMENSIONS


def figures(bilan, inputs, reports, edition):
    """{(indicator, horizon, cell): (value, numerator, denominator)} of an edition."""
    command = [bilan, "figures", edition.month, "--edition", edition.name, "--format", "csv", "--inputs", str(inputs), "--reports",
               str(reports)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(f"attack: {' '.join(command)}: {told.stderr.strip()}")
    number = lambda text: float(text) if text else None
    return {(row["indicator"], row["horizon"], tuple((d, row[d]) for d in DIMENSIONS if row[d])):
            (number(row["value"]), number(row["numerator"]), number(row["denominator"]), row["status"])
            for row in csv.DictReader(io.StringIO(told.stdout))}


def known(evidence, *where):
    """{unknown: value} of each unknown that a catalogue figure tells."""
    found = {}
    for edition in evidence.by_name.values():
        for key, (value, over, under, status) in figures(*where, edition).items():
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


def by_root(evidence, *where):
    roots = {}
    for unknown, value in known(evidence, *where).items():
        roots.setdefault(evidence.system.root(unknown), set()).add(value)
    return roots


def is_false(row, roots):
    """Whether the truth breaks a row; of what it does not tell, no row is false."""
    if not all(u in roots for u in row.terms):
        return False
    total = sum(c * min(roots[u]) for u, c in row.terms.items())
    return not row.low - 1e-6 <= total <= row.high + 1e-6


def held_against(evidence, attack, roots):
    """What is false of what the attacker holds for sure: an equation, an interval, a mark."""
    system, wrong, checked = evidence.system, [], 0
    wrong += [f"one unknown, two truths: {system.names[root]}: {sorted(values)}" for root, values in roots.items() if len(values) > 1]
    for row in attack.rows:
        if is_false(row, roots):
            wrong.append(f"{'guess' if row.is_guess else 'SURE'} false: {row.why}: "
                         + "; ".join(f"{c:+g} {system.names[u][1:]}={min(roots[u]):g}" for u, c in list(row.terms.items())[:3]))
    marks = [m for target in attack.targets for m in false_marks(target, system, roots)]
    # A small count marked D is believed by nobody here; a mark C that is false is.
    is_misled = any(m.startswith("marked C") for m in marks)
    for attacker, found in attack.found.items():
        for root, (low, high) in found.items():
            for value in roots.get(root, ()):
                checked += 1
                # Who believes a mark that is false deduces what is false.
                if not low <= value <= high and not (is_misled and attacker == 2):
                    wrong.append(f"attacker {attacker} is wrong: {system.names[root]} is {value:g}, not in [{low:g}, {high:g}]")
    for root, value in () if is_misled else attack.known.items():
        if roots.get(root, {value}) != {value}:
            wrong.append(f"whole numbers are wrong: {system.names[root]} is {sorted(roots[root])}, not {value}")
    return marks, wrong, f"truth: {checked} deduced intervals and {len(attack.rows)} rows held against the figures, {len(wrong)} false"


def is_secret(disclosure, system, roots):
    """Whether what is disclosed of a rate is one of its small parts; of what the truth does not tell, it may be."""
    if not disclosure.target.is_rate:
        return True
    values = {name: roots.get(system.root(u)) for name, u in disclosure.target.parts.items()}
    over, under = values["numerator"], values["denominator"]
    if not over or not under:
        return True
    told = {"numerator": min(over), "denominator": min(under), "difference": min(under) - min(over)}
    return 1 <= told[disclosure.part.split(" ")[0]] < disclosure.target.threshold


def false_marks(target, system, roots):
    """A count marked C that is none of 1 to k−1, or one marked D that is."""
    if not target.is_rate:
        for value in roots.get(system.root(target.parts["value"]), ()):
            if (1 <= value < target.threshold) != (target.mark == "C"):
                yield f"marked {target.mark}: {target.edition} {target.funder} {target.key} is {value:g}"
