"""Holds the figures' table, the funders' CSVs and the Données sheets of their workbooks against one another."""
import csv, pathlib, sys
from decimal import Decimal
import openpyxl

DIMENSIONS = ["axe", "association", "commune", "instance", "dispositif", "sexe"]
figures = {}
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    figures[(row["indicator"], row["horizon"], *(row[d] for d in DIMENSIONS))] = row

def number(text):
    return None if text in ("", None) else Decimal(str(text).replace(",", "."))

for path in sorted(pathlib.Path(sys.argv[2]).glob("*.csv")):
    table = list(csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter=";"))
    header, rows = table[0], [dict(zip(table[0], r)) for r in table[1:]]
    hidden = 0
    for row in rows:
        truth = figures[(row["indicateur"], row["horizon"], *(row[d] for d in DIMENSIONS))]
        assert row["statut"] == truth["status"], (path.name, row)
        if row["confidentialite"] == "F":
            for ours, theirs in (("valeur", "value"), ("numerateur", "numerator"), ("denominateur", "denominator")):
                assert number(row[ours]) == number(truth[theirs]), (path.name, ours, row, truth)
        else:
            hidden += 1
            assert row["valeur"] == row["numerateur"] == row["denominateur"] == "", (path.name, row)
    book = openpyxl.load_workbook(path.with_suffix(".xlsx"))
    formulas = sum(cell.data_type == "f" for sheet in book for line in sheet.iter_rows() for cell in line)
    cells = [[cell.value for cell in line] for line in book["Données"].iter_rows()]
    start = next(i for i, line in enumerate(cells) if line[: len(header)] == header)
    data = cells[start + 1 : start + 1 + len(rows)]
    assert len(data) == len(rows), (path.name, len(data), len(rows))
    for line, row in zip(data, rows):
        for name, value in zip(header, line):
            text = row[name]
            if isinstance(value, (int, float)):
                assert abs(Decimal(repr(value)) - number(text)) <= Decimal("0.0000005"), (path.name, name, value, text)
            else:
                assert (value or "") == text, (path.name, name, value, text)
    print(f"{path.stem}: {len(rows)} figures, {hidden} hidden, {formulas} formulas, sheets {', '.join(book.sheetnames)}")
