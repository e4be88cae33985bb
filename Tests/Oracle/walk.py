"""Walks every number printed in an edition back to a figure (indicator, horizon, cell), and the period printed beside it back to
the months that were counted.

    walk.py EDITION_FOLDER INPUTS_FOLDER FIGURES_CSV [--bilan PATH] [--before FIGURES_CSV]

FIGURES_CSV is what `bilan figures MONTH` prints. With --bilan the months before are asked for too (`bilan figures --from`), so that
Évolution, the curves and the changes on a month and on a year are walked; without it they are left aside, and counted as such.
--before is the table of the edition before (`bilan figures MONTH --edition …`): with it the old values of a second edition are
walked, without it left aside.
Exit 1 on any fault: (a) one figure with two values, or a number here and s there; (b) a number that leads to no figure, or to
another value; a hidden figure with a number; (c) a period that is not the one counted. PyYAML and openpyxl.

Left out: effects in retours/ (figures with the refused rows admitted) and counts of rows, the letters' CSVs, an aggregator's CSV
(dialect sdmx), the properties of documents, datapackage.json and manifest.json, words of status, and the lengths and curves of a
page's drawings. Only the first rule of secrecy (C) is worked out here; what the CSVs mark D is taken from them, and must then be
hidden everywhere.

That it can fail: walk_proof.py alters one number or period in a copy of each kind of file, and sees each told."""
import argparse, csv, json, pathlib, re, sys, zipfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from decimal import Decimal
import openpyxl
from walk_truth import (DIMENSIONS, MONTHS, Definitions, Figures, Key, french, french_day, listed, number_of, plain, said, step)
from walk_words import DIGITS, MONTH, NUMBER, PERIOD, UNIT, Sentence, agrees, parse, words_pattern

TABLE = {"valeur": "value", "numerateur": "numerator", "denominateur": "denominator"}
FIXED = {"Synthèse", "Sommaire", "Évolution", "Révisions", "Complétude", "Définitions", "Données"}
SHORT = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split()
#: What a number may be that is no figure, in the order in which it is taken away.
ASIDE = [("names of editions and files", r"\d{4}-\d{2}\.\d+|[\w-]+-\d{4}-\d{2}\.\w+|\d{4}-\d{2}"),
         ("dates", rf"\d{{1,2}}(?:er)? {MONTH} \d{{4}}|{MONTH} \d{{4}}|\d{{2}}/\d{{4}}|{MONTH} \d{{4}}|(?:{'|'.join(map(re.escape, SHORT))}) \d\d"),
         ("the rule of secrecy", r"(?:de )?1 à \d+(?: personnes| pour)?|lignes de 1 à \d+|à moins de \d+ près \(\d+ pour"
          r"|Des \d+ chiffres de ce rapport, \d+ (?:est|sont) masqués? parce que petits(?: et \d+ pour)?"),
         ("counts of files, lines, associations", rf"(?:{DIGITS}) (?:fichiers?|lignes?|associations?|autres|mois|refusée?s?|points? signalés?|points? à vérifier|notes?"
          rf"|causes?|commentaires?|autres points)(?: sur (?:{DIGITS}))?|renseigné pour (?:{DIGITS}) [^,;.]+? sur (?:{DIGITS})|sur (?:{DIGITS})"
          rf"|manquent? sur (?:{DIGITS})|les (?:{DIGITS}) premiers|dont (?:{DIGITS}) refusés?|\((?:{DIGITS})\)"),
         ("counts of changed figures", rf"(?:{DIGITS}) chiffres? change(?:nt)?(?: de statut)?|(?:{DIGITS}) change(?:nt)? de statut|(?:{DIGITS})(?: chiffres?)? (?:est nouveau|sont nouveaux|n.y est plus|n.y sont plus|gard(?:e sa|ent leur) valeur|quitte(?:nt)? ce rapport|y entre(?:nt)?|(?:est masqué|sont masqués) depuis)|(?:{DIGITS}) (?:objectifs?|bases?|cibles?)"),
         ("words of rules", r"annuelles × 12|× 100|remplacé par 0|à l'entrée : (?:de )?\d+ (?:à \d+|et plus|et moins)|suivi depuis")]


class Walk:
    #: The figures of the edition before, where they are given.
    before = None

    def __init__(self, definitions, figures, history):
        self.definitions, self.figures, self.history = definitions, figures, history
        self.kind, self.walked, self.periods, self.aside_counts, self.faults = "", Counter(), Counter(), defaultdict(Counter), []
        self.seen = defaultdict(dict)

    # What is told

    def fault(self, place, text, expected):
        self.faults.append(f"{place}: « {' '.join(str(text).split())} », expected {expected}")

    def aside(self, reason, count=1):
        self.aside_counts[self.kind][reason] += count

    def period_walked(self):
        self.periods[self.kind] += 1

    def _remember(self, place, shown, key, month):
        """(a): at one number of decimals a figure has one text, and it is a number everywhere or nowhere."""
        month = month or self.figures.month
        read = parse(shown) if isinstance(shown, str) else (Decimal(repr(shown)), "cell")
        form = ("state", None) if shown in ("s", "nd") else ("decimals", read[1]) if read else None
        if form is None:
            return
        what = shown if form[0] == "state" else read[0]
        states = self.seen[(key, month)]
        other = states.setdefault(form, (what, place))
        if other[0] != what:
            self.fault(place, shown, f"as in {other[1]}: {other[0]}, for {key} of {month}")
        opposite = next((v for f, v in states.items() if f[0] != form[0]), None)
        if opposite:
            self.fault(place, shown, f"as in {opposite[1]}: {opposite[0]}, for {key} of {month}")

    # What a number is held against

    def figure(self, place, shown, key, month=None, decimals=None):
        """A printed number (or a cell's) which is the figure `key`."""
        self.walked[self.kind] += 1
        if shown == "s":
            return self.secret(place, shown, key, month)
        if shown == "nd":
            return self.missing(place, shown, key, month)
        row = self.figures.row(key, month)
        if row is None:
            return self.fault(place, shown, f"no number: there is no figure {key} of {month or self.figures.month}")
        if row["number"] is None:
            return self.fault(place, shown, f"nd, for {key} of {month or self.figures.month}")
        if self.figures.is_hidden(key, month):
            return self.fault(place, shown, f"s: {key} of {month or self.figures.month} is hidden")
        self._hold(place, shown, row["number"], self.definitions.decimals(key.indicator) if decimals is None else decimals, str(key))
        self._remember(place, shown, key, month)

    def _hold(self, place, shown, value, decimals, what, near=Decimal("0.000002")):
        if isinstance(shown, (int, float)):
            if abs(Decimal(repr(shown)) - value) > near:
                self.fault(place, shown, f"{value}, {what}")
        elif not agrees(shown, value, decimals):
            self.fault(place, shown, f"{value} (at {decimals} decimals, minus U+2212), {what}")

    def secret(self, place, shown, key, month=None):
        if not self.figures.is_hidden(key, month):
            self.fault(place, shown, f"a number: {key} is not hidden")
        self._remember(place, "s", key, month)

    def missing(self, place, shown, key, month=None):
        if self.figures.value(key, month) is not None:
            self.fault(place, shown, f"{self.figures.value(key, month)}, {key}")
        self._remember(place, "nd", key, month)

    def derived(self, place, shown, value, decimals, what, near=Decimal("0.000002")):
        """A number worked out from figures and definitions: a gap, an objective, a share of time."""
        self.walked[self.kind] += 1
        if value is None:
            return self.fault(place, shown, f"no number: {what} is not known")
        if isinstance(shown, str):
            unit = re.fullmatch(rf"({NUMBER}) {UNIT}", shown.strip())
            shown = unit[1] if unit else shown.strip()
            if shown.startswith("+") and value < 0 or shown.startswith("−") and value > 0:
                return self.fault(place, shown, f"{value}, {what}")
        self._hold(place, shown, value, decimals, what, near)

    def change(self, place, shown, key, months, negative=False, text=""):
        if months is None:
            return self.fault(place, text or shown, "the month before, or that of the year before")
        if not self.history:
            return self.aside("changes: the months before were not asked for")
        instead, change = self.figures.change(key, months)
        what = f"change of {key} over {months} months"
        if instead and shown != instead:
            return self.fault(place, text or shown, f"{instead}, or nothing: {what}")
        if instead:
            self.walked[self.kind] += 1
        else:
            self.derived(place, shown, -change if negative else change, self.definitions.decimals(key.indicator), what)

    def benchmark(self, kind, key, funder):
        month = self.figures.month
        if kind == "objectif":
            objective = self.definitions.objective(funder, key, month)
            return Decimal(objective["value"]) if objective else None
        return self.definitions.benchmark(key, month, "baseline" if kind == "base" else "target")

    def period(self, place, shown, key, month=None):
        """(c): a cell or a column that says which months were counted."""
        self.period_walked()
        right = self.definitions.in_table(key, month or self.figures.month)
        if plain(shown).lower() not in [one.lower() for one in right]:
            self.fault(place, shown, f"{' or '.join(right)}: what {key} counts")

    def leftover(self, place, text):
        """Numbers that nobody claimed: each must be something else than a figure, or it is a fault."""
        text = plain(text)
        if not any(c.isdigit() for c in text):
            return
        for typed in self.definitions.typed:
            if typed in text:
                self.aside("texts that somebody typed", len(re.findall(DIGITS, typed)))
                text = text.replace(typed, "…")
        for reason, form in ASIDE:
            text, count = re.subn(form, "…", text, flags=re.I)
            self.aside_counts[self.kind].update({reason: count} if count else {})
        if re.search(r"\d", text):
            self.fault(place, text, "a number that leads to a figure")

    # Sentences that stand in several files

    def files_sentence(self, place, text):
        """`Un fichier manque sur 13 : …`, `12 fichiers reçus sur 13, dont 1 refusé`: the parts of completude."""
        text = plain(text).lstrip("• ")
        delivery = next((i for i in self.definitions.indicators if any(n == "delivery" for n, _ in self.definitions.leaves(i))), None)
        row = delivery and self.figures.row(Key(delivery, "mois"))
        if not row:
            return False
        got, owed = number_of(row["numerator"]), number_of(row["denominator"])
        match = re.match(rf"(?:Pour {MONTH} \d{{4}} : |Remontées des associations : )?(?P<n>{NUMBER}) fichiers?(?P<lack> manque(?:nt)?| reçus?)? sur (?P<of>{NUMBER})(?:, dont (?P<r>{NUMBER}) refusé)?", text, re.I)
        everything = re.match(rf"Les (?P<n>{NUMBER}) fichiers attendus ont été acceptés", text)
        if everything and got == owed:
            self.derived(place, everything["n"], owed, 0, "files owed")
            return True
        if not match:
            return False
        refused = parse(match["r"])[0] if match["r"] else 0
        lacks = "manque" in (match["lack"] or "")
        self.derived(place, match["n"], owed - got if lacks else got + refused, 0, "files " + ("lacking" if lacks else "accepted"))
        self.derived(place, match["of"], owed, 0, "files owed")
        self.leftover(place, text[match.end():])
        return True

    def takeaway(self, place, text, funder):
        keys = self.definitions.key_figures(funder)
        keys += [self.definitions.named_key(o) for o in self.definitions.objectives(funder, self.figures.month)]
        if not (self.files_sentence(place, text) or Sentence(self, place, funder, keys).read(text.lstrip("• "))):
            if re.search(r"\d", text) or re.search(PERIOD, plain(text)):
                self.fault(place, text, "a sentence about a key figure or an objective")

    def reading(self, place, text, section, funder):
        """`Lecture : pour « Mobilité », six emplois créés depuis juillet 2021 ; …`"""
        text = plain(text)
        for member, name in self.definitions.members(section["rows"]).items():
            start = f"Lecture : pour « {name} », "
            if text.startswith(start):
                keys = [Key(c["indicator"], c["horizon"], {section["rows"]: member}) for c in section["columns"]]
                for clause in re.split(r" ;\s", text[len(start):]):
                    sentence = Sentence(self, place, funder, keys)
                    sentence.without_place = True
                    if not sentence.read(clause):
                        self.fault(place, clause, f"a clause about a column of « {said(section['title'])} »")
                return
        self.fault(place, text, "Lecture of a member of " + section["rows"])

    def chart_title(self, place, text, funder, section=None):
        columns = section["columns"] if section else [c for s in listed(self.definitions.funders[funder].get("sections")) for c in s["columns"]]
        keys = [Key(c["indicator"], c["horizon"]) for c in columns]
        if Sentence(self, place, funder, keys).read(text) or self.share_title(place, text):
            return
        if re.search(r"\d", text):
            self.evolution_title(place, text, funder)

    def share_title(self, place, text):
        """`L'ESS dans l'emploi : 9 % ici, 10,7 % en région`"""
        match = re.match(rf"L'ESS dans l'emploi : (?P<a>{NUMBER}) %(?:(?: ici)?, (?:contre )?(?P<b>{NUMBER}) % en région| ici)?$", plain(text))
        if match:
            for name, shown in (("Territoire", match["a"]), ("Région", match["b"])):
                if shown:
                    self.figure(place, shown, self.shares()[name], decimals=2)
        return bool(match)

    def shares(self):
        """The three ESS shares: the territory's, the region's, and with what the PTCE adds."""
        home, found = self.definitions.programme["territory"], {}
        for indicator in self.definitions.indicators:
            leaves, key = self.definitions.leaves(indicator), Key(indicator, self.definitions.longest(indicator))
            if len(leaves) == 1 and leaves[0][0] == "reference" and leaves[0][1].get("of") == "share":
                found.setdefault("Territoire" if leaves[0][1]["territory"] == home["id"] else "Région", key)
            elif len(leaves) == 1 and leaves[0][0] == "reference_share":
                found.setdefault("Avec le PTCE", key)
            elif len(leaves) == 1 and leaves[0][0] == "reference" and leaves[0][1].get("of") == "missing_posts":
                found.setdefault("manquants", key)
        return found

    def evolution_title(self, place, text, funder):
        """`ETP : 55,4 en juillet 2021, 61,1 en mai 2022`"""
        text = plain(text)
        for key in self.definitions.key_figures(funder):
            name = self.name(key, funder)
            match = text.startswith(name + " : ") and re.fullmatch(rf"({NUMBER})(?: %)? en ({MONTH} \d{{4}}), ({NUMBER})(?: %)? en ({MONTH} \d{{4}})", text[len(name) + 3:])
            if match:
                return [self.past(place, match[i], key, month_of(match[i + 1])) for i in (1, 3)]
        self.fault(place, text, "a chart's title that can be walked")

    def past(self, place, shown, key, month):
        if month != self.figures.month and not self.history:
            return self.aside("months before: not asked for")
        self.figure(place, shown, key, month)

    def name(self, key, funder):
        place = self.definitions.place(key.cell)
        return self.definitions.label(key.indicator, funder) + (f", {place}" if place else "")

    def objective_row(self, place, cells, objective, funder):
        """Objectif, Du – au, Prévu, Unité, Nature, Réalisé, Écart, Écart en %, Période écoulée."""
        key = self.definitions.named_key(objective)
        value, own, decimals = Decimal(objective["value"]), self.figures.value(key), self.definitions.decimals(key.indicator)
        if plain(cells[0]) != self.name(key, funder):
            self.fault(place, cells[0], self.name(key, funder))
        slash = lambda month: f"{month[5:7]}/{month[:4]}"
        if plain(cells[1]) != f"{slash(objective['from'])} – {slash(objective['until'])}":
            self.fault(place, cells[1], f"{slash(objective['from'])} – {slash(objective['until'])}")
        self.derived(place, cells[2], value, decimals, f"objective of {key}")
        self.figure(place, cells[5], key)
        self.derived(place, cells[8], self.definitions.elapsed(objective, self.figures.month), 0, "period elapsed")
        unknown = own is None or self.figures.is_hidden(key)
        gap = None if own is None or self.figures.is_hidden(key) else own - value
        self._gap_cell(place, cells[6], gap, decimals, f"gap of {key} to its objective")
        share = None if gap is None or not value else gap * 100 / abs(value)
        # The table's six decimals, in per cent of the objective.
        self._gap_cell(place, cells[7], share, 0, f"gap of {key} in per cent", Decimal("0.0001") / abs(value or 1) + Decimal("0.000002"))

    def _gap_cell(self, place, shown, right, decimals, what, near=Decimal("0.000002")):
        if shown in ("s", "nd", "–"):
            if right is not None:
                self.fault(place, shown, f"{right}, {what}")
        else:
            self.derived(place, shown, right, decimals, what, near)


