"""The checklist for statistical spreadsheets (aftables, GSS), over every workbook: prints what a sheet holds, fails on a fault."""
import pathlib, re, sys, zipfile
import openpyxl
from openpyxl.utils import range_boundaries

faults = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    book = openpyxl.load_workbook(path)
    properties = book.properties
    for name in ("title", "creator", "subject", "keywords", "contentStatus"):
        if not getattr(properties, name):
            faults.append(f"{path.name}: no {name}")
    charts = 0
    for sheet in book:
        if sheet.merged_cells.ranges:
            faults.append(f"{sheet.title}: merged cells")
        if not sheet["A1"].value:
            faults.append(f"{sheet.title}: no title in A1")
        if not sheet.tables:
            faults.append(f"{sheet.title}: no table")
        for table in sheet.tables.values():
            left, top, right, bottom = range_boundaries(table.ref)
            if left != 1:
                faults.append(f"{sheet.title}: {table.name} does not begin at column A")
            headers = [sheet.cell(top, column).value for column in range(left, right + 1)]
            if not all(headers) or len({str(h).lower() for h in headers}) != len(headers):
                faults.append(f"{sheet.title}: {table.name} has headers missing or alike")
            for row in range(top + 1, bottom + 1):
                if all(sheet.cell(row, column).value is None for column in range(left, right + 1)):
                    faults.append(f"{sheet.title}: {table.name} has an empty row {row}")
        setup = sheet.page_setup
        if setup.orientation != "landscape" or str(setup.paperSize) != "9":
            faults.append(f"{sheet.title}: print set-up (A4 landscape)")
        # A header repeated over another table would name the wrong columns.
        printed = [name for name in sheet.tables if not name.startswith("t_graphique")]
        rows = [range_boundaries(t.ref)[3] - range_boundaries(t.ref)[1] for t in sheet.tables.values() if t.name in printed]
        if len(printed) == 1 and rows[0] > 40 and not sheet.print_title_rows:
            faults.append(f"{sheet.title}: its header is not repeated on paper")
        charts += len(sheet._charts)
    with zipfile.ZipFile(path) as parts:
        drawings = "".join(parts.read(n).decode() for n in parts.namelist() if n.startswith("xl/drawings/drawing"))
        frames = re.findall(r"<xdr:graphicFrame.*?</xdr:graphicFrame>", drawings, re.S)
        if len(frames) != charts or not all(re.search(r'descr="[^"]+"', f) for f in frames):
            faults.append(f"{path.name}: a chart without alternative text")
        titles = [parts.read(n).decode() for n in parts.namelist() if re.match(r"xl/charts/chart\d+\.xml", n)]
        if not all("<c:title>" in t and "<c:dateAx>" not in t for t in titles):
            faults.append(f"{path.name}: a chart without a title, or with a date axis")
    print(f"{path.stem}: {charts} charts;", ", ".join(f"{s.title} {len(s.tables)}" for s in book))
print("\n".join(faults) or "no fault")
sys.exit(bool(faults))
