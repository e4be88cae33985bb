"""An edition as its readers see it: the texts of its workbooks, CSVs, pages and letters, document by document.

    visible.py EDITION_FOLDER [EDITION_FOLDER]

Prints what one edition says, or what differs between two. What belongs to an edition's place in the chain is left out: its
name and reason, that it is revised, what it revises, what letters call settled or new, whom to send it to. Two editions that
say the same here differ in nothing that anybody outside could see. Standard library only."""
import csv, html, io, json, os, re, sys, xml.etree.ElementTree as ElementTree, zipfile

#: What the chain of editions owes to itself, in pages, workbooks and blocks.
CHAIN = [
    (re.compile(r"\b\d{4}-\d\d\.\d+\b"), "ÉDITION"),
    (re.compile(r",? (?:et )?révisée? : (?:elle|il) remplace l[’']édition ÉDITION"), ""),
    (re.compile(r",? (?:et )?(?<!non )révisée?\b(?! par)"), "")]
LINES = re.compile(
    r"^(?:↻? ?Révisée?|Changements|Révisions|Ce rapport n[’']est pas touché.*|Envoyer (?:le rapport|la nouvelle édition).*"
    r"|.*remplace l[’']édition ÉDITION.*|Nous n[’']avons (?:pas encore reçu|plus) vos fichiers.*|Motif :.*|Révision[^:]* : .*|Édition ÉDITION)$")
CHAIN_COLUMNS = ("edition", "revise", "ancienne_valeur", "EDITION", "ACTION")
#: What stands beside the exports is no part of an edition: it makes none, and is told with the next.
STRAYS = re.compile(r"bruit|\.xlsx : classeur de tableur|\.xlsx.*n[’']est pas lu|points? signalés?\b|points? à vérifier|^\d+ notes?\.$")
#: A note asks for nothing (a title line, an unknown column, where a sign stood for a blank): alone it makes no edition either.
NOTES = re.compile(r'<div class="fault note">.*?</div>|[^\n]*;note;[^\n]*|\d+ autres? points? tien(?:t|nent) à [^<]*|<h\d[^>]*>Notes?[^<]*</h\d>', re.S)
SECTIONS = re.compile(r'<section aria-labelledby="(?:revisions|suivi)">.*?</section>', re.S)
BLOCKS = re.compile(r"<(?:/?(?:p|li|h\d|td|th|tr|dt|dd|div|section|title|desc|summary|caption|figcaption|nav|ul|ol|text|option)\b[^>]*|br)>")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = ("{http://schemas.openxmlformats.org/drawingml/2006/chart}v", "{http://schemas.openxmlformats.org/drawingml/2006/main}t")


def plain(lines):
    """Lines without what an edition says of itself."""
    out = []
    for line in lines:
        line = " ".join(line.split())
        for pattern, by in CHAIN:
            line = pattern.sub(by, line)
        line = line.strip()
        if line and not LINES.match(line) and not STRAYS.search(line):
            out.append(line)
    return out


def synthesis(cells):
    """The first sheet without the sentence that says why it is revised, which is wrapped into several cells."""
    start = next((i for i, cell in enumerate(cells) if re.match(r"Révision[^:]*\s:|Ce rapport n[’']est pas touché", cell)), None)
    if start is None:
        return cells
    end = next(i for i, cell in enumerate(cells) if i > start and re.match("Sans convention|Données illustratives|À retenir", cell))
    return cells[:start] + cells[end:]


def page(text):
    text = re.sub(r"<(style|script)\b.*?</\1>", "", text, flags=re.S)
    text = BLOCKS.sub("\n", SECTIONS.sub("", text))
    return plain(html.unescape(re.sub(r"<[^>]+>", "", text)).splitlines())


def table(text):
    """A funder's CSV: rows by what they are of, without the columns of the chain."""
    rows = list(csv.reader(io.StringIO(text), delimiter=next((d for d in ";,\t|" if d in text[:60]), ";")))
    drop = {i for i, name in enumerate(rows[0]) if name in CHAIN_COLUMNS}
    return [";".join(cell for i, cell in enumerate(row) if i not in drop) for row in rows]


