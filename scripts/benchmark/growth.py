"""growth.py ROOT BILAN [--months "12 24 60 120"] [--associations "7 70 700"]: what a longer series and more associations cost.

Small files of all three kinds (25 jobs, 40 paths, 3 meetings), the demonstration's catalogue, one funder who prints jobs and FTE alone:
what the choice of hidden cells costs is another table (secrecy.py). Seconds are of the processor, all threads; the best of three
where a command writes nothing."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

root, bilan = pathlib.Path(sys.argv[1]), sys.argv[2]
options = dict(zip(sys.argv[3::2], sys.argv[4::2]))
MONTHS = [int(n) for n in options.get("--months", "12 24 60 120").split()]
ASSOCIATIONS = [int(n) for n in options.get("--associations", "7 70 700").split()]
AXES = ["alimentation", "developpement-social", "mobilite", "transition"]
COMMUNES = ["62427", "62250", "62148", "62215"]

FUNDER = """funder: {id: banc, label: Banc, title: Banc}
key_figures: [emplois_crees, etp_total]
sections:
  - title: Par axe
    sentence: Par axe.
    rows: axe
    columns: [{indicator: emplois_crees, horizon: mois}, {indicator: etp_total, horizon: mois}]
    chart: none
  - title: Par association
    sentence: Par association.
    rows: association
    columns: [{indicator: emplois_crees, horizon: programme}, {indicator: etp_total, horizon: annee}]
    chart: none
"""


def month(number):
    return f"{2021 + (6 + number) // 12}-{(6 + number) % 12 + 1:02d}"


def programme(associations):
    lines = ["programme: {id: banc, label: Banc, start: 2021-07}", "territory:", "  id: cahc", "  label: CAHC",
             "  compared_to: hauts-de-france", "  communes:"]
    lines += [f'    - {{id: "{c}", label: Commune {c}}}' for c in COMMUNES]
    lines += ["axes:"] + [f"  - {{id: {a}, label: Axe {a}}}" for a in AXES]
    lines += ["instances:", "  - {id: ca, label: CA, tracked_from: 2021-07}", "associations:"]
    lines += [f'  - {{id: asso-{n:03d}, label: Association {n}, commune: "62427", member_from: 2021-07, '
              "owes: [etp, beneficiaires, reunions]}" for n in range(associations)]
    return "\n".join(lines) + "\n"


class Association:
    def __init__(self, number, months, draw):
        self.folder, self.draw = f"asso-{number:03d}", draw
        self.jobs = [(f"P{n}", draw.randrange(-6, months), draw.choice(AXES), draw.choice(COMMUNES),
                      draw.choice(["cdi", "cdd"]), draw.choice(["", "aci"]), draw.choice(["1", "0.5", "0.8"])) for n in range(25)]
        self.paths = [(f"B{n}", draw.randrange(0, months), draw.choice(AXES)) for n in range(40)]

    def write(self, out, number):
        def file(kind, header, rows):
            path = out / "exports" / self.folder / f"{kind}-{month(number)}.csv"
            path.write_text(header + "\n" + "".join(row + "\n" for row in rows), encoding="utf-8")
            os.utime(path, (1, 1))
        name = month(number)
        (out / "exports" / self.folder).mkdir(parents=True, exist_ok=True)
        jobs = []
        for job, begun, axis, commune, contract, scheme, fte in self.jobs:
            age = number - begun
            status = "en_cours" if age < 0 else "cree" if age < 4 else "consolide" if age < 9 else "existant"
            jobs.append(f"{name};{job};S{job[1:]};{axis};{commune};{contract};{status};{fte};{'151.67' if scheme else ''};{scheme};f")
        file("etp", "mois;poste_id;salarie_id;axe;commune;contrat;statut;etp;heures;dispositif;sexe", jobs)
        paths = []
        for person, begun, axis in self.paths:
            if begun <= number:
                left = begun + 7 <= number
                exit_day = f"{month(begun + 7)}-20;durable" if left else ";"
                paths.append(f"{person};aci;{axis};{month(begun)}-03;{exit_day};f;1990;oui")
        file("beneficiaires", "beneficiaire_id;dispositif;axe;date_entree;date_sortie;sortie;sexe;naissance;rsa", paths)
        file("reunions", "date;instance;etat;membres_presents;participants",
             [f"{name}-{day:02d};ca;tenue;{self.folder};5" for day in (3, 12, 24)])


def generate(out, associations, months):
    draw = random.Random("bilan growth")
    (out / "reference").mkdir(parents=True)
    (out / "funders").mkdir()
    (out / "programme.yaml").write_text(programme(associations), encoding="utf-8")
    (out / "funders/banc.yaml").write_text(FUNDER, encoding="utf-8")
    shutil.copy(root / "inputs/indicators.yaml", out)
    for name in ("territory.csv", "full-time-hours.csv"):
        shutil.copy(root / "inputs/reference" / name, out / "reference")
    return [Association(n, months, draw) for n in range(associations)]


def cpu(*arguments, runs=1, codes=(0,)):
    """Seconds of the processor, the fewest of some runs; and the largest memory in MB."""
    best, peak = float("inf"), 0
    for _ in range(runs):
        child = subprocess.Popen([bilan, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in codes:
            sys.exit(f"bilan {' '.join(arguments)}: {child.returncode}: {said.decode()[:1000]}")
        best, peak = min(best, usage.ru_utime + usage.ru_stime), max(peak, usage.ru_maxrss / 1024)
    return best, peak


def measure(associations, months):
    with tempfile.TemporaryDirectory() as folder:
        out, reports = pathlib.Path(folder, "inputs"), str(pathlib.Path(folder, "reports"))
        members = generate(out, associations, months)
        for number in range(months):
            for member in members:
                member.write(out, number)
        first, last, following = month(0), month(months - 1), month(months)
        where = ["--inputs", str(out)]
        check, _ = cpu("check", last, *where, runs=3)
        figures, peak = cpu("figures", last, "--from", first, "--compute", *where, runs=3)
        series, _ = cpu("run", "--from", first, "--to", last, "--quiet", *where, "--reports", reports)
        for member in members:
            member.write(out, months)
        following_cpu, _ = cpu("run", following, "--quiet", *where, "--reports", reports)
        verify, _ = cpu("verify", "--reports", reports)
        ledger = os.path.getsize(f"{reports}/.bilan/ledger.sqlite") / 2**20
        files = 3 * associations * months
        print(f"| {associations} × {months} | {files} | {check:.2f} | {figures:.2f} | {series:.2f} | {following_cpu:.2f} | {verify:.2f} "
              f"| {ledger:.1f} | {peak:.0f} |", flush=True)


print("| associations × months | files | check | figures --from | run --from | run of the next month | verify of all | ledger, MB | "
      "figures, peak MB |")
print("|---|---|---|---|---|---|---|---|---|")
for months in MONTHS:
    measure(7, months)
for associations in ASSOCIATIONS:
    if (associations, 12) != (7, 12) or 12 not in MONTHS:
        measure(associations, 12)