def month_of(text):
    name, year = plain(text).split()
    return f"{year}-{MONTHS.index(name) + 1:02}"


# CSV

def walk_csv(walk, path, rows, funder):
    walk.kind = "financeurs/*.csv"
    for line, row in enumerate(rows, 2):
        csv_row(walk, f"{path.name}:{line}", row, row_key(row), funder)


def csv_row(walk, place, row, key, funder):
    truth = walk.figures.row(key)
    if truth is None:
        return walk.fault(place, key, "a figure of the table")
    hidden = row["confidentialite"] in ("C", "D")
    if row["confidentialite"] == "C" and not walk.figures._is_small(key, walk.figures.month) or row["confidentialite"] == "F" and walk.figures._is_small(key, walk.figures.month):
        walk.fault(place, row["confidentialite"], f"C where 1 to k − 1 persons would be told, and never F there: {key}")
    if plain(row["libelle"]) != walk.definitions.label(key.indicator, funder):
        walk.fault(place, row["libelle"], walk.definitions.label(key.indicator, funder))
    for ours, theirs in TABLE.items():
        if row[ours]:
            walk.walked[walk.kind] += 1
        if (None if hidden else number_of(truth[theirs])) != number_of(row[ours]):
            walk.fault(place, row[ours], "nothing: hidden" if hidden else truth[theirs])
    if row["unite"] != truth["unit"] or row["statut"] != truth["status"]:
        walk.fault(place, (row["unite"], row["statut"]), (truth["unit"], truth["status"]))
    aim = walk.benchmark("objectif", key, funder)
    aim = walk.benchmark("cible", key, funder) if aim is None else aim
    for column, value in (("base", walk.benchmark("base", key, funder)), ("cible", aim)):
        walk.walked[walk.kind] += bool(row[column])
        if number_of(row[column]) != value:
            walk.fault(place, row[column], f"{value}, {column} of {key}")
    if row["ancienne_valeur"]:
        old_value(walk, place, float(number_of(row["ancienne_valeur"])), key)
    elif walk.before and not hidden and walk.before.value(key) not in (None, truth["number"]):
        # Nothing stands for `s`.
        old_value(walk, place, "s", key)
    shown = "s" if hidden else "nd" if truth["number"] is None else float(number_of(row["valeur"]))
    walk._remember(place, shown, key, None)


# Pages

class Page:
    """A page's tree; what a reader of it has claimed is not looked at again."""
    def __init__(self, path):
        text = path.read_text(encoding="utf-8").partition("\n")[2]
        self.root, self.claimed, self.name = ET.fromstring(text), set(), path.name

    def all(self, tag, cls=None, under=None):
        return [e for e in (self.root if under is None else under).iter(tag) if cls is None or cls in e.get("class", "").split()]

    def claim(self, element):
        self.claimed.add(element)
        return plain("".join(element.itertext())).strip()

    def unclaimed(self, element=None):
        element = self.root if element is None else element
        if element.tag in ("style", "script") or element in self.claimed:
            return
        yield element.text or ""
        for child in element:
            yield from self.unclaimed(child)
            yield child.tail or ""


def data_key(element):
    indicator, horizon, *cell = element.get("value").split(" ")
    return Key(indicator, horizon, dict(member.split("=", 1) for member in cell))


def data_figure(walk, page, element):
    """<data value="emplois_crees programme axe=mobilite">6 postes</data>"""
    key, text = data_key(element), page.claim(element)
    # In a list of changes the status stands behind the number.
    number = re.match(rf"({DIGITS}|s|nd)(?: (.*))?$", re.sub(r" \(\w+\)$", "", text))
    place = f"{page.name}, {key}"
    if not number or key.indicator not in walk.definitions.indicators:
        return walk.fault(place, text, "the number of a figure")
    walk.figure(place, number[1], key)
    unit = walk.definitions.unit(key.indicator)
    if number[2] and number[2] not in (unit, unit.rstrip("s") if unit != "s" else unit):
        walk.fault(place, text, unit)


def key_figure_items(walk, page, funder_of):
    aims = set(objective_items(page))
    for item in (li for ul in page.all("ul", "figures") for li in ul.findall("li") if li not in aims):
        data = next(item.iter("data"))
        key = data_key(data)
        funder = funder_of(key)
        place = f"{page.name}, {key}"
        name, under = page.all("div", "named", item)[0].findall("div")
        if page.claim(name) != walk.name(key, funder):
            walk.fault(place, page.claim(name), walk.name(key, funder))
        walk.period(place, re.split(r", (?=[●≈◔◐○])", page.claim(under))[0], key)
        curve(walk, page, item, key, place)
        facts(walk, page, page.all("p", "facts", item)[0], key, funder, place)


