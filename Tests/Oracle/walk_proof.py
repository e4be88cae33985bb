"""That the walk can fail: one number or one period is altered in a copy of each kind of file, and the walk must tell of that file.

    walk_proof.py EDITION_FOLDER INPUTS_FOLDER FIGURES_CSV --bilan PATH [--before FIGURES_CSV]

For the demonstration's 2022-05; with --before, for the edition that revises it. Exit 1 where an alteration is not seen, or finds nothing to alter."""
import argparse, pathlib, re, shutil, sys, tempfile, zipfile
from walk import Definitions, Figures, Walk, walk_edition

SYNTHESE, SECTION, EVOLUTION, DATA = (f"xl/worksheets/sheet{n}.xml" for n in (1, 3, 8, 11))
STRINGS = "xl/sharedStrings.xml"
#: What, file, part of the workbook, what is sought, what it becomes.
ALTERATIONS = [
    ("csv: a value", "financeurs/region-2022-05.csv", None, ";61,103846;", ";62,103846;"),
    ("csv: a denominator", "financeurs/region-2022-05.csv", None, ";12;13;", ";12;14;"),
    ("csv: a base", "financeurs/region-2022-05.csv", None, ";P;F;15;", ";P;F;16;"),
    ("csv: a hidden number shown", "financeurs/departement-2022-05.csv", None, r";;;;([^;]+);P?A?;C;", r";3;;;\1;A;C;"),
    ("page: a key figure", "financeurs/region-2022-05.html", None, ">61,10 ETP</data>", ">61,20 ETP</data>"),
    ("page: its period", "financeurs/region-2022-05.html", None, "small soft\">depuis juillet 2021", "small soft\">depuis août 2021"),
    ("page: a change", "financeurs/departement-2022-05.html", None, "sur un mois : \\+6 entrées", "sur un mois : +7 entrées"),
    ("page: a change left out", "financeurs/departement-2022-05.html", None, "sur un mois : \\+6 entrées", ""),
    ("page: a change that compares other files", "financeurs/region-2022-05.html", None, "facts\">base : 15 postes, écart : 0", "facts\">base : 15 postes, écart : 0 · sur un mois : +6 postes"),
    ("page: the same in a sentence", "financeurs/region-2022-05.html", None, "<li>Quinze emplois créés ou en cours de création depuis juillet 2021", "<li>Quinze emplois créés ou en cours de création depuis juillet 2021, six de plus qu’à fin avril"),
    ("page: at a month's end, or in it", "financeurs/departement-2022-05.html", None, "six de plus qu’à fin avril", "six de plus qu’en avril"),
    ("page: an objective", "financeurs/region-2022-05.html", None, "prévu : 20<", "prévu : 21<"),
    ("page: its period", "financeurs/region-2022-05.html", None, "07/2021 – 12/2022", "08/2021 – 12/2022"),
    ("page: the share of its period", "financeurs/region-2022-05.html", None, "2022 \\(61 %", "2022 (62 %"),
    ("page: its nature", "financeurs/departement-2022-05.html", None, ">conventionné, ", ">plafond, "),
    ("page: its gap in per cent", "financeurs/region-2022-05.html", None, "\\(−45 %\\)", "(−46 %)"),
    ("page: a curve's end", "financeurs/region-2022-05.html", None, ">55,40 ETP en juillet", ">55,41 ETP en juillet"),
    ("page: a sentence in words", "financeurs/region-2022-05.html", None, "<li>Quinze emplois", "<li>Seize emplois"),
    ("page: a sentence's period", "financeurs/departement-2022-05.html", None, "accompagnées de janvier à mai 2022.</li>", "accompagnées depuis juillet 2021.</li>"),
    ("page: a bar", "financeurs/departement-2022-05.html", None, ">24 ; 13<", ">24 ; 14<"),
    ("page: the ESS share", "financeurs/region-2022-05.html", None, ">9,01 %</tspan>", ">9,02 %</tspan>"),
    ("page: a column's period", "financeurs/region-2022-05.html", None, "Emplois créés, depuis juillet 2021 \\(", "Emplois créés, janvier à mai 2022 ("),
    ("page: Lecture", "financeurs/region-2022-05.html", None, "deux emplois créés depuis", "trois emplois créés depuis"),
    ("page: a hidden number shown", "financeurs/departement-2022-05.html", None, ">s</data>", ">3</data>"),
    ("page: a hyphen for a minus", "financeurs/departement-2022-05.html", None, "écart : −5,73", "écart : -5,73"),
    ("page: a number from nowhere", "financeurs/region-2022-05.html", None, "<h2 id=\"chiffres\">Chiffres clés", "<h2 id=\"chiffres\">42 chiffres clés"),
    ("page: files", "financeurs/region-2022-05.html", None, "Un fichier manque sur 13", "Deux fichiers manquent sur 13"),
    ("index: a key figure", "interne/index.html", None, ">629 postes</data>", ">630 postes</data>"),
    ("index: a change", "interne/index.html", None, "sur un mois : \\+6 entrées", "sur un mois : +7 entrées"),
    ("index: two parts of the jobs", "interne/index.html", None, ">5 \\+ 1<", ">5 + 2<"),
    ("index: a meeting", "interne/index.html", None, "instance=copil\">3<", "instance=copil\">4<"),
    ("index: the base's period", "interne/index.html", None, "3 \\(depuis juillet 2021\\)", "3 (janvier à mai 2022)"),
    ("index: missing posts in words", "interne/index.html", None, "il faudrait 629", "il faudrait 639"),
    ("block: a number", "interne/en-chiffres.md", None, "- 61,1.ETP", "- 61,2 ETP"),
    ("block: a word", "interne/en-chiffres.md", None, "onze créés", "douze créés"),
    ("block: a period", "interne/en-chiffres.md", None, "dix.postes depuis juillet 2021", "dix postes depuis janvier 2022"),
    ("block: the estimate's month", "interne/en-chiffres.md", None, "en mai 2022, emplois comptés", "en avril 2022, emplois comptés"),
    ("block: since when its jobs are counted", "interne/en-chiffres.md", None, "emplois comptés depuis janvier 2022", "emplois comptés depuis juillet 2021"),
    ("block: a month of meeting", "interne/en-chiffres.md", None, "en janvier, février, avril", "en janvier, mars, avril"),
    ("block: files", "interne/en-chiffres.md", None, "12 fichiers reçus", "11 fichiers reçus"),
    ("compte rendu: what was reached", "interne/compte-rendu-departement.md", None, "18,27", "18,28"),
    ("compte rendu: a gap in per cent", "interne/compte-rendu-departement.md", None, "−24", "−25"),
    ("compte rendu: a period", "interne/compte-rendu-region.md", None, "créés, depuis juillet 2021 :|créés, depuis juillet 2021.:", "créés, mai 2022 :"),
    ("letter: what was read back", "retours/apei-2022-05.html", None, "15,20 ETP", "15,30 ETP"),
    ("letter: jobs since the start", "retours/afeji-2022-05.html", None, "6 emplois créés ou", "5 emplois créés ou"),
    ("book: Synthèse, a value", "financeurs/region-2022-05.xlsx", SYNTHESE, "<v>61.103846</v>", "<v>61.203846</v>"),
    ("book: Synthèse, a change", "financeurs/region-2022-05.xlsx", SYNTHESE, "<v>-7.692308</v>(?=.*<v>-7.692308</v>)", "<v>-7.692208</v>"),
    ("book: Synthèse, a change that compares other files", "financeurs/region-2022-05.xlsx", SYNTHESE, ' t="s"><v>STRING:nc</v>', "><v>6</v>"),
    ("book: Synthèse, no change where there is one", "financeurs/departement-2022-05.xlsx", SYNTHESE, '(?<!t="s")><v>6</v>', ' t="s"><v>STRING:nc</v>'),
    ("book: Évolution, what a column counts", "financeurs/departement-2022-05.xlsx", STRINGS, "Personnes accompagnées, cumul de l’année", "Personnes accompagnées, du mois"),
    ("book: a sentence", "financeurs/region-2022-05.xlsx", STRINGS, "Onze emplois créés depuis", "Douze emplois créés depuis"),
    ("book: a column's period", "financeurs/region-2022-05.xlsx", STRINGS, "Effectif salarié, mai 2022 \\(", "Effectif salarié, avril 2022 ("),
    ("book: a period above a table", "financeurs/region-2022-05.xlsx", STRINGS, ">Mai 2022", ">Avril 2022"),
    ("book: a section's number", "financeurs/region-2022-05.xlsx", SECTION, "<v>11</v>", "<v>12</v>"),
    ("book: Évolution", "financeurs/region-2022-05.xlsx", EVOLUTION, "<v>55.400549</v>", "<v>55.500549</v>"),
    ("book: Données", "financeurs/region-2022-05.xlsx", DATA, "<v>23.378791</v>", "<v>23.378891</v>"),
    ("book: Définitions, a base", "financeurs/region-2022-05.xlsx", STRINGS, "Base : 15", "Base : 16"),
    ("book: a vintage", "financeurs/region-2022-05.xlsx", STRINGS, "37.000, au 31", "38\u202f000, au 31"),
    ("book: a hidden number shown", "financeurs/region-2022-05.xlsx", "xl/worksheets/sheet5.xml", 's="\\d+" t="s"><v>STRING:s</v>', '><v>3</v>'),
    ("chart: its cache", "financeurs/region-2022-05.xlsx", "xl/charts/chart1.xml", "<c:v>9.014754</c:v>", "<c:v>9.114754</c:v>"),
    ("chart: its title", "financeurs/region-2022-05.xlsx", "xl/charts/chart2.xml", "<a:t>Onze emplois", "<a:t>Dix emplois"),
    ("page: a bar said to be hidden", "financeurs/departement-2022-05.html", None, ">24 ; 13<", ">24 ; s<"),
    ("chart: a hidden bar said to be missing", "financeurs/departement-2022-05.xlsx", "xl/drawings/drawing3.xml", "AFEJI : s,", "AFEJI : nd,"),
    ("chart: the same in the names beside the bars", "financeurs/departement-2022-05.xlsx", STRINGS, ">DIE : s<", ">DIE : nd<"),
    ("chart: what is not asked for said to be missing", "financeurs/departement-2022-05.xlsx", "xl/drawings/drawing4.xml", "Autre dispositif –", "Autre dispositif nd"),
    ("chart: its alternative text", "financeurs/region-2022-05.xlsx", "xl/drawings/drawing1.xml", "inclusive 5,", "inclusive 6,"),
]

