"""Random programmes, published month by month with the given binary, corrected once, and attacked before and after."""
import pathlib
import shutil
import subprocess
import tempfile

import attack
from proving.programme import RandomProgramme
from small import REVISED
from solving.intervals import Contradiction


def publish(options, folder, first, last, reason):
    command = [options.bilan, "run", "--from", first, "--to", last, "--inputs", str(folder / "inputs"), "--reports", str(folder / "reports"),
               "--reason", reason, "--accept-loss", "--quiet"]
    told = subprocess.run(command, capture_output=True, text=True)
    return None if told.returncode == 0 else f"bilan {told.returncode}: {told.stderr.strip() or told.stdout.strip()}"


def one(seed, options, folder):
    """(what happened, disclosures, small counts, attack) of one programme; the last is None where nothing could be attacked."""
    programme = RandomProgramme(seed, options.inputs, folder)
    programme.publishable()
    failed = publish(options, folder, programme.months[0], programme.months[-1], "première publication")
    corrected = None if failed else programme.correct()
    if corrected:
        failed = publish(options, folder, corrected, programme.months[-1], "parcours corrigé")
    if failed:
        return failed, [], [], None
    try:
        evidence, found, disclosures, small, (marks, wrong, _) = attack.attack(folder / "reports", folder / "inputs", options)
    except Contradiction as contradiction:
        return f"contradiction: {contradiction}", [], [], None
    said = f"{len(programme.months)} months, {len(evidence.by_name)} editions, {len(found.dropped)} guesses dropped"
    return "\n    ".join([said] + marks + wrong), disclosures, small, found


def run(options):
    """A line a programme; exit 1 if any discloses."""
    guilty = 0
    print(f"{'seed':>5} {'hidden':>7} {'D':>5} {'exact':>6} {'narrow':>7} {'small':>6} {'revised':>8}  what")
    for seed in range(options.seed, options.seed + options.programmes):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            said, disclosures, small, found = one(seed, options, folder)
            exact = {id(d.target) for d in disclosures if d.kind == "exact"}
            narrow = {id(d.target) for d in disclosures} - exact
            hidden = found.targets if found else []
            moved = sum(what.startswith(REVISED) for _, _, what in small)
            count = sum(t.mark == "D" for t in hidden)
            print(f"{seed:5} {len(hidden):7} {count:5} {len(exact):6} {len(narrow):7} {len(small) - moved:6} {moved:8}  {said}", flush=True)
            if disclosures or attack.counts_as_disclosed(small, options) or found is None or "\n" in said:
                guilty += 1
                print("\n".join("    " + str(d) for d in disclosures), end="\n" if disclosures else "", flush=True)
                keep(options, folder, seed, disclosures, small)
    print(f"{options.programmes} programmes, {guilty} disclose, or could not be attacked")
    return 1 if guilty else 0


def keep(options, folder, seed, disclosures, small):
    if options.keep:
        kept = pathlib.Path(options.keep, str(seed))
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept, symlinks=True)
        (kept / "disclosed.txt").write_text("\n".join([str(d) for d in disclosures] + [" ".join(s) for s in small]) + "\n", encoding="utf-8")
