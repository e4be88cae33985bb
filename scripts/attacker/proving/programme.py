"""A random programme whose exports are clean and whose counts are small and middling: persons who come, stay some months and leave, as
associations have them; and funders who want to know everything about them. The same seed gives the same bytes."""
import copy
import csv
import datetime
import pathlib
import random
import shutil

import yaml

from reading.catalogue import SCHEMES, after, months

BREAKDOWNS = {"beneficiaires": ["axe", "association", "dispositif", "sexe", "commune"], "entrees": ["axe", "association", "dispositif"],
              "effectif": ["axe", "association", "sexe"]}
HORIZONS = ["mois", "annee", "programme"]
SORTIES = ["durable", "transition", "positive", "autre", "retrait"]
CONTRACTS = ["cdi", "cdd", "cddi", "pec", "apprentissage"]
REGISTER = ["beneficiaire_id", "cle_personne", "dispositif", "axe", "date_entree", "date_sortie", "sortie", "sexe", "naissance", "rsa", "rqth",
            "qpv", "mois_chomage", "commune"]
STAFF = ["mois", "poste_id", "salarie_id", "axe", "commune", "contrat", "statut", "etp", "dispositif", "sexe", "date_debut"]


class Quoted(str):
    """A text that YAML would take for a number."""


yaml.SafeDumper.add_representer(Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=200), encoding="utf-8")


