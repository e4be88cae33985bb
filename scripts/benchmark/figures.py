"""figures.py ROOT BILAN [--runs N] [--rows "…"]: runs every tool in turn, N times over, and writes medians to RESULTS.md."""
import csv
import datetime
import importlib.metadata
import io
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from figures_inputs import generate

root, bilan = sys.argv[1:3]
options = dict(zip(sys.argv[3::2], sys.argv[4::2]))
RUNS, SIZES = int(options.get("--runs", 5)), [int(n) for n in options.get("--rows", "10000 1000000").split()]
FIRST, MONTH, HERE = "2021-07", "2022-06", os.path.dirname(os.path.abspath(__file__))


BOTH = "bilan figures --from --xlsx: the job"
JOB = "bilan figures --from: the job, CSV alone"
RUN = "bilan run --from: 12 editions, XLSX and CSV, letters, archive, ledger"
MONTHLY = "bilan figures: one month of the job"
ALL = "bilan figures --from: the catalogue of 45"
READ = "of which reading (bilan check)"


def run(command):
    """Wall seconds and peak MB of a whole process; what it prints goes to a file."""
    old = command.get("anew", "/nowhere")
    os.remove(old) if os.path.isfile(old) else shutil.rmtree(old, ignore_errors=True)
    with open(command["out"], "wb") as out:
        begun = time.perf_counter()
        child = subprocess.Popen(command["argv"], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in command.get("codes", (0,)):
        sys.exit(f"{' '.join(command['argv'])}: exit code {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def commands(work):
    def figures(inputs, *more):
        return [bilan, "figures", MONTH, *more, "--compute", "--inputs", f"{work}/{inputs}"]

    def peer(tool, *more):
        return [sys.executable, f"{HERE}/figures_peer.py", tool, f"{work}/job", f"{work}/{tool}", *more]

    found = {
        BOTH: {"argv": figures("job", "--from", FIRST, "--xlsx", f"{work}/bilan.xlsx"), "out": f"{work}/bilan.csv",
               "anew": f"{work}/bilan.xlsx"},
        JOB: {"argv": figures("job", "--from", FIRST), "out": f"{work}/bilan.csv"},
        RUN: {"argv": [bilan, "run", "--from", FIRST, "--to", MONTH, "--quiet", "--inputs", f"{work}/job", "--reports",
                       f"{work}/reports"], "out": os.devnull, "anew": f"{work}/reports"},
        MONTHLY: {"argv": figures("job"), "out": f"{work}/month.csv"},
        ALL: {"argv": figures("all", "--from", FIRST), "out": f"{work}/all.csv"},
        READ: {"argv": [bilan, "check", MONTH, "--inputs", f"{work}/job"], "out": os.devnull, "codes": (0, 65)},
        "polars + XlsxWriter": {"argv": peer("polars"), "out": os.devnull},
        "DuckDB + XlsxWriter": {"argv": peer("duckdb"), "out": os.devnull},
        "polars, CSV alone": {"argv": peer("polars", "--csv-only"), "out": os.devnull},
        "DuckDB, CSV alone": {"argv": peer("duckdb", "--csv-only"), "out": os.devnull},
    }
    return found


def check(work):
    """The three give the same figures of every month."""
    ours = {}
    for row in csv.DictReader(open(f"{work}/bilan.csv", encoding="utf-8")):
        if row["axe"] and row["association"]:
            ours.setdefault((row["month"], row["axe"], row["association"]), {})[row["indicator"]] = float(row["value"])
    for tool in ("polars", "duckdb"):
        theirs = {(row["mois"], row["axe"], row["association"]): row
                  for row in csv.DictReader(open(f"{work}/{tool}.csv", encoding="utf-8"))}
        if set(ours) != set(theirs) or len(ours) != 28 * 12:
            sys.exit(f"{tool}: other cells than bilan's: {set(ours) ^ set(theirs)}")
        for cell, values in ours.items():
            for name in ("etp", "salaries", "embauches"):
                # A pair whose count is 0 has no row in bilan's table.
                if abs(values.get(name, 0) - float(theirs[cell][name])) > 1e-4:
                    sys.exit(f"{tool}: {cell} {name}: {theirs[cell][name]}, bilan {values.get(name)}")


def measure(rows, work):
    generate(rows, f"{work}/job", "job", root)
    generate(rows, f"{work}/all", f"{root}/inputs/indicators.yaml", root)
    tools = commands(work)
    taken = {name: [] for name in tools}
    for command in tools.values():
        run(command)
    check(work)
    for _ in range(RUNS):
        for name, command in tools.items():
            taken[name].append(run(command))
    return {name: (statistics.median(s for s, _ in runs), max(m for _, m in runs)) for name, runs in taken.items()}


def section(results):
    cpu = re.search(r"model name\s*:\s*(.*)", open("/proc/cpuinfo").read())
    versions = ", ".join(f"{n} {importlib.metadata.version(n)}" for n in ("polars", "duckdb", "XlsxWriter"))
    version = subprocess.run([bilan, "--version"], capture_output=True, text=True).stdout.strip()
    out = io.StringIO()
    print("## Figures\n", file=out)
    print(f"`scripts/benchmark/figures`, {datetime.date.today()}: FTE, distinct employees and jobs created by axis × "
          f"association, from 84 files (7 associations × 12 months) with quotes and embedded line breaks. Machine: "
          f"{os.cpu_count()} × {cpu[1] if cpu else platform.machine()}, {platform.system()} {platform.release()}. Python "
          f"{platform.python_version()}, {versions}, bilan {version}. Whole processes, warm; medians of {RUNS} runs in "
          "turn; peak MB is the largest seen. The figures of the three are compared before they are timed.\n", file=out)
    print("Every row of the table answers for each of the 12 months, but the one that says so, and reads every file once. The "
          "first is the peers' job, XLSX and CSV, to the cell (they are compared before they are timed); bilan reads its "
          "workbook back. Its run does more: for each month a funder's workbook, a CSV, a page, letters, the archive of every "
          "export under pseudonyms, and the ledger.\n", file=out)
    sizes = list(results)
    heads = [f"{n:,} rows: s".replace(",", " ") + " | ratio | peak MB" for n in sizes]
    print("| | " + " | ".join(heads) + " |", file=out)
    print("|---" * (1 + 3 * len(sizes)) + "|", file=out)
    for name in results[sizes[0]]:
        cells = []
        for n in sizes:
            seconds, megabytes = results[n][name]
            best = results[n][BOTH][0]
            cells.append(f"{seconds:.3f} | {seconds / best:.2f} | {megabytes:.0f}")
        print(f"| {name} | " + " | ".join(cells) + " |", file=out)
    print("\nWhere the time goes: what `bilan check` takes is definitions, reading and plausibility; the rest is computing and "
          "printing the tables of 12 months, or publishing them.\n", file=out)
    for n in sizes:
        read, job, whole, run = (results[n][name][0] * 1000 for name in (READ, BOTH, ALL, RUN))
        print(f"- {n:,} rows: reading {read:.0f} ms; the job {max(job - read, 0):.0f} ms more; the catalogue of 45 "
              f"{max(whole - read, 0):.0f} ms more; 12 editions {max(run - read, 0):.0f} ms more.".replace(",", " "), file=out)
    return out.getvalue()


def store(text):
    """Replaces the section, and leaves the others alone."""
    path = f"{HERE}/RESULTS.md"
    old = open(path, encoding="utf-8").read() if os.path.exists(path) else "# Benchmarks\n"
    kept = re.sub(r"(?ms)^## Figures\n.*?(?=^## |\Z)", "", old).rstrip("\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write(kept + "\n\n" + text)


results = {}
for size in SIZES:
    with tempfile.TemporaryDirectory() as work:
        results[size] = measure(size, work)
text = section(results)
store(text)
print(text)
