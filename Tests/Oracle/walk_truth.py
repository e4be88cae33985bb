"""What the walk (walk.py) holds an edition against: the definitions, the table of `bilan figures`, and the stretch of time that
each figure counts, worked out here from design/3-indicators.md and not from the program."""
import csv, io, pathlib, subprocess
import oracle
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
import yaml

MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()
DIMENSIONS = ["axe", "association", "commune", "instance", "dispositif", "sexe"]
UNITS = {"reunions": "réunions", "entrees": "entrées"}
SCHEMES = {
    "aci": "Ateliers et chantiers d'insertion (ACI)", "ei": "Entreprises d'insertion (EI)",
    "ai": "Associations intermédiaires (AI)", "etti": "Travail temporaire d'insertion (ETTI)",
    "eiti": "Travail indépendant d'insertion (EITI)", "autre": "Autre dispositif"}
SEXES = {"f": "Femmes", "h": "Hommes", "x": "Autre", "inconnu": "Non renseigné"}
PERSONS = {"count_persons", "count_paths"}


def plain(text):
    """Spaces and apostrophes as a keyboard has them. The narrow space stays: it alone groups digits."""
    return (str(text).replace("\u00a0", " ").replace("’", "'").replace("\u202f;", " ;").replace("\u202f?", " ?")
            .replace("\u202f!", " !"))


def number_of(text):
    return None if text in ("", None) else Decimal(str(text).replace(",", "."))


def rounded(value, decimals):
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def step(month, by):
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    return f"{count // 12}-{count % 12 + 1:02}"


def french(month):
    return f"{MONTHS[int(month[5:7]) - 1]} {month[:4]}"


def french_day(day):
    number = int(day[8:10])
    return f"{number}{'er' if number == 1 else ''} {french(day[:7])}"


def said(label):
    """A label in French: a text, or {fr: …}."""
    return plain(label["fr"] if isinstance(label, dict) else label)


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Key(tuple):
    """(indicator, horizon, cell), the cell a sorted tuple of (dimension, id)."""
    def __new__(cls, indicator, horizon, cell=()):
        return super().__new__(cls, (indicator, horizon, tuple(sorted(dict(cell).items()))))
    indicator, horizon, cell = (property(lambda self, i=i: self[i]) for i in range(3))
    def __str__(self):
        return " ".join([self.indicator, self.horizon] + [f"{d}={m}" for d, m in self.cell])


