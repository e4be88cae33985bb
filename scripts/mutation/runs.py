"""Runs of the tests: clean ones that note which mutants they reach, and one mutant's until a test fails."""
import os, re, shutil, signal, subprocess, tempfile, time
from dataclasses import dataclass, field

ANSI = re.compile(r"\x1b\[[0-9;]*m")
FAILED = re.compile(r"^✘ Test (?P<name>.*?) recorded an issue", re.M)
RAN = re.compile(r"Test run with [1-9]\d* tests? ")
# A mutant may eat memory: 12 GB of addresses are enough for what works.
LIMITS = 'ulimit -c 0; ulimit -v 12000000; exec "$@"'


@dataclass
class Job:
    """A part of the tests that is run alone: a test target, or a command-line case."""

    stage: str
    name: str
    arguments: list
    environment: dict = field(default_factory=dict)
    seconds: float = 0
    reached: set = field(default_factory=set)
    differs: set = field(default_factory=set)


@dataclass
class Outcome:
    failed: bool
    why: str
    seconds: float


def jobs(root, target, stages):
    """The jobs in the order in which they are tried; cases are ordered by their cost when it is known."""
    targets = sorted(name for name in os.listdir(os.path.join(root, "Tests")) if name.endswith("Tests"))
    own = "BilanTests" if target == "bilan" else f"{target}Tests"
    found = []
    for name in sorted(targets, key=lambda name: name != own):
        stage = "own" if name == own else "others"
        if stage in stages:
            found.append(Job(stage, name, ["--filter", f"^{name}\\.", "--skip", "CaseTests"]))
    if "cases" in stages:
        cases = os.path.join(root, "Tests", "Cases")
        for name in sorted(os.listdir(cases)):
            if os.path.isfile(os.path.join(cases, name, "cmd")):
                found.append(Job("cases", name, ["--filter", "CaseTests"], {"BILAN_CASE": name}))
    return found


def run(bundle, job, environment, timeout):
    """Runs a job until it ends, a test fails or time is up; leaves no process behind, and no file."""
    room = tempfile.mkdtemp(prefix="bilan-mutant-")
    output = os.path.join(room, "output")
    own = {key: value for key, value in os.environ.items() if not key.startswith("BILAN_") and key not in ("RECORD", "CI")}
    own.update(job.environment, TMPDIR=room, SWIFT_BACKTRACE="enable=no", **environment)
    began = time.monotonic()
    try:
        with open(output, "wb") as sink:
            process = subprocess.Popen(
                ["nice", "bash", "-c", LIMITS, "bash", bundle, "--testing-library", "swift-testing", *job.arguments],
                stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, env=own, start_new_session=True)
        try:
            why = wait(process, output, began + timeout)
        finally:
            end_session(process)
        return Outcome(bool(why), why, time.monotonic() - began)
    finally:
        remove(room)


def wait(process, output, deadline):
    """Why the run failed; empty where it passed."""
    while True:
        code = process.poll()
        with open(output, encoding="utf-8", errors="replace") as file:
            text = ANSI.sub("", file.read())
        if match := FAILED.search(text):
            return match["name"]
        if code is not None:
            if code:
                return f"crash (signal {-code})" if code < 0 else f"exit {code}"
            return "" if RAN.search(text) else "no test ran"
        if time.monotonic() > deadline:
            return "timeout"
        time.sleep(0.05)


def end_session(process):
    """Ends what the run has started: a case's processes have groups of their own, but the session is the run's."""
    for _ in range(100):
        left = session(process.pid)
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        if not left:
            break
        process.poll()
        time.sleep(0.02)
    process.wait()


def session(leader):
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                state, _, _, number = file.read().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(number) == leader and state != "Z":
            found.append(int(name))
    return found


def remove(room):
    for at, folders, _ in os.walk(room):
        for name in folders:
            if not os.path.islink(os.path.join(at, name)):
                os.chmod(os.path.join(at, name), 0o700)
    shutil.rmtree(room, ignore_errors=True)


def clean_run(bundle, job, count):
    """Runs a job without a mutant; notes what it costs, and which mutants it reaches. Why it failed, if it did."""
    with tempfile.NamedTemporaryFile(prefix="bilan-trace-") as trace:
        trace.truncate(2 * (count + 1))
        outcome = run(bundle, job, {"BILAN_MUTANT_TRACE": trace.name}, 1200)
        seen = trace.read()
    job.seconds = outcome.seconds
    job.reached = {number for number in range(count + 1) if seen[2 * number]}
    job.differs = {number for number in range(count + 1) if seen[2 * number + 1]}
    return outcome.why


def try_mutant(bundle, all_jobs, number):
    """(stage, why) of the first job that a mutant fails, else (None, why none did). Only jobs in which the mutant would
    have made a difference are run: the others do exactly what they did in the clean run."""
    unsteady = []
    for job in all_jobs:
        if number not in job.differs:
            continue
        timeout = 3 * job.seconds + 20
        outcome = run(bundle, job, {"BILAN_MUTANT": str(number)}, timeout)
        if not outcome.failed:
            continue
        # A test that fails now and then must not pass for one that sees the change: a failure has to happen twice.
        if outcome.why == "timeout" or run(bundle, job, {"BILAN_MUTANT": str(number)}, timeout).failed:
            return job.stage, f"{job.name}: {outcome.why}" if job.stage != "cases" else case_reason(job, outcome)
        unsteady.append(job.name)
    if not any(number in job.reached for job in all_jobs):
        return None, "no test comes here"
    if not any(number in job.differs for job in all_jobs):
        return None, "no test makes it matter"
    return None, "seen by no test" + (f" (unsteady: {', '.join(unsteady)})" if unsteady else "")


def case_reason(job, outcome):
    return job.name if outcome.why.startswith("behavesAsRecorded") else f"{job.name}: {outcome.why}"
