"""secrecy.py ROOT BILAN MONTHS: the demonstration's definitions over as many months of random exports, published month by month."""
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

root, bilan, count = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.path.insert(0, str(root / "scripts/attacker"))

import yaml  # noqa: E402
from proving.programme import RandomProgramme  # noqa: E402
from reading.catalogue import after, months  # noqa: E402


class LongDemonstration(RandomProgramme):
    """Its associations, catalogue and funders; persons and employees who come and go for as long as is asked."""

    def __init__(self, folder):
        self.random, self.example, self.inputs = random.Random("secrecy"), root / "inputs", pathlib.Path(folder, "inputs")
        base = yaml.load((self.example / "programme.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.start = base["programme"]["start"]
        self.months = months(self.start, after(self.start, count - 1))
        self.axes, self.communes = base["axes"], base["territory"]["communes"]
        axes = [axis["id"] for axis in self.axes]
        self.associations = [
            {"id": a["id"], "axes": self.random.sample(axes, 2), "commune": a["commune"], "owes": a.get("owes", ["etp", "beneficiaires"]),
             "member_from": a["member_from"]} for a in base["associations"]]
        self.people = [row for a in self.associations for row in self.paths(a)]
        self.agree()
        self.staff = {a["id"]: self.employees(a) for a in self.associations}

    def definitions(self):
        shutil.copytree(self.example, self.inputs, ignore=shutil.ignore_patterns("exports"))


def main():
    with tempfile.TemporaryDirectory() as folder:
        programme = LongDemonstration(folder)
        programme.publishable()
        print(f"{'month':8} {'wall s':>7} {'cpu s':>7} {'chosen':>6}")
        walls = []
        for month in programme.months:
            before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            done = subprocess.run(
                [bilan, "run", month, "--inputs", str(programme.inputs), "--reports", f"{folder}/reports", "--quiet"],
                capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
            walls.append(time.monotonic() - begun)
            after_it = resource.getrusage(resource.RUSAGE_CHILDREN)
            if done.returncode:
                sys.exit(f"{month}: bilan {done.returncode}: {done.stderr[:2000]}")
            protection = json.loads(pathlib.Path(folder, "reports", month, "manifest.json").read_text(encoding="utf-8"))["protection"]
            print(f"{month:8} {walls[-1]:7.2f} {after_it.ru_utime - before.ru_utime:7.2f} {len(protection['hiddenFor']):6}", flush=True)
        print(f"{len(walls)} months in {sum(walls):.1f} s, the last in {walls[-1]:.2f} s")
        if os.environ.get("KEEP"):
            shutil.copytree(folder, os.environ["KEEP"], symlinks=True, dirs_exist_ok=True)


main()
