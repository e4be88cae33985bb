"""Reads aggregators' tables with Python's own csv, and holds them against the figures, the reports and each other."""
import collections
import csv
import json
import pathlib
import sys

DIMENSIONS = "axe association commune instance dispositif sexe".split()


def rows(path):
    raw = pathlib.Path(path).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw.endswith(b"\n")
    return list(csv.DictReader(raw.decode("utf-8").splitlines()))


def key(row):
    return (row["INDICATOR"], row["HORIZON"], *(row[d.upper()] for d in DIMENSIONS))


def told(folder, figures):
    """Every figure once; a shown one as `bilan figures` has it, a hidden one without a number; reports say the same."""
    table = rows(f"{folder}/etat-2022-05.csv")
    by_key = {key(row): row for row in table}
    assert len(by_key) == len(table)
    with open(figures, encoding="utf-8", newline="") as file:
        computed = {(r["indicator"], r["horizon"], *(r[d] for d in DIMENSIONS)): r for r in csv.DictReader(file)}
    assert list(by_key) == list(computed)
    for at, row in by_key.items():
        numbers = [row[c] for c in ("OBS_VALUE", "NUMERATOR", "DENOMINATOR")]
        if row["CONF_STATUS"] == "F":
            assert numbers[0] == computed[at]["value"] and row["OBS_STATUS"] == computed[at]["status"], row
        else:
            assert numbers == ["", "", ""] and computed[at]["value"] != "", row
    shared = collections.Counter()
    for path in sorted(pathlib.Path(folder).glob("*.csv")):
        text = path.read_text(encoding="utf-8-sig")
        for row in csv.DictReader(text.splitlines(), delimiter=";") if text.startswith("indicateur") else ():
            same = by_key[(row["indicateur"], row["horizon"], *(row[d] for d in DIMENSIONS))]
            french = [row[c].replace(",", ".") for c in ("valeur", "numerateur", "denominateur", "statut", "confidentialite")]
            assert french == [same[c] for c in ("OBS_VALUE", "NUMERATOR", "DENOMINATOR", "OBS_STATUS", "CONF_STATUS")], (path, row)
            shared[path.stem] += 1
    package = json.loads(pathlib.Path(folder, "datapackage.json").read_text(encoding="utf-8"))
    resource, = (r for r in package["resources"] if r["name"] == "etat-2022-05")
    assert [f["name"] for f in resource["schema"]["fields"]] == list(table[0])
    print(f"{len(table)} figures, each once:", dict(collections.Counter(row["CONF_STATUS"] for row in table)))
    print("the same in reports:", dict(shared))


def revised(before, now):
    """What each action says is true of the two tables."""
    old = {key(row): row for row in rows(before)}
    assert {row["ACTION"] for row in old.values()} == {"I"}
    counts, told = collections.Counter(), {}
    for row in rows(now):
        at = key(row)
        counts[row["ACTION"]] += 1
        strip = lambda r: {c: v for c, v in r.items() if c not in ("EDITION", "ACTION")}
        if row["ACTION"] == "D":
            assert at in old and [c for c, v in row.items() if v and c.lower() not in DIMENSIONS] == \
                ["PROGRAMME", "INDICATOR", "TIME_PERIOD", "HORIZON", "EDITION", "ACTION"], row
            print("D", ",".join(row.values()))
        elif row["ACTION"] == "R":
            assert strip(row) != strip(old[at])
        else:
            assert at not in old or strip(row) == strip(old[at])
        # What whoever loads both has then: D takes away, R replaces, I is put beside what there is.
        if row["ACTION"] == "D":
            del old[at]
        else:
            old[at] = row
        told[at] = row
    assert old == {at: row for at, row in told.items() if row["ACTION"] != "D"}
    print(dict(counts))


def pooled(*paths):
    """One after the other, the header of the first: one table."""
    lines = [line for n, path in enumerate(paths) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()[n > 0:]]
    heads = {pathlib.Path(path).read_text(encoding="utf-8").split("\n", 1)[0] for path in paths}
    table = list(csv.DictReader(lines))
    assert len(heads) == 1 and len({(row["PROGRAMME"], *key(row)) for row in table}) == len(table)
    print(len(table), "rows of", sorted({row["PROGRAMME"] for row in table}))


globals()[sys.argv[1]](*sys.argv[2:])