def curve(walk, page, item, key, place):
    """`55,40 ETP en juillet 2021, 61,10 ETP en mai 2022. 1 mois masqué (s). 2 mois sans valeur.`"""
    for svg in page.all("svg", "spark", item):
        text = page.claim(svg.find("desc"))
        title = page.claim(svg.find("title"))
        match = re.fullmatch(rf"({NUMBER}) {UNIT} en ({MONTH} \d{{4}}), ({NUMBER}) {UNIT} en ({MONTH} \d{{4}})\.(?: (\d+) mois masqués? \(s\)\.)?(?: (\d+) mois sans valeur\.)?", text)
        if not match:
            walk.fault(place, text, "a curve's two ends")
            continue
        walk.past(place, match[1], key, month_of(match[2]))
        walk.past(place, match[3], key, month_of(match[4]))
        first, last = match[2], match[4]
        if not re.search(rf", d(?:e |'){first} à {last}$", title):
            walk.fault(place, title, f"{first} à {last}, as the description says")
        if walk.history:
            months, month = [], max(walk.definitions.start, step(walk.figures.month, -12))
            while month <= walk.figures.month:
                months.append(month)
                month = step(month, 1)
            marks = Counter(mark_of(walk, key, m) for m in months)
            walk.derived(place, match[5] or "0", Decimal(marks["s"]), 0, f"months in which {key} is hidden")
            walk.derived(place, match[6] or "0", Decimal(marks["nd"] + marks["–"]), 0, f"months without a value of {key}")


def facts(walk, page, element, key, funder, place):
    """`base : 15 postes, écart : 0 · sur un mois : +2 postes`"""
    page.claim(element)
    decimals, own = walk.definitions.decimals(key.indicator), walk.figures.value(key)
    told = set()
    for fact in filter(None, plain(element.text or "").split(" · ")):
        against = re.fullmatch(rf"(base|cible|objectif) : ({NUMBER}) {UNIT}(?:, écart : ({NUMBER})(?: {UNIT})?)?", fact)
        moved = re.fullmatch(rf"sur un (mois|an) : (inchangé|({NUMBER}) ({UNIT}))", fact)
        if against:
            value = walk.benchmark(against[1], key, funder)
            walk.derived(place, against[2], value, decimals, f"{against[1]} of {key}")
            if against[3] and value is not None and own is not None:
                walk.derived(place, against[3], own - value, decimals, f"{key} against its {against[1]}")
        elif moved:
            told.add(moved[1])
            walk.change(place, moved[3] or "0", key, 1 if moved[1] == "mois" else 12, text=fact)
            plural(walk, place, moved[3], moved[4], fact)
        else:
            walk.fault(place, fact, "a fact that can be walked")
    for span, months in (("mois", 1), ("an", 12)):
        if span not in told and walk.history and not walk.figures.change(key, months)[0]:
            walk.fault(place, element.text, f"the change over {months} months")


def plural(walk, place, number, unit, text):
    """`−2 points`, `1 point`: by what is printed."""
    read = parse(number) if number else None
    if read and unit not in ("%", "ETP") and (abs(read[0]) >= 2) != unit.endswith("s"):
        walk.fault(place, text, "a unit that agrees with its number")


def objective_items(page):
    return [li for part in page.all("section") if part.get("aria-labelledby") == "objectifs" for li in part.find("ul")]


def objective_list(walk, page, funder):
    """Name; `objectif, 07/2021 – 12/2022 (61 % de la période écoulée)`; value; `prévu : 20`; `écart : −9 postes (−45 %)`."""
    items, objectives = objective_items(page), walk.definitions.objectives(funder, walk.figures.month)
    if len(items) != len(objectives):
        walk.fault(page.name, f"{len(items)} objectives", len(objectives))
    for item, objective in zip(items, objectives):
        key, data = walk.definitions.named_key(objective), next(item.iter("data"))
        name, when = (page.claim(div) for div in page.all("div", "named", item)[0])
        planned, gap = page.claim(page.all("div", "small", page.all("div", "valued", item)[0])[0]), page.claim(page.all("p", "facts", item)[0])
        place = f"{page.name}, Objectifs, {name}"
        if data_key(data) != key:
            walk.fault(place, data.get("value"), key)
        told = re.fullmatch(rf"(.+), (.+) \(({NUMBER}) % de la période écoulée\)", when)
        aim = re.fullmatch(rf"prévu : ({NUMBER})", planned)
        kinds = {"conventionne": "conventionné"}
        far = re.fullmatch(rf"écart : ({NUMBER}|s|nd)(?: ({UNIT}))?(?: \(({NUMBER}) %\))?", gap)
        if not told or not aim or not far or told[1] != kinds.get(objective["kind"], objective["kind"]):
            walk.fault(place, f"{when}; {planned}; {gap}", f"nature ({objective['kind']}), period, share of it, what was planned, gap")
            continue
        number = page.claim(data).partition(" ")[0]
        walk.objective_row(place, [name, told[2], aim[1], None, None, number, far[1], far[3] or "–", told[3]], objective, funder)
        plural(walk, place, far[1], far[2] or "", gap)


def section_parts(walk, page, funder):
    for number, section in enumerate(listed(walk.definitions.funders[funder].get("sections")), 1):
        part = next(e for e in page.all("section") if e.get("aria-labelledby") == f"section-{number}")
        table, place = next(part.iter("table")), f"{page.name}, {said(section['title'])}"
        above = plain("".join(part.find("p").itertext()))
        notes = [page.claim(p) for p in part.find("details").findall("p")]
        headers = [plain("".join(th.itertext())) for th in table.find("thead").iter("th")]
        rows = [[plain("".join(cell.itertext())).strip() for cell in tr] for tr in table.find("tbody")]
        for tr in table.find("tbody"):
            for data in tr.iter("data"):
                page.claim(data)
            page.claimed.update(tr)
        page.claimed.update(table.find("thead").iter("th"))
        section_table(walk, place, section, funder, headers, rows, above, notes)
        section_notes(walk, place, notes, section, funder)


def section_table(walk, place, section, funder, headers, rows, above, notes):
    """A section's table, whatever file it stands in: headers, members, the whole; and `Champ` for what was followed later."""
    columns, names = section["columns"], {name: member for member, name in walk.definitions.members(section["rows"]).items()}
    for header, column in zip(headers[1:], columns):
        section_header(walk, place, header, Key(column["indicator"], column["horizon"]), funder, above)
    for row in rows:
        row_name = plain(row[0])
        known = re.fullmatch(r"(\S+) \(hors territoire\)", row_name)
        cell = {} if row_name == "Ensemble" else {section["rows"]: names.get(row_name) or (known[1] if known else row_name)}
        for shown, column in zip(row[1:], columns):
            key, where = Key(column["indicator"], column["horizon"], cell), f"{place}, {row_name}"
            if shown in ("–", None, ""):
                if walk.figures.row(key):
                    walk.fault(where, shown, f"a number: {key}")
                continue
            walk.figure(where, shown, key)
            followed_later(walk, where, key, " ".join(notes))


def followed_later(walk, place, key, notes):
    """Where a row counts from later than its column says, the sheet must say so."""
    month, whole = walk.figures.month, Key(key.indicator, key.horizon)
    own = walk.definitions.period(key, month)
    if own == walk.definitions.period(whole, month) or walk.figures.value(key) is None:
        return
    first = own[1]
    label = walk.definitions.members("instance").get(dict(key.cell).get("instance"), "")
    if f"{label} : suivi depuis {french(first)}" not in plain(notes):
        walk.fault(place, "nothing", f"« suivi depuis {french(first)} »: {key} counts no more")


def section_header(walk, place, header, key, funder, above):
    header, label, unit = plain(header), walk.definitions.label(key.indicator, funder), walk.definitions.unit(key.indicator)
    for period in walk.definitions.in_table(key, walk.figures.month):
        for end in ("", f" ({unit})"):
            if header == f"{label}, {period}{end}":
                return walk.period_walked()
            shared = period[0].upper() + period[1:]
            if header == f"{label}{end}" and re.search(rf"(?:^|[.!?…] ){re.escape(shared)}(?: ;|\.)", plain(above)):
                return walk.period_walked()
    walk.fault(place, header, f"« {label}, {walk.definitions.in_table(key, walk.figures.month)[0]} ({unit}) », or that period above the table: « {above[-90:]} »")


def section_notes(walk, place, notes, section, funder):
    for note in notes:
        if note.startswith("Lecture"):
            walk.reading(place, note, section, funder)
        else:
            comment_period(walk, place, note, funder)
            walk.leftover(place, note)


def comment_period(walk, place, note, funder):
    """`Commentaire (Emplois créés, depuis juillet 2021) : …`"""
    for comment in listed(walk.definitions.funders[funder].get("comments")):
        key = walk.definitions.named_key(comment)
        if note.startswith("Commentaire (" + walk.name(key, funder) + ", ") and plain(said(comment["text"])) in note:
            if any(note.startswith(f"Commentaire ({walk.name(key, funder)}, {period}) : ") for period in walk.definitions.in_table(key, walk.figures.month)):
                return walk.period_walked()
            walk.fault(place, note[:120], walk.definitions.in_table(key, walk.figures.month)[0])


def share_figure(walk, page):
    for figure in [f for f in page.all("figure") if f.get("aria-labelledby") == "part-ess"]:
        place, shares = f"{page.name}, part ESS", walk.shares()
        for title in [*figure.iter("h3"), *figure.iter("title")]:
            if not walk.share_title(place, page.claim(title)):
                walk.fault(place, page.claim(title), "the ESS shares")
        for element in [*figure.iter("desc"), *figure.iter("text"), *page.all("p", under=figure)]:
            share_words(walk, place, page.claim(element), shares)


def share_words(walk, place, text, shares):
    """`Territoire : 9 %. Avec le PTCE (estimation) : 9,01 %. Base : 9 % (Lettre n° 02). Écart à la région : −1,7 point.`"""
    names = {"Territoire": "Territoire", "Avec le PTCE (estimation)": "Avec le PTCE", "Région": "Région"}
    for name, share in names.items():
        for match in re.finditer(rf"{re.escape(name)} : ({NUMBER}) %", text):
            walk.figure(place, match[1], shares[share], decimals=2)
        text = re.sub(rf"{re.escape(name)} : ({NUMBER}) %", "…", text)
    for match in re.finditer(rf"[Bb]ase : ({NUMBER}) %", text):
        walk.derived(place, match[1], share_base(walk), 2, "base of the share")
    text = re.sub(rf"[Bb]ase : ({NUMBER}) %", "…", text)
    for match in re.finditer(rf"({NUMBER}) points?", text):
        gap = walk.figures.value(shares["Territoire"]) - walk.figures.value(shares["Région"])
        walk.derived(place, match[1], gap, 2, "gap to the region")
    text = re.sub(rf"({NUMBER}) points?", "…", text)
    for match in re.finditer(rf"({NUMBER}) postes de plus", text):
        walk.figure(place, match[1], shares["manquants"])
    walk.leftover(place, re.sub(rf"({NUMBER}) postes de plus", "…", text))


