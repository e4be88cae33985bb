"""compare.py PLAN DIFF OLD NEW FOLDER1 FOLDER2: plan and diff are one, cell for cell; they are what the two tables of figures
say; and each funder's CSV marks exactly its own cells, with the old values."""
import csv
import glob
import json
import sys

plan, diff = json.load(open(sys.argv[1]))[0], json.load(open(sys.argv[2]))
print("plan = diff" if plan["comparison"] == diff["comparison"] else "plan and diff differ")
DIMENSIONS = ["axe", "association", "commune", "instance", "dispositif", "sexe"]


def key(row, indicator="indicator"):
    return (row[indicator], row["horizon"], *(row[d] for d in DIMENSIONS))


def table(path):
    return {key(row): row for row in csv.DictReader(open(path, encoding="utf-8"))}


old, new = table(sys.argv[3]), table(sys.argv[4])
moved = {k for k in old.keys() | new.keys() if old.get(k) != new.get(k)}
told = {(f["indicator"], f["horizon"], *(f["cell"].get(d, "") for d in DIMENSIONS)): f for f in diff["comparison"]["figures"]}
print(f"{len(moved)} figures moved" if moved == set(told) else f"not told: {moved ^ set(told)}")
for k, f in told.items():
    for side, rows in (("old", old), ("new", new)):
        if rows.get(k, {}).get("value", "") != f.get(side, ""):
            print(f"{k}: {side} {f.get(side)}, table {rows.get(k)}")
for path in sorted(glob.glob(sys.argv[6] + "/financeurs/*.csv")):
    name = path.split("/")[-1]
    funder = name[:-12]
    rows = list(csv.DictReader(open(path, encoding="utf-8-sig"), delimiter=";"))
    before = {key(r, "indicateur"): r for r in csv.DictReader(
        open(f"{sys.argv[5]}/financeurs/{name}", encoding="utf-8-sig"), delimiter=";")}
    marked = {key(r, "indicateur") for r in rows if r["revise"] == "oui"}
    # Nor is anything told of what is hidden now.
    hidden = {key(r, "indicateur") for r in rows if r["confidentialite"] != "F"}
    expected = {k for k, f in told.items() if funder in f["funders"]} - hidden
    # A count of persons that moved by a few is not told again.
    number = lambda text: float(text.replace(",", ".")) if text else 0
    few = lambda r, old: r["unite"] in ("personnes", "entrees", "sorties") and 0 < abs(number(r["valeur"]) - number(old)) < 5
    wrong = [r for r in rows if r["revise"] == "oui"
             for old in [before[key(r, "indicateur")]["valeur"]] if r["ancienne_valeur"] != ("" if few(r, old) else old)]
    print(f"{funder}: {len(marked)} revised" + ("" if marked == expected and not wrong else f" WRONG {marked ^ expected} {wrong}"))