#: Of an edition that revises another, as Tests/Cases/every-number makes it.
REVISED = [
    ("csv: an old value", "financeurs/region-2022-05.csv", None, ";13,7;", ";13,6;"),
    ("book: Révisions, an old value", "financeurs/region-2022-05.xlsx", "xl/worksheets/sheet9.xml", "<v>13.7</v>", "<v>13.6</v>"),
    ("book: Révisions, a gap", "financeurs/region-2022-05.xlsx", "xl/worksheets/sheet9.xml", "<v>-0.5</v>", "<v>-0.4</v>"),
    ("book: Révisions, a period", "financeurs/region-2022-05.xlsx", "xl/worksheets/sheet9.xml", 't="s"><v>STRING:depuis juillet 2021</v>', 't="s"><v>STRING:mai 2022</v>'),
    ("book: Révisions, an objective", "financeurs/region-2022-05.xlsx", "xl/worksheets/sheet9.xml", "<v>22</v>", "<v>21</v>"),
    ("index: an old value", "interne/index.html", None, ">8,00</td>", ">7,00</td>"),
    ("index: what it was replaced by", "interne/index.html", None, "15 → 14", "15 → 13"),
    ("index: of when", "interne/index.html", None, "\\(depuis juillet 2021\\) : 20", "(mai 2022) : 20"),
]