class Definitions:
    def __init__(self, inputs):
        inputs = pathlib.Path(inputs)
        read = lambda path: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.programme = read(inputs / "programme.yaml")
        self.indicators = {entry["id"]: entry for entry in read(inputs / "indicators.yaml")["indicators"]}
        self.funders = {}
        for path in sorted((inputs / "funders").glob("*.yaml")):
            funder = read(path)
            self.funders[funder["funder"]["id"]] = funder
        with open(inputs / "reference" / "territory.csv", encoding="utf-8-sig", newline="") as file:
            self.vintages = list(csv.DictReader(file))
        with open(inputs / "reference" / "full-time-hours.csv", encoding="utf-8-sig", newline="") as file:
            self.hours = list(csv.DictReader(file))
        self.start = self.programme["programme"]["start"]
        rules = self.programme.get("confidentiality") or {}
        self.threshold = int(rules.get("persons_threshold", 5))
        self.sensitive = int(rules.get("sensitive_threshold", self.threshold))
        #: Everything that somebody typed: a number in it is that person's.
        self.typed = sorted(set(self._texts([self.programme, list(self.indicators.values()), self.funders, self.vintages, self.hours])),
                            key=len, reverse=True)

    def _texts(self, node):
        if isinstance(node, dict):
            for value in node.values():
                yield from self._texts(value)
        elif isinstance(node, list):
            for value in node:
                yield from self._texts(value)
        elif isinstance(node, str) and any(c.isdigit() for c in node) and any(c.isalpha() for c in node):
            yield plain(node).strip().rstrip(".")

    # What a measure is made of

    def parts(self, measure):
        """The measures below one, ids followed."""
        if isinstance(measure, str):
            entry = self.indicators.get(measure)
            return self.parts(entry["measure"]) if entry else []
        found = []
        if isinstance(measure, list):
            for one in measure:
                found += self.parts(one)
        elif isinstance(measure, dict):
            for name, value in measure.items():
                if name in ("ratio",):
                    found += [(name, value)] + self.parts(value.get("of")) + self.parts(value.get("over"))
                elif name in ("difference", "sum"):
                    found += [(name, value)] + self.parts(value)
                elif name == "measure":
                    found += self.parts(value)
                elif name not in ("where", "baseline_of", "factor", "within", "except"):
                    found.append((name, value or {}))
        return found

    def leaves(self, indicator):
        return [(name, value) for name, value in self.parts(self.indicators[indicator]["measure"])
                if name not in ("ratio", "difference", "sum")]

    def counts_persons(self, indicator):
        entry = self.indicators[indicator]
        return entry.get("counts_persons") == "true" or any(
            name in PERSONS or (name == "count_stock" and value.get("of") == "salarie")
            for name, value in self.leaves(indicator))

    def smallest(self, indicator):
        """From how many persons on a count of this indicator is shown."""
        return self.sensitive if "sensitive" in listed(self.indicators[indicator].get("tags")) else self.threshold

    def is_telling(self, key, difference):
        """A difference of 1 to k − 1 persons tells them."""
        counted = self.counts_persons(key.indicator) and self.unit(key.indicator) not in ("%", "points", "ETP", "heures")
        return counted and 0 < abs(difference) < self.smallest(key.indicator)

    # Which stretch of time a figure counts

    def vintage(self, territory, month):
        days = sorted(row["as_of"] for row in self.vintages if row["territory"] == territory)
        known = [day for day in days if day[:7] <= month]
        return (known[-1] if known else days[0]) if days else None

    def period(self, key, month):
        """('month', M), ('year', first, M), ('since', first), ('estimate', first, M) or ('day', [days])."""
        leaves = self.leaves(key.indicator)
        if leaves and all(name == "reference" for name, _ in leaves):
            places = {value[t] for _, value in leaves for t in ("territory", "against") if value.get(t)}
            days = sorted({day for day in (self.vintage(place, month) for place in places) if day})
            if days:
                return ("day", days)
        for name, value in leaves:
            if name == "reference_share" and self.vintage(value["territory"], month):
                day = self.vintage(value["territory"], month)
                first = max(step(day[:7], 1), self.start)
                return ("estimate", first, month) if first <= month else ("day", [day])
        first = self.start
        for instance in self.programme.get("instances", []):
            tracked = instance.get("tracked_from")
            if dict(key.cell).get("instance") == instance["id"] and tracked and tracked <= month:
                first = max(first, tracked)
        if key.horizon == "mois":
            return ("month", month)
        if key.horizon == "annee":
            return ("year", max(month[:4] + "-01", first), month)
        return ("since", first)

    def in_table(self, key, month):
        """As a column or a cell says it: every right wording."""
        kind, *rest = self.period(key, month)
        if kind == "month":
            return [french(rest[0])]
        if kind == "year":
            if rest[0] == rest[1]:
                # One month alone, January or the first of all: a year's total that says so.
                return [f"cumul de {french(rest[1])}".replace("de a", "d'a").replace("de o", "d'o"), f"{french(rest[1])}, premier mois de l'année"]
            return [f"{MONTHS[int(rest[0][5:7]) - 1]} à {french(rest[1])}"]
        if kind in ("since", "estimate"):
            return [f"depuis {french(rest[0])}"]
        return ["au " + " et ".join(french_day(day) for day in rest[0])]

    def in_sentence(self, key, month):
        kind, *rest = self.period(key, month)
        if kind == "month":
            return [f"en {french(rest[0])}"]
        if kind == "year" and rest[0] == rest[1]:
            return [f"en {french(rest[1])}, premier mois compté"]
        if kind == "year":
            name = MONTHS[int(rest[0][5:7]) - 1]
            return [("d'" if name[0] in "ao" else "de ") + f"{name} à {french(rest[1])}"]
        if kind == "estimate":
            # A state of the month, with what came since the vintage.
            return [f"en {french(month)}, emplois comptés depuis {french(rest[0])}"]
        return self.in_table(key, month)

    def compares(self, key, month, months):
        """Whether there is something to compare with so many months before: a month of the programme, and as long a stretch. The
        year so far grows within a year, and is compared with the same months of the year before."""
        before = step(month, -months)
        if before < self.start:
            return False
        now, then = self.period(key, month), self.period(key, before)
        if now[0] != "year" or then[0] != "year":
            return True
        return now[1] == then[1] if months == 1 else now[1][5:] == then[1][5:]

    # Names

    def label(self, indicator, funder=None):
        own = ((self.funders.get(funder) or {}).get("labels") or {}).get(indicator)
        return said(own if own is not None else self.indicators[indicator]["label"])

    def members(self, dimension):
        """id → name, in the programme's order."""
        if dimension == "axe":
            return {a["id"]: said(a["label"]) for a in self.programme.get("axes", [])}
        if dimension == "association":
            return {a["id"]: said(a["label"]) for a in self.programme["associations"]}
        if dimension == "instance":
            return {i["id"]: said(i["label"]) for i in self.programme.get("instances", [])}
        if dimension == "commune":
            names = {c["id"]: said(c["label"]) for c in self.programme["territory"]["communes"]}
            return {**names, "ailleurs": "Hors du territoire"}
        return SCHEMES if dimension == "dispositif" else SEXES

    def place(self, cell):
        """`axe Mobilité…`, as it stands behind a figure's name."""
        words = []
        for dimension, member in cell:
            name = self.members(dimension).get(member, member)
            if dimension == "axe":
                name = "axe " + name
            elif dimension == "commune" and member == "ailleurs":
                name = "hors du territoire"
            elif dimension == "dispositif":
                name = "autre dispositif" if member == "autre" else member.upper()
            elif dimension == "sexe":
                name = {"f": "femmes", "h": "hommes", "x": "sexe autre", "inconnu": "sexe inconnu"}[member]
            words.append(name)
        return ", ".join(words)

    def unit(self, indicator):
        unit = self.indicators[indicator]["unit"]
        return UNITS.get(unit, unit)

    def decimals(self, indicator):
        return int(self.indicators[indicator].get("decimals", 0))

    # What a figure is read against

    def longest(self, indicator):
        return [h for h in ("mois", "annee", "programme") if h in listed(self.indicators[indicator]["horizons"])][-1]

    def named_key(self, entry):
        if isinstance(entry, str):
            return Key(entry, self.longest(entry))
        return Key(entry["indicator"], entry.get("horizon") or self.longest(entry["indicator"]), entry.get("at") or {})

    def key_figures(self, funder):
        return [self.named_key(entry) for entry in listed(self.funders[funder].get("key_figures"))]

    def objectives(self, funder, month):
        return [entry for entry in listed(self.funders[funder].get("objectives")) if entry["from"] <= month <= entry["until"]]

    def objective(self, funder, key, month):
        if funder is None:
            return None
        return next((o for o in self.objectives(funder, month) if self.named_key(o) == key), None)

    def benchmark(self, key, month, name):
        """The baseline or the target that holds for a key: its `at` is the cell (and horizon, if it has one), the newest."""
        fitting = []
        for entry in listed(self.indicators[key.indicator].get(name)):
            at = dict(entry.get("at") or {})
            horizon = at.pop("horizon", None)
            if tuple(sorted(at.items())) == key.cell and horizon in (None, key.horizon):
                fitting.append(entry)
        date = lambda entry: entry.get("as_of") or entry.get("from") or ""
        fitting.sort(key=date)
        known = [entry for entry in fitting if date(entry)[:7] <= month]
        if name == "target":
            return Decimal(known[-1]["value"]) if known else None
        chosen = known[-1] if known else fitting[0] if fitting else None
        return Decimal(chosen["value"]) if chosen else None

    def elapsed(self, objective, month):
        """The share of its period that has passed, in per cent."""
        count = lambda m: int(m[:4]) * 12 + int(m[5:7])
        first, last = count(objective["from"]), count(objective["until"])
        return Decimal(count(month) - first + 1) * 100 / Decimal(last - first + 1)


