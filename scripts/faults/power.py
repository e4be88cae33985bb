"""The power is cut: at every write to the disk, and at every barrier, of a command on a real ext4 or xfs.

The file system lies on a loop device, its backing file in a file system of our own (blocklog.c) that writes down each write and
each barrier in order. A cut is a disk that is made again from that: all that was written up to the last barrier, and of what came
later everything (`all`), nothing (`none`), or any part of it (`some`: a disk's cache empties in an order of its own). It is
mounted, so that the journal is replayed, and judged like any other place. What a command said 0 to must outlast the cut.

Places: `one` disk for everything; `two`: the reports on a disk of their own, inputs and key on another, which then has kept what
stood before its last barrier and nothing more.
"""
import bisect
import collections
import contextlib
import itertools
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time

from faults.judge import Judge, State, Verdict, keep
from faults.world import Outcome, Prepared, copy

SIZE = 32 << 20
FAULTS = [" ".join(f) for f in itertools.product(("ext4", "xfs"), ("one", "two"), ("all", "none", "some"))]
SECTOR = 4096
Record = collections.namedtuple("Record", "kind when offset bytes")
# So small an xfs is for tests alone, and asks to be told so.
MAKE = {"ext4": ["mkfs.ext4", "-q", "-F", "-O", "^resize_inode"], "xfs": ["mkfs.xfs", "-q", "-f", "-K"]}
TESTING = {**os.environ, "TEST_DIR": "faults", "TEST_DEV": "faults", "QA_CHECK_FS": "faults"}


def call(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stderr.strip()}")


@contextlib.contextmanager
def mounted(image, folder):
    """The image's file system, journal replayed."""
    os.makedirs(folder, exist_ok=True)
    call("mount", "-o", "loop", image, folder)
    try:
        yield folder
    finally:
        call("umount", folder)


def disk_of(system, image, source):
    """A new file system with what is in a folder."""
    with open(image, "wb") as file:
        file.truncate(SIZE)
    call(*MAKE[system], image, env=TESTING)
    with mounted(image, f"{image}.mount") as folder:
        for path in source.iterdir():
            call("cp", "-a", path, folder)


def records(log):
    """What a disk was told, in order."""
    data, at, found = memoryview(log.read_bytes()), 0, []
    while at + 25 <= len(data):
        kind, (when, offset, length) = chr(data[at]), struct.unpack("<QQQ", data[at + 1:at + 25])
        at += 25
        if kind == "W":
            if at + length > len(data):
                break
            found.append(Record(kind, when, offset, bytes(data[at:at + length])))
            at += length
        else:
            found.append(Record(kind, when, length, b""))
    return found


class Watched:
    """A disk whose writes are written down, mounted."""

    def __init__(self, program, image, folder):
        self.log, self.under = pathlib.Path(f"{image}.log"), pathlib.Path(f"{image}.fuse")
        self.folder = folder
        os.makedirs(self.under, exist_ok=True)
        os.makedirs(folder, exist_ok=True)
        self.process = subprocess.Popen([program, self.under, str(SIZE), self.log, image])
        while not (self.under / "disk.img").exists():
            time.sleep(0.01)
        call("mount", "-o", "loop", self.under / "disk.img", folder)

    def mark(self, number):
        """A place in the log: 1 before the command, 2 when it has ended."""
        (self.under / "mark").write_text(str(number))

    def gone(self):
        call("umount", self.folder)
        for _ in range(100):  # the loop device lets go of its file a moment later
            if subprocess.run(["umount", self.under], capture_output=True).returncode == 0:
                break
            time.sleep(0.05)
        self.process.wait(10)
        return records(self.log)


class Disk:
    """What was written to one disk, and what it holds after a cut."""

    def __init__(self, image, found):
        self.image = bytearray(image.read_bytes())
        first = next(i for i, r in enumerate(found) if r.kind == "M" and r.offset == 1)
        for record in found[:first]:
            self.write(self.image, record)
        self.records = [r for r in found[first:] if r.kind != "M"]
        self.ended = next(r.when for r in found if r.kind == "M" and r.offset == 2)
        self.times = [r.when for r in self.records]

    @staticmethod
    def write(image, record):
        if record.kind == "W":
            image[record.offset:record.offset + len(record.bytes)] = record.bytes

    def after(self, when, kind, draw):
        """The disk's bytes where the power went right after a time."""
        count = bisect.bisect_right(self.times, when)
        barrier = max((i + 1 for i in range(count) if self.records[i].kind == "F"), default=0)
        image = bytearray(self.image)
        for record in self.records[:barrier]:
            self.write(image, record)
        for record in self.records[barrier:count]:
            if kind == "all":
                self.write(image, record)
            elif kind == "some" and record.kind == "W":
                for at in range(0, len(record.bytes), SECTOR):
                    if draw.random() < 0.5:
                        self.write(image, Record("W", 0, record.offset + at, record.bytes[at:at + SECTOR]))
        return image


