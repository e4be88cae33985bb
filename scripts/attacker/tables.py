"""What is printed: a line for each month, funder and family of indicators, what is disclosed, and what is lost."""
import collections

from small import REVISED

COLUMNS = ("hidden C", "hidden D", "exact (1)", "narrow (1)", "exact (2)", "small", "revised")


def family(indicator):
    """Indicators that are asked for together: exits and their kinds, persons and theirs."""
    return indicator.removeprefix("taux_").removeprefix("part_").split("_")[0]


def counted(attack, disclosures, small):
    rows = collections.defaultdict(collections.Counter)
    for target in attack.targets:
        rows[(target.month, target.funder, family(target.key[0]))][f"hidden {target.mark}"] += 1
    for target, attacker, kind in {(id(d.target), d.attacker, d.kind): (d.target, d.attacker, d.kind) for d in disclosures}.values():
        rows[(target.month, target.funder, family(target.key[0]))][f"{kind} ({attacker})"] += 1
    for edition, funder, what in small:
        rows[(edition.rsplit(".", 1)[0], funder, "")]["revised" if what.startswith(REVISED) else "small"] += 1
    return rows


def table(rows, brief):
    """By month, funder and family, or (brief) by month and funder alone."""
    if brief:
        shorter = collections.defaultdict(collections.Counter)
        for (month, funder, _), counts in rows.items():
            shorter[(month, funder, "")].update(counts)
        rows = shorter
    lines = [f"{'month':8} {'funder':14} {'family':18} " + " ".join(f"{c:>10}" for c in COLUMNS)]
    total = collections.Counter()
    for (month, funder, name), counts in sorted(rows.items()):
        lines.append(f"{month:8} {funder:14} {name:18} " + " ".join(f"{counts[c]:10}" for c in COLUMNS))
        total.update(counts)
    lines.append(f"{'all':8} {'':14} {'':18} " + " ".join(f"{total[c]:10}" for c in COLUMNS))
    return lines


def losses(editions, evidence):
    """Of the figures of persons that a funder's file prints in a month's newest edition: free, C, D, and the share of D."""
    lines = [f"{'month':8} {'funder':14} {'figures':>8} {'C':>6} {'D':>6} {'D %':>7}"]
    total = collections.Counter()
    for month, held in editions.items():
        for funder, figures in held[-1].figures.items():
            persons = [f for f in figures if evidence.parts(f.key) and f.status != "M"]
            marks = collections.Counter(f.mark for f in persons)
            total.update(marks)
            if persons:
                lines.append(f"{month:8} {funder:14} {len(persons):8} {marks['C']:6} {marks['D']:6} {100 * marks['D'] / len(persons):7.1f}")
    count = sum(total.values())
    lines.append(f"{'all':8} {'':14} {count:8} {total['C']:6} {total['D']:6} {100 * total['D'] / max(count, 1):7.1f}")
    return lines