def altered(path, part, sought, becomes):
    """Rewrites a file, or one part of a workbook; whether anything was found. A space here is any of French typography's."""
    sought = sought.replace(" ", "[ \u00a0\u202f]")
    if part is None:
        text = path.read_bytes().decode()
        new, count = re.subn(sought, becomes, text, count=1)
        path.write_bytes(new.encode())
        return count
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = re.findall(r"<si>(.*?)</si>", parts[STRINGS].decode(), re.S)
    texts = [re.sub("<[^>]+>", "", s) for s in strings]
    numbered = lambda text: re.sub(r"STRING:([^<]+)", lambda m: str(texts.index(re.sub(r"\[[^]]+\]", " ", m[1]))), text)
    text, count = re.subn(numbered(sought), numbered(becomes), parts[part].decode(), count=1)
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return count


def faults(edition, given, definitions, name):
    figures = Figures(definitions, given.figures)
    figures.rows.update(given.past)
    figures.files = given.files
    walk = Walk(definitions, figures, history=True)
    walk.before = given.old
    walk_edition(walk, edition, only=name)
    return walk.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("edition", "inputs", "figures", "--bilan", "--before"):
        parser.add_argument(name)
    given = parser.parse_args()
    alterations = REVISED if given.before else ALTERATIONS
    definitions = Definitions(given.inputs)
    first = Figures(definitions, given.figures)
    first.ask(given.bilan, given.inputs)
    given.files, given.old = first.files, Figures(definitions, given.before) if given.before else None
    given.past = {month: rows for month, rows in first.rows.items() if month != first.month}
    unseen, before = 0, {}
    for what, name, part, sought, becomes in alterations:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "edition"
            shutil.copytree(given.edition, copy, symlinks=False)
            short = pathlib.Path(name).name
            if name not in before:
                before[name] = set(faults(copy, given, definitions, short))
            found = altered(copy / name, part, sought, becomes)
            new = [f for f in faults(copy, given, definitions, short) if f not in before[name]]
        seen = found and any(f.startswith(short) for f in new)
        unseen += not seen
        print(f"{'seen' if seen else 'NOT SEEN' if found else 'NOTHING ALTERED'}: {what}" + (f": {new[0][:150]}" if new else ""))
    print(f"{len(alterations)} alterations, {unseen} not seen")
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main()
