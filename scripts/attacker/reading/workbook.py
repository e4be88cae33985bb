"""A delivered workbook as a reader's program sees it: the grid of each sheet, the caches of the charts, the alternative texts."""
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def column(name):
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def value(cell, texts):
    kind, held = cell.get("t", "n"), cell.find(MAIN + "v")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(MAIN + "t"))
    if held is None or held.text is None:
        return None
    return texts[int(held.text)] if kind == "s" else held.text if kind in ("str", "b", "e") else float(held.text)


class Workbook:
    """`sheets`: name → {(row, column): text or number}; `charts`: [(sheet name, cells of the first, values)]; `texts`: what
    stands nowhere in a cell."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as book:
            names = set(book.namelist())
            texts = self.shared(book) if "xl/sharedStrings.xml" in names else []
            self.sheets = {name: self.grid(book, part, texts) for name, part in self.parts(book)}
            self.charts, self.texts = [], []
            for part in sorted(names):
                if re.fullmatch(r"xl/charts/[^/]+\.xml", part):
                    self.chart(ET.fromstring(book.read(part)))
                elif re.fullmatch(r"xl/drawings/[^/]+\.xml", part):
                    self.texts += [e.get(key) for e in ET.fromstring(book.read(part)).iter() for key in ("descr", "title") if e.get(key)]
                elif part.startswith("docProps/") or re.fullmatch(r"xl/comments\d*\.xml", part):
                    self.texts += [e.text for e in ET.fromstring(book.read(part)).iter() if e.text and e.text.strip()]

    @staticmethod
    def shared(book):
        return ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in ET.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]

    @staticmethod
    def parts(book):
        relations = {e.get("Id"): e.get("Target") for e in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
            yield sheet.get("name"), posixpath.normpath("xl/" + relations[sheet.get(RELATED)].removeprefix("/xl/"))

    @staticmethod
    def grid(book, part, texts):
        cells = {}
        for cell in ET.fromstring(book.read(part)).iter(MAIN + "c"):
            place = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r"))
            found = value(cell, texts)
            if found is not None:
                cells[(int(place[2]), column(place[1]))] = found
        return cells

    def chart(self, root):
        for node in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
            if node.text:
                self.texts.append(node.text)
        for reference in root.iter(CHART + "numRef"):
            place = re.fullmatch(r"'?(.+?)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?", reference.findtext(CHART + "f", ""))
            points = {int(p.get("idx")): float(p.findtext(CHART + "v")) for p in reference.iter(CHART + "pt")}
            if place:
                self.charts.append((place[1].replace("''", "'"), (int(place[3]), column(place[2])), points))


def tables(grid):
    """Each block of rows under a row of headers: (first row, headers, rows), as wide as its headers; text alone is a header."""
    rows = {}
    for (row, at), held in grid.items():
        rows.setdefault(row, {})[at] = held
    found, row = [], 1
    last = max(rows, default=0)
    while row <= last:
        heads = rows.get(row, {})
        if len(heads) > 1 and all(isinstance(held, str) for held in heads.values()) and row + 1 in rows:
            body, at = [], row + 1
            while at in rows and len(rows[at]) > 1:
                body.append((at, rows[at]))
                at += 1
            found.append((row, heads, body))
            row = at
        else:
            row += 1
    return found