class Recording:
    """A command, run once on watched disks."""

    def __init__(self, prepared, system, layout):
        self.prepared, self.world, self.layout = prepared, prepared.world, layout
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.world.scratch))
        self.folder = folder
        names = ["main"] if layout == "one" else ["main", "reports"]
        sources = {"main": copy(prepared.before, folder / "source")}
        if layout == "two":
            sources["reports"] = folder / "apart"
            with contextlib.suppress(FileNotFoundError):
                os.rename(folder / "source/reports", folder / "apart")
            os.makedirs(folder / "apart", exist_ok=True)
            os.makedirs(folder / "source/reports")
        for name in names:
            disk_of(system, folder / name, sources[name])
        place = folder / "place"
        watched = [Watched(built(self.world.scratch), folder / n, place if n == "main" else place / "reports") for n in names]
        for disk in watched:
            disk.mark(1)
        self.outcome = self.world.run(place, *prepared.command, temporary=folder / "tmp")
        for disk in watched:
            disk.mark(2)
        if self.outcome.code != 0:
            raise SystemExit(f"without a cut it ends with {self.outcome.code}: {self.outcome.err}")
        self.disks = {n: Disk(folder / n, w.gone()) for n, w in reversed(list(zip(names, watched)))}

    def cuts(self):
        """Times to cut the power at: after each write and barrier, and a second after the command has ended."""
        ended = max(d.ended for d in self.disks.values())
        times = sorted({t for d in self.disks.values() for t in d.times if t <= ended})
        return [(t, False) for t in times] + [(ended, True)]

    def place_after(self, when, kind, draw):
        """The place as it is found when the power is back."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.world.scratch))
        place = folder / "place"
        for name in ("main", "reports"):
            if name not in self.disks:
                continue
            image = folder / name
            # Inputs and key have a disk of their own: it is the slower one.
            slow = name == "main" and self.layout == "two"
            image.write_bytes(self.disks[name].after(when, "none" if slow else kind, draw))
            with mounted(image, folder / "mount") as root:
                into = place if name == "main" else place / "reports"
                shutil.copytree(root, into, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("lost+found"))
            image.unlink()
        return place


def built(scratch):
    program = pathlib.Path(scratch) / "blocklog"
    if not program.exists():
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "fuse3"], capture_output=True, text=True, check=True)
        source = pathlib.Path(__file__).with_name("blocklog.c")
        subprocess.run(["cc", "-O2", "-o", program, source, *flags.stdout.split()], check=True)
    return program


def judged(judge, place, ended):
    """Before the command has ended, the old or the new is there; after it has said 0, what it said stays."""
    if ended and (gone := undone(State(place), judge.prepared.new)):
        return Verdict("violation", gone)
    return judge.judge(place, Outcome(137, "", ""), "KILL")


def undone(state, new):
    """What a command that said 0 had done, and the cut took back."""
    if state.ledger == new.ledger and state.visible() == new.visible():
        return ""
    return f"exit 0, and a power cut afterwards took it back: {state.differs(new)}"


def cut(recording, judge, fault, options, table):
    prepared, (system, layout, kind) = recording.prepared, fault.split(" ")
    draw = random.Random(f"{options.seed} {fault} {prepared.name}")
    cuts = list(enumerate(recording.cuts(), 1))
    chosen = cuts[draw.randrange(options.every)::options.every] + cuts[-1:]
    if options.at:  # -1: the last one; how many there are differs a little from run to run
        chosen = [cuts[-1] if options.at < 0 else cuts[options.at - 1]]
    for number, (when, ended) in dict(chosen).items():
        place = recording.place_after(when, kind, random.Random(f"{options.seed} {fault} {prepared.name} {number}"))
        try:
            verdict = judged(judge, place, ended)
            if verdict.result == "violation":
                keep(place, options.keep)
            why = verdict.why.replace(str(place) + "/", "")
            table.add(prepared.name, fault, verdict.result, why, f"cut {number} of {len(cuts)}",
                      f"--kind power --scenario {prepared.name} --fault '{fault}' --at {-1 if ended else number}")
        finally:
            shutil.rmtree(place.parent, ignore_errors=True)


def lacking():
    """What is not there to cut the power with; empty: all is."""
    if os.geteuid() != 0:
        return "only root may mount disks"
    if not os.path.exists("/dev/fuse") or not os.path.exists("/dev/loop-control"):
        return "the kernel has no fuse or no loop devices"
    tools = [m[0] for m in MAKE.values()] + ["losetup", "pkg-config", "cc"]
    return ", ".join(f"{t} is missing" for t in tools if not shutil.which(t))


def sweep(world, options, table):
    if why := lacking():
        print(f"skipped: power: {why}", file=sys.stderr)
        return
    for name in options.scenarios:
        prepared = Prepared(world, name)
        for (system, layout), faults in itertools.groupby(options.faults, key=lambda f: f.split(" ")[:2]):
            recording, judge = Recording(prepared, system, layout), Judge(prepared)
            for fault in faults:
                cut(recording, judge, fault, options, table)
            shutil.rmtree(recording.folder, ignore_errors=True)
