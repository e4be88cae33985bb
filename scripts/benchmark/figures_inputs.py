"""figures_inputs.py ROWS OUTDIR CATALOGUE: a programme of 7 associations × 12 months of `etp` exports, ROWS rows in all.
The same seed, hence the same bytes. CATALOGUE is copied, or `job`: the three indicators of the benchmark."""
import os
import random
import shutil
import sys

ASSOCIATIONS, MONTHS = 7, [f"2021-{n:02d}" for n in range(7, 13)] + [f"2022-{n:02d}" for n in range(1, 7)]
AXES = ["alimentation", "developpement-social", "mobilite", "transition"]
COMMUNES = ["62148", "62215", "62250", "62427", "62587", "62637"]

JOB = """indicators:
  - {id: etp, label: ETP, definition: ETP., unit: ETP, decimals: 2, measure: {sum_stock: {kind: etp, of: etp}}, by: [axe, [axe, association]], horizons: [mois]}
  - {id: salaries, label: Salariés, definition: Salariés., unit: personnes, decimals: 0, measure: {count_stock: {kind: etp, of: salarie}}, by: [axe, [axe, association]], horizons: [mois], counts_persons: true}
  - {id: embauches, label: Créations, definition: Créations., unit: postes, decimals: 0, measure: {count_first: {kind: etp, status: cree}}, by: [axe, [axe, association]], horizons: [mois]}
"""


# Of `bilan run`: what a report needs, so that one can be written.
FUNDER = """funder: {id: banc, label: Banc, title: Banc}
key_figures: []
sections:
  - title: Par axe
    sentence: Par axe.
    rows: axe
    columns:
      - {indicator: etp, horizon: mois}
      - {indicator: salaries, horizon: mois}
      - {indicator: embauches, horizon: mois}
    chart: none
"""


def programme():
    lines = ["programme: {id: banc, label: Banc, start: 2021-07}", "territory:", "  id: cahc", "  label: CAHC",
             "  compared_to: hauts-de-france", "  communes:"]
    lines += [f'    - {{id: "{c}", label: Commune {c}}}' for c in COMMUNES]
    lines += ["axes:"] + [f"  - {{id: {a}, label: Axe {a}}}" for a in AXES]
    lines += ["instances:", "  - {id: ca, label: CA, tracked_from: 2021-07}", "associations:"]
    lines += [f'  - {{id: asso-{n}, label: Association {n}, commune: "62427", member_from: 2021-07, owes: [etp]}}'
              for n in range(ASSOCIATIONS)]
    return "\n".join(lines) + "\n"


def job(draw, number):
    """A job that begins in some month, is created, and may end; it holds its axis."""
    begun = draw.randrange(-6, len(MONTHS))
    return {"id": number, "begun": begun, "axe": draw.choice(AXES), "commune": draw.choice(COMMUNES),
            "contract": draw.choice(["cdi", "cdd", "cddi", "pec"]), "scheme": draw.choice(["", "", "aci", "ei"]),
            "sex": draw.choice(["f", "h", ""]), "etp": draw.choice(["1", "0.5", "0.8", "0.75", "0.3333"])}


NOTES = ["", "", "", "", "rien", "à revoir", '"dit ""Nono"""', '"ligne 1\nligne 2"', '"Durand; Anne"']


def write_file(path, jobs, month, draw):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("mois;poste_id;salarie_id;axe;commune;contrat;statut;etp;heures;dispositif;sexe;observations\n")
        for j in jobs:
            age = month - j["begun"]
            status = "en_cours" if age < 0 else "cree" if age < 4 else "consolide" if age < 9 else "existant"
            hours = "151.67" if j["scheme"] else ""
            file.write(f'{MONTHS[month]};P{j["id"]};S{j["id"] * 7 // 8};{j["axe"]};{j["commune"]};{j["contract"]};{status};'
                       f'{j["etp"]};{hours};{j["scheme"]};{j["sex"]};{draw.choice(NOTES)}\n')


def generate(rows, out, catalogue, root):
    draw = random.Random("bilan figures")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out + "/reference")
    with open(out + "/programme.yaml", "w") as file:
        file.write(programme())
    for name in ("territory.csv", "full-time-hours.csv"):
        shutil.copy(f"{root}/inputs/reference/{name}", f"{out}/reference/{name}")
    if catalogue == "job":
        with open(out + "/indicators.yaml", "w") as file:
            file.write(JOB)
        os.makedirs(out + "/funders")
        with open(out + "/funders/banc.yaml", "w") as file:
            file.write(FUNDER)
    else:
        # A baseline may name an association of another programme: it holds for no cell here.
        shutil.copy(catalogue, out + "/indicators.yaml")
    size = rows // (ASSOCIATIONS * len(MONTHS))
    for a in range(ASSOCIATIONS):
        os.makedirs(f"{out}/exports/asso-{a}")
        jobs = [job(draw, n) for n in range(size)]
        for month in range(len(MONTHS)):
            write_file(f"{out}/exports/asso-{a}/etp-{MONTHS[month]}.csv", jobs, month, draw)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    generate(int(sys.argv[1]), sys.argv[2], sys.argv[3], os.path.join(here, "../.."))
