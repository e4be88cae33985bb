"""What everybody may know: programme, catalogue and funders, read as somebody outside would read them. An indicator becomes what it
counts (`Quantity`): the same persons under two names are one quantity, so that `beneficiaires_femmes` is `beneficiaires` of sexe f."""
import pathlib

import yaml

DIMENSIONS = ("axe", "association", "commune", "instance", "dispositif", "sexe")
SCHEMES = {"beneficiaires": ("aci", "ei", "ai", "etti", "eiti", "autre"), "etp": ("aci", "ei", "ai", "etti", "eiti")}
SEXES = ("f", "h", "x")
KNOWN = "known"


def months(first, last):
    """All months from first to last, as YYYY-MM."""
    at, found = first, []
    while at <= last:
        found.append(at)
        at = after(at)
    return found


def after(month, step=1):
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + step
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def condition(field, said):
    """One of a set of values, `known`, or a range of whole numbers."""
    if said == KNOWN:
        return KNOWN
    if isinstance(said, dict):
        low = said.get("from", said.get("at_least"))
        high = said.get("to", None if "below" not in said else int(said["below"]) - 1)
        return ("range", None if low is None else int(low), None if high is None else int(high))
    values = frozenset(str(v) for v in said)
    return KNOWN if field == "sexe" and values == frozenset(SEXES) else values


def implies(narrow, wide):
    """Whether everything that meets the first condition meets the second; None is no condition."""
    if wide is None or narrow == wide:
        return True
    if narrow is None or narrow == frozenset(["inconnu"]):
        return False
    if wide == KNOWN:
        return True
    if isinstance(narrow, frozenset) and isinstance(wide, frozenset):
        return narrow <= wide
    if isinstance(narrow, tuple) and isinstance(wide, tuple):
        low = wide[1] is None or (narrow[1] is not None and narrow[1] >= wide[1])
        return low and (wide[2] is None or (narrow[2] is not None and narrow[2] <= wide[2]))
    return False


class Catalogue:
    def __init__(self, inputs):
        inputs = pathlib.Path(inputs)
        load = lambda path: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.programme = load(inputs / "programme.yaml")
        self.indicators = {entry["id"]: entry for entry in load(inputs / "indicators.yaml")["indicators"]}
        self.funders = {load(path)["funder"]["id"]: load(path) for path in sorted((inputs / "funders").glob("*.yaml"))}
        self.start = self.programme["programme"]["start"]
        rules = self.programme.get("confidentiality", {})
        self.persons_threshold = int(rules.get("persons_threshold", 5))
        self.sensitive_threshold = int(rules.get("sensitive_threshold", 11))
        self.associations = {a["id"]: a for a in self.programme["associations"]}
        self.axes = [a["id"] for a in self.programme["axes"]]
        self.communes = [str(c["id"]) for c in self.programme["territory"]["communes"]]
        self.labels = self.member_labels()

    def member_labels(self):
        """How readers see a member: its name, for each dimension."""
        text = lambda label: label["fr"] if isinstance(label, dict) else label
        return {"association": {text(a["label"]): a["id"] for a in self.programme["associations"]},
                "axe": {text(a["label"]): a["id"] for a in self.programme["axes"]},
                "commune": {text(c["label"]): str(c["id"]) for c in self.programme["territory"]["communes"]}}

    def is_sensitive(self, indicator):
        return "sensitive" in self.indicators[indicator].get("tags", [])

    def threshold(self, indicator):
        return self.sensitive_threshold if self.is_sensitive(indicator) else self.persons_threshold

    def period(self, horizon, month):
        january = max(month[:4] + "-01", self.start)
        return {"mois": (month, month), "annee": (january, month), "programme": (self.start, month)}[horizon]

    # What an indicator counts, as sums of quantities ---------------------------------------------------------------

    def parts(self, indicator):
        """('count', {quantity: coefficient}) or ('rate', numerator, denominator), both such sums; None: counts no persons."""
        measure = self.indicators[indicator]["measure"]
        return self.measured(measure) if isinstance(measure, dict) else None

    def measured(self, measure):
        name, said = next(iter(measure.items()))
        if name in ("count_persons", "count_paths", "count_stock"):
            quantity = self.quantity(name, said)
            return quantity and ("count", {quantity: 1})
        if name == "ratio":
            over, of = self.part(said["over"]), self.part(said["of"])
            if over is None or of is None or over[0] != "count" or of[0] != "count":
                return None
            return ("rate", of[1], over[1])
        if name in ("difference", "sum"):
            return self.combined(name, [self.part(part) for part in said])
        return None

    def combined(self, name, parts):
        if any(part is None or part[0] != "count" for part in parts):
            return None
        total = {}
        for place, (_, terms) in enumerate(parts):
            sign = -1 if name == "difference" and place else 1
            for quantity, coefficient in terms.items():
                total[quantity] = total.get(quantity, 0) + sign * coefficient
        return ("count", total)

    def part(self, said):
        if isinstance(said, str):
            return self.parts(said)
        return None if "baseline_of" in said else self.measured(said)

    def quantity(self, name, said):
        """(family, conditions): the family says what is counted and how, the conditions which of them."""
        where = {field: condition(field, values) for field, values in said.get("where", {}).items()}
        if said.get("within") == "territory":
            where["commune"] = frozenset(self.communes)
        if name == "count_stock":
            if said.get("of") != "salarie":
                return None
            family = ("staff",)
        elif name == "count_paths":
            family = ("paths", said["at"], str(said.get("minimum_stay", "false")))
        else:
            family = ("persons",)
        refused = tuple(sorted((field, tuple(sorted(values))) for field, values in said.get("except", {}).items()))
        return (family + refused, frozenset(where.items()))

    def posts(self, indicator):
        """The employees whose full-time equivalents an indicator adds up; None: it adds up none."""
        measure = self.indicators[indicator]["measure"]
        said = measure.get("sum_stock") if isinstance(measure, dict) else None
        return self.quantity("count_stock", {**said, "of": "salarie"}) if isinstance(said, dict) and said.get("of") == "etp" else None

    def members(self, dimension, kind, period, seen=()):
        """The rows that a breakdown has, for a kind of export and a period."""
        if dimension == "axe":
            return list(self.axes)
        if dimension == "commune":
            return self.communes + ["ailleurs"]
        if dimension == "sexe":
            return list(SEXES) + ["inconnu"]
        if dimension == "dispositif":
            return list(SCHEMES[kind])
        return [id for id, a in self.associations.items() if (kind in a.get("owes", []) or id in seen) and self.is_member(a, period)]

    @staticmethod
    def is_member(association, period):
        return association.get("member_from", "0000-00") <= period[1] and association.get("member_until", "9999-99") >= period[0]


def kind_of(family):
    return "etp" if family[0] == "staff" else "beneficiaires"