def first_chart(walk, page, funder):
    """The first section's bars on a page: `24 ; 13` beside each member."""
    for figure in [f for f in page.all("figure") if f.get("aria-labelledby") == "premier-graphique"]:
        place = f"{page.name}, premier graphique"
        title = page.claim(next(figure.iter("h3")))
        section = charted_section(walk, funder, title, place)
        if section is None:
            continue
        legend = page.claim(page.all("p", under=figure)[0])
        keys, names = chart_keys(walk, section), called(walk.definitions.members(section["rows"]))
        chart_legend(walk, place, legend, keys, funder)
        shown_members = []
        for item in page.all("li", under=figure):
            name, numbers = [page.claim(span) for span in page.all("div", "split", item)[0]]
            shown_members.append(names.get(name, name))
            shown_numbers = re.split(r" [;+] ", numbers)
            if len(shown_numbers) != len(keys):
                walk.fault(f"{place}, {name}", numbers, f"a number, s, nd or – for each of {len(keys)} series")
            for key, shown in zip(keys, shown_numbers):
                bar_number(walk, f"{place}, {name}", shown, key, section, name, names, shown_members)


def charted_section(walk, funder, title, place):
    for section in listed(walk.definitions.funders[funder].get("sections")):
        keys = chart_keys(walk, section)
        if keys and Sentence(Quiet(walk), place, funder, keys[:1]).read(title):
            Sentence(walk, place, funder, keys[:1]).read(title)
            return section
    walk.fault(place, title, "the title of a section's chart")


class Quiet:
    """Reads a sentence to see whether it fits, and tells nothing."""
    def __init__(self, walk):
        self.definitions, self.figures = walk.definitions, walk.figures
    def __getattr__(self, name):
        return lambda *a, **k: None


def chart_keys(walk, section):
    """What a section's chart draws: series of which no number is shown are none of it."""
    chart = section.get("chart")
    ids = [i for names in chart.values() for i in listed(names)] if isinstance(chart, dict) else []
    keys = [Key(c["indicator"], c["horizon"]) for i in ids for c in section["columns"] if c["indicator"] == i]
    members = walk.definitions.members(section["rows"])
    return [key for key in keys if any(mark_of(walk, member_key(key, section, member)) is None for member in members)]


def mark_of(walk, key, month=None):
    """What stands in a figure's place; None: its number. Hidden, missing and not asked for are three things."""
    if walk.figures.row(key, month) is None:
        return "–"
    return "nd" if walk.figures.value(key, month) is None else "s" if walk.figures.is_hidden(key, month) else None


def chart_legend(walk, place, legend, keys, funder):
    """A series' name may say its period: then it must be right."""
    for key in keys:
        label = walk.definitions.label(key.indicator, funder)
        match = re.search(rf"{re.escape(label)}, ({PERIOD.replace('en ', '(?:en )?').replace('d(?:e |', '(?:de |d')}|{MONTH} à {MONTH} \d{{4}}|{MONTH} \d{{4}})", legend)
        if match and sum(k.indicator == key.indicator for k in keys) == 1:
            walk.period(place, match[1], key)
    walk.leftover(place, re.sub(rf"(?:trait : )?(?:cible|objectif|base) : ({NUMBER}) {UNIT}", "…", legend, flags=re.I))
    for kind, shown in re.findall(rf"(cible|objectif|base) : ({NUMBER}) {UNIT}", legend, re.I):
        target_words(walk, place, shown, keys[0], kind.lower(), funder)


def target_words(walk, place, shown, key, kind, funder):
    walk.derived(place, shown, walk.benchmark(kind, key, funder), walk.definitions.decimals(key.indicator), f"{kind} of {key}")


def bar_number(walk, place, shown, key, section, name, names, members):
    own = member_key(key, section, names.get(name, name))
    if shown in (None, ""):
        # In the cells that a chart is drawn from: its name says why.
        if mark_of(walk, own) is None:
            walk.fault(place, shown, walk.figures.value(own))
    elif shown in ("–", "s", "nd"):
        walk.walked[walk.kind] += 1
        if mark_of(walk, own) != shown:
            walk.fault(place, shown, f"{mark_of(walk, own) or walk.figures.value(own)}, {own}")
    elif re.fullmatch(r"Autres \(\d+\)", name):
        others = [k for k in walk.figures.rows[walk.figures.month] if (k.indicator, k.horizon) == key[:2] and len(k.cell) == 1
                  and k.cell[0][0] == section["rows"] and k.cell[0][1] not in members]
        walk.derived(place, shown, sum((walk.figures.value(k) or 0 for k in others), Decimal(0)), walk.definitions.decimals(key.indicator), "the others together", Decimal("0.0000006") * (len(others) + 1))
        walk.derived(place, name[8:-1], Decimal(len(others)), 0, "how many others")
    else:
        walk.figure(place, shown, member_key(key, section, names.get(name, name)))


def called(members):
    """Name → id; in a small chart a long name is cut."""
    return {form: member for member, name in members.items() for form in (name, name[:25] + "…" if len(name) > 26 else name)}


def member_key(key, section, member):
    return Key(key.indicator, key.horizon, {section["rows"]: member})


def walk_funder_page(walk, path, funder):
    walk.kind, page = "financeurs/*.html", Page(path)
    for item in (li for ul in page.all("ul", "keep") for li in ul):
        walk.takeaway(f"{path.name}, À retenir", page.claim(item), funder)
    share_figure(walk, page)
    first_chart(walk, page, funder)
    key_figure_items(walk, page, lambda key: funder)
    data_figures(walk, page, under=[e for e in page.all("ul", "figures")])
    objective_list(walk, page, funder)
    section_parts(walk, page, funder)
    for note in page.all("p"):
        text = plain("".join(note.itertext()))
        if note not in page.claimed and text.startswith("Remontées"):
            walk.files_sentence(path.name, page.claim(note))
        elif note not in page.claimed:
            comment_period(walk, path.name, text, funder)
    for text in page.unclaimed():
        walk.leftover(path.name, text)


def data_figures(walk, page, under):
    for element in under:
        for data in element.iter("data"):
            data_figure(walk, page, data)


def first_funder(walk):
    """Who names a key figure first: index and block take that funder's horizon and label."""
    owner, taken = {}, set()
    for funder in walk.definitions.funders:
        for key in walk.definitions.key_figures(funder):
            if (key.indicator, key.cell) not in taken:
                taken.add((key.indicator, key.cell))
                owner[key] = funder
    return owner


def old_value(walk, place, shown, key):
    """What the edition before said: `s` where either is hidden, or where the move tells a few persons."""
    if walk.before is None:
        return walk.aside("old values: the edition before was not given")
    walk.walked[walk.kind] += 1
    then, now = walk.before.value(key), walk.figures.value(key)
    hidden = walk.before.is_hidden(key) or walk.figures.is_hidden(key) or None not in (then, now) and walk.definitions.is_telling(key, now - then)
    right = "s" if hidden else "nd" if then is None else None
    if right or shown in ("s", "nd", "–"):
        if shown != right:
            walk.fault(place, shown, f"{right or then}, {key} in the edition before")
    else:
        walk._hold(place, shown, then, walk.definitions.decimals(key.indicator), f"{key} in the edition before")


def revised_gap(walk, place, shown, old, key):
    """New minus old; nothing where only the status changed, or either is no number."""
    if walk.before is None:
        return
    now, then = walk.figures.value(key), walk.before.value(key)
    told = None not in (now, then) and now != then and old not in ("s", "nd", "–")
    if told or shown != "–":
        walk.derived(place, shown, now - then if told else None, walk.definitions.decimals(key.indicator), f"change of {key} since the edition before")


def restated(walk, place, key, subject, old, new, funder):
    """What a figure is read against, where that changed; what it was, the definitions do not say any more."""
    if old not in ("–", "rien"):
        walk.aside("bases, targets and objectives of the edition before")
    right = walk.benchmark(subject, key, funder)
    if new in ("–", "rien"):
        if right is not None:
            walk.fault(place, new, right)
    else:
        walk.derived(place, new, right, walk.definitions.decimals(key.indicator), f"{subject} of {key}")


def named_keys(walk, name, funder, label=None):
    label = label or (lambda key: walk.name(key, funder))
    return [key for key in walk.figures.rows[walk.figures.month] if label(key) == name]


def revisions_of_index(walk, page):
    """Avant, Maintenant, Écart."""
    for table in page.all("table"):
        headers = ["".join(th.itertext()) for th in table.find("thead").iter("th")]
        if "Avant" not in headers:
            continue
        for tr in table.find("tbody"):
            data = next(tr.iter("data"), None)
            if data is None:
                continue
            key, place = data_key(data), f"{page.name}, changes, {data.get('value')}"
            where = plain("".join(tr[0].find("div").itertext())) if tr[0].find("div") is not None else ""
            walk.period(place, next((p for p in walk.definitions.in_table(key, walk.figures.month) if where.endswith(p)), where), key)
            old = re.sub(r" \([\w ]+\)$", "", page.claim(tr[1]))
            old_value(walk, place, old, key)
            revised_gap(walk, place, page.claim(tr[3]), old, key)
    for item in (li for part in page.all("section") if part.get("aria-labelledby") == "revisions" for li in part.iter("li")):
        place, text = f"{page.name}, changes", page.claim(item)
        match = re.fullmatch(r"(.+) – (base|cible|objectif) de « (.+) » \((.+)\) : (\S+) → (\S+)\.", text)
        funder = match and next((f for f, entry in walk.definitions.funders.items() if said(entry["funder"]["label"]) == match[1]), None)
        fits = [key for key in named_keys(walk, match[3], funder) if match[4] in walk.definitions.in_table(key, walk.figures.month)] if funder else []
        if len(fits) == 1:
            walk.period_walked()
            restated(walk, place, fits[0], match[2], match[5], match[6], funder)
        elif concealed := re.fullmatch(r"(.+) – « (.+) » \((.+)\) : masqué depuis \(secret statistique\)\.", text):
            funder = next((f for f, entry in walk.definitions.funders.items() if said(entry["funder"]["label"]) == concealed[1]), None)
            fits = [key for key in named_keys(walk, concealed[2], funder) if concealed[3] in walk.definitions.in_table(key, walk.figures.month)]
            if len(fits) != 1 or not walk.figures.is_hidden(fits[0]):
                walk.fault(place, text, "one figure of a funder that is hidden")
            walk.period_walked()
        elif " – commentaire de « " not in text:
            walk.fault(place, text, f"one figure of a funder, with its period: {len(fits)}")