class RandomProgramme:
    def __init__(self, seed, example, folder, has_posts=False):
        # Full-time equivalents beside the employees; all else of a seed stays as it is without.
        self.has_posts = has_posts
        self.random, self.example, self.inputs = random.Random(f"attack {seed}"), pathlib.Path(example), pathlib.Path(folder, "inputs")
        r = self.random
        self.base = yaml.load((self.example / "programme.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.start = r.choice(["2021-07", "2021-09", "2021-10", "2021-12", "2022-01"])
        # A January is crossed: the year begins anew, the programme does not.
        if self.start == "2022-01":
            self.months = months(self.start, r.choice(["2022-06", "2023-02"]))
        else:
            self.months = months(self.start, max(after(self.start, 5), after("2022-01", r.randint(1, 4))))
        self.axes = copy.deepcopy(r.sample(self.base["axes"], r.randint(2, 4)))
        self.communes = r.sample(self.base["territory"]["communes"], r.randint(3, 5))
        self.associations = [self.association(a) for a in r.sample(self.base["associations"], r.randint(2, 6))]
        self.people = [row for a in self.associations for row in self.paths(a)]
        self.agree()
        self.staff = {a["id"]: self.employees(a) for a in self.associations}

    def association(self, base):
        r = self.random
        late = r.random() < 0.15
        return {"id": base["id"], "label": base["label"], "axes": r.sample([a["id"] for a in self.axes], r.randint(1, min(2, len(self.axes)))),
                "commune": Quoted(r.choice(self.communes)["id"]), "member_from": after(self.start, 1) if late else self.start,
                "owes": ["etp", "beneficiaires"] if r.random() < 0.85 else ["etp"]}

    # Persons --------------------------------------------------------------------------------------------------------

    def paths(self, association):
        """Persons there at the start, and a few who enter each month; who leaves, leaves after one month to fourteen."""
        if "beneficiaires" not in association["owes"]:
            return
        r, serial = self.random, 0
        size, flow = r.choice([0, 3, 6, 10, 16, 25, 40]), r.choice([0.3, 1, 2, 4, 6])
        schemes = r.sample(SCHEMES["beneficiaires"], r.randint(1, 3))
        shares = {column: r.choice([0.05, 0.15, 0.4, 0.6]) for column in ("rsa", "rqth", "qpv")}
        blank = r.choice([0, 0, 0.1])
        for month in [after(self.start, -r.randint(1, 9)) for _ in range(size)] + [m for m in self.months for _ in range(self.poisson(flow))]:
            serial += 1
            yield self.path(association, serial, month, schemes, shares, blank)

    def agree(self):
        """One person is the same whoever tells of her."""
        first = {}
        for path in self.people:
            if path["cle_personne"]:
                same = first.setdefault(path["cle_personne"], path)
                path.update({column: same[column] for column in ("sexe", "naissance", "rsa", "rqth", "qpv", "commune")})

    def poisson(self, mean):
        count, left = 0, self.random.expovariate(1)
        while left < mean:
            count, left = count + 1, left + self.random.expovariate(1)
        return count

    def path(self, association, serial, month, schemes, shares, blank):
        r = self.random
        entered = datetime.date(int(month[:4]), int(month[5:]), r.randint(1, 28))
        left = entered + datetime.timedelta(days=r.randint(20, 420))
        maybe = lambda value: "" if r.random() < blank else value
        yes = lambda column: maybe("oui" if r.random() < shares[column] else "non")
        return {"association": association["id"], "beneficiaire_id": f"{association['id'][:4].upper()}-{serial:04d}",
                # Some are known to two associations by one key.
                "cle_personne": f"P{r.randint(1, 60):03d}" if r.random() < 0.15 else "", "dispositif": r.choice(schemes),
                "axe": r.choice(association["axes"]), "date_entree": entered, "date_sortie": left,
                "sortie": r.choices(SORTIES, [3, 3, 2, 4, 0.4])[0], "sexe": maybe(r.choices("fhx", [10, 12, 0.2])[0]),
                "naissance": maybe(str(entered.year - r.randint(17, 62))), "rsa": yes("rsa"), "rqth": yes("rqth"), "qpv": yes("qpv"),
                "mois_chomage": maybe(str(r.choice([0, 3, 8, 12, 14, 20, 24, 30, 48]))),
                "commune": maybe(r.choice(self.communes)["id"])}

    def employees(self, association):
        r = self.random
        return [{"poste_id": f"{association['id'][:3]}-P{n}", "salarie_id": f"{association['id'][:3]}-S{n}", "axe": r.choice(association["axes"]),
                 "commune": association["commune"], "contrat": r.choice(CONTRACTS), "statut": "existant", "etp": r.choice(["1", "0.8", "0.5"]),
                 "dispositif": r.choice(["", "", "aci", "ei"]), "sexe": r.choices(["f", "h", ""], [10, 10, r.choice([0, 1])])[0],
                 "from": after(self.start, r.randint(-6, 5)), "until": after(self.start, r.randint(2, 30))}
                for n in range(r.choice([3, 6, 9, 15, 25]))]

    # Files ----------------------------------------------------------------------------------------------------------

    def publishable(self):
        """All of inputs/, exports of every month."""
        shutil.rmtree(self.inputs, ignore_errors=True)
        self.definitions()
        for association in self.associations:
            for month in self.months:
                if month >= association["member_from"]:
                    self.export(association, month)

    def export(self, association, month):
        folder = self.inputs / "exports" / association["id"]
        folder.mkdir(parents=True, exist_ok=True)
        rows = [{**e, "mois": month, "date_debut": e["from"] + "-01"} for e in self.staff[association["id"]] if e["from"] <= month <= e["until"]]
        self.table(folder / f"etp-{month}.csv", STAFF, rows)
        if "beneficiaires" in association["owes"]:
            rows = [self.known_then(p, month) for p in self.people if p["association"] == association["id"] and f"{p['date_entree']:%Y-%m}" <= month]
            self.table(folder / f"beneficiaires-{month}.csv", REGISTER, rows)

    @staticmethod
    def known_then(path, month):
        """The register as it stood at the month's end: who is still there has no exit."""
        is_gone = f"{path['date_sortie']:%Y-%m}" <= month
        return path if is_gone else {**path, "date_sortie": "", "sortie": ""}

    @staticmethod
    def table(path, columns, rows):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, delimiter=";", extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def definitions(self):
        text = lambda c: {"id": Quoted(c["id"]), "label": c["label"], "postal": [Quoted(p) for p in c["postal"]]}
        base = self.base
        write(self.inputs / "programme.yaml", {
            "programme": {k: base["programme"][k] for k in ("id", "label", "legal")} | {"start": self.start, "illustrative": True},
            "territory": {"id": base["territory"]["id"], "label": base["territory"]["label"], "compared_to": base["territory"]["compared_to"],
                          "communes": [text(c) for c in self.communes]},
            "axes": self.axes, "instances": [{k: v for k, v in i.items() if k != "tracked_from"} for i in base["instances"]],
            "associations": self.associations,
            "rules": {"due_day": 15, "retention_months": 60, "minimum_stay_days": self.random.choice([{}, {"aci": 80}]), "settle_seconds": 0},
            "confidentiality": {"persons_threshold": 5, "sensitive_threshold": 11, "key_file": "../.bilan-key"}})
        shutil.copytree(self.example / "reference", self.inputs / "reference")
        self.catalogue = self.rich_catalogue()
        write(self.inputs / "indicators.yaml", {"indicators": self.catalogue})
        for name in ("nord", "sud", "centre")[:self.random.randint(1, 3)]:
            write(self.inputs / "funders" / f"{name}.yaml", self.funder(name))

    def rich_catalogue(self):
        """The example's, with more breakdowns and horizons for what counts persons."""
        catalogue = yaml.safe_load((self.example / "indicators.yaml").read_text(encoding="utf-8"))["indicators"]
        for entry in catalogue:
            name = entry["id"]
            if name in BREAKDOWNS:
                entry["by"] = BREAKDOWNS[name]
            elif name.startswith(("sorties", "taux_sorties")):
                entry["by"] = ["association", "dispositif"]
            elif name.startswith("beneficiaires_"):
                entry["by"] = ["association", "dispositif"]
            if name.startswith(("beneficiaires", "entrees", "sorties", "taux_sorties")):
                entry["horizons"] = HORIZONS
            # A base of one association's may be of one that this programme does not have.
            if "'at'" in str(entry.get("baseline", "")):
                entry.pop("baseline")
        return catalogue

    def funder(self, name):
        r = self.random
        persons = [e for e in self.catalogue if e["id"].startswith(("beneficiaires", "entrees", "sorties", "taux_sorties", "effectif", "part_cdi",
                                                                    "part_femmes", "part_rsa"))]
        keys = r.sample(persons, r.randint(4, 8))
        funder = {"funder": {"id": name, "label": {"fr": f"Financeur {name}"}, "title": {"fr": f"Rapport {name}"}},
                  "csv": {"separator": ";", "decimal": ",", "bom": True, "line_end": "crlf"},
                  "key_figures": self.keys(keys), "sections": [self.section(n, persons) for n in range(r.randint(2, 5))]}
        if self.has_posts:
            columns = [{"indicator": i, "horizon": "mois"} for i in ("effectif", "etp_total")]
            funder["sections"] += [{"title": {"fr": f"Postes par {rows}"}, "sentence": {"fr": "Effectif et ETP."}, "rows": rows,
                                    "columns": columns, "chart": "none"} for rows in ("association", "axe")]
        return funder

    def keys(self, entries):
        found = []
        for entry in entries:
            key = {"indicator": entry["id"], "horizon": self.random.choice(entry["horizons"])}
            if self.random.random() < 0.25 and "association" in entry["by"]:
                owing = [a["id"] for a in self.associations if "beneficiaires" in a["owes"] or entry["id"] == "effectif"]
                if owing:
                    key["at"] = {"association": self.random.choice(owing)}
            found.append(key)
        return found

    def section(self, number, persons):
        r = self.random
        rows = r.choice(["association", "association", "dispositif", "axe", "sexe", "commune"])
        fit = [e for e in persons if rows in e["by"]]
        columns = []
        for entry in r.sample(fit, min(len(fit), r.randint(2, 9))):
            # One horizon, or all that it has.
            for horizon in r.sample(entry["horizons"], r.choice([1, 1, len(entry["horizons"])])):
                columns.append({"indicator": entry["id"], "horizon": horizon})
        return {"title": {"fr": f"Tableau {number + 1}"}, "sentence": {"fr": f"Ce que dit le tableau {number + 1}."}, "rows": rows,
                "columns": columns[:10], "chart": r.choice([{"bar": [columns[0]["indicator"]]}, "none"])}

    # Corrections ----------------------------------------------------------------------------------------------------

    def correct(self):
        """One path mended or forgotten until then: in one month's register, or in it and all later ones. The month."""
        r = self.random
        month = r.choice(self.months[:-1])
        there = [p for p in self.people if f"{p['date_entree']:%Y-%m}" <= month]
        if not there:
            return None
        path = r.choice(there)
        association = next(a for a in self.associations if a["id"] == path["association"])
        month = max(month, association["member_from"])
        how = r.choice(["rsa", "sexe", "gone", "sortie"])
        if how == "gone":
            self.people.remove(path)
        else:
            path[how] = {"rsa": "non" if path["rsa"] == "oui" else "oui", "sexe": "h" if path["sexe"] == "f" else "f",
                         "sortie": "durable" if path["sortie"] != "durable" else "autre"}[how]
        for later in [month] if r.random() < 0.3 else [m for m in self.months if m >= month]:
            self.export(association, later)
        return month