def workbook(data):
    """{sheet: [cell: text]}, and the charts' texts as one more."""
    out = {}
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.namelist()
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t"))
                  for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))] if "xl/sharedStrings.xml" in names else []
        sheets = [sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        for number, sheet in enumerate(sheets, 1):
            if sheet == "Révisions":
                continue
            cells, dropped = [], set()
            for cell in ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number)).iter(MAIN + "c"):
                value, inline = cell.find(MAIN + "v"), cell.find(MAIN + "is")
                text = value.text or "" if value is not None else ""
                if cell.get("t") == "s":
                    text = shared[int(text)]
                elif inline is not None:
                    text = "".join(t.text or "" for t in inline.iter(MAIN + "t"))
                column = re.match("[A-Z]*", cell.get("r", ""))[0]
                if sheet == "Données" and text in CHAIN_COLUMNS:
                    dropped.add(column)
                if column not in dropped:
                    cells.append(text)
            if sheet == "Synthèse":
                cells = synthesis(cells)
            out[sheet] = plain(cells)
        charts = sorted((n for n in names if n.startswith("xl/charts/chart")), key=lambda n: int(re.search(r"\d+", n)[0]))
        out["(graphiques)"] = plain(
            node.text or "" for n in charts for node in ElementTree.fromstring(book.read(n)).iter() if node.tag in DRAWING)
    return out


def documents(folder):
    """Every file that somebody reads, cheap ones first."""
    paths = [os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names]
    return sorted((p for p in paths if p != "manifest.json"), key=lambda p: (p.endswith(".xlsx"), p))


def read(folder, path):
    """{document: lines}"""
    with open(os.path.join(folder, path), "rb") as file:
        data = file.read()
    if path.endswith(".xlsx"):
        return {path + "!" + sheet: lines for sheet, lines in workbook(data).items()}
    text = data.decode("utf-8-sig")
    if path.startswith(("retours/", "interne/")):
        text = NOTES.sub("", text)
    if path.endswith(".html"):
        return {path: page(text)}
    if path.endswith("datapackage.json"):
        package = json.loads(text)
        package.pop("version", None)
        for resource in package["resources"]:
            for name in ("bytes", "hash"):
                resource.pop(name, None)
        return {path: plain(json.dumps(package, indent=0, ensure_ascii=False).splitlines())}
    if path.startswith("financeurs/") and path.endswith(".csv"):
        return {path: table(text)}
    return {path: plain(text.splitlines())}


def differences(old, new, books=True, first=False):
    """[(document, lines gone, lines come)] between two editions' folders; `first`: one is enough."""
    found, a, b = [], documents(old), documents(new)
    for path in sorted({*a, *b}, key=lambda p: (p.endswith(".xlsx"), p)):
        if path.endswith(".xlsx") and not books:
            continue
        before, after = (read(f, path) if path in here else {} for f, here in ((old, a), (new, b)))
        for document in sorted({*before, *after}):
            x, y = before.get(document), after.get(document)
            if x != y:
                gone, come = [[line for line in one or [] if line not in set(other or [])] for one, other in ((x, y), (y, x))]
                if not (gone or come) and x is not None and y is not None:  # the same lines, in other numbers or places
                    gone, come = ["(%d lignes)" % len(x)], ["(%d lignes, les mêmes)" % len(y)]
                found.append((document, gone if y is not None else ["(document)"], come if x is not None else ["(document)"]))
                if first:
                    return found
    return found


def main():
    if len(sys.argv) == 2:
        for path in documents(sys.argv[1]):
            for document, lines in read(sys.argv[1], path).items():
                print("== " + document, *lines, sep="\n")
        return 0
    found = differences(*sys.argv[1:3])
    for document, gone, come in found:
        print("== " + document, *("- " + line for line in gone), *("+ " + line for line in come), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