def revision_rows(walk, place, rows, funder):
    """Révisions: Chiffre, Ventilation, Période, Ancienne valeur, Nouvelle valeur, Écart."""
    for row in rows:
        if len(row) < 6 or row[1].value is None:
            continue
        name, where, period = (plain(cell.value) for cell in row[:3])
        label, subject = re.fullmatch(r"(.*?)(?: – (base|cible|objectif|commentaire))?", name).groups()
        fits = [key for key in named_keys(walk, label, funder, lambda key: walk.definitions.label(key.indicator, funder))
                if (walk.definitions.place(key.cell) or "ensemble") == where and period in walk.definitions.in_table(key, walk.figures.month)]
        here, (old, new, gap) = f"{place}, {name}", (shown_value(walk, place, cell) for cell in row[3:6])
        if len(fits) != 1:
            walk.fault(here, f"{where}, {period}", f"one figure: {len(fits)}")
            continue
        walk.period_walked()
        if subject is None:
            walk.figure(here, new, fits[0])
            old_value(walk, here, old, fits[0])
            revised_gap(walk, here, gap, old, fits[0])
        elif subject != "commentaire":
            restated(walk, here, fits[0], subject, old, new, funder)
            if "–" not in (old, new):
                walk.derived(here, gap, Decimal(repr(new)) - Decimal(repr(old)), walk.definitions.decimals(fits[0].indicator), "new minus old")


def walk_index(walk, path):
    walk.kind, page, owner = "interne/index.html", Page(path), first_funder(walk)
    key_figure_items(walk, page, owner.get)
    shown = [data_key(d) for ul in page.all("ul", "figures") for d in ul.iter("data")]
    if sorted(map(str, shown)) != sorted(map(str, owner)):
        walk.fault(path.name, "key figures", "those of the first funder that names each: " + ", ".join(map(str, set(shown) ^ set(owner))))
    share_figure(walk, page)
    jobs_figure(walk, page)
    meetings_table(walk, page)
    revisions_of_index(walk, page)
    data_figures(walk, page, [page.root])
    for note in page.all("p"):
        text = plain("".join(note.itertext())).strip()
        if walk.files_sentence(path.name, text):
            page.claim(note)
    for part in [e for e in page.all("section") if e.get("aria-labelledby") == "alertes"]:
        for finding in part.iter("li"):
            walk.aside("findings (of rows and files)", len(re.findall(DIGITS, page.claim(finding))))
    for text in page.unclaimed():
        walk.leftover(path.name, text)


def job_indicators(walk):
    """(created or in course, created): the count_ever with or_now, and the count_first of the same status."""
    for indicator in walk.definitions.indicators:
        for name, value in walk.definitions.leaves(indicator):
            if name == "count_ever" and value.get("or_now"):
                for other, entry in walk.definitions.indicators.items():
                    first = entry["measure"].get("count_first") or {}
                    if first.get("status") == value["status"] and set(first) <= {"kind", "status"}:
                        return indicator, other
    return None


def jobs_figure(walk, page):
    """`2 + 1`: created, and what is in course besides."""
    for figure in [f for f in page.all("figure") if f.get("aria-labelledby") == "emplois-axe"]:
        both, created = job_indicators(walk)
        names = {n: m for m, n in walk.definitions.members("axe").items()}
        walk.period(page.name, re.split(r"\. ", page.claim(page.all("p", under=figure)[0]))[0], Key(both, "programme"))
        for item in page.all("li", under=figure):
            name, numbers = [page.claim(span) for span in page.all("div", "split", item)[0]]
            parts, cell = numbers.split(" + "), {"axe": names[name]}
            if len(parts) == 2:
                two_parts(walk, f"{page.name}, {name}", parts[0], parts[1], both, created, cell)
            else:
                walk.figure(f"{page.name}, {name}", numbers.partition(" ")[0], Key(both, "programme", cell))


def two_parts(walk, place, made, pending, both, created, cell):
    walk.figure(place, made, Key(created, "programme", cell))
    whole, part = (walk.figures.value(Key(indicator, "programme", cell)) for indicator in (both, created))
    walk.derived(place, pending, whole - part if None not in (whole, part) else None, 0, "in course of creation")


def meetings_table(walk, page):
    """Instances: the headers' periods hold for each row, and the base is of a named period."""
    for table in page.all("table"):
        rows = [tr for tr in table.find("tbody") if any("instance=" in d.get("value") for d in tr.iter("data"))]
        if not rows:
            continue
        headers = [plain("".join(th.itertext())) for th in table.find("thead").iter("th")]
        for tr in rows:
            for header, cell in zip(headers, list(tr)):
                data = next(cell.iter("data"), None)
                if data is not None and walk.figures.value(data_key(data)) is not None:
                    # What is followed from later on says so under its name.
                    whole = Key(data_key(data).indicator, data_key(data).horizon)
                    walk.period(f"{page.name}, Réunions tenues, {tr[0].text}", header, whole)
                    followed_later(walk, f"{page.name}, {tr[0].text}", data_key(data), f"{tr[0].text} : {''.join(tr[0].itertext())[len(tr[0].text):]}")
                elif header == "Base":
                    meeting_base(walk, page, cell, next(tr.iter("data")))


def meeting_base(walk, page, cell, data):
    """`4 (janvier à mai 2022)`"""
    text, named = page.claim(cell), data_key(data)
    for part in re.findall(rf"({NUMBER}) \(([^)]*)\)", text):
        keys = [Key(named.indicator, horizon, named.cell) for horizon in ("mois", "annee", "programme")]
        key = next((k for k in keys if walk.benchmark("base", k, None) is not None and base_period(walk, k) == part[1]), None)
        if key is None:
            walk.fault(page.name, text, "a base with a period of its own")
        else:
            walk.derived(page.name, part[0], walk.benchmark("base", key, None), 0, f"base of {key}")


def base_period(walk, key):
    """A base is of its own date: 4 meetings in January to May, whatever the month of the report."""
    entry = next(e for e in listed(walk.definitions.indicators[key.indicator]["baseline"]) if (e.get("at") or {}).get("horizon") == key.horizon)
    return walk.definitions.in_table(key, entry["as_of"][:7])[0]


# Markdown

def walk_block(walk, path):
    """interne/en-chiffres.md"""
    walk.kind, owner = "interne/en-chiffres.md", first_funder(walk)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        place, text = f"{path.name}:{number}", plain(line).strip()
        if not text.startswith("- "):
            walk.leftover(place, text)
            continue
        text = text[2:].replace("\\", "")
        if not (walk.files_sentence(place, text) or block_jobs(walk, place, text) or block_meetings(walk, place, text)
                or any(Sentence(walk, place, owner[key], [key]).read(text) for key in fitting(walk, place, text, owner))):
            if not re.fullmatch(r".+ : non disponible.*\.|.+ : instance non suivie\.|.+ : chiffre couvert par le secret statistique\.", text):
                walk.fault(place, text, "a sentence about a key figure")


def fitting(walk, place, text, owner):
    """The key figures that a sentence may be about: those whose period fits, before those whose period does not."""
    found = [key for key in owner if Sentence(Quiet(walk), place, owner[key], [key]).read(text)]
    return sorted(found, key=lambda key: not any(p in text for p in walk.definitions.in_sentence(key, walk.figures.month)))[:1]


def block_jobs(walk, place, text):
    indicators = job_indicators(walk)
    if not indicators:
        return False
    both, created = indicators
    parts = rf"(?:(?P<made>{NUMBER}) créés?)?(?: et )?(?:(?P<more>{NUMBER}) en cours)?"
    label = words_pattern(walk.definitions.label(both))
    whole = re.match(rf"(?P<n>{NUMBER}) {label} (?P<p>{PERIOD})(?: : {parts})?(?: \([^)]*\))?\.$", text, re.I)
    names = {n: m for m, n in walk.definitions.members("axe").items()}
    axis = next((n for n in names if text.startswith(n + " : ")), None)
    match = whole or (axis and re.match(rf"(?P<n>{NUMBER}) emplois?(?: \({parts}\))?\.$", text[len(axis) + 3:]))
    if not match:
        return False
    cell = {} if whole else {"axe": names[axis]}
    key = Key(both, "programme", cell)
    walk.figure(place, match["n"], key)
    if whole and match["p"] not in walk.definitions.in_sentence(key, walk.figures.month):
        walk.fault(place, text, walk.definitions.in_sentence(key, walk.figures.month)[0])
    if match["made"] or match["more"]:
        two_parts(walk, place, match["made"] or "zéro", match["more"] or "zéro", both, created, cell)
    return True


def block_meetings(walk, place, text):
    """`Quatre conseils d'administration : en janvier, février, avril et mai 2022.`"""
    indicator = next((i for i, e in walk.definitions.indicators.items() if list(e["measure"]) == ["count_meetings"] and set(e["measure"]["count_meetings"]) == {"kind"}), None)
    for member, label in walk.definitions.members("instance").items():
        key = Key(indicator, "programme", {"instance": member})
        match = re.match(rf"(?P<n>{NUMBER}) {words_pattern(label)}(?P<tail>.*)$", text, re.I) or re.match(
            rf"{re.escape(label)} : (?P<n>{NUMBER}) réunions?(?P<tail>.*)$", text)
        if match:
            walk.figure(place, match["n"], key)
            meeting_months(walk, place, match["tail"], key)
            return True
    return False


def meeting_months(walk, place, tail, key):
    period = re.match(rf" ({PERIOD})(?: \([^)]*\))?\.$", tail)
    if period:
        walk.period_walked()
        if period[1] not in walk.definitions.in_sentence(key, walk.figures.month):
            walk.fault(place, tail, walk.definitions.in_sentence(key, walk.figures.month)[0])
        return
    told = Counter()
    for names, year in re.findall(rf"en ((?:{MONTH}(?: \(\w+ fois\))?(?:, | et )?)+) (\d{{4}})", tail):
        for name, times in re.findall(rf"({MONTH})(?: \((\w+) fois\))?", names):
            told[f"{year}-{MONTHS.index(name) + 1:02}"] = int(parse(times)[0]) if times else 1
    if not walk.history:
        return walk.aside("months in which they met: not asked for", len(told))
    held = {m: int(n) for m in walk.figures.rows if (n := walk.figures.value(Key(key.indicator, "mois", dict(key.cell)), m))}
    walk.walked[walk.kind] += len(told)
    if dict(told) != held:
        walk.fault(place, tail, f"the months in which it met: {held}")


