"""Complétude: who delivered what, how many rows, and for how many a column was filled."""
import re

from reading.words import plain
from reading.workbook import tables

KINDS = {"Emplois et ETP": "etp", "Registre des bénéficiaires": "beneficiaires"}
ANSWERED = re.compile(r"renseigné pour (\d+|moins de \d+) (\w+) sur (\d+)")


class Deliveries:
    """`rows`: {(association, kind): (least, most)}; `register`: {association: whole, partial, missing}; `answered`: [(label,
    answered, asked, noun)]; `counts`: every count of rows printed, with its place."""

    def __init__(self, grid, catalogue):
        self.rows, self.register, self.answered, self.counts = {}, {}, [], []
        names = {plain(label): id for label, id in catalogue.labels["association"].items()}
        for _, heads, body in tables(grid):
            for row, cells in body:
                first = plain(cells.get(min(heads), ""))
                for at, text in cells.items():
                    kind = KINDS.get(plain(heads.get(at, "")))
                    if first in names and kind:
                        self.delivery(names[first], kind, plain(text), f"Complétude!{row}")
                    found = ANSWERED.search(plain(text))
                    if found and found[1].isdigit():
                        self.answered.append((first, int(found[1]), int(found[3]), found[2], f"Complétude!{row}"))

    def delivery(self, association, kind, text, where):
        exact = re.search(r"(?<!de )\b(\d+) lignes?", text)
        below = re.search(r"moins de (\d+) lignes?", text)
        if exact:
            self.rows[(association, kind)] = (int(exact[1]), int(exact[1]))
        elif below:
            self.rows[(association, kind)] = (1, int(below[1]) - 1)
        for found in re.finditer(r"(moins de )?(\d+) (lignes?|refusées?|écartées?|mises? de côté)", text):
            if not found[1]:
                self.counts.append((association, kind, int(found[2]), f"{where}: {found[0]}"))
        if kind == "beneficiaires" and text not in ("–", "-"):
            refused = re.search(r"refusée|lignes? refus", text)
            self.register[association] = "missing" if not text.startswith("accepté") else "partial" if refused else "whole"
