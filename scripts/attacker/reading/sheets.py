"""What a workbook shows beside its CSV: the same figures in sections, key figures and months, and movements, which are two figures and
the subtraction. Each sighting says where it was made."""
import dataclasses
import re

from reading.words import figure, member, plain
from reading.workbook import tables

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
APART = ("Données", "Définitions", "Sommaire", "Complétude", "Révisions")


@dataclasses.dataclass
class Sighting:
    """A figure of a month as an edition shows it anywhere; `number` None where it is hidden there."""
    edition: str
    funder: str
    month: str
    key: tuple
    number: float | None
    where: str


@dataclasses.dataclass
class Movement:
    """A figure of the edition's month less the same one some months before."""
    edition: str
    funder: str
    key: tuple
    step: int
    number: float | None
    where: str


def month_named(text):
    """`mai 2022` as 2022-05."""
    found = re.fullmatch(r"(\w+) (\d{4})", plain(text))
    return f"{found[2]}-{MONTHS.index(found[1]) + 1:02d}" if found and found[1] in MONTHS else None


def horizon(text):
    """The horizon that a period's words mean."""
    if re.search(r"\bdepuis\b", text, re.I):
        return "programme"
    if re.search(r"cumul|\w+( \d{4})? à \w+ \d{4}", text, re.I):
        return "annee"
    return "mois" if re.search("(" + "|".join(MONTHS) + r") \d{4}", text, re.I) else None


class Sheets:
    """The sightings and movements of one funder's workbook."""

    def __init__(self, edition, funder, catalogue):
        self.edition, self.funder, self.catalogue = edition, funder, catalogue
        self.figures = edition.figures.get(funder, [])
        self.keys = edition.keys(funder, catalogue)
        self.sightings, self.movements, self.otherwise = [], [], {}
        self.columns = {}    # (sheet, row of headers, column) → (headers, {row: member})
        for name, grid in edition.books[funder].sheets.items():
            for first, heads, body in tables(grid) if name not in APART else ():
                if name == "Synthèse" and plain(heads[min(heads)]) == "Chiffre clé":
                    self.summary(heads, body)
                elif name == "Évolution" and "Statut" in heads.values():
                    self.months(heads, body)
                else:
                    self.section(name, heads, body, self.above(grid, first))
        self.charts()

    def note(self, month, key, number, where):
        self.sightings.append(Sighting(self.edition.name, self.funder, month, key, number, f"{self.funder}.xlsx {where}"))

    def summary(self, heads, body):
        named = {plain(text): at for at, text in heads.items()}
        for (row, cells), key in zip(body, self.keys):
            if not plain(cells.get(min(heads), "")).startswith(plain(key.label)):
                continue
            self.note(self.edition.month, key.key, self.held(cells.get(named["Valeur"])), f"Synthèse!{row}")
            for words, step in (("Sur un mois", 1), ("Sur un an", 12)):
                if words in named:
                    number = self.held(cells.get(named[words]))
                    self.movements.append(Movement(self.edition.name, self.funder, key.key, step, number, f"{self.funder}.xlsx Synthèse!{row}"))

    def months(self, heads, body):
        places = sorted(at for at, text in heads.items() if plain(text) not in ("Mois", "Statut", "Publié autrement"))
        apart = next((at for at, text in heads.items() if plain(text) == "Publié autrement"), None)
        for row, cells in body:
            month = month_named(cells.get(min(heads), ""))
            changed = plain(cells.get(apart, "")) if apart else ""
            for at, key in zip(places, self.keys):
                if month and plain(heads[at]).startswith(plain(key.label)):
                    if plain(key.label) in changed:
                        self.otherwise.setdefault(month, set()).add(key.key)
                    self.note(month, key.key, self.held(cells.get(at)), f"Évolution!{row}")

    @staticmethod
    def held(cell):
        return cell if isinstance(cell, float) else None

    @staticmethod
    def above(grid, first):
        """What a sheet says over a table, the period of all its columns among it."""
        return " ".join(plain(grid[(row, 1)]) for row in range(2, first) if isinstance(grid.get((row, 1)), str))

    def section(self, name, heads, body, above):
        for at, text in heads.items():
            for row, cells in body:
                cell = member(cells.get(min(heads), ""), self.catalogue.labels)
                if at != min(heads) and cell is not None:
                    for key in self.meant(plain(text), cell, above):
                        self.note(self.edition.month, key, self.held(cells.get(at)), f"{name}!{row}")

    def meant(self, text, cell, above=""):
        """The figure that a column's header and a row's name mean: by its label, and its horizon if there are several."""
        named = [f for f in self.figures if f.cell == cell and text.startswith(plain(f.label))]
        longest = max((len(f.label) for f in named), default=0)
        keys = sorted({f.key for f in named if len(f.label) == longest})
        if len(keys) > 1:
            wanted = horizon(text[longest:]) or horizon(above)
            keys = [k for k in keys if k[1] == wanted]
        return keys if len(keys) == 1 else []

    def charts(self):
        """A cache that says other than its cells: seen where its cells are seen."""
        grids = self.edition.books[self.funder].sheets
        for sheet, (row, at), points in self.edition.books[self.funder].charts:
            grid = grids.get(sheet, {})
            heads = grid.get((row - 1, at))
            for offset, number in points.items():
                if grid.get((row + offset, at)) == number or not isinstance(heads, str):
                    continue
                cell = member(grid.get((row + offset, 1), ""), self.catalogue.labels)
                for key in self.meant(plain(heads), cell) if cell is not None else ():
                    self.note(self.edition.month, key, number, f"{sheet} (chart)")


def alternative(text, sheets):
    """`LABEL : ADDS 24, DIE 17.` of an alternative text, as (key, number)."""
    for label in sorted({f.label for f in sheets.figures}, key=len, reverse=True):
        for block in re.finditer(re.escape(plain(label)) + r" : ([^:]*?)(?=\.(?:\s|$)|$)", plain(text)):
            for item in re.split(r", (?=\D)", block[1]):
                found = re.fullmatch(r"(.+?) (-?\d+(?:,\d+)?)(?: .*)?", item.strip())
                cell = member(found[1], sheets.catalogue.labels) if found else None
                for key in sheets.meant(plain(label), cell) if cell else ():
                    yield key, figure(found[2])
