#!/usr/bin/env python3
"""table.py BUILD FILE ROWS RUNS RESULTS: the medians as a section of RESULTS.md, in place of the one before."""
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys

build, file, rows, runs, results = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4], pathlib.Path(sys.argv[5])
megabytes = os.path.getsize(file) / 1e6


def seconds(name):
    return [float(line) for line in (build / name).read_text().split()]


def peak(name):
    return re.search(r"peak (\d+) MB", (build / f"{name}.summary").read_text())[1]


def line(title, name, files, memory):
    median, best = statistics.median(seconds(name)), min(seconds(name))
    ratio = statistics.median(seconds("libcsv")) / median * files
    return (f"| {title} | {median:.3f} s | {best:.3f} s | {megabytes * files / median:.0f} MB/s | "
            f"{megabytes * files / best:.0f} MB/s | {ratio:.2f} | {memory} |")


def first(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].strip()


cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
HEADING = "## Ingest alone, against libcsv alone"
section = f"""{HEADING}

`scripts/benchmark/ingest {rows} {runs}`: one `etp` export of {rows:,} rows ({megabytes:.1f} MB, 14 columns, one unknown; one row
in ten with a quoted cell, one in a thousand with a line break in it; every job and employee distinct), from memory to typed
columns with everything checked. libcsv: C, strict, callbacks that only count. {runs} runs in turn; speed is of the median, and
of the best run. Ratio: bytes a second, to libcsv's median of the same run.

{cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when done; {first(["swift", "--version"])}; libcsv 3.0.3.

| | median | best | of the median | of the best | to libcsv | peak memory |
|---|---|---|---|---|---|---|
{line("libcsv, counting", "libcsv", 1, "–")}
{line("libcsv, counting, two processes", "pair", 2, "–")}
{line("ingest, one file", "one", 1, peak("one") + " MB")}
{line("ingest, two files side by side", "two", 2, peak("two") + " MB")}

The memory holds each file whole ({megabytes:.0f} MB), its typed columns (41 bytes a row), the identifiers and their tables.
"""

text = results.read_text() if results.exists() else "# Benchmarks\n"
text = re.sub(re.escape(HEADING) + r".*?(?=\n## |\Z)", "", text, flags=re.S).rstrip()
results.write_text(text + "\n\n" + section)
print(section)
