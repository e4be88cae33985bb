"""Fourteen months of a programme as an analyst lives them: what `scripts/fuzz-editions --year` runs.

The demonstration's exports arrive month by month (June to August 2022 are May's, shifted); some come late. Each month is
published, then the seed draws what happens: files come, go, are corrected; targets, vintages, members, funders, words and
comments change; months are closed and reopened. Between all that stands noise, which changes nothing for any reader.

What must be follows from no word of the program under test but this: the same inputs, published afresh into an empty folder,
before and after. A month whose fresh reports differ is due an edition, any other is not. Each edition must differ from the one
before in something a reader sees (visible.py), and say what the fresh reports say. A fault does not stop the year: it is told,
mended as an analyst would, and counted; a noise that was heard twice is left out from then on. Standard library only."""
import collections, hashlib, importlib.machinery, importlib.util, json, os, random, re, shutil, subprocess, sys, tempfile, time
import visible

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MONTHS = ["%d-%02d" % (2021 + (6 + n) // 12, (6 + n) % 12 + 1) for n in range(14)]
NAMES = dict(zip(range(1, 13), "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()))
SHORT = {6: "juin", 7: "juil", 8: "août"}
INDICATORS, PROGRAMME, TERRITORY = "indicators.yaml", "programme.yaml", "reference/territory.csv"


def script():
    """scripts/fuzz-editions as a module: its exports, its edits."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("fuzz_editions", ROOT + "/scripts/fuzz-editions")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("fuzz_editions", loader))
    loader.exec_module(module)
    return module


TOOLS = script()


class NotNow(Exception):
    """What was drawn has nothing to work on."""


# ---------------------------------------------------------------- the months that the demonstration lacks

def recode(data, change):
    """The same file with another text, in its own encoding."""
    marks = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le"}
    mark = next((m for m in marks if data.startswith(m)), b"")
    encoding = marks.get(mark, "utf-8")
    try:
        text = data[len(mark):].decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = data.decode(encoding)
    return mark + change(text).encode(encoding)


def shifted(text, kind, old, new):
    """An export of month `old` as one of month `new`: its month column, its titles, its meetings, one more path."""
    (y, m), (z, n) = [map(int, month.split("-")) for month in (old, new)]
    if kind == "reunions":
        return re.sub(r"(?m)^(\d\d/)%02d(/(?:20)?%02d)" % (m, y % 100), r"\g<1>%02d\2" % n, text)
    text = re.sub("(?i)\\b(%s)( %d)" % (NAMES[m], y), lambda o: (str.title if o[1][0].isupper() else str)(NAMES[n]) + o[2], text)
    if kind == "etp":
        last = 30 if n == 6 else 31
        for a, b in [("%02d/%d" % (m, y), "%02d/%d" % (n, z)), (old, new), ("%d/%d" % (m, y), "%d/%d" % (n, z)),
                     ("mai-22", SHORT[n] + "-22"), ("31/05/2022", "%d/%02d/2022" % (last, n))]:
            text = re.sub("(?m)^%s(?=[;,\\t|])" % re.escape(a), b, text)
        return text
    return entered(text, z, n)


def entered(text, year, month):
    """A register with one path more, begun this month: the last one's line with another number and date."""
    lines = text.split("\n")
    at = max(i for i, line in enumerate(lines) if line.count(";") + line.count(",") > 8 and re.search(r"\d", line))
    line = re.sub(r"\d(?=[;,])", lambda d: str((int(d[0]) + month) % 10), lines[at], count=1)
    line = re.sub(r"PLIE\d+", "", line)
    dates = list(re.finditer(r"\d{4}-\d\d-\d\d|\d\d[./]\d\d[./]\d{4}", line))
    sign = re.search(r"[./-]", dates[0][0])[0]
    date = "%d-%02d-09" % (year, month) if sign == "-" else sign.join(["09", "%02d" % month, str(year)])
    line = line[:dates[0].start()] + date + line[dates[0].end():]
    key = re.split("[;,]", line)
    known = {tuple(re.split("[;,]", other)[:2]) for other in lines}
    if tuple(key[:2]) in known:
        return text
    return "\n".join(lines[:at + 1] + [line] + lines[at + 1:])


def stock(inputs):
    """Every export of the fourteen months: {path: bytes}."""
    files = {}
    for at, _, names in os.walk(inputs + "/exports"):
        for name in names:
            path = os.path.relpath(os.path.join(at, name), inputs)
            files[path] = open(os.path.join(at, name), "rb").read()
    late = "exports/mille-et-un-commerce/etp-2022-0%d.csv"
    files[late % 5] = files[late % 4].replace(b"4/2022|", b"5/2022|")
    for old, new in zip(MONTHS[-4:], MONTHS[-3:]):
        for path in [p for p in files if p.endswith(old + ".csv")]:
            kind = os.path.basename(path)[:-12]
            files[path.replace(old, new)] = recode(files[path], lambda text: shifted(text, kind, old, new))
    return files


# ---------------------------------------------------------------- noise: (name, sure, what it does)

def some_export(year):
    export = TOOLS.Export(year, year.rng.choice(year.published_exports()))
    if not export.rows:
        raise NotNow
    return export


def lines_of(export):
    """The data rows that are like the first: no sub-totals, no headers again."""
    width = len(export.cells(export.rows[0]))
    header = export.lines[export.header]
    return [i for i in export.rows if len(export.cells(i)) == width and export.lines[i] != header
            and not re.match(r'"?(sous-)?total', export.lines[i], re.I)]


def stray(name, data=b"bruit\n"):
    def drop(year):
        folder = os.path.dirname(year.rng.choice(year.published_exports()))
        path = name if name.startswith("exports/") else "%s/%s" % (folder, name.replace("MONTH", year.months[-1]))
        if os.path.exists(year.at(path)):
            raise NotNow
        os.makedirs(os.path.dirname(year.at(path)), exist_ok=True)
        year.strays.add(path)
        return year.write(path, data, "dropped")
    return drop


def tidy(year):
    if not year.strays:
        raise NotNow
    for path in sorted(year.strays):
        os.remove(year.at(path))
    shutil.rmtree(year.at("exports/bruit-dossier"), ignore_errors=True)
    said = "%s tidied away" % ", ".join(sorted(year.strays))
    year.strays.clear()
    return said


def line_ends(year):
    export = some_export(year)
    if export.end not in ("\n", "\r\n"):
        raise NotNow
    old, export.end = export.end, "\r\n" if export.end == "\n" else "\n"
    return export.save("saved with line ends %r for %r" % (export.end, old))


def byte_order_mark(year):
    export = some_export(year)
    if export.encoding != "utf-8":
        raise NotNow
    export.mark = b"" if export.mark else b"\xef\xbb\xbf"
    return export.save("saved %s byte-order mark" % ("with" if export.mark else "without"))


def as_unicode(year):
    export = some_export(year)
    if export.encoding != "utf-8":
        raise NotNow
    export.mark, export.encoding = b"\xff\xfe", "utf-16-le"
    return export.save("saved as UTF-16")


def other_order(year):
    export = some_export(year)
    rows = lines_of(export)
    texts = [export.lines[i] for i in rows]
    other = texts[:]
    year.rng.shuffle(other)
    if other == texts:
        raise NotNow
    for i, text in zip(rows, other):
        export.lines[i] = text
    return export.save("rows in another order")


def quoted(year):
    export = some_export(year)
    for i in lines_of(export):
        export.lines[i] = export.delimiter.join('"%s"' % cell.replace('"', '""') for cell in export.cells(i))
    return export.save("every field of every row quoted")


def unknown_values(year):
    paths = [p for p in year.published_exports() if re.search("adds/etp|die/benef", p)]
    if not paths:
        raise NotNow
    export = TOOLS.Export(year, year.rng.choice(paths))
    column = next((c for c, n in enumerate(export.names) if n in ("intitule du poste", "nom") or "bruit" in n), None)
    if column is None:
        raise NotNow
    for i in lines_of(export):
        cells = export.cells(i)
        cells[column] = "%s-TESTARD %d" % (cells[column].split("-")[0] or "X", year.count())
        export.put(i, cells)
    return export.save("other values in the unknown column %s" % export.cells(export.header)[column])


def unknown_column(year):
    """Comes, goes or is renamed: the association's note names it."""
    export = some_export(year)
    if export.delimiter == "\t" or export.siblings[-1] == export.path and year.rng.random() < 0.3:
        raise NotNow
    if "bruit" in export.names:
        column = export.names.index("bruit")
        for i in [export.header, *lines_of(export)]:
            cells = export.cells(i)
            del cells[column]
            export.put(i, cells)
        return export.save("the unknown column Bruit removed")
    for i in [export.header, *lines_of(export)]:
        cells = export.cells(i)
        export.put(i, ["Bruit" if i == export.header else "x%d" % year.count(), *cells])
    return export.save("an unknown column Bruit added")


def trailing_lines(year):
    export = some_export(year)
    if export.lines[-1]:
        raise NotNow
    export.lines[-1:] = year.rng.choice([["", ""], ["", "", ""], [export.delimiter * (len(export.names) - 1), ""]])
    return export.save("blank lines at the end")


def yaml_comment(year):
    path = year.rng.choice(year.yamls())
    return year.write(path, year.read(path) + "# relu par nous (%d)\n" % year.count(), "a comment at the end")


def yaml_blank(year):
    path = year.rng.choice(year.yamls())
    lines = year.read(path).split("\n")
    places = [i for i, line in enumerate(lines) if re.match(r"\S|  - ", line)]
    lines.insert(year.rng.choice(places[1:]), year.rng.choice(["", "# ----"]))
    return year.write(path, "\n".join(lines), "a line that says nothing")


def yaml_order(year):
    path = year.rng.choice([INDICATORS, *[p for p in year.yamls() if "funders/" in p]])
    text = year.read(path)
    if path == INDICATORS:
        places = list(re.finditer(r"(?m)^(    unit: .*\n)(    decimals: .*\n)|^(    decimals: .*\n)(    unit: .*\n)", text))
    else:
        places = list(re.finditer(r"\{(indicator: \w+)(, )(horizon: \w+)\}", text))
    place = year.rng.choice(places)
    parts = [part for part in place.groups() if part]
    swapped = place[0].replace("".join(parts), "".join(reversed(parts)))
    return year.write(path, text[:place.start()] + swapped + text[place.end():], "two keys in another order: " + repr(swapped))


def yaml_style(year):
    path = year.rng.choice(year.yamls())
    text = year.read(path)
    place = year.rng.choice([p for p in re.finditer(r'"([\w .,]+)"', text)])
    return year.write(path, text[:place.start()] + "'%s'" % place[1] + text[place.end():], "other quotes: '%s'" % place[1])


def table_order(year):
    path = year.rng.choice([TERRITORY, "reference/full-time-hours.csv"])
    head, *rows = year.read(path).rstrip("\n").split("\n")
    old = rows[:]
    year.rng.shuffle(rows)
    if rows == old:
        raise NotNow
    return year.write(path, "\n".join([head, *rows, ""]), "its lines in another order")


def table_ends(year):
    path = year.rng.choice([TERRITORY, "reference/full-time-hours.csv"])
    data = year.snapshot()[path]
    return year.write(path, data.replace(b"\r\n", b"\n") if b"\r" in data else data.replace(b"\n", b"\r\n"), "other line ends")


def future_member(year):
    number = year.count()
    entry = ('  - {id: a-venir-%d, label: "À venir %d", axes: [mobilite], commune: "62250", member_from: 2023-01, owes: [etp]}\n'
             % (number, number))
    return year.edit(PROGRAMME, r"(?m)^  - \{id: rencontres-loisirs,.*\n(\Z|)", lambda _: entry, "a future association", keep=True)


def future_leave(year):
    return year.edit(PROGRAMME, r"(?m)label: \"[^\"]*\",(?!.*_until).*(, )owes: ", lambda _: ", member_until: 2024-12, ",
                     "an association leaves in 2024")


def future_objective(year):
    entry = ('  - {indicator: effectif, horizon: mois, from: 2023-01, until: 2023-%02d, value: %d, kind: objectif, source: "à venir"}\n'
             % (year.rng.randint(2, 12), year.count() + 60))
    if "effectif, horizon: mois, from: 2023" in year.read("funders/region.yaml"):
        raise NotNow
    return year.edit("funders/region.yaml", r"(?m)^objectives:.*\n()", lambda _: entry, "an objective of 2023")


def future_comment(year):
    path = year.rng.choice(["funders/region.yaml", "funders/departement.yaml"])
    indicator = "emplois_crees, horizon: programme" if "region" in path else "entrees, horizon: annee"
    entry = '  - {indicator: %s, month: 2023-%02d, text: {fr: "À venir"}}\n' % (indicator, year.rng.randint(1, 12))
    if entry in year.read(path):
        raise NotNow
    return year.edit(path, r"(?m)^comments:.*\n()", lambda _: entry, "a comment for 2023")


def future_vintage(year):
    line = "cahc,2023-%02d-28,3%03d,37100,,à venir,official\n" % (year.rng.randint(1, 12), year.count() + 400)
    if re.search(r"cahc,2023-%s" % line[10:12], year.read(TERRITORY)):
        raise NotNow
    return year.edit(TERRITORY, r"(\Z)", lambda _: line, "a vintage of 2023")


def future_hours(year):
    line = "aci,2023-%02d-01,18%02d,paid,à venir\n" % (year.rng.randint(1, 12), year.count() % 100)
    if re.search(line[:12], year.read("reference/full-time-hours.csv")):
        raise NotNow
    return year.edit("reference/full-time-hours.csv", r"(\Z)", lambda _: line, "hours of 2023")


def early_file(year):
    """The month to come is delivered early: it is not read."""
    coming = [p for p in year.coming if p[-11:-4] > year.months[-1]]
    if not coming:
        raise NotNow
    path = year.rng.choice(sorted(coming))
    return year.write(path, year.coming.pop(path), "arrived early")


def touched(year):
    path = year.rng.choice(sorted(year.snapshot()))
    os.utime(year.at(path), (1650000000 + year.count(), 1650000000 + year.count()))
    return path + " touched"


#: Name, whether nobody can see it by its nature; of the others a fresh publication decides.
NOISE = [
    ("Thumbs.db", True, stray("Thumbs.db")), ("crdownload", True, stray("etp-MONTH.csv.crdownload")),
    ("office-lock", True, stray("~$etp-MONTH.csv")), ("note.txt", True, stray("bruit-note.txt")),
    ("xlsx", True, stray("etp-MONTH.xlsx", b"PK\x03\x04bruit")), ("folder", True, stray("exports/bruit-dossier/etp-2022-01.csv")),
    ("tidy", True, tidy), ("tidy", True, tidy), ("line-ends", True, line_ends), ("line-ends", True, line_ends),
    ("bom", True, byte_order_mark), ("utf-16", True, as_unicode), ("row-order", False, other_order),
    ("row-order", False, other_order), ("quotes", True, quoted), ("unknown-values", True, unknown_values),
    ("unknown-values", True, unknown_values), ("trailing-lines", True, trailing_lines), ("yaml-comment", True, yaml_comment),
    ("yaml-blank", True, yaml_blank), ("yaml-order", True, yaml_order), ("yaml-style", True, yaml_style),
    ("table-order", False, table_order), ("table-ends", True, table_ends), ("future-member", False, future_member),
    ("future-leave", False, future_leave), ("future-objective", False, future_objective),
    ("future-comment", False, future_comment), ("future-vintage", False, future_vintage), ("future-hours", False, future_hours),
    ("early-file", True, early_file), ("touch", True, touched)]


# ---------------------------------------------------------------- events: what an analyst's year brings

def comes_late(year):
    if not year.late:
        raise NotNow
    path = year.rng.choice(sorted(year.late))
    return year.write(path, year.late.pop(path), "arrives late")


def withdrawn(year):
    recent = [p for p in year.published_exports() if p[-11:-4] >= year.months[-4:][0]]
    path = year.rng.choice(recent or year.published_exports())
    year.late[path] = year.snapshot()[path]
    os.remove(year.at(path))
    return path + " withdrawn"


def spoilt(year):
    export = some_export(year)
    export.lines[export.header] = export.lines[export.header].replace(export.delimiter, export.delimiter + "X", 2).replace("M", "W")
    year.mend(export.path)
    return export.save("its header spoilt")


def corrected(year):
    return TOOLS.edit_row(year)


def mended(year):
    path = "exports/apei/etp-2022-05.csv"
    if path not in year.snapshot():
        raise NotNow
    export = TOOLS.Export(year, path)
    export.lines = [line.replace("150 %", "100 %") for line in export.lines]
    return export.save("mended")


def taken_back(year):
    """An earlier change of a definition or an export is undone, where nothing came after it."""
    now = year.snapshot()
    held = [change for change in year.changes if all(now.get(p) == new for p, (_, new) in change[1].items())]
    if not held:
        raise NotNow
    change = year.rng.choice(held)
    year.changes.remove(change)
    for path, (old, _) in change[1].items():
        if old is None:
            os.remove(year.at(path))
        else:
            year.write(path, old, "")
    return "taken back: " + change[0]


def target(year):
    return year.edit(INDICATORS, r"target: \{value: (\d+)", lambda _: str(year.rng.randint(20, 99)), "a target")


def base(year):
    return year.edit(INDICATORS, r"baseline: (?:\n +- )?\{value: (\d+)", lambda _: str(year.rng.randint(3, 30)), "a base")


def objective(year):
    path = year.rng.choice(["funders/region.yaml", "funders/departement.yaml"])
    return year.edit(path, r"value: (\d+), kind", lambda _: str(year.rng.randint(5, 60)), "an objective")


def new_objective(year):
    entry = "  - {indicator: etp_total, horizon: mois, from: %s, until: 2022-12, value: %d, kind: objectif, source: essai}\n"
    if "indicator: etp_total, horizon: mois, from" in year.read("funders/region.yaml"):
        raise NotNow
    entry %= (year.rng.choice(year.months), year.rng.randint(40, 80))
    return year.edit("funders/region.yaml", r"(?m)^objectives:.*\n()", lambda _: entry, "a new objective")


def vintage(year):
    month = year.rng.choice(year.months[-3:])
    line = "cahc,%s-28,%d,37100,,essai %d,%s\n" % (
        month, year.rng.randint(3300, 3500), year.count(), year.rng.choice(["official", "declared"]))
    if line[:15] in year.read(TERRITORY):
        raise NotNow
    return year.edit(TERRITORY, r"(\Z)", lambda _: line, "a new vintage")


def region_share(year):
    return year.edit(TERRITORY, r"(?m)^hauts-de-france,2021-12-31,\d+,,([\d.]+),", lambda _: str(year.rng.randint(8, 13)), "a share")


def leaves(year):
    month = year.rng.choice(year.months[-3:])
    return year.edit(PROGRAMME, r'label: "(?:AFEJI|DIE|Mille et un commerce)",(?!.*_until).*(, )owes: ',
                     lambda _: ", member_until: %s, " % month, "an association leaves")


def joins(year):
    """A new association, with its file of the month."""
    month, name = year.months[-1], "nouvelle-%d" % year.count()
    source = "exports/die/etp-%s.csv" % month
    if source not in year.snapshot():
        raise NotNow
    entry = '  - {id: %s, label: "Nouvelle %s", axes: [alimentation], commune: "62427", member_from: %s, owes: [etp]}\n' % (
        name, name[-2:], month)
    said = year.edit(PROGRAMME, r"(?m)^  - \{id: rencontres-loisirs,.*\n()", lambda _: entry, "an association joins")
    os.makedirs(year.at("exports/" + name))
    for path, data in [("exports/%s/etp-%s.csv" % (name, m), year.all["exports/die/etp-%s.csv" % m]) for m in MONTHS if m >= month]:
        # Not the same bytes as its neighbour's.
        data = data.replace(b"aci;f;", b"aci;m;") + b"\r\n"
        if path[-11:-4] == month:
            year.write(path, data, "")
        else:
            year.coming[path] = data
    return said


def joined_later(year):
    return year.edit(PROGRAMME, r'label: "Rencontres & Loisirs",.*member_from: (\d{4}-\d\d)',
                     lambda _: year.rng.choice(year.months[-3:]), "an association's first month")


def funder_appears(year):
    path = "funders/etat-%d.yaml" % year.count()
    text = year.read("funders/%s.yaml" % year.rng.choice(["region", "cahc"]))
    text = re.sub(r"(?m)^  id: \w+", "  id: " + path[8:-5], text, count=1)
    text = re.sub(r'(?m)^  label: \{fr: ".*?"\}', '  label: {fr: "L\'État %s"}' % path[13:-5], text, count=1)
    if len([p for p in year.yamls() if "etat" in p]) > 0:
        raise NotNow
    return year.write(path, text, "a funder appears")


def funder_goes(year):
    paths = [p for p in year.yamls() if "etat" in p]
    if not paths:
        raise NotNow
    os.remove(year.at(paths[0]))
    return paths[0] + " goes"


def words(year):
    path, pattern = year.rng.choice([
        (INDICATORS, r'(?:label|definition): \{fr: "([^"]*)"'), (PROGRAMME, r'legal: \{fr: "([^"]*)"'),
        (PROGRAMME, r'label: \{fr: "([^"]*)"'), (PROGRAMME, r'id: [\w-]+, label: "([^"]*)"'),
        ("funders/cahc.yaml", r'title: \{fr: "([^"]*)"'), ("funders/region.yaml", r'sentence: \{fr: "([^"]*)"'),
        (PROGRAMME, r'contact: \{fr: "([^"]*)"')])
    return year.edit(path, pattern, lambda old: "%s (%d)" % (old, year.count()), "a label")


def comment(year):
    path, indicator = year.rng.choice([
        ("funders/region.yaml", "etp_total, horizon: mois"), ("funders/departement.yaml", "heures_insertion, horizon: annee"),
        ("funders/cahc.yaml", "completude, horizon: mois")])
    month = year.rng.choice(year.months)
    if re.search("indicator: %s, month: %s" % (indicator, month), year.read(path)):
        raise NotNow
    entry = '  - {indicator: %s, month: %s, text: {fr: "Remarque %d."}}\n' % (indicator, month, year.count())
    return year.edit(path, r"(?m)^comments:.*\n()", lambda _: entry, "a comment")


def definition(year):
    return TOOLS.edit_definition(year, *year.rng.choice([d for d in TOOLS.DEFINITIONS if d[0] in ("method", "reading", "funder")]))


def waived(year):
    return TOOLS.waive(year)


EVENTS = (
    5 * [("late", comes_late)] + 3 * [("withdrawn", withdrawn)] + 4 * [("corrected", corrected)] + 2 * [("taken-back", taken_back)]
    + [("spoilt", spoilt), ("mended", mended), ("target", target), ("base", base), ("objective", objective),
       ("new-objective", new_objective), ("vintage", vintage), ("share", region_share), ("leaves", leaves), ("joins", joins),
       ("first-month", joined_later), ("funder-appears", funder_appears), ("funder-goes", funder_goes), ("words", words),
       ("words", words), ("comment", comment), ("definition", definition), ("definition", definition), ("waived", waived),
       ("unknown-column", unknown_column)])


# ---------------------------------------------------------------- the year

def row_key(line):
    """What a row of a funder's CSV is of."""
    cells = line.split(";")
    return tuple(cells[:1] + cells[3:10])


class Year:
    def __init__(self, seed, folder, options):
        self.rng, self.folder, self.options, self.counter = random.Random(seed), folder, options, 0
        self.inputs, self.reports = folder + "/life/inputs", folder + "/life/reports"
        shutil.copytree(ROOT + "/inputs", self.inputs)
        TOOLS.settle(self.inputs)
        self.all = stock(self.inputs)
        shutil.rmtree(self.inputs + "/exports")
        os.mkdir(self.inputs + "/exports")
        for association in {path.split("/")[1] for path in self.all}:
            os.mkdir("%s/exports/%s" % (self.inputs, association))
        self.coming = dict(self.all)
        self.months, self.late, self.strays, self.changes, self.closed = [], {}, set(), [], set()
        # By month: the fresh edition that the current one answers to, as a folder.
        self.seen, self.fresh_count, self.heard, self.faults, self.words = {}, 0, collections.Counter(), [], ""
        self.owed = set()  # months whose edition was found missing: told once
        self.editions, self.events, self.noises, self.bytes_only, self.alone_cache = 0, 0, 0, 0, {}
        self.has_sent = " sent " in subprocess.run([options.bilan, "--help"], capture_output=True, encoding="utf-8").stdout

    # -- what fuzz-editions' edits ask of a world
    def at(self, path):
        return os.path.join(self.inputs, path)

    def count(self):
        self.counter += 1
        return self.counter

    def read(self, path):
        with open(self.at(path), "rb") as file:
            return file.read().decode()

    def write(self, path, text, said):
        with open(self.at(path), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return "%s %s" % (path, said)

    def snapshot(self):
        paths = [os.path.join(folder, name) for folder, _, names in os.walk(self.inputs) for name in names]
        paths = {path[len(self.inputs) + 1:]: path for path in sorted(paths)}
        return {path: open(at, "rb").read() for path, at in paths.items() if path not in self.strays}

    def yamls(self):
        return sorted(p for p in self.snapshot() if p.endswith(".yaml"))

    def published_exports(self):
        """Exports of published months that can be edited: with rows."""
        return [p for p in TOOLS.exports(self.snapshot()).values() if p[-11:-4] <= self.months[-1]]

    def edit(self, path, pattern, by, said, keep=False):
        text = self.read(path)
        places = list(re.finditer(pattern, text))
        if not places:
            raise NotNow
        place = self.rng.choice(places)
        start, end = (place.end(), place.end()) if keep else place.span(1)
        new = by(text[start:end])
        if new == text[start:end]:
            raise NotNow
        line = text.count("\n", 0, start) + 1
        return self.write(path, text[:start] + new + text[end:], "%s, line %d: %r -> %r" % (said, line, text[start:end], new))

    def mend(self, path):
        """What is spoilt comes whole again, late."""
        self.late[path] = self.snapshot()[path]

    # -- calling
    def fault(self, kind, *said):
        if kind.startswith(("edition-", "difference-")):
            kind += ":" + re.search(r"\[([\w-]+)\]$", self.words)[1] if self.words.endswith("]") else ""
        text = " | ".join(s if isinstance(s, str) else json.dumps(s, ensure_ascii=False) for s in said)
        self.faults.append((kind, self.words, text))
        if sum(f[0] == kind for f in self.faults) <= 3 or self.options.verbose:
            print("  FAULT %s\n    after: %s\n    %s" % (kind, self.words[:400], text[:900]), flush=True)

    def call(self, *words, codes=(0,), inputs=None, reports=None):
        said = subprocess.run([self.options.bilan, *words, "--inputs", inputs or self.inputs, "--reports", reports or self.reports],
                              capture_output=True, encoding="utf-8")
        if said.returncode not in codes:
            self.fault("exit", "bilan %s: %d, not %s: %s" % (" ".join(words), said.returncode, list(codes), said.stderr[-600:]))
        return said

    def json(self, *words, **how):
        said = self.call(*words, "--json", **how)
        try:
            return json.loads(said.stdout), said.returncode
        except ValueError:
            return [], said.returncode

    def series(self):
        return ["--from", self.months[0], "--to", self.months[-1]]

    def folders(self):
        return sorted(os.listdir(self.reports + "/editions")) if os.path.isdir(self.reports + "/editions") else []

    def links(self):
        return {m: os.readlink("%s/%s" % (self.reports, m)) for m in self.months if os.path.islink("%s/%s" % (self.reports, m))}

    def current(self, month):
        return os.path.realpath("%s/%s" % (self.reports, month))

    # -- the same inputs, published afresh
    def fresh(self, months):
        """Starts it; `joined` gives {month: folder of its edition}, or nothing where the inputs cannot be published."""
        self.fresh_count += 1
        at = "%s/fresh-%d" % (self.folder, self.fresh_count)
        self.copy(at)
        runs, chain = [], [["--from", months[0], "--to", months[-1]]]
        runs = [subprocess.Popen([self.options.bilan, "run", *words, "--quiet", "--inputs", at + "/inputs",
                                  "--reports", at + "/reports"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for words in chain]
        return at, runs[0], months

    def copy(self, at):
        for path, data in self.snapshot().items():
            os.makedirs(os.path.dirname("%s/inputs/%s" % (at, path)), exist_ok=True)
            with open("%s/inputs/%s" % (at, path), "wb") as file:
                file.write(data)
        os.makedirs(at + "/inputs/exports", exist_ok=True)
        for name in os.listdir(self.inputs + "/exports"):
            if not name.startswith("bruit"):
                os.makedirs("%s/inputs/exports/%s" % (at, name), exist_ok=True)
        if os.path.exists(self.folder + "/life/.bilan-key"):
            shutil.copy(self.folder + "/life/.bilan-key", at + "/.bilan-key")

    def joined(self, started):
        at, run, months = started
        error = run.communicate()[1].decode()
        if run.returncode:
            self.fault("fresh", "publishing afresh: %d: %s" % (run.returncode, error[:500]))
        shutil.rmtree(at + "/inputs", ignore_errors=True)
        return {m: "%s/reports/editions/%s.1" % (at, m) for m in months if os.path.isdir("%s/reports/editions/%s.1" % (at, m))}

    def digest(self, folder):
        """Of every byte that somebody gets."""
        total = hashlib.sha256()
        for path in sorted(visible.documents(folder)):
            with open(os.path.join(folder, path), "rb") as file:
                total.update(path.encode() + b"\0" + hashlib.sha256(file.read()).digest())
        return total.hexdigest()

    def forget(self):
        """Fresh folders that no month's edition answers to any more."""
        kept = {folder.split("/reports/")[0] for folder in self.seen.values()}
        for name in os.listdir(self.folder):
            at = "%s/%s" % (self.folder, name)
            if name.startswith("fresh-") and at not in kept:
                shutil.rmtree(at, ignore_errors=True)

    # -- steps
    def publish(self, month):
        for path in sorted(p for p in self.coming if p[-11:-4] == month):
            target_ = self.late if self.rng.random() < 0.08 else None
            data = self.coming.pop(path)
            if target_ is not None or path == "exports/mille-et-un-commerce/etp-2022-05.csv":
                self.late[path] = data
            else:
                self.write(path, data, "")
        self.words = "%s is published" % month
        self.months.append(month)
        outcomes, _ = self.json("run", month)
        if [o["outcome"] for o in outcomes] != ["published"]:
            self.fault("publish", outcomes)
        self.editions += 1
        fresh = self.joined(self.fresh(self.months))
        for m in self.months[:-1]:
            if m in fresh and self.digest(fresh[m]) != self.digest(self.seen[m]):
                self.fault("month-reaches-back", "%s: publishing %s changes its fresh reports" % (m, month),
                           visible.differences(self.seen[m], fresh[m], first=True)[:1])
        self.seen.update(fresh)
        self.forget()
        if month in fresh:
            self.same_as_fresh(month, True)
        self.changes_noted = self.snapshot()
        if self.has_sent and self.rng.random() < 0.7:
            funder = self.rng.choice(["region", "cahc", "departement"])
            self.words = "sent %s %s" % (month, funder)
            self.call("sent", month, funder, *(["--on", "%s-28" % month] if self.rng.random() < 0.5 else []))
            self.nothing("sent")

    def draw(self, choices, before):
        """One of them, done; nothing where none applies."""
        for _ in range(60):
            entry = self.rng.choice(choices)
            if self.heard[entry[0]] >= 2 and entry in NOISE:
                continue
            try:
                self.words = "%s [%s]" % (entry[-1](self), entry[0])
            except (NotNow, LookupError, OSError, StopIteration, ValueError):
                self.restore(before)
                continue
            if entry[-1] in (tidy, touched) or entry[0] in dict(STRAYS) or self.snapshot() != before:
                return entry
        return None

    def restore(self, before):
        now = self.snapshot()
        for path in now.keys() | before.keys():
            if before.get(path) is None:
                os.remove(self.at(path))
            elif now.get(path) != before[path]:
                os.makedirs(os.path.dirname(self.at(path)), exist_ok=True)
                self.write(path, before[path], "")

    def nothing(self, name):
        """No command sees anything: what must hold after noise, on closed months too."""
        count, folders, links = len(self.faults), self.folders(), self.links()
        plans, _ = self.json("plan", *self.series())
        if changed := [p["month"] for p in plans if p["outcome"] != "unchanged"]:
            self.fault("noise-plan:" + name, "plan: not unchanged: %s" % changed)
        outcomes, code = self.json("run", *self.series(), codes=(0, 65))
        if code or any(o["outcome"] != "unchanged" for o in outcomes):
            self.fault("noise-run:" + name, "run: %d, %s" % (code, {o["month"]: o["outcome"] for o in outcomes if o["outcome"] != "unchanged"}))
        elif (self.folders(), self.links()) != (folders, links):
            self.fault("noise-writes:" + name, sorted(set(self.folders()) ^ set(folders)))
        self.status("noise-status:" + name, set())
        if self.rng.random() < 0.2:
            self.verify(self.rng.choice(self.folders()))
        if len(self.faults) > count:
            self.heard[name] += 1
            self.told_all()

    def told_all(self):
        """After a fault: every month is brought up to date, whatever it takes, and the year goes on."""
        for month in sorted(self.closed):
            self.call("reopen", month, "--reason", "remise à plat")
        outcomes, _ = self.json("run", *self.series(), "--accept-loss")
        self.editions = len(self.folders())
        for month in sorted(self.closed):
            self.call("close", month)

    def status(self, kind, stale):
        said, _ = self.json("status")
        told = {m["month"] for m in said["months"] if not m["upToDate"] or m["figuresMoved"]} if said else None
        if told != stale:
            self.fault(kind, "status: stale %s, not %s" % (sorted(told or []), sorted(stale)))

    def verify(self, *which, kind="verify", **how):
        said, _ = self.json("verify", *which, codes=(0, 1), **how)
        wrong = [edition for edition in said if not edition["ok"] or edition["bytes"] != "same"]
        if wrong or not said:
            self.fault(kind, wrong[:2])
        return said

    def noise(self):
        before = self.snapshot()
        entry = self.draw(NOISE, before)
        if entry is None:
            return
        self.noises += 1
        name, sure, _ = entry
        # A fresh series takes its time: it is asked where the program hears something, and now and then where it does not.
        plans, code = self.json("plan", *self.series(), codes=(0, 78))
        if code == 78:
            self.restore(before)
            return
        heard = any(p["outcome"] != "unchanged" for p in plans)
        often = 1 if name == "row-order" else 0 if sure else 0.3
        if (heard or self.rng.random() < often) and not self.unseen():
            self.event(name, before)  # a reader sees it: no noise, but an event
            return
        self.nothing(name)

    def unseen(self):
        """Whether the reports of all months stay byte for byte, published afresh."""
        after = self.joined(self.fresh(self.months))
        same = all(m in after and self.digest(after[m]) == self.digest(self.seen[m]) for m in self.months)
        self.forget()
        return same

    def event(self, name=None, before=None):
        if name is None:
            before = self.snapshot()
            entry = self.draw(EVENTS, before)
            if entry is None:
                return
            name = entry[0]
        start = self.fresh(self.months)
        said = self.call("plan", *self.series(), "--json", codes=(0, 78))
        if said.returncode == 78:  # the drawn definitions cannot be meant so
            start[1].kill()
            start[1].communicate()
            self.restore(before)
            return
        self.events += 1
        plans = {p["month"]: p for p in json.loads(said.stdout or "[]")}
        changed = {m for m, p in plans.items() if p["outcome"] != "unchanged"}
        self.status("status", changed)
        published = self.rerun(changed, plans)
        fresh = self.joined(start)
        if len(fresh) == len(self.months):
            self.hold(changed, published, fresh)
        after = self.snapshot()
        moved = {p: (before.get(p), after.get(p)) for p in before.keys() | after.keys() if before.get(p) != after.get(p)}
        if name not in ("late", "withdrawn", "spoilt", "joins", "taken-back"):
            self.changes.append((self.words, moved))
        self.forget()

    def rerun(self, changed, plans):
        """As an analyst: `run --from` the first month that moves; losses and closed months are said first, then meant."""
        if not changed:
            outcomes, _ = self.json("run", *self.series())
            if any(o["outcome"] != "unchanged" for o in outcomes):
                self.fault("plan-run", "plan: unchanged", outcomes)
            return {}
        words, folders, links = ["run", "--from", min(changed), "--to", self.months[-1]], self.folders(), self.links()
        shut = sorted(m for m in changed if any("clos" in r for r in plans[m]["refusals"]))
        loss = sorted(m for m in changed if any("clos" not in r for r in plans[m]["refusals"]))
        if set(shut) != changed & self.closed:
            self.fault("closed", "plan says closed: %s; closed: %s" % (shut, sorted(changed & self.closed)))
        if shut or loss:
            self.json(*words, codes=(65,))
            if (self.folders(), self.links()) != (folders, links):
                self.fault("refused-writes", sorted(set(self.folders()) ^ set(folders)))
        for month in sorted(changed & self.closed):
            self.call("reopen", month, "--reason", "correction demandée")
            self.closed.discard(month)
        words += ["--accept-loss"] if loss else []
        words += ["--reason", "essai %d" % self.count()] if self.rng.random() < 0.4 else []
        outcomes, _ = self.json(*words)
        published = {o["month"]: o for o in outcomes if o["outcome"] == "published"}
        self.editions += len(published)
        if set(published) != changed:
            self.fault("plan-run", "plan changes %s, run publishes %s" % (sorted(changed), sorted(published)))
        for month, outcome in published.items():
            plan = plans[month]
            if (outcome.get("predecessor"), outcome["edition"]) != (plan.get("current"), plan.get("next")):
                self.fault("plan-run", "%s: planned %s, made %s" % (month, plan.get("next"), outcome["edition"]))
            if outcome.get("comparison") != plan.get("comparison"):
                self.fault("plan-run-cells", month, [
                    f for f in (plan.get("comparison") or {}).get("figures", []) if f not in outcome["comparison"]["figures"]][:3], [
                    f for f in outcome["comparison"]["figures"] if f not in (plan.get("comparison") or {}).get("figures", [])][:3])
        return published

    def hold(self, changed, published, fresh):
        """No edition without a difference, no difference without an edition."""
        for month in self.months:
            same_bytes = self.digest(fresh[month]) == self.digest(self.seen[month])
            if month in published:
                new = published[month]["edition"]
                old = published[month].get("predecessor")
                told = visible.differences("%s/editions/%s" % (self.reports, old), "%s/editions/%s" % (self.reports, new), first=True)
                if not told:
                    known = "" if same_bytes else "; published afresh, bytes differ: %s" % visible.differences(
                        self.seen[month], fresh[month], first=True)[:1]
                    self.fault("edition-without-difference", "%s → %s: nobody sees one%s" % (old, new, known))
                elif same_bytes and month not in self.owed:
                    self.fault("edition-without-cause", "%s → %s: published afresh nothing changes; seen:" % (old, new), told)
            elif not same_bytes:
                told = visible.differences(self.seen[month], fresh[month], first=True)
                if told:
                    self.owed.add(month)
                    self.fault("difference-without-edition", month, [told[0][0], told[0][1][:3], told[0][2][:3]])
                else:
                    self.bytes_only += 1
        self.owed -= set(published)
        self.seen.update(fresh)
        books = self.rng.choice(sorted(published)) if published else None
        for month in sorted(published):
            self.same_as_fresh(month, month == books)
        if books:
            self.verify(published[books]["edition"])
        self.status("status-after", set())
        outcomes, _ = self.json("run", *self.series())
        if any(o["outcome"] != "unchanged" for o in outcomes):
            self.fault("again", {o["month"]: o["outcome"] for o in outcomes})

    def same_as_fresh(self, month, books):
        """The current edition says what a first one of the same inputs would, but for what history hides."""
        folder = self.current(month)
        with open(folder + "/manifest.json", encoding="utf-8") as file:
            manifest = json.load(file)
        kept = self.kept_hidden(month, folder)
        history = bool(kept or manifest.get("keptHidden") or manifest.get("publishedOtherwise"))
        for document, gone, come in visible.differences(self.seen[month], folder, books=books):
            if history and not document.endswith(".csv") and not document.startswith("retours/"):
                continue
            if document.startswith("financeurs/") and document.endswith(".csv"):
                gone, come = [[line for line in lines if row_key(line) not in kept] for lines in (gone, come)]
            if gone or come:
                self.fault("not-as-fresh", os.path.basename(folder), [document, "fresh:", gone[:3], "edition:", come[:3]])
                return

    def kept_hidden(self, month, folder):
        """Figures that earlier editions of the month hid: they stay so, whatever a first edition would show."""
        kept = set()
        for name in self.folders():
            if name.startswith(month) and int(name[8:]) < int(os.path.basename(folder)[8:]):
                at = "%s/editions/%s" % (self.reports, name)
                for path in visible.documents(at):
                    if path.startswith("financeurs/") and path.endswith(".csv"):
                        kept |= {row_key(line) for line in visible.read(at, path)[path] if re.search(";[CD];", line)}
        return kept & {row_key(line) for path in visible.documents(folder) if path.startswith("financeurs/") and path.endswith(".csv")
                       for line in visible.read(folder, path)[path] if re.search(";[CD];", line)}

    def close_or_open(self):
        shut = [m for m in self.months if m not in self.closed]
        if self.closed and self.rng.random() < 0.3:
            month = self.rng.choice(sorted(self.closed))
            self.call("reopen", month, "--reason", "essai")
            self.closed.discard(month)
        elif shut:
            month = self.rng.choice(shut)
            self.call("close", month)
            self.closed.add(month)

    def live(self):
        for month in MONTHS[:self.options.months]:
            begun, faults, editions = time.time(), len(self.faults), self.editions
            self.publish(month)
            self.noise()
            for _ in range(self.rng.choice([1, 1, 2])):
                self.event()
                self.noise()
            self.noise()
            if self.rng.random() < 0.5:
                self.close_or_open()
                self.noise()
            print("%s: %d editions, %d events, %d noises so far; %d faults; %.0f s" % (
                month, self.editions, self.events, self.noises, len(self.faults) - faults, time.time() - begun), flush=True)
        self.end()

    def end(self):
        self.words = "the end"
        for month in self.months:
            if month not in self.owed:
                self.same_as_fresh(month, True)
        self.verify(kind="verify-all")
        shutil.move(self.inputs, self.folder + "/away")
        said = self.verify(kind="verify-without-inputs")
        if len(said) != len(self.folders()):
            self.fault("verify-all", "%d verified of %d" % (len(said), len(self.folders())))


STRAYS = [(name, how) for name, _, how in NOISE if how.__name__ == "drop"]


def main(options):
    folder = tempfile.mkdtemp(prefix="year-%d-" % options.seed)
    year, begun = Year(options.seed, folder, options), time.time()
    year.live()
    kinds = collections.Counter(kind for kind, _, _ in year.faults)
    print("year %d: %d editions, %d events, %d noises, %.0f s; %d times other bytes that nobody reads; faults: %s" % (
        options.seed, len(year.folders()), year.events, year.noises, time.time() - begun, year.bytes_only,
        ", ".join("%s %d" % one for one in sorted(kinds.items())) or "none"), file=sys.stderr)
    if year.faults:
        print("kept in %s" % folder, file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0
