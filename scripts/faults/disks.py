"""Disks that are full, limits on files, and signals.

`tmpfs`: the reports lie on a disk of so many KiB, from none to enough. `inodes`: so many files and no more. `temporary`: it is
TMPDIR's disk that is so small. `size`: RLIMIT_FSIZE, no file longer than so many KiB. `files`: RLIMIT_NOFILE, so many open files.
After each there is room again, and the next run goes on. `signal`: SIGINT, SIGTERM or SIGHUP after a random part of the time that
the command takes, `twice`: another one a moment later; the exit code is 128+N, and it ends within seconds.
"""
import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
import time

from faults.judge import Judge, Verdict, keep
from faults.world import Outcome, Prepared

FAULTS = ["tmpfs", "inodes", "temporary", "size", "files", "signal", "twice"]
# A page, where a disk of memory can be no finer; enough for two editions of the small programme.
STEPS = {"tmpfs": range(4, 1400, 12), "inodes": range(2, 70), "temporary": range(4, 400, 24), "size": range(0, 240, 4),
         "files": range(4, 40)}  # with three open the loader cannot find its libraries
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
PATIENCE = 5


@contextlib.contextmanager
def small_disk(folder, options):
    """A disk of memory in the folder's place, with what was in it as far as that fits."""
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def held(folder, kind):
    """What a folder takes up of such a disk."""
    entries = [folder, *folder.rglob("*")] if folder.exists() else [folder]
    if kind == "inodes":
        return len(entries)
    return sum(-(-p.stat().st_size // 4096) * 4 for p in entries if p.is_file() and not p.is_symlink())


class Round:
    """One limit on one scenario."""

    def __init__(self, judge, fault, step, options):
        self.judge, self.prepared, self.world = judge, judge.prepared, judge.world
        self.fault, self.step, self.options = fault, step, options

    def verdict(self):
        place = self.prepared.place()
        try:
            outcome = getattr(self, self.fault)(place)
            verdict = outcome if isinstance(outcome, Verdict) else self.judge.judge(place, outcome, "")
            if verdict.result == "violation":
                keep(place, self.options.keep)
            return verdict, verdict.why.replace(str(place) + "/", "")
        finally:
            shutil.rmtree(place.parent, ignore_errors=True)

    def on_disk(self, place, kind):
        """The reports on a small disk; afterwards they are where they were, with what came of it."""
        reports, aside = place / "reports", place.parent / "aside"
        limit = held(reports, kind) + self.step
        options = f"size={limit}k,mode=750" if kind == "size" else f"nr_inodes={limit},mode=750"
        if reports.exists():
            os.rename(reports, aside)
        with small_disk(reports, options):
            if aside.exists():
                shutil.copytree(aside, reports, symlinks=True, dirs_exist_ok=True)
                shutil.rmtree(aside)
            outcome = self.world.run(place, *self.prepared.command)
            shutil.copytree(reports, aside, symlinks=True)
        os.rmdir(reports)
        os.rename(aside, reports)
        return outcome

    def tmpfs(self, place):
        return self.on_disk(place, "size")

    def inodes(self, place):
        return self.on_disk(place, "inodes")

    def temporary(self, place):
        with small_disk(place / "tmp", f"size={self.step}k"):
            return self.world.run(place, *self.prepared.command)

    def limited(self, place, what, limit):
        return self.world.run(place, *self.prepared.command, preexec_fn=lambda: resource.setrlimit(what, (limit, limit)))

    def size(self, place):
        return self.limited(place, resource.RLIMIT_FSIZE, self.step * 1024)

    def files(self, place):
        return self.limited(place, resource.RLIMIT_NOFILE, self.step)

    def signal(self, place, again=False):
        draw = random.Random(f"{self.options.seed} {self.prepared.name} {again} {self.step}")
        number = draw.choice(SIGNALS)
        os.makedirs(place / "tmp", exist_ok=True)
        child = subprocess.Popen(
            [self.world.bilan, *self.prepared.command], cwd=place, env={**os.environ, "TMPDIR": str(place / "tmp")},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace")
        time.sleep(draw.uniform(0, 1.1 * self.judge.length))
        child.send_signal(number)
        if again:
            time.sleep(draw.uniform(0, 0.05))
            child.send_signal(draw.choice(SIGNALS))
        begun = time.monotonic()
        out, err = child.communicate()
        code = child.returncode if child.returncode >= 0 else 128 - child.returncode
        if time.monotonic() - begun > PATIENCE:
            return Verdict("violation", f"it ends {time.monotonic() - begun:.0f} s after the signal")
        return self.stopped(place, Outcome(code, out, err), number, again)

    def twice(self, place):
        return self.signal(place, again=True)

    def stopped(self, place, outcome, number, again):
        if outcome.code == 0:
            return outcome
        expected = {128 + number} | ({128 + n for n in SIGNALS} if again else set())
        if outcome.code not in expected:
            return Verdict("violation", f"signal {number} ends it with {outcome.code}: {outcome.err.strip()[-300:]!r}")
        # Judged like a kill: the old edition or the new one, and the next run goes on.
        return self.judge.judge(place, Outcome(137, outcome.out, outcome.err), "KILL")


def paced(prepared):
    """A judge that knows how long the command takes."""
    judge, place = Judge(prepared), prepared.place()
    begun = time.monotonic()
    prepared.world.run(place, *prepared.command)
    judge.length = time.monotonic() - begun
    shutil.rmtree(place.parent)
    return judge


def sweep(world, options, table):
    for name in options.scenarios:
        judge = paced(Prepared(world, name))
        for fault in options.faults:
            if fault in ("tmpfs", "inodes", "temporary") and os.geteuid() != 0:
                continue
            steps = STEPS.get(fault, range(max(1, options.rounds // 10)))
            for step in steps[::options.every] if options.at is None else [options.at]:
                verdict, why = Round(judge, fault, step, options).verdict()
                table.add(name, fault, verdict.result, why, f"{fault} {step}",
                          f"--kind disks --scenario {name} --fault {fault} --at {step}")
