"""The vectors of design 6 once more, as published tables of a few lines: from the CSV to what is disclosed."""
import csv
import pathlib
import tempfile
import types

import yaml

import attack
from reading.catalogue import DIMENSIONS

HEADER = ["indicateur", "libelle", "mois", "horizon", *DIMENSIONS, "valeur", "numerateur", "denominateur", "unite", "statut",
          "confidentialite", "base", "cible", "edition", "revise", "ancienne_valeur", "commentaire"]
PATHS = {"kind": "beneficiaires", "at": "date_sortie", "minimum_stay": True}
INDICATORS = [
    {"id": "effectif", "measure": {"count_stock": {"kind": "etp", "of": "salarie"}}},
    {"id": "etp", "measure": {"sum_stock": {"kind": "etp", "of": "etp", "where": {"statut": ["existant"]}}}},
    {"id": "entrees", "measure": {"count_paths": {"kind": "beneficiaires", "at": "date_entree"}}},
    {"id": "sorties", "measure": {"count_paths": {**PATHS, "where": {"sortie": ["durable", "positive", "autre"]}}}},
    {"id": "dynamiques", "measure": {"count_paths": {**PATHS, "where": {"sortie": ["durable", "positive"]}}}},
    {"id": "taux", "measure": {"ratio": {"of": "dynamiques", "over": "sorties", "factor": 100}}},
    {"id": "beneficiaires", "measure": {"count_persons": {"kind": "beneficiaires"}}},
    {"id": "rsa", "measure": {"count_persons": {"kind": "beneficiaires", "where": {"rsa": ["oui"]}}}}]
TABLE = {("a", "f"): (3, "C"), ("a", "h"): (12, "F"), ("b", "f"): (14, "F"), ("b", "h"): (12, "F"), ("c", "f"): (10, "F"), ("c", "h"): (9, "F")}


def line(edition, indicator, value, mark="F", horizon="mois", revised="non", parts=("", ""), **cell):
    shown = [value, *parts] if mark == "F" else ["", "", ""]
    return [indicator, indicator, edition.rsplit(".", 1)[0], horizon, *[cell.get(d, "") for d in DIMENSIONS], *shown, "", "A", mark, "", "",
            edition, revised, "", ""]


def definitions(folder):
    associations = [{"id": id, "label": id, "member_from": "2022-01", "owes": ["etp", "beneficiaires"]} for id in "abc"]
    programme = {"programme": {"start": "2022-01"}, "territory": {"communes": [{"id": "1", "label": "Une"}]},
                 "axes": [{"id": "x", "label": "X"}], "associations": associations}
    (folder / "funders").mkdir(parents=True)
    (folder / "programme.yaml").write_text(yaml.safe_dump(programme), encoding="utf-8")
    (folder / "indicators.yaml").write_text(yaml.safe_dump({"indicators": INDICATORS}), encoding="utf-8")


def disclosed(published):
    """{(attacker, kind, low, high)} and the small counts of {(edition, funder): lines}."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        definitions(folder / "inputs")
        for (edition, funder), lines in published.items():
            path = folder / "reports/editions" / edition / "financeurs" / f"{funder}-{edition.rsplit('.', 1)[0]}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows([HEADER, *lines])
        options = types.SimpleNamespace(bold=False, truth=False, any_d=False)
        _, _, found, small, _ = attack.attack(folder / "reports", folder / "inputs", options)
    return sorted({(d.attacker, d.kind, d.low, d.high) for d in found}), len(small)


def table(marks, edition="2022-01.1"):
    lines = [line(edition, "effectif", sum(v for v, _ in TABLE.values()))]
    lines += [line(edition, "effectif", sum(v for (x, _), (v, _) in TABLE.items() if x == a), association=a) for a in "abc"]
    lines += [line(edition, "effectif", sum(v for (_, y), (v, _) in TABLE.items() if y == s), sexe=s) for s in "fh"]
    lines += [line(edition, "effectif", 0, sexe=s) for s in ("x", "inconnu")]
    return lines + [line(edition, "effectif", v, marks.get(key, mark), association=key[0], sexe=key[1]) for key, (v, mark) in TABLE.items()]


CYCLE = {("a", "h"): "D", ("b", "f"): "D", ("b", "h"): "D"}


def published_alone():
    return disclosed({("2022-01.1", "one"): table({})}), ([(1, "exact", 3, 3), (2, "exact", 3, 3)], 0)


def published_cycle():
    return disclosed({("2022-01.1", "one"): table(CYCLE)}), ([], 0)


def published_to_two():
    other = [line("2022-01.1", "effectif", 14, association="b", sexe="f")]
    found, small = disclosed({("2022-01.1", "one"): table(CYCLE), ("2022-01.1", "two"): other})
    return (found[0], small), ((1, "exact", 3, 3), 0)


def exits(mark):
    return disclosed({("2022-02.1", "one"): [line("2022-02.1", "entrees", 12, mark, "annee")],
                      ("2022-03.1", "one"): [line("2022-03.1", "entrees", 15, horizon="annee"), line("2022-03.1", "entrees", 3, "C")]})


def published_months():
    return exits("F"), ([(1, "exact", 3, 3), (2, "exact", 3, 3)], 0)


def published_months_hidden():
    return exits("D"), ([], 0)


def rate(mark):
    return disclosed({("2022-01.1", "one"): [line("2022-01.1", "sorties", 6, mark), line("2022-01.1", "dynamiques", 5),
                                             line("2022-01.1", "taux", 83.333333, "C", parts=(5, 6))]})


def published_rate():
    return rate("F"), ([(1, "exact", 1, 1), (2, "exact", 1, 1)], 0)


def published_rate_hidden():
    return rate("D"), ([], 0)


def sexes(h):
    shown = {"f": (4, "C"), "h": (9, h), "x": (0, "F"), "inconnu": (0, "F")}
    return disclosed({("2022-01.1", "one"): [line("2022-01.1", "beneficiaires", 13)]
                      + [line("2022-01.1", "beneficiaires", v, mark, sexe=s) for s, (v, mark) in shown.items()]})


def published_sex():
    return sexes("F"), ([(1, "exact", 4, 4), (2, "exact", 4, 4)], 0)


def published_sexes_hidden():
    return sexes("D"), ([], 0)


def revision(mark):
    return disclosed({("2022-01.1", "one"): [line("2022-01.1", "rsa", 7)], ("2022-01.2", "one"): [line("2022-01.2", "rsa", 8, mark, revised="oui")]})


def published_revision():
    return revision("F"), ([], 1)


def published_revision_hidden():
    return revision("D"), ([], 0)


def full_time(etp):
    """Two employees or four: of the whole, hidden with them, nobody knows more than that there are five or more."""
    lines = [line("2022-01.1", "effectif", n, mark, association=a) for a, n, mark in (("a", 4, "C"), ("b", 9, "D"), ("c", 8, "D"))]
    return disclosed({("2022-01.1", "one"): lines + [line("2022-01.1", "etp", etp, association="a")]})


def published_full_time():
    return full_time(3.3), ([(2, "exact", 4, 4)], 0)


def published_full_time_of_less():
    return full_time(3), ([], 0)


def published_small():
    return disclosed({("2022-01.1", "one"): [line("2022-01.1", "rsa", 2)]}), ([], 1)


CASES = (published_alone, published_cycle, published_to_two, published_months, published_months_hidden, published_rate,
         published_rate_hidden, published_sex, published_sexes_hidden, published_revision, published_revision_hidden, published_small,
         published_full_time, published_full_time_of_less)