def walk_account(walk, path, funder):
    """interne/compte-rendu-<funder>.md"""
    walk.kind = "interne/compte-rendu-*.md"
    lines = [plain(line) for line in path.read_text(encoding="utf-8").split("\n")]
    rows = [[cell.strip().replace("\\", "") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines if line.startswith("| ")][2:]
    objectives = walk.definitions.objectives(funder, walk.figures.month)
    notes = [line[2:].replace("\\", "") for line in lines if line.startswith("- ")]
    if len(rows) != len(objectives) or len(notes) != len(objectives):
        walk.fault(path.name, f"{len(rows)} rows, {len(notes)} sources", f"{len(objectives)} objectives")
    for row, objective, note in zip(rows, objectives, notes):
        walk.objective_row(path.name, row, objective, funder)
        key = walk.definitions.named_key(objective)
        period = note.removeprefix(walk.name(key, funder) + ", ").partition(" : ")[0]
        walk.period(path.name, period, key)
    for line in lines:
        if not line.startswith(("| ", "- ")):
            walk.leftover(path.name, line)


# Letters

def plain_measure(walk, name, **wanted):
    """The indicator whose whole measure is this one, with nothing asked of a row but that its job is held."""
    for indicator, entry in walk.definitions.indicators.items():
        value = entry["measure"].get(name)
        if isinstance(value, dict) and all(value.get(k) == v for k, v in wanted.items()) and not set(value) - set(wanted) - {"except"}:
            return indicator
    return None


def walk_letter(walk, path, association):
    """What was read back, to the association itself: nothing is hidden from it. Effects (figures with the refused rows admitted)
    and counts of rows are left aside."""
    walk.kind, page = "retours/*.html", Page(path)
    forms = [(rf"({DIGITS}) ETP", plain_measure(walk, "sum_stock", kind="etp", of="etp"), "mois"),
             (rf"({DIGITS}) salariés?", plain_measure(walk, "count_stock", kind="etp", of="salarie"), "mois"),
             (rf"({DIGITS}) emplois? créés? ou en cours depuis {french(walk.definitions.programme['programme']['start'])}", (job_indicators(walk) or [None])[0], "programme"),
             (rf"({DIGITS}) personnes? accompagnées? ce mois-ci", plain_measure(walk, "count_persons", kind="beneficiaires"), "mois"),
             (rf"({DIGITS}) entrées?", plain_measure(walk, "count_paths", kind="beneficiaires", at="date_entree"), "mois")]
    for part in [e for e in page.all("section") if e.get("aria-labelledby") == "compris"]:
        for text in (page.claim(item) for item in part.iter("li")):
            for form, indicator, horizon in forms:
                for shown in re.findall(form, text):
                    letter_figure(walk, f"{path.name}, compris", shown, indicator and Key(indicator, horizon, {"association": association}))
    walk.aside("rows, lines and effects", sum(len(re.findall(DIGITS, plain(text))) for text in page.unclaimed()))


def letter_figure(walk, place, shown, key):
    if key is None or walk.figures.value(key) is None:
        return walk.aside("read back, but no figure by association")
    walk.walked[walk.kind] += 1
    walk._hold(place, shown, walk.figures.value(key), walk.definitions.decimals(key.indicator), str(key))


# Workbooks

class Book:
    def __init__(self, path):
        self.path, self.book, self.claimed = path, openpyxl.load_workbook(path), set()

    def table(self, sheet, ref):
        """Headers and rows of a table, claimed."""
        cells = [list(row) for row in self.book[sheet][ref]]
        self.claimed.update((sheet, cell.coordinate) for row in cells for cell in row)
        return [plain(cell.value) for cell in cells[0]], cells[1:]

    def lines(self, sheet):
        """Texts of column A that belong to no table; wrapped lines as one. A line's beginning is known by its sign."""
        joined = []
        for cell in self.book[sheet]["A"]:
            if cell.value is None or (sheet, cell.coordinate) in self.claimed:
                joined.append(None)
                continue
            self.claimed.add((sheet, cell.coordinate))
            text = plain(cell.value)
            starts = re.match(r"• |Lecture : |Champ : |Source : |Commentaire \(|Prochain rapport|Chiffres du graphique|À retenir|Données ", text)
            if joined and joined[-1] is not None and not starts and not re.search(r"[.…!?]$", joined[-1][1]) and not joined[-1][1].startswith("À retenir"):
                joined[-1] = (joined[-1][0], joined[-1][1] + " " + text)
            else:
                joined.append((cell.coordinate, text))
        return [line for line in joined if line]


def shown_value(walk, place, cell):
    """A cell's number; its display must not make 0 of what is not."""
    if isinstance(cell.value, (int, float)):
        displayed(walk, place, cell.value, cell.number_format)
    return cell.value


def displayed(walk, place, value, form):
    """A format must not make 0 of a number that is not, and writes its minus as texts do."""
    digits = re.search(r"0(?:\.(0+))?", form.split(";")[0])
    if value and digits and form != "General" and round(abs(value) + 1e-9, len(digits[1] or "")) == 0:
        walk.fault(place, f"{value} shown as {form}", "a display that is not 0")
    if ";" in form and "−" not in form.split(";")[1]:
        walk.fault(place, form, "U+2212 for a minus")


def walk_book(walk, path, funder, rows):
    walk.kind, book = "financeurs/*.xlsx", Book(path)
    sections = dict(zip([s for s in book.book.sheetnames if s not in FIXED], listed(walk.definitions.funders[funder].get("sections"))))
    for sheet in book.book.sheetnames:
        tables = dict(book.book[sheet].tables.items())
        for name, ref in tables.items():
            place = f"{path.name}, {sheet}!{ref.partition(':')[0]}"
            headers, cells = book.table(sheet, ref)
            book_table(walk, place, name, sheet, headers, cells, funder, sections, book, rows)
        section_book_lines(walk, book, sheet, sections, funder)
        for line in book.book[sheet].iter_rows():
            for cell in line:
                if cell.value is not None and (sheet, cell.coordinate) not in book.claimed:
                    walk.leftover(f"{path.name}, {sheet}!{cell.coordinate}", cell.value)
    walk_charts(walk, path, book, funder, sections)


def book_table(walk, place, name, sheet, headers, rows, funder, sections, book, data):
    month = walk.figures.month
    if name == "t_chiffres_cles":
        key_figure_rows(walk, place, headers, rows, funder)
    elif name == "t_objectifs":
        for row, objective in zip(rows, walk.definitions.objectives(funder, month)):
            walk.objective_row(place, [shown_value(walk, place, cell) for cell in row], objective, funder)
    elif name.startswith("t_section"):
        pass  # with the lines above and below it
    elif name == "t_evolution":
        evolution(walk, place, headers, rows, funder)
    elif name.startswith("t_graphique"):
        chart_table(walk, place, sheet, headers, rows, funder, sections)
    elif name == "t_donnees":
        data_table(walk, place, headers, rows, data)
    elif name == "t_indicateurs":
        definition_rows(walk, place, rows, funder)
    elif name in ("t_heures", "t_references"):
        reference_rows(walk, place, name, rows)
    elif name == "t_partiels":
        partial_rows(walk, place, rows, funder)
    elif name == "t_revisions":
        revision_rows(walk, place, rows, funder)
    else:
        for row in rows:
            for cell in row:
                if cell.value is not None and not walk.files_sentence(place, contents(cell.value)):
                    walk.leftover(f"{place}, {cell.coordinate}", cell.value)


def contents(text):
    """`Complétude des remontées : Pour mai 2022 : 12 fichiers sur 13` → from `Pour` on."""
    found = re.search(r"Pour [a-zéû]+ \d{4} : .*", plain(text))
    return found[0] if found else plain(text)


def key_figure_rows(walk, place, headers, rows, funder):
    keys = walk.definitions.key_figures(funder)
    if len(keys) != len(rows):
        walk.fault(place, f"{len(rows)} key figures", len(keys))
    for key, row in zip(keys, rows):
        at = {header: shown_value(walk, f"{place}, {row[0].value}", cell) for header, cell in zip(headers, row)}
        key_figure_row(walk, f"{place}, {row[0].value}", at, key, funder)
        for header, cell in zip(headers, row):
            format_unit(walk, f"{place}, {row[0].value}, {header}", cell)


def format_unit(walk, place, cell):
    """`+#,##0" points"`: the unit in a number's format agrees with what is displayed."""
    found = re.search(r'0(?:\.(0+))?"\u00a0(\w+)"', cell.number_format)
    if found and isinstance(cell.value, (int, float)) and cell.value:
        shown = abs(Decimal(repr(cell.value))).quantize(Decimal(1).scaleb(-len(found[1] or "")), "ROUND_HALF_UP")
        if found[2] not in ("ETP",) and (shown >= 2) != found[2].endswith("s"):
            walk.fault(place, f"{shown} {found[2]}", "a unit that agrees with its number")


def key_figure_row(walk, place, at, key, funder):
    decimals, own = walk.definitions.decimals(key.indicator), walk.figures.value(key)
    if plain(at["Chiffre clé"]) != walk.name(key, funder):
        walk.fault(place, at["Chiffre clé"], walk.name(key, funder))
    if plain(at["Unité"]) != walk.definitions.unit(key.indicator):
        walk.fault(place, at["Unité"], walk.definitions.unit(key.indicator))
    walk.period(place, at["Période"], key)
    walk.figure(place, at["Valeur"], key)
    aim = "cible" if walk.benchmark("objectif", key, funder) is None else "objectif"
    for column, gap, kind in (("Base", "Écart à la base", "base"), ("Cible ou objectif", "Écart à la cible", aim)):
        value = walk.benchmark(kind, key, funder)
        for shown, right in ((at.get(column), value), (at.get(gap), own - value if None not in (own, value) and not walk.figures.is_hidden(key) else None)):
            if shown in (None, "–", "s", "nd"):
                if right is not None:
                    walk.fault(f"{place}, {column}", shown, right)
            else:
                walk.derived(f"{place}, {column}", shown, right, decimals, f"{kind} of {key}, or the gap to it")
    for column, months in (("Sur un mois", 1), ("Sur un an", 12)):
        # A column in which nothing could be told is left out.
        walk.change(f"{place}, {column}", at.get(column, "–"), key, months)


def evolution(walk, place, headers, rows, funder):
    keys, wrong = walk.definitions.key_figures(funder), defaultdict(list)
    for row in rows:
        month = month_of(row[0].value)
        for key, header, cell in zip(keys, headers[1:], row[1:]):
            where = f"{place}, {row[0].value}"
            shown = shown_value(walk, where, cell)
            if month != walk.figures.month and not walk.history:
                walk.aside("months before: not asked for")
                continue
            walk.figure(where, shown, key, month)
            span = plain(header).removeprefix(walk.name(key, funder) + ", ").partition(" (")[0]
            if shown not in ("nd", "–") and not evolution_span(walk, span, key, month):
                wrong[(header, span, str(key))].append((month, walk.definitions.in_table(key, month)[0]))
    walk.periods[walk.kind] += len(keys)
    for (header, span, key), months in wrong.items():
        walk.fault(place, header, f"what {key} counts in each row: " + "; ".join(f"{m}: {p}" for m, p in months[:3])
                   + (f" … ({len(months)} rows)" if len(months) > 3 else ""))


def evolution_span(walk, span, key, month):
    """A column's header holds for each of its rows."""
    kind, *rest = walk.definitions.period(key, month)
    estimated = any(name == "reference_share" for name, _ in walk.definitions.leaves(key.indicator))
    return span in {"month": ["du mois"], "year": ["cumul de l'année"], "since": [f"depuis {french(str(rest[0]))}" if kind == "since" else ""],
                    "estimate": ["avec les emplois d'après le millésime"],
                    # No month has followed the vintage yet.
                    "day": ["dernier millésime"] + ["avec les emplois d'après le millésime"] * estimated}[kind]


def chart_table(walk, place, sheet, headers, rows, funder, sections):
    """The numbers that a chart is drawn from: members or months in rows, series in columns."""
    if headers[0] == "Part de l'ESS":
        return share_table(walk, place, headers, rows)
    if headers[0] == "Mois":
        return month_table(walk, place, headers, rows, funder)
    every = listed(walk.definitions.funders[funder].get("sections"))
    charted = [s for s in every if chart_keys(walk, s)]
    # Synthèse shows the first that has anything to show.
    section = sections.get(sheet) or next((s for s in charted if headers[1].startswith(walk.definitions.label(chart_keys(walk, s)[0].indicator, funder))
                                           and said_name(rows[0][0].value)[0] in called(walk.definitions.members(s["rows"]))), charted[0])
    names = called(walk.definitions.members(section["rows"]))
    said_names = [said_name(row[0].value) for row in rows]
    members = [names.get(name, name) for name, _, _ in said_names]
    series = {header: series_key(walk, place, header, section, funder) for header in headers[1:]}
    drawn = [key for key in series.values() if key]
    for row, (name, number, others) in zip(rows, said_names):
        told = dict(others)
        # Beside a mark (▏cible) a member's number stands with its name, or why there is none: `AFEJI : 100`.
        if number:
            told |= {header: number for header in list(series)[:1 if None in series.values() else len(drawn)]}
        for header, mark in told.items():
            if header not in series:
                walk.fault(f"{place}, {name}", header, "a series of the chart")
            elif series[header]:
                bar_number(walk, f"{place}, {name}", mark, series[header], section, name, names, members)
        for (header, key), cell in zip(series.items(), row[1:]):
            if key and cell.value is None and not told.get(header) and mark_of(walk, member_key(key, section, names.get(name, name))) != "–":
                walk.fault(f"{place}, {header}", name, "why there is no number")
    for column, header in enumerate(headers[1:], 1):
        key = series[header]
        for row, (name, _, _) in zip(rows, said_names):
            shown = shown_value(walk, place, row[column])
            if key:
                bar_number(walk, f"{place}, {header}, {name}", shown, key, section, name, names, members)
            elif shown is not None:
                target_cell(walk, f"{place}, {header}, {name}", shown, section, names.get(name, name), funder)


def said_name(text):
    """(name, number or mark, marks by series): `AFEJI : 100`, `AFEJI : s`, `AFEJI (Sorties : s, Entrées : nd)`."""
    mark = r"(?:s|nd|–)"
    name, number, others = re.fullmatch(rf"(.*?)(?: : ({DIGITS}|{mark}))?(?: \((.+? : {mark}(?:, .+? : {mark})*)\))?", plain(text)).groups()
    return name, number, re.findall(rf"(.+?) : ({mark})(?:, |$)", others or "")


def series_key(walk, place, header, section, funder):
    """The column that a series is; None for a mark (▏cible : 60 %)."""
    if header.startswith("▏"):
        return None
    periods = lambda key: [""] + [", " + p for p in walk.definitions.in_table(key, walk.figures.month)]
    for key in chart_keys(walk, section):
        label = walk.definitions.label(key.indicator, funder)
        common = len({walk.definitions.period(Key(c["indicator"], c["horizon"]), walk.figures.month) for c in section["columns"]}) == 1
        if header in [label + p for p in periods(key)[0 if common else 1:]]:
            walk.period_walked()
            return key
    walk.fault(place, header, "a series of the section's chart, with its period")
    return None


def target_cell(walk, place, shown, section, member, funder):
    lead = chart_keys(walk, section)[0]
    own = member_key(lead, section, member)
    found = [walk.benchmark(kind, key, funder) for key in (own, lead) for kind in ("objectif", "cible")]
    if not any(value is not None and abs(Decimal(repr(shown)) - value) < Decimal("0.000001") for value in found):
        walk.fault(place, shown, f"objective or target of {own}: {found}")
    walk.walked[walk.kind] += 1


def share_table(walk, place, headers, rows):
    shares = walk.shares()
    for row in rows:
        name, _, number = plain(row[0].value).partition(" : ")
        walk.figure(place, row[1].value, shares[name])
        if number:
            walk.figure(place, number, shares[name], decimals=2)
        for cell, header in zip(row[2:], headers[2:]):
            walk.derived(place, cell.value, share_base(walk), 2, "base of the share")


def share_base(walk):
    """The territory's, else that of the estimate."""
    bases = [walk.benchmark("base", walk.shares()[name], None) for name in ("Territoire", "Avec le PTCE") if name in walk.shares()]
    return next((base for base in bases if base is not None), None)


def month_table(walk, place, headers, rows, funder):
    keys = {walk.name(key, funder): key for key in walk.definitions.key_figures(funder)}
    month = step(walk.figures.month, 1 - len(rows))
    for row in rows:
        short = SHORT[int(month[5:7]) - 1]
        if plain(row[0].value).split(" ")[0] != short:
            walk.fault(place, row[0].value, short)
        for header, cell in zip(headers[1:], row[1:]):
            if header in keys and cell.value is None and walk.history and mark_of(walk, keys[header], month) is None:
                walk.fault(f"{place}, {month}", "no number", walk.figures.value(keys[header], month))
            elif header in keys and cell.value is None:
                pass
            elif header in keys:
                walk.past(f"{place}, {month}", shown_value(walk, place, cell), keys[header], month)
            elif header not in keys:
                aim = re.fullmatch(rf"(Cible|Objectif) : ({NUMBER}) {UNIT}", header)
                key = keys[headers[1]]
                target_words(walk, place, aim[2], key, aim[1].lower(), funder) if aim else walk.fault(place, header, "a key figure's name")
                if aim:
                    walk.derived(place, cell.value, walk.benchmark(aim[1].lower(), key, funder), 6, header)
        month = step(month, 1)


def data_table(walk, place, headers, rows, data):
    """Données: cell for cell the CSV, which was walked."""
    if len(rows) != len(data):
        walk.fault(place, f"{len(rows)} rows", f"{len(data)} rows, as in the CSV")
    for line, row in zip(data, rows):
        for header, cell in zip(headers, row):
            text = line[header]
            if isinstance(cell.value, (int, float)):
                walk.walked[walk.kind] += 1
                same = number_of(text) is not None and abs(Decimal(repr(cell.value)) - number_of(text)) <= Decimal("0.0000006")
            else:
                same = (cell.value or "") == text
            if not same:
                walk.fault(f"{place}, {cell.coordinate}", cell.value, f"{text}, as in the CSV")


def definition_rows(walk, place, rows, funder):
    """Base et cible: `Base : 15 postes (mai 2022 ; Lettre n° 02)`, with the cell and period where it holds for one alone."""
    for row in rows:
        text, indicator = plain(row[4].value), row[5].value
        for cell in row[:4]:
            walk.leftover(f"{place}, {cell.coordinate}", cell.value or "")
        right = [("Base", e) for e in listed(walk.definitions.indicators[indicator].get("baseline"))]
        right += [("Cible", e) for e in listed(walk.definitions.indicators[indicator].get("target"))]
        for kind, entry in right:
            definition_entry(walk, f"{place}, {row[4].coordinate}", text, kind, entry, indicator)


def definition_entry(walk, place, text, kind, entry, indicator):
    at = dict(entry.get("at") or {})
    horizon = at.pop("horizon", None)
    key = Key(indicator, horizon or walk.definitions.longest(indicator), at)
    # A base is of its own date, whatever the month of the report.
    then = (entry.get("as_of") or entry.get("from") or walk.figures.month)[:7]
    where = ", ".join(filter(None, [walk.definitions.place(key.cell), walk.definitions.in_table(key, then)[0] if horizon else ""]))
    number = re.search(rf"{re.escape(where)} : ({NUMBER}) {UNIT} \(" if where else rf"{kind} : ({NUMBER}) {UNIT} \(", text)
    if not number:
        return walk.fault(place, text, f"{kind} {where}: {entry['value']}")
    walk.derived(place, number[1], Decimal(entry["value"]), walk.definitions.decimals(indicator), f"{kind} of {key}")
    walk.period_walked()


def reference_rows(walk, place, name, rows):
    """Hours of a full-time job and vintages: the reference tables' own numbers."""
    days = {v["territory"]: walk.definitions.vintage(v["territory"], walk.figures.month) for v in walk.definitions.vintages}
    current = [v for v in walk.definitions.vintages if v["as_of"] == days[v["territory"]]]
    for row in rows:
        if name == "t_heures":
            fitting = [h for h in walk.definitions.hours if Decimal(h["annual_hours"]) == Decimal(str(row[2].value)) and french_day(h["valid_from"]) in plain(row[3].value)]
            walk.walked[walk.kind] += 1
            if not fitting:
                walk.fault(place, row[2].value, "annual hours of full-time-hours.csv")
        else:
            vintage_row(walk, place, row, current)


def vintage_row(walk, place, row, current):
    found = [v for v in current if plain(v["source"]) == plain(row[1].value)]
    if not found:
        return walk.fault(place, row[1].value, "a vintage of territory.csv that holds")
    walk.derived(place, row[2].value if row[2].value not in ("nd", "–") else "0", number_of(found[0]["share"]) or Decimal(0), 6, "share of the vintage")
    words = plain(row[3].value)
    match = re.match(rf"({NUMBER}|nd) postes ESS sur ({NUMBER}|nd), au (\d+(?:er)? {MONTH} \d{{4}})", words)
    if not match:
        return walk.leftover(place, words)
    for shown, column in ((match[1], "ess_posts"), (match[2], "all_posts")):
        if shown != "nd" or found[0][column]:
            walk.derived(place, shown, number_of(found[0][column]), 0, column)
    if match[3] != french_day(found[0]["as_of"]):
        walk.fault(place, words, french_day(found[0]["as_of"]))


def partial_rows(walk, place, rows, funder):
    """Colonnes remplies en partie: figure, words, period."""
    section_keys = [Key(c["indicator"], c["horizon"]) for s in listed(walk.definitions.funders[funder].get("sections")) for c in s["columns"]]
    keys = walk.definitions.key_figures(funder) + section_keys
    for row in rows:
        fits = [key for key in keys if walk.name(key, funder) == plain(row[0].value)]
        if not any(plain(row[2].value) in walk.definitions.in_table(key, walk.figures.month) for key in fits):
            walk.fault(place, f"{row[0].value}, {row[2].value}", "the period of a figure of this report")
        walk.period_walked()
        walk.leftover(place, row[1].value)


def section_book_lines(walk, book, sheet, sections, funder):
    lines, place = book.lines(sheet), f"{book.path.name}, {sheet}"
    section = sections.get(sheet)
    if section:
        ref = next(ref for name, ref in book.book[sheet].tables.items() if name.startswith("t_section"))
        headers, rows = book.table(sheet, ref)
        first = int(re.search(r"\d+", ref)[0])
        above = " ".join(text for at, text in lines if int(at[1:]) < first)
        notes = [text for at, text in lines if int(at[1:]) > first]
        values = [[shown_value(walk, place, cell) for cell in row] for row in rows]
        section_table(walk, place, section, funder, headers, values, above, notes)
    for at, text in lines:
        where = f"{place}!{at}"
        if text.startswith("• "):
            walk.takeaway(where, text, funder)
        elif text.startswith("Lecture : ") and section:
            walk.reading(where, text, section, funder)
        elif not walk.files_sentence(where, contents(text)):
            comment_period(walk, where, text, funder)
            walk.leftover(where, text)


# Charts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def walk_charts(walk, path, book, funder, sections):
    walk.kind = "charts of financeurs/*.xlsx"
    with zipfile.ZipFile(path) as archive:
        for sheet, alternative, chart in charts_of(archive):
            place = f"{path.name}, {sheet}, {chart.rpartition('/')[2]}"
            tree = ET.fromstring(archive.read(chart))
            title_element = tree.find(f"{C}chart/{C}title")
            title = plain("".join(t.text or "" for t in title_element.iter(f"{A}t"))) if title_element is not None else ""
            walk.chart_title(place, title, funder, sections.get(sheet))
            series = [one_series(walk, place, ser, book) for ser in tree.iter(f"{C}ser")]
            marks = [series_marks(walk, funder, sections, sheet, name, categories) for name, categories, _ in series]
            alternative_text(walk, place, plain(alternative), title, series, marks)


def series_marks(walk, funder, sections, sheet, name, categories):
    """Of each category what must stand in its number's place, None for a number; nothing where the series is no figure's."""
    if sheet == "Évolution":
        keys = {walk.name(key, funder): key for key in walk.definitions.key_figures(funder)}
        months = [step(walk.figures.month, i + 1 - len(categories)) for i in range(len(categories))]
        # A month before the figure began holds none, and says nd.
        return [(mark_of(walk, keys[name], m) or "").replace("–", "nd") or None for m in months] if name in keys and walk.history else None
    every = [sections[sheet]] if sheet in sections else listed(walk.definitions.funders[funder].get("sections"))
    for section in every:
        names = called(walk.definitions.members(section["rows"]))
        members = [names.get(said_name(category)[0]) for category in categories]
        key = series_key(Quiet(walk), "", name, section, funder) if any(members) else None
        if key:
            return [mark_of(walk, member_key(key, section, member)) if member else None for member in members]
    return None


def charts_of(archive):
    """(sheet, alternative text, part) of each chart, by the relations of sheets and drawings."""
    relations = lambda part: {r.get("Id"): r.get("Target").replace("../", "xl/") for r in ET.fromstring(archive.read(part))}
    names = ET.fromstring(archive.read("xl/workbook.xml"))
    for number, sheet in enumerate((e for e in names.iter() if e.tag.endswith("}sheet")), 1):
        part = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        if part not in archive.namelist():
            continue
        for drawing in (t for t in relations(part).values() if "drawings/drawing" in t):
            charts = relations(drawing.replace("drawings/", "drawings/_rels/") + ".rels")
            for frame in (e for e in ET.fromstring(archive.read(drawing)).iter() if e.tag.endswith("}graphicFrame")):
                described = next(e for e in frame.iter() if e.tag.endswith("}cNvPr"))
                yield sheet.get("name"), described.get("descr", ""), charts[next(frame.iter(f"{C}chart")).get(f"{R}id")]


def one_series(walk, place, ser, book):
    """(name, categories, values): each cached point is its cell's, and the cells were walked."""
    name = plain("".join(v.text or "" for v in ser.find(f"{C}tx").iter(f"{C}v")))
    cached = {}
    for part in ("cat", "val"):
        element = ser.find(f"{C}{part}")
        if element is None:
            continue
        sheet, _, area = element.find(f".//{C}f").text.rpartition("!")
        sheet = sheet.strip("'").replace("''", "'")
        cells = [cell.value for row in book.book[sheet][area.replace("$", "")] for cell in row]
        points = {int(p.get("idx")): p.find(f"{C}v").text for p in element.iter(f"{C}pt")}
        if not points and any(value is not None for value in cells):
            walk.fault(f"{place}, {name}", f"no cache of {area}", "a cache: without it the chart is empty until it is computed")
            points = {i: str(value) for i, value in enumerate(cells) if value is not None}
        for index, value in enumerate(cells):
            cache_point(walk, f"{place}, {name}", points.get(index), value, part)
        cached[part] = [points.get(i) for i in range(len(cells))]
    for form in (e.get("formatCode") for e in ser.iterfind(f"{C}dLbls/{C}numFmt")):
        for value in filter(None, cached["val"]):
            displayed(walk, f"{place}, {name}, labels", float(value), form)
    return name, [plain(c or "") for c in cached.get("cat", [])], cached.get("val", [])


def cache_point(walk, place, cached, value, part):
    if part == "val":
        walk.walked[walk.kind] += cached is not None
        same = (cached is None) == (not isinstance(value, (int, float))) and (cached is None or abs(Decimal(cached) - Decimal(repr(value))) < Decimal("0.0000006"))
    else:
        same = plain(cached or "") == plain("" if value is None else value)
    if not same:
        walk.fault(place, cached, f"{value}, as in its cell")


def alternative_text(walk, place, text, title, series, marks):
    """`Barres : <title>. <series> : <category> <number>, … . <series> : …`"""
    if not text:
        return walk.fault(place, "", "an alternative text")
    rest = text.partition(" : ")[2]
    if not rest.startswith(title):
        return walk.fault(place, text[:80], f"the title, {title}")
    rest = rest[len(title):].lstrip(".").strip()
    for (name, categories, values), own in zip(series, marks):
        if re.match(r"▏|(?:Cible|Objectif) : ", name):
            # A mark: its number is in its name, which was walked as the header of its cells.
            rest = rest.removeprefix(name).lstrip(". ") if rest.startswith(name) else rest
            continue
        if not rest.startswith(name + " : "):
            return walk.leftover(place, rest)
        rest = rest[len(name) + 3:]
        for index, (category, value) in enumerate(zip(categories, values)):
            category = said_name(category)[0]
            # A name that is cut in a small chart stands whole in the words for those who do not see it.
            form = re.escape(category[:-1]) + "[^,;0-9]*?" if category.endswith("…") else re.escape(category)
            match = re.match(rf"{form}(?: :)? (?P<n>{NUMBER}|nd|s|–)(?:, |\. ?|$)", rest)
            if not match:
                return walk.fault(place, rest[:90], f"{category} and its number")
            if value is not None:
                walk.derived(place, match["n"], Decimal(value), 0 if "," not in match["n"] else len(match["n"].partition(",")[2]), f"{name}, {category}")
            elif match["n"] not in ("nd", "s", "–"):
                walk.fault(place, match[0], "no number: the chart has none")
            elif own and own[index] != match["n"]:
                walk.fault(place, match[0], f"{own[index]}, {name}")
            rest = rest[match.end():]
    walk.leftover(place, rest)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("edition"), parser.add_argument("inputs"), parser.add_argument("figures")
    parser.add_argument("--bilan", help="asked for the months before")
    parser.add_argument("--before", help="the table of the edition before, for Révisions")
    parser.add_argument("--least", type=int, default=1, help="so many numbers must have been walked")
    parser.add_argument("--quiet", action="store_true", help="faults alone")
    given = parser.parse_args()
    definitions = Definitions(given.inputs)
    figures = Figures(definitions, given.figures)
    if given.bilan:
        figures.ask(given.bilan, given.inputs)
    walk = Walk(definitions, figures, history=bool(given.bilan))
    walk.before = Figures(definitions, given.before) if given.before else None
    walk_edition(walk, pathlib.Path(given.edition))
    if sum(walk.walked.values()) < given.least:
        walk.fault("the walk", sum(walk.walked.values()), f"at least {given.least} numbers")
    report(walk, given.quiet)
    sys.exit(1 if walk.faults else 0)


def walk_edition(walk, edition, only=""):
    """Every file, or those whose name begins so."""
    month, interne = walk.figures.month, edition / "interne"
    # An aggregator's file (dialect sdmx) has other columns, and no report around it.
    readers = [f for f, entry in walk.definitions.funders.items() if (entry.get("csv") or {}).get("dialect") != "sdmx"]
    # What an edition hides of the months before, and is no small count, its manifest says.
    for line in json.loads((edition / "manifest.json").read_text(encoding="utf-8"))["keptHidden"]:
        past, indicator, horizon, *cell = line.split(" ")
        walk.figures.hidden_before.add((past, Key(indicator, horizon, [part.split("=") for part in cell])))
    tables = {funder: funder_rows(walk, edition / "financeurs" / f"{funder}-{month}.csv") for funder in readers}
    for funder, rows in tables.items():
        files = [(edition / "financeurs" / f"{funder}-{month}.csv", lambda path: walk_csv(walk, path, rows, funder)),
                 (edition / "financeurs" / f"{funder}-{month}.html", lambda path: walk_funder_page(walk, path, funder)),
                 (edition / "financeurs" / f"{funder}-{month}.xlsx", lambda path: walk_book(walk, path, funder, rows)),
                 (interne / f"compte-rendu-{funder}.md", lambda path: walk_account(walk, path, funder))]
        for path, act in files:
            # Who agreed on nothing has no compte rendu.
            if path.name.startswith(only) and (path.exists() or walk.definitions.objectives(funder, month) or path.suffix != ".md"):
                act(path)
    for association in walk.definitions.members("association"):
        path = edition / "retours" / f"{association}-{month}.html"
        if path.exists() and path.name.startswith(only):
            walk_letter(walk, path, association)
    for path, act in ((interne / "index.html", walk_index), (interne / "en-chiffres.md", walk_block)):
        if path.name.startswith(only):
            act(walk, path)


def funder_rows(walk, path):
    """A funder's CSV. What it marks as hidden is hidden everywhere, so that it is read before anything is walked."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    walk.figures.hidden.update(row_key(row) for row in rows if row["confidentialite"] in ("C", "D"))
    return rows


def row_key(row):
    return Key(row["indicateur"], row["horizon"], {d: row[d] for d in DIMENSIONS if row[d]})


def report(walk, quiet):
    for fault in walk.faults:
        print("fault:", fault)
    if quiet:
        return
    for kind in walk.walked:
        print(f"{kind}: {walk.walked[kind]} numbers walked, {walk.periods[kind]} periods; aside: "
              + (", ".join(f"{count} {reason}" for reason, count in sorted(walk.aside_counts[kind].items())) or "none"))
    print(f"{sum(walk.walked.values())} numbers, {len(walk.seen)} figures, {len(walk.faults)} faults")


if __name__ == "__main__":
    main()
