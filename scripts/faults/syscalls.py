"""A fault at every system call that touches a file of the place: its inputs, key, reports and temporary folder.

inject.c does it (strace's own injection counts each thread by itself, and knows no folders). An error is tried where the call
can give it; `ENOSPC+`: from that call on, as a full disk stays full, and as one that went read-only stays so.
"""
import concurrent.futures
import itertools
import pathlib
import random
import shutil
import subprocess

from faults.judge import Judge, keep
from faults.world import Prepared

LOOKS = "newfstatat,stat,lstat,statx,access,faccessat,faccessat2,readlink,readlinkat"
NAMES = "mkdir,mkdirat,rmdir,unlink,unlinkat,rename,renameat,renameat2,symlink,symlinkat,link,linkat"
WRITES = "write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,copy_file_range,sendfile"
READS = "read,pread64,readv,preadv,getdents64"
SYNCS = "fsync,fdatasync,sync_file_range,syncfs,close"
CALLS = {
    "KILL": "",
    "EIO": f"open,openat,openat2,{LOOKS},fstat,statfs,fstatfs,{NAMES},{WRITES},{READS},{SYNCS},chmod,fchmod,fchmodat,fchown,flock,"
           "fcntl,lseek,utimensat",
    "ENOSPC": f"openat+,mkdir,mkdirat,rename,renameat,renameat2,symlink,symlinkat,link,linkat,{WRITES},{SYNCS}",
    "EROFS": f"openat+,{NAMES},chmod,fchmod,fchmodat,fchown,ftruncate,truncate,utimensat",
    "EACCES": f"open,openat,openat2,{LOOKS},{NAMES},chmod,fchmodat",
    "EMFILE": "open,openat,openat2",
    "EINTR": f"open,openat,openat2,{WRITES},{READS},{SYNCS},flock,fcntl",
}
FAULTS = [*CALLS, "EIO+", "ENOSPC+", "EROFS+", "EMFILE+"]


def built(scratch):
    """The injector, made where it is not."""
    program = pathlib.Path(scratch) / "inject"
    if not program.exists():
        source = pathlib.Path(__file__).with_name("inject.c")
        subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    return program


class Sweep:
    def __init__(self, prepared, fault, cpus, options):
        self.prepared, self.world, self.judge = prepared, prepared.world, Judge(prepared)
        self.fault, self.cpus, self.options = fault, cpus, options
        self.injector = built(self.world.scratch)

    def strike(self, number):
        """One round: the verdict, what was hit (nothing: the command has no such call any more), and what it said."""
        place = self.prepared.place()
        report = place.parent / "report"
        prefix = [self.injector, "--under", place, "--fault", self.fault.rstrip("+"), "--at", number, "--report", report]
        if calls := self.options.call or CALLS[self.fault.rstrip("+")]:
            prefix += ["--calls", calls]
        if self.fault.endswith("+"):
            prefix.append("--sticky")
        try:
            try:
                outcome = self.world.run(place, *self.prepared.command, prefix=[*prefix, "--"], cpus=self.cpus)
            except subprocess.TimeoutExpired:
                return "violation", report.read_text(), "it does not end within a minute"
            hit = report.read_text().replace(f"{place}/", "").replace(str(place), ".")
            if not hit:
                return None, "", ""
            verdict = self.judge.judge(place, outcome, self.fault.rstrip("+"))
            if verdict.result == "violation":
                keep(place, self.options.keep)
            return verdict.result, hit, verdict.why.replace(str(place) + "/", "")
        finally:
            shutil.rmtree(place.parent, ignore_errors=True)

    def numbers(self):
        if self.options.at:
            yield self.options.at
        else:
            draw = random.Random(f"{self.options.seed} {self.prepared.name} {self.fault} {self.cpus}")
            yield from itertools.count(1 + draw.randrange(self.options.every), self.options.every)

    def run(self, table):
        """Counts up until nothing is struck."""
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            numbers = self.numbers()
            while batch := list(itertools.islice(numbers, 16)):
                for number, (result, hit, why) in zip(batch, pool.map(self.strike, batch)):
                    if result is None:
                        return
                    call = hit.split("\t")
                    table.add(self.prepared.name, self.fault, result, why, f"{call[1]} {call[2].strip()}",
                              self.reproduction(number))

    def reproduction(self, number):
        threads = " --threads one" if self.cpus else ""
        call = f" --call {self.options.call}" if self.options.call else ""
        return f"--kind syscalls --scenario {self.prepared.name} --fault {self.fault}{call}{threads} --at {number}"


def sweep(world, options, table):
    for name in options.scenarios:
        prepared = Prepared(world, name)
        for fault in options.faults:
            for cpus in {"both": [None, "0"], "one": ["0"], "two": [None]}[options.threads]:
                Sweep(prepared, fault, cpus, options).run(table)
