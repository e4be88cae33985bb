"""What scripts/attack runs, in its virtual environment."""
import argparse
import json
import pathlib
import sys
import time

from evidence import UNREVISED, Evidence
from proving.truth import by_root, held_against, is_false, is_secret
from reading.catalogue import Catalogue
from reading.published import editions, name_of
from small import REVISED, small_counts
from tables import counted, losses, table
from verdict import Attack

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def attack(reports, inputs, options):
    """(evidence, attack, disclosures, small counts, what is false) of everything that was published there. With the truth, guesses
    that are false are not made: what is then disclosed, is."""
    catalogue = Catalogue(inputs)
    evidence = Evidence(catalogue, editions(reports), options.bold or options.truth)
    roots = by_root(evidence, options.bilan, inputs, reports) if options.truth else {}
    found = Attack(evidence, lambda row: not is_false(row, roots), options.any_d, roots)
    wrong = held_against(evidence, found, roots) if options.truth else ([], [], "")
    disclosures = [d for d in found.disclosures() if is_secret(d, found.system, roots)]
    tell_guesses_apart(found, disclosures, roots)
    return evidence, found, disclosures, sorted(set(small_counts(evidence, catalogue))), wrong


def tell_guesses_apart(found, disclosures, roots):
    """Marks those that rest on a guess that no reader can check: what an edition hides is what the one before told."""
    if not disclosures or not any(row.is_guess and UNREVISED in row.why for row in found.rows):
        return
    sound = found.without(UNREVISED)
    known = {(id(d.target), d.attacker, d.part) for d in sound.disclosures() if is_secret(d, sound.system, roots)}
    for disclosure in disclosures:
        disclosure.is_guessed = (id(disclosure.target), disclosure.attacker, disclosure.part) not in known


def counts_as_disclosed(small, options):
    return [s for s in small if not (options.revised_may_show and s[2].startswith(REVISED))]


def told(found, disclosures, small, seconds, brief):
    lines = table(counted(found, disclosures, small), brief)
    lines += [str(d) for d in disclosures] + [f"small: {e} {f} {what}" for e, f, what in small]
    for row in found.dropped:
        lines.append(f"dropped, it cannot hold beside the rest: {row.why}")
    system = found.system
    lines.append(f"{len(system.names)} unknowns, {len(found.rows)} rows, {len(found.targets)} hidden figures, {seconds:.1f} s")
    return lines


def as_json(found, disclosures, small, evidence):
    return {"hidden": {m: sum(t.mark == m for t in found.targets) for m in "CD"},
            "disclosed": [{"edition": d.target.edition, "funder": d.target.funder, "figure": name_of(d.target.key), "mark": d.target.mark,
                           "attacker": d.attacker, "kind": d.kind, "part": d.part, "low": d.low, "high": d.high} for d in disclosures],
            "small": [{"edition": e, "funder": f, "what": w} for e, f, w in small],
            "dropped": [row.why for row in found.dropped]}


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/attack", description=__doc__)
    parser.add_argument("reports", nargs="?", default=str(ROOT / "reports"))
    parser.add_argument("--inputs", default=str(ROOT / "inputs"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--brief", action="store_true", help="a line for each month and funder, families together")
    parser.add_argument("--losses", action="store_true", help="what is hidden, of all figures of persons")
    parser.add_argument("--truth", action="store_true", help="hold what was deduced against `bilan figures`")
    parser.add_argument("--bold", action="store_true",
                        help="subtract months across editions of different corrections, too: finds more, and may be wrong")
    parser.add_argument("--why", action="store_true", help="which published numbers give away what is disclosed")
    parser.add_argument("--any-d", action="store_true", help="D may be any count; else 0 or at least k, and what follows from it")
    parser.add_argument("--revised-may-show", action="store_true",
                        help="a count that a later edition moves by less than k, both told, is listed, and no disclosure")
    parser.add_argument("--bilan", default=str(ROOT / "scripts/bilan"))
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--programmes", type=int, metavar="N", help="N random programmes, published and attacked")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--posts", action="store_true", help="funders of random programmes get full-time equivalents beside employees")
    parser.add_argument("--seconds", type=int, metavar="S", help="how long a programme may publish; then what there is is attacked")
    parser.add_argument("--keep", metavar="DIR", help="where the programmes are kept, each in a folder named by its seed")
    return parser.parse_args()


def main():
    options = arguments()
    if options.self_test:
        from proving import selftest
        return selftest.run()
    if options.programmes:
        from proving import series
        return series.run(options)
    if not pathlib.Path(options.reports, "editions").is_dir():
        print(f"attack: nothing is published in {options.reports}", file=sys.stderr)
        return 66
    started = time.monotonic()
    evidence, found, disclosures, small, (marks, wrong, summary) = attack(options.reports, options.inputs, options)
    if options.json:
        print(json.dumps(as_json(found, disclosures, small, evidence), ensure_ascii=False, indent=1))
    else:
        print("\n".join(told(found, disclosures, small, time.monotonic() - started, options.brief)))
    if options.why and disclosures:
        from proving.why import reasons
        print("\n".join(reasons(found, disclosures)))
    if options.losses:
        print("\n".join(losses(evidence.editions, evidence)))
    if options.truth and not options.json:
        print("\n".join([summary] + marks + wrong))
    return 1 if disclosures or counts_as_disclosed(small, options) or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