class Figures:
    """Every figure of the month, and of the months before where `bilan` could be asked."""
    def __init__(self, definitions, path):
        self.definitions = definitions
        self.rows, self.hidden, self.hidden_before, self.files = defaultdict(dict), set(), set(), None
        with open(path, encoding="utf-8", newline="") as file:
            self._take(file)
        (self.month,) = self.rows
        for key, row in self.rows[self.month].items():
            if self._is_small(key, self.month):
                self.hidden.add(key)

    def _take(self, file):
        for row in csv.DictReader(file):
            key = Key(row["indicator"], row["horizon"], {d: row[d] for d in DIMENSIONS if row[d]})
            row["number"] = number_of(row["value"])
            self.rows[row["month"]].setdefault(key, row)

    def ask(self, bilan, inputs):
        """The months that Évolution and a change on a year look back to, all computed from the inputs."""
        first = max(self.definitions.start, step(self.month, -12))
        answer = subprocess.run([bilan, "figures", self.month, "--from", first, "--compute", "--inputs", str(inputs)],
                                capture_output=True, text=True, check=True)
        self._take(io.StringIO(answer.stdout))
        self.files = Files(inputs, self.month)

    def row(self, key, month=None):
        return self.rows.get(month or self.month, {}).get(key)

    def value(self, key, month=None):
        row = self.row(key, month)
        return row["number"] if row else None

    def _is_small(self, key, month):
        """Confidentiality's first rule (C): 1 to k − 1 persons, and rates that would tell them."""
        row, definitions = self.row(key, month), self.definitions
        if row is None or row["number"] is None or not definitions.counts_persons(key.indicator):
            return False
        small = lambda n: n is not None and 0 < abs(n) < definitions.smallest(key.indicator)
        if row["numerator"]:
            of, over = number_of(row["numerator"]), number_of(row["denominator"])
            return small(of) or small(over) or small(over - of)
        whole = row["unit"] not in ("%", "points", "ETP", "heures")
        return whole and small(row["number"])

    def is_hidden(self, key, month=None):
        if month in (None, self.month):
            return key in self.hidden
        return self._is_small(key, month) or (month, key) in self.hidden_before

    def change(self, key, months):
        """How a cell must say value(M) − value(M − months): (–, s, nc, nd or None; the difference where both are known). `s` where
        either is hidden, or the month's own figure (what a cumulated one gained), or the difference tells a few persons; `nc` where
        other associations are lacking in one of the two."""
        before = step(self.month, -months)
        now, then = self.value(key), self.value(key, before)
        difference = None if None in (now, then) else now - then
        if not self.definitions.compares(key, self.month, months):
            return "–", difference
        if months == 1 and self.is_hidden(Key(key.indicator, "mois", key.cell)):
            return "s", difference
        if difference is not None and self.files.incomplete(key, self.month) != self.files.incomplete(key, before):
            return "nc", difference
        if self.is_hidden(key) or self.is_hidden(key, before):
            return "s", difference
        if difference is None:
            return "nd", None
        return "s" if self.definitions.is_telling(key, difference) else None, difference


class Files(oracle.Engine):
    """Whose files a figure lacks: the oracle's engine, asked of each association that a measure looks at."""
    def __init__(self, inputs, month):
        self.programme_of_files = oracle.Programme(str(inputs))
        self.found, _ = oracle.read_exports(self.programme_of_files, oracle.month_number(month))
        self.known = {}

    def incomplete(self, key, month):
        if (key, month) not in self.known:
            super().__init__(self.programme_of_files, self.found, oracle.month_number(month))
            self.lacking, entry = set(), self.p.indicator[key.indicator]
            self.compute(entry["measure"], oracle.Context(self.periods[key.horizon], key.horizon, dict(key.cell), self.conditions(entry)))
            self.known[key, month] = self.lacking
        return self.known[key, month]

    # Never said to be lacking, so that all that follows is asked too.

    def provisional(self, kind, associations, months):
        self.lacking.update(a for a in associations if super(Files, self).provisional(kind, [a], months))
        return False

    def provisional_register(self, associations, months):
        self.lacking.update(a for a in associations if super(Files, self).provisional_register([a], months))
        return False
