"""Everything that left the house: editions of all months, figure by figure from the CSV, beside the workbooks, pages and notes in
which the same figures (and perhaps others) stand."""
import csv
import dataclasses
import io
import pathlib
import re

from reading.catalogue import DIMENSIONS
from reading.workbook import Workbook


@dataclasses.dataclass(frozen=True)
class Figure:
    edition: str
    month: str
    funder: str
    indicator: str
    label: str
    horizon: str
    cell: tuple          # ((dimension, member), …), in the order of the columns
    value: float | None
    numerator: float | None
    denominator: float | None
    status: str
    mark: str            # F, C, D
    is_revised: bool
    old: float | None

    @property
    def key(self):
        return (self.indicator, self.horizon, self.cell)

    @property
    def is_hidden(self):
        return self.mark in ("C", "D")


def number(text):
    return float(text.replace("\u2212", "-").replace(",", ".")) if text.strip() else None


def name_of(key):
    indicator, horizon, cell = key
    return " ".join([indicator, horizon] + [f"{d}={m}" for d, m in cell])


class Edition:
    def __init__(self, folder):
        self.name = folder.name
        self.month, serial = folder.name.rsplit(".", 1)
        self.serial = int(serial)
        self.figures, self.books, self.pages, self.notes, self.comments = {}, {}, {}, {}, set()
        for path in sorted((folder / "financeurs").glob("*.csv")):
            funder = path.stem.removesuffix("-" + self.month)
            self.figures[funder] = list(self.read(path, funder))
        for path in sorted((folder / "financeurs").glob("*.xlsx")):
            self.books[path.stem.removesuffix("-" + self.month)] = Workbook(path)
        for path in sorted((folder / "financeurs").glob("*.html")):
            self.pages[path.stem.removesuffix("-" + self.month)] = path.read_text(encoding="utf-8")
        for path in sorted((folder / "interne").glob("*.md")):
            self.notes[path.name] = path.read_text(encoding="utf-8")
        for path in sorted((folder / "financeurs").glob("*.json")):
            self.notes[path.name] = path.read_text(encoding="utf-8")
        self.by_key = {}
        for figures in self.figures.values():
            for figure in figures:
                self.by_key.setdefault(figure.key, []).append(figure)

    def read(self, path, funder):
        text = path.read_bytes().decode("utf-8-sig")
        delimiter = ";" if text.split("\n", 1)[0].count(";") > 5 else ","
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            self.comments |= {row["commentaire"]} if row.get("commentaire") else set()
            # What deletes a figure says that there is none: as where no row stands.
            if row.get("ACTION") != "D":
                yield self.sdmx(row, funder) if "INDICATOR" in row else self.french(row, funder)

    def french(self, row, funder):
        cell = tuple((d, row[d].lstrip("'")) for d in DIMENSIONS if row[d])
        return Figure(self.name, self.month, funder, row["indicateur"], row["libelle"], row["horizon"], cell, number(row["valeur"]),
                      number(row["numerateur"]), number(row["denominateur"]), row["statut"], row["confidentialite"] or "F",
                      row["revise"] == "oui", number(row["ancienne_valeur"]))

    def sdmx(self, row, funder):
        cell = tuple((d, row[d.upper()]) for d in DIMENSIONS if row[d.upper()])
        return Figure(self.name, self.month, funder, row["INDICATOR"], row["INDICATOR"], row["HORIZON"], cell, number(row["OBS_VALUE"]),
                      number(row["NUMERATOR"]), number(row["DENOMINATOR"]), row["OBS_STATUS"], row["CONF_STATUS"] or "F",
                      row["ACTION"] == "R", None)

    def keys(self, funder, catalogue):
        """The key figures of a funder, in their order: the first rows of the CSV, as many as the funder's file names."""
        return self.figures.get(funder, [])[:len(catalogue.funders.get(funder, {}).get("key_figures", []))]


def editions(reports):
    """All editions of all months, by month, in the order in which they appeared."""
    found = {}
    for folder in sorted(pathlib.Path(reports, "editions").iterdir()):
        if re.fullmatch(r"\d{4}-\d{2}\.\d+", folder.name):
            edition = Edition(folder)
            found.setdefault(edition.month, []).append(edition)
    return {month: sorted(held, key=lambda e: e.serial) for month, held in sorted(found.items())}
