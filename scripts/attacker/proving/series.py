"""Random programmes, published month by month with the given binary, corrected once, and attacked before and after."""
import pathlib
import resource
import shutil
import subprocess
import tempfile
import time

import attack
from proving.programme import RandomProgramme
from reading.catalogue import months
from small import REVISED
from solving.intervals import Contradiction


class Publishing:
    """One programme's runs, each month timed. Where the time that is allowed runs out, what was published until then is what an outsider
    holds: it is attacked as it is, and the line says how far it goes."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.ends = time.monotonic() + options.seconds if options.seconds else None
        self.times, self.failed, self.is_cut = [], None, False

    def month(self, month, reason):
        command = [self.options.bilan, "run", month, "--inputs", str(self.folder / "inputs"), "--reports", str(self.folder / "reports"),
                   "--reason", reason, "--accept-loss", "--quiet"]
        started, spent = time.monotonic(), cpu()
        try:
            told = subprocess.run(command, capture_output=True, text=True, timeout=self.ends and max(self.ends - started, 1))
            if told.returncode != 0:
                self.failed = f"{month}: bilan {told.returncode}: {told.stderr.strip() or told.stdout.strip()}"
        except subprocess.TimeoutExpired:
            self.is_cut = True
        self.times.append((month, time.monotonic() - started, cpu() - spent, self.is_cut))
        return not (self.failed or self.is_cut)

    def all(self, first, last, reason):
        return all(self.month(month, reason) for month in months(first, last))

    def told(self):
        """Seconds of each run, and of the processor where that is much less: the machine was busy."""
        return "seconds (of the processor): " + ", ".join(
            f"{month} {'> ' if cut else ''}{wall:.1f} ({spent:.1f})" for month, wall, spent, cut in self.times)


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def one(seed, options, folder):
    """(what happened, disclosures, small counts, attack, what is false) of one programme; no attack where nothing could be attacked."""
    programme, publishing = RandomProgramme(seed, options.inputs, folder, options.posts), Publishing(options, folder)
    programme.publishable()
    corrected = None
    if publishing.all(programme.months[0], programme.months[-1], "première publication"):
        corrected = programme.correct()
        if corrected:
            # Corrected, and not published again yet: for who looks at what a second edition costs.
            copy(options, folder, f"{seed}-corrected")
            publishing.all(corrected, programme.months[-1], "parcours corrigé")
    said = [f"{len(programme.months)} months, corrected from {corrected}", publishing.told()]
    if publishing.failed or not (folder / "reports" / "editions").is_dir():
        return "\n    ".join([publishing.failed or "nothing published in time"] + said), [], [], None, []
    if publishing.is_cut:
        said.insert(0, "CUT, attacked until there:")
    try:
        started = time.monotonic()
        evidence, found, disclosures, small, (marks, wrong, _) = attack.attack(folder / "reports", folder / "inputs", options)
    except Contradiction as contradiction:
        return "\n    ".join([f"contradiction: {contradiction}"] + said), [], [], None, []
    said.append(f"{len(evidence.by_name)} editions, {len(found.dropped)} guesses dropped, {len(wrong)} false, "
                f"attacked in {time.monotonic() - started:.1f} s")
    # A small count that is marked D misleads nobody who knows that D says nothing; a mark C that is false does.
    false = [mark for mark in marks if mark.startswith("marked C")]
    said.append(f"{len(marks) - len(false)} small counts marked D, {len(false)} others marked C")
    return "\n    ".join(said + false + wrong), disclosures, small, found, wrong


def sorts(disclosures):
    """Targets by how they are disclosed, each once."""
    sound = [d for d in disclosures if not d.is_guessed]
    exact = {id(d.target) for d in sound if d.kind == "exact" and d.attacker == 1}
    marks = {id(d.target) for d in sound if d.kind == "exact"} - exact
    # A D that is 0 or at least k is no small count: that it stays unknown is sought, not promised.
    large = {id(d.target) for d in sound if d.kind == "exact" and not 1 <= d.low < d.target.threshold} & marks
    marks -= large
    narrow = {id(d.target) for d in sound if d.kind == "narrow"} - exact - marks
    large -= narrow
    guessed = {id(d.target) for d in disclosures} - exact - marks - large - narrow
    return exact, narrow, marks, guessed, large


def run(options):
    """Some lines a programme; exit 1 if any discloses."""
    guilty = 0
    print(f"{'seed':>5} {'hidden':>7} {'D':>5} {'exact':>6} {'narrow':>7} {'marks':>6} {'guess':>6} {'large':>6} {'small':>6} {'revised':>8}  what")
    for seed in range(options.seed, options.seed + options.programmes):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            said, disclosures, small, found, wrong = one(seed, options, folder)
            exact, narrow, marks, guessed, large = sorts(disclosures)
            hidden = found.targets if found else []
            moved = sum(what.startswith(REVISED) for _, _, what in small)
            count = sum(t.mark == "D" for t in hidden)
            print(f"{seed:5} {len(hidden):7} {count:5} {len(exact):6} {len(narrow):7} {len(marks):6} {len(guessed):6} {len(large):6} {len(small) - moved:6} {moved:8}"
                  f"  {said}", flush=True)
            if disclosures or attack.counts_as_disclosed(small, options) or found is None or wrong:
                guilty += 1
                print("\n".join("    " + str(d) for d in disclosures), end="\n" if disclosures else "", flush=True)
            keep(options, folder, seed, disclosures, small)
    print(f"{options.programmes} programmes, {guilty} disclose, or could not be attacked")
    return 1 if guilty else 0


def copy(options, folder, name):
    if options.keep:
        kept = pathlib.Path(options.keep, name)
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept, symlinks=True)


def keep(options, folder, seed, disclosures, small):
    copy(options, folder, str(seed))
    if options.keep:
        lines = [str(d) for d in disclosures] + [" ".join(s) for s in small]
        pathlib.Path(options.keep, str(seed), "disclosed.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
