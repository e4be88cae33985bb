#!/usr/bin/env python3
"""damage.py COUNT --from SEED --bilan BILAN --example DIR --keep DIR: COUNT damaged exports, held against the oracle.

What `scripts/fuzz-damage` runs. A programme of a seed: five associations, six months, up to three kinds; most of its exports are
damaged, each once to four times, in the ways that offices, spreadsheets and transfers damage them. Compared are, for the last
month: the exit code and the table of `bilan figures --compute`; and of `bilan check --json` each file's outcome, the lines of its
refused rows, and the line of a quoting error or of missing headers.
"""
import concurrent.futures
import datetime
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

import oracle

START, MONTHS = 2021 * 12 + 10, 6                       # 2021-11 … 2022-04
KINDS = ["etp", "beneficiaires", "reunions"]
OPTIONAL = {"etp": ["salarie_id", "commune", "heures", "dispositif", "sexe", "date_debut", "date_fin"],
            "beneficiaires": ["cle_personne", "date_sortie", "sortie", "sexe", "naissance", "rsa", "rqth", "qpv", "mois_chomage", "commune"],
            "reunions": ["axe", "etat", "membres", "participants", "partenaires"]}
NEEDED = {"etp": ["mois", "poste_id", "axe", "contrat", "statut", "etp"],
          "beneficiaires": ["beneficiaire_id", "dispositif", "axe", "date_entree"], "reunions": ["date", "instance"]}
DATES = {"etp": ["date_debut", "date_fin", "mois"], "beneficiaires": ["date_entree", "date_sortie", "naissance"], "reunions": ["date"]}
IDENTIFIERS = {"etp": ["poste_id", "salarie_id"], "beneficiaires": ["beneficiaire_id", "cle_personne"], "reunions": []}
HEADERS = {"poste_id": ["N° poste", "Code poste"], "salarie_id": ["Salarié", "Matricule"], "date_debut": ["Entrée", "Date d'embauche"],
           "date_fin": ["Fin de contrat"], "heures": ["Heures payées"], "etp": ["Quotité", "ETP"], "mois": ["Période"],
           "beneficiaire_id": ["N° dossier"], "date_entree": ["Entrée"], "date_sortie": ["Sortie le"], "sortie": ["Motif de sortie"],
           "naissance": ["Date de naissance"], "date": ["Date de réunion"], "membres": ["Présents"], "etat": ["Statut"],
           "rsa": ["BRSA"], "sexe": ["Genre"]}
OWN = {"etp": {"poste_id": ["Poste"], "salarie_id": ["Matricule"], "heures": ["Quotité"], "date_fin": ["Entrée"], "commune": ["Ville", "Site"]},
       "beneficiaires": {"beneficiaire_id": ["Code"], "naissance": ["Né(e) en"], "cle_personne": ["N° dossier"], "sexe": ["Civilité"]},
       "reunions": {"partenaires": ["Nb participants"], "membres": ["Liste"], "date": ["Jour"]}}
BLANKS = ["-", "–", "/", "?", "NC", "n.c.", "nr", "N/A", "ns", "NS.", "Néant", "inconnu", "Inconnue", "Non renseigné", "non communiquée", "sans objet",
          "—", "--", "n", "nc nc", "vide", "."]
TIMES = [" 00:00:00", "T00:00:00.000Z", " 08:30", "T23:59:59+02:00", " 12:00:00,5", "T07:05+0100", " 00:00:00-01", " 24:00", "  08:30",
         " 8:30", "t08:30", " 08:60", " 08:30:60", " 08h30", " 00:00 "]
SIXTIETHS = ["151:40", "151:40:00", "151h40", "151 h 40", "121h", "121 H", "35,5 h", "35 heures", "1 heure", "151:60", "151:4", "151h4", "151 h", "-7:00",
             "151:40:61", "1\u00a0234:30", "1\u202f234h05", "151:40 h", "0:20", "h40", "151:400", "151.40h", "151 h 40 ", "12 34h00"]
COMMUNES = ["62220", "62300", "62320", "4300", "2A004", "2b033", "Carvin", "CARVIN", "Henin Beaumont", "62110 Hénin-Beaumont", "Hénin-Beaumont (62110)",
            "62427 HENIN BEAUMONT", "62110 Carvin", "59500 Douai", "Douai (59500)", "Douai", "59500 Carvin", "62303 LENS CEDEX", "62220 CARVIN CEDEX",
            "Carvin Cedex 2", "Lens Cedex", "62303 Lens Cedex 3", "62999 Carvin CEDEX", "Ailleurs", "hors territoire", "Hors-territoire", "nc", "-", "?",
            "62320 Drocourt", "Drocourt 62320", "62320 Carvin", "(62220) Carvin", "1004 Ambérieu", "6222", "622200", "62220 62215", "inconnue", "2A004 Ajaccio"]
SCIENTIFIC = ["1,85E+12", "1E+05", "1.5e-3", "-2E+10", "−2E+10", "1e5", "1,85 E+12", "1,E+5", "E+12", "A1E+5"]
DECIMALS = ["1.234,5", "0,5 €", "50 %", "50%", "120 %", "1e0", "-0,5", "−0,5", "+1", ",5", "1,", "0,00004", "0,99996", "1,00004", "1,0001", "1 000", "0.5000", "-"]
INTEGERS = ["19,0", "12.00", "12,000", "1 200,0", "12,5", "-2", "12,", "1200", "1 200", "douze", "?", "nc"]
DAYS = ["31/12/9999", "30/12/1899", "1949-12-31", "1950-01-01", "2099-12-31", "01/01/2100", "31/02/2022", "44620", "9999", "60001", "18000", "1/3/22", "1-3-22",
        "1.3.2022", "2022-3-1", "2022/03/01", "00/00/0000", "01/01/1900", "29/02/2022", "-", "nc"]
BIRTHS = ["1900", "01/01/1900", "2010", "2008-03-01", "1922", "1921", "1923-01-15", "2022", "2030", "31/05/85", "1985-05-31 00:00:00", "85", "1985 00:00", "32000", "?"]
MEMBERS = ["Tous", "tous", "ADDS / AFEJI / DIE", "adds;die", "adds, zorro", "ADDS\nAFEJI", "tous, adds", "tous sauf adds", "-", "/", "nc", "; , |", "adds/", "die|die",
           "Mille et un commerce / APEI Hénin-Carvin"]
CODES = {"contrat": ["Contrat à durée indéterminée", "CDD d'insertion", "CUI-CAE", "apprenti", "intérimaire", "CDD insertion", "stage", "nc", "CTT"],
         "statut": ["créée", "En cours de création", "supprimé", "existante", "En création", "fermé", "-"],
         "dispositif": ["ACI_DC", "Ateliers et chantiers d'insertion", "atelier et chantier d'insertion", "EI", "association intermédiaire", "autre", "eiti_dc", "nc"],
         "sexe": ["Mme", "Monsieur", "1", "2", "3", "Mlle", "masculin", "NC", "f", "x", "femmes"],
         "sortie": ["Emploi durable", "Sorties positives", "Autres sorties", "Retrait des sorties constatées", "emploi de transition", "sortie", "-"],
         "etat": ["tenu", "Prévue", "annulé", "planifié", "reportée", "nc"],
         "rsa": ["OUI-M", "oui-nm", "NC", "x", "0", "peut-être"], "rqth": ["oui", "-", "2"], "qpv": ["VRAI", "sans objet"],
         "axe": ["mobilité inclusive", "alimentation", "Alimentation durable", "nc", "-"], "instance": ["CA", "comité de pilotage", "AG", "copil", "g2t", "-"]}
MARKS = [" (1)", "(2)", " - Copie", " - Copie (2)", "-1", "_2", " copie", " copie 3", " - Copy", " (1) (2)", " - Copie - Copie", " (100)", "-2022"]


def text_of(n):
    return "%04d-%02d" % (n // 12, n % 12 + 1)


class Sheet:
    """An export before it is text: headers, rows of cells, and its dialect."""

    def __init__(self, R, kind, columns, headers, rows):
        self.kind, self.columns, self.headers = kind, columns, headers
        self.rows = [[r[c] for c in columns] for r in rows]
        self.delimiter = R.choice([";", ";", ";", ",", "\t", "|"])
        self.end = R.choice(["\r\n", "\r\n", "\n", "\r"])
        self.titles, self.sep, self.raw, self.last_end, self.trailing = [], None, {}, True, 0
        self.encoding, self.bom, self.quote_all, self.excel, self.before = "utf-8", False, False, None, {}

    def at(self, column):
        return self.columns.index(column) if column in self.columns else None

    def cell(self, text):
        if text.startswith("\0"):                       # as it stands
            return text[1:]
        if self.quote_all or any(x in text for x in (self.delimiter, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def line(self, cells):
        return self.delimiter.join(self.cell(c) for c in cells)

    def text(self, R):
        lines = [self.sep] if self.sep else []
        lines += self.titles
        lines.append(self.line(self.headers) + self.delimiter * self.trailing)
        spreadsheet = len(lines) - bool(self.sep) + 1
        body = []
        for n, cells in enumerate(self.rows):
            body += [(None, raw) for raw in self.before.get(n, [])]
            body.append((cells, None))
        body += [(None, raw) for raw in self.before.get(len(self.rows), [])]
        widths = {}
        if self.excel is not None:
            # Excel leaves out the last delimiters of a block whose last columns are blank
            for at, (cells, _) in enumerate(body, spreadsheet):
                if cells:
                    filled = max([n + 1 for n, c in enumerate(cells) if c] or [1])
                    block = (at - 1) // 16
                    widths[block] = max(widths.get(block, 0), filled)
        for at, (cells, raw) in enumerate(body, spreadsheet):
            if cells is None:
                lines.append(raw)
                continue
            block = (at - 1) // 16
            if self.excel is not None and block != (spreadsheet - 2) // 16:
                wide = widths[block]
                if R.random() < self.excel:
                    wide += R.choice([-1, 1])
                cells = cells[:max(1, wide)]
            lines.append(self.line(cells) + self.delimiter * self.trailing)
        return self.end.join(lines) + (self.end if self.last_end else "")


# ---------------------------------------------------------------- the ways of damage: each changes a sheet

def pick(R, sheet):
    return R.randrange(len(sheet.rows)) if sheet.rows else None


def some_rows(R, sheet):
    """One, a few, or all."""
    share = R.choice([0, 0, 0.1, 0.1, 1])
    chosen = [r for r in sheet.rows if R.random() < share]
    return chosen or ([R.choice(sheet.rows)] if sheet.rows else [])


def values_of(columns, values):
    def damage(R, sheet, context):
        present = [c for c in columns if c in sheet.columns]
        if present:
            n = sheet.at(R.choice(present))
            for row in some_rows(R, sheet):
                row[n] = R.choice(values)
    return damage


def codes(R, sheet, context):
    present = [c for c in CODES if c in sheet.columns]
    c = R.choice(present)
    for row in some_rows(R, sheet):
        row[sheet.at(c)] = R.choice(CODES[c])


def blanks(R, sheet, context):
    columns = [c for c in sheet.columns if c in OPTIONAL[sheet.kind] or R.random() < 0.15]
    for c in R.sample(columns, min(len(columns), R.randint(1, 4))):
        for row in some_rows(R, sheet):
            if not row[sheet.at(c)] or R.random() < 0.5:
                row[sheet.at(c)] = R.choice(BLANKS)


def emptied(R, sheet, context):
    columns = [c for c in sheet.columns if c in OPTIONAL[sheet.kind]]
    if columns:
        c = R.choice(columns)
        for row in some_rows(R, sheet):
            row[sheet.at(c)] = ""


def times(R, sheet, context):
    columns = [c for c in sheet.columns if c in DATES[sheet.kind]]
    c, behind = R.choice(columns), R.choice(TIMES)
    for row in some_rows(R, sheet):
        if row[sheet.at(c)]:
            row[sheet.at(c)] += behind


def month_first(R, sheet, context):
    columns = [c for c in sheet.columns if c in DATES[sheet.kind] and c != "mois"]
    if columns:
        n = sheet.at(R.choice(columns))
        for row in some_rows(R, sheet):
            m = re.fullmatch("([0-9]{1,2})([/.-])([0-9]{1,2})([/.-][0-9]+.*)", row[n])
            m2 = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", row[n])
            if m:
                row[n] = m[3] + m[2] + m[1] + m[4]
            elif m2 and R.random() < 0.7:
                row[n] = "%s/%s/%s" % (m2[2], m2[3], m2[1])


def lost_zeros(R, sheet, context):
    n = sheet.at("poste_id")
    if n is not None:
        how = R.choice([lambda t: re.sub("(?<![0-9])0+(?=[0-9])", "", t), lambda t: t.replace("-", R.choice([" ", "", "_", "/"])), str.lower, str.upper,
                        lambda t: re.sub("([0-9]+)", r"0\1", t), lambda t: t + "0", lambda t: t.replace("P", "Poste ")])
        for row in some_rows(R, sheet):
            row[n] = how(row[n])


def formulas(R, sheet, context):
    c = R.choice([c for c in sheet.columns if c in IDENTIFIERS[sheet.kind]] or sheet.columns)
    n = sheet.at(c)
    shape = R.choice(['\0="%s"', '\0="%s"', '="%s"', '\0="%s" ', '\0 ="%s"', '\0="%s"x', '\0="%s', '\0=%s', '\0"=""%s"""', '\0="%s;b"', '\0="a""%s"', '\0="%s\n2"',
                      '\0="', '\0=""', '\0="" %s', '\0=""""'])
    for row in some_rows(R, sheet):
        if not row[n].startswith("\0") and '"' not in row[n]:
            row[n] = shape % row[n] if "%s" in shape else shape


def stray_delimiter(R, sheet, context):
    for row in some_rows(R, sheet)[:R.randint(1, 4)]:
        how = R.randrange(5)
        if how == 0 and len(row) > 1:
            row.pop(R.randrange(len(row)))
        elif how == 1:
            row.insert(R.randrange(len(row) + 1), "")
        elif how == 2:
            row.append(R.choice(["", "", "x", " ", "\u00a0"]))
        elif how == 3:
            while len(row) > 1 and not row[-1]:
                row.pop()
        else:
            row[:] = row[:R.randint(1, len(row))]


def trailing(R, sheet, context):
    sheet.trailing = R.randint(1, 2)
    for row in some_rows(R, sheet):
        row.append("")


def decimal_commas(R, sheet, context):
    sheet.delimiter = ","
    for row in some_rows(R, sheet):
        for n, c in enumerate(row):
            if re.fullmatch("[0-9]+[,.][0-9]+", c):
                row[n] = "\0" + c.replace(".", ",")


def short_blocks(R, sheet, context):
    last = [c for c in sheet.columns if c in OPTIONAL[sheet.kind]]
    if R.random() < 0.85:
        keep = [c for c in sheet.columns if c not in last[-3:]] + last[-3:]
        order = [sheet.at(c) for c in keep]
        sheet.headers = [sheet.headers[n] for n in order] + sheet.headers[len(sheet.columns):]
        sheet.rows = [[r[n] for n in order] + r[len(sheet.columns):] for r in sheet.rows if len(r) >= len(order)]
        sheet.columns = keep
    if sheet.rows and sheet.kind != "reunions" or R.random() < 0.2 and sheet.rows:      # long enough to have blocks
        n = sheet.at({"etp": "poste_id", "beneficiaires": "beneficiaire_id"}.get(sheet.kind, "date"))
        for k in range(R.randint(0, 45) if len(sheet.rows) < 20 else 0):
            again = list(R.choice(sheet.rows[:5]))
            again[n] += "-%d" % k if sheet.kind != "reunions" else ""
            sheet.rows.append(again)
    for block in range(4):
        for n in range(R.randint(0, min(4, len(sheet.columns) - 1))):
            if R.random() < 0.8:
                for row in sheet.rows[block * 16:block * 16 + 16 + R.choice([0, 0, 1, -1])]:
                    row[-1 - n:len(row) - n] = [""]
    sheet.excel = R.choice([0, 0, 0, 0.03])


def footers(R, sheet, context):
    width = len(sheet.headers)
    for _ in range(R.randint(1, 4)):
        label = R.choice(["Total", "TOTAL GÉNÉRAL", "Sous-total", "sous total mobilité", "Totalisation", "S/total", "Édité le 03/06/2022", "Page 2", "Fin", "-", "12", "0,5", "oui",
                          "2022-03", "ca", "62220", "Le total", "1,85E+12", "nc", "adds"])
        cells = [""] * width
        cells[R.choice([0, 0, 0, R.randrange(width)])] = label
        if R.random() < 0.4:
            cells[R.randrange(width)] = R.choice(["12,5", "14", "x", "cdi", "2022-03", "–"])
        if R.random() < 0.3:
            cells = cells[:R.randint(1, width)]
        raw = sheet.line(cells) if R.random() < 0.9 else label
        sheet.before.setdefault(R.choice([len(sheet.rows), R.randint(0, len(sheet.rows))]), []).append(raw)


def headers_again(R, sheet, context):
    titles = sheet.titles or ["Association ADDS", "Mai 2022" + sheet.delimiter * 3 + "Page 1", "n° 12", "35"]
    sheet.titles = titles if R.random() < 0.9 else []
    for _ in range(R.randint(1, 3)):
        again = []
        for t in titles:
            if R.random() < 0.7:
                again.append(re.sub("[0-9]+", lambda m: str(int(m[0]) + R.choice([0, 1])), t))
        if R.random() < 0.8:
            h = list(sheet.headers)
            how = R.randrange(5)
            if how == 1:
                h = [x.upper() for x in h]
            elif how == 2:
                h = [x.replace("_", " ") for x in h] + [""]
            elif how == 3:
                h[R.randrange(len(h))] = R.choice(["", "x"])
            again.append(sheet.line(h))
        sheet.before.setdefault(R.randint(0, len(sheet.rows)), []).extend(again)


def blank_lines(R, sheet, context):
    for _ in range(R.randint(1, 18)):
        sheet.before.setdefault(R.randint(0, len(sheet.rows)), []).append(R.choice(
            ["", "", sheet.delimiter * R.randint(1, 20), '""' + sheet.delimiter + '""', " ", '=""' + sheet.delimiter, "\u00a0", sheet.delimiter + '"']))


def titles(R, sheet, context):
    for _ in range(R.randint(1, 12)):
        sheet.titles.append(R.choice(["Export de paie", 'Association "ADDS" (l\'exemple', "", "", "Mois;Axe;Statut", sheet.delimiter * 4, "Mars 2022", "12",
                                      "Les lignes au-dessus des en-têtes ne sont pas lues."]))


def template(R, sheet, context):
    sheet.titles.insert(0, R.choice(["Les lignes au-dessus des en-têtes ne sont pas lues.", "Modèle. LES LIGNES AU DESSUS DES EN TETES ne sont pas lues !"]))
    if R.random() < 0.8:
        sheet.rows = []


def no_rows(R, sheet, context):
    sheet.rows = []


def sep_line(R, sheet, context):
    sheet.sep = R.choice(["sep=", "SEP=", "sep="]) + R.choice([sheet.delimiter] * 4 + [";", ","])


def renamed_header(R, sheet, context):
    n = R.randrange(len(sheet.headers))
    c = sheet.columns[n] if n < len(sheet.columns) else None
    sheet.headers[n] = R.choice(HEADERS.get(c, ["Colonne"]) + ["Poste", "Matricule", "Salarié", "Entrée", "Quotité", "Genre", "", "N° dossier", c or "x"])


def own_headers(R, sheet, context):
    own = context["columns"].get(sheet.kind) or {}
    for c, words in own.items():
        if c in sheet.columns:
            sheet.headers[sheet.at(c)] = R.choice(words)
    if R.random() < 0.5:                                # beside a contract's header
        header = R.choice(["Poste", "Matricule", "Salarié", "Code poste", "Nb participants", "N° dossier", "Ville", "Site"])
        sheet.headers.append(header)
        for row in sheet.rows:
            row.append(R.choice(["x", "12", ""]))


def double_row(R, sheet, context):
    for row in some_rows(R, sheet)[:6]:
        again = list(row)
        for _ in range(R.randint(0, 2)):
            n = R.randrange(len(again))
            again[n] = R.choice([r[n] for r in sheet.rows if n < len(r)])
        sheet.rows.append(again)


def swapped_cells(R, sheet, context):
    for row in some_rows(R, sheet)[:3]:
        a, b = R.randrange(len(row)), R.randrange(len(row))
        row[a], row[b] = row[b], row[a]


def stray_quote(R, sheet, context):
    at = pick(R, sheet)
    if at is not None:
        row = sheet.rows[at]
        n = R.randrange(len(row))
        t = row[n].lstrip("\0")
        row[n] = "\0" + R.choice(['"%s"', '"%s', '%s"', ' "%s" ', '"%s" x', '""%s', '"%s""', "'%s'", '"%s\n"']) % t


def lone_cells(R, sheet, context):
    for _ in range(R.randint(1, 3)):
        n = R.randrange(len(sheet.headers))
        filled = [r[n] for r in sheet.rows if n < len(r) and r[n] and not r[n].startswith("\0")] + ["x", "-", "nc"]
        sheet.before.setdefault(R.randint(0, len(sheet.rows)), []).append(
            sheet.line([""] * n + [R.choice(filled)] + [""] * (len(sheet.headers) - n - 1)))


def encoded(R, sheet, context):
    sheet.encoding = R.choice(["cp1252", "mac_roman", "cp850", "utf-16-le", "utf-16-be", "iso-8859-15", context["encoding"] or "cp1252"])
    sheet.bom = sheet.encoding.startswith("utf-16") and R.random() < 0.9


def with_bom(R, sheet, context):
    sheet.bom = True


def no_last_end(R, sheet, context):
    sheet.last_end = False


def all_quoted(R, sheet, context):
    sheet.quote_all = True


SHEET = [
    (3, values_of(["heures"], SIXTIETHS)), (3, values_of(["commune"], COMMUNES)), (2, values_of(["etp", "heures"], DECIMALS)),
    (2, values_of(["mois_chomage", "participants", "partenaires"], INTEGERS)), (2, values_of(["poste_id", "salarie_id", "beneficiaire_id", "cle_personne"], SCIENTIFIC)),
    (3, values_of(["date_debut", "date_fin", "date_entree", "date_sortie", "date"], DAYS)), (2, values_of(["naissance"], BIRTHS)),
    (2, values_of(["membres"], MEMBERS)), (4, codes), (4, blanks), (2, emptied), (3, times), (2, month_first), (3, lost_zeros), (3, formulas),
    (3, stray_delimiter), (2, trailing), (1, decimal_commas), (5, short_blocks), (4, footers), (3, headers_again), (2, blank_lines), (1, titles),
    (1, template), (0.4, no_rows), (1, sep_line), (1, renamed_header), (2, own_headers), (3, double_row), (1, swapped_cells), (1, stray_quote),
    (3, lone_cells), (3, encoded), (1, with_bom), (1, no_last_end), (1, all_quoted)]


def damage_text(R, text):
    """What a transfer or a careless hand does to the text."""
    how = R.randrange(8)
    if how == 0:
        return text[:R.randint(max(0, len(text) - 120), len(text))]       # cut
    if how == 1:
        return text[:R.randint(0, len(text))]
    if how == 2:
        at = R.randrange(len(text))
        return text[:at] + R.choice(';,\t"|\n\r ="-\0é€Ã¯') + text[at:]
    if how == 3:
        at = R.randrange(len(text))
        return text[:at] + text[at + 1:]
    if how == 4:
        return text.replace("é", "Ã©", R.choice([1, -1]))
    if how == 5:
        return R.choice(["<html>", "<!DOCTYPE html>\n", "\ufeff", "%PDF-1.4\n", "PK\x03\x04", "\n\n", "sep=;\n"]) + text
    if how == 6:
        return text + R.choice(["\x1a", "\n", "\r\n\r\n", " ", '"', ";", "\0", "x"])
    lines = text.split("\n")
    n = R.randrange(len(lines))
    return "\n".join(lines[:n] + [lines[n]] * R.choice([0, 2]) + lines[n + 1:])


# ---------------------------------------------------------------- a programme of a seed

def day(R, n):
    d = datetime.date(n // 12, n % 12 + 1, R.randint(1, 28))
    return R.choice([d.isoformat(), d.strftime("%d/%m/%Y"), d.strftime("%d/%m/%Y"), d.strftime("%d.%m.%Y"), "%d/%d/%d" % (d.day, d.month, d.year)])


def etp_rows(R, jobs, n, axes):
    rows = []
    for j in jobs:
        if n < j["from"]:
            continue
        state = j["path"][min(len(j["path"]) - 1, n - j["from"])]
        rows.append({"mois": R.choice([text_of(n), text_of(n), "%02d/%d" % (n % 12 + 1, n // 12), day(R, n)]), "poste_id": j["id"], "salarie_id": j["employee"],
                     "axe": j["axe"], "commune": j["commune"], "contrat": j["contract"], "statut": state, "etp": j["etp"], "heures": j["hours"],
                     "dispositif": j["scheme"], "sexe": j["sexe"], "date_debut": j["begun"], "date_fin": ""})
    return rows


def path_rows(R, paths, n):
    rows = []
    for p in paths:
        if p["begun"] <= n:
            gone = p["ended"] and p["ended"] <= n
            rows.append({"beneficiaire_id": p["id"], "cle_personne": p["key"], "dispositif": p["scheme"], "axe": p["axe"], "date_entree": p["entry"],
                         "date_sortie": p["exit_day"] if gone else "", "sortie": p["exit"] if gone else "", "sexe": p["sexe"], "naissance": p["birth"],
                         "rsa": p["rsa"], "rqth": p["rqth"], "qpv": p["qpv"], "mois_chomage": p["months"], "commune": p["commune"]})
    return rows


def make(seed, folder, example):
    """Writes the programme of the seed; returns how many exports it damaged."""
    R = random.Random("damage %d" % seed)
    y = yaml.load(open(os.path.join(example, "programme.yaml"), encoding="utf-8"), Loader=yaml.BaseLoader)
    y["programme"]["start"] = text_of(START)
    y["programme"]["illustrative"] = "true"
    y["associations"] = R.sample(y["associations"], 5)
    axes = [a["id"] for a in y["axes"]]
    communes = [c["id"] for c in y["territory"]["communes"]]
    for i in y["instances"]:
        if R.random() < 0.8:
            i["tracked_from"] = text_of(START)
    for a in y["associations"]:
        a.update(member_from=text_of(START), owes=R.sample(KINDS, R.randint(1, 3)), columns={})
        for k in ("encoding", "blank_is_no", "carrier"):
            a.pop(k, None)
        if R.random() < 0.4:
            a["encoding"] = R.choice(["macintosh", "macroman", "cp850", "iso-8859-15", "iso-8859-1", "windows-1252"])
        if R.random() < 0.5:
            kind = R.choice(KINDS)
            c = R.choice(list(OWN[kind]))
            a["columns"] = {kind: {c: OWN[kind][c]}}
        if R.random() < 0.4:
            a["blank_is_no"] = R.sample(["rsa", "rqth", "qpv"], 2)
        if R.random() < 0.3:
            a["words"] = R.choice([{"sexe": {"x": ["NC"]}}, {"contrat": {"cddi": ["CDD insertion"]}}, {"dispositif": {"autre": ["Hors SIAE"]}}])
        if not a["columns"]:
            del a["columns"]
    if R.random() < 0.3:
        y["words"] = R.choice([{"contrat": {"autre": ["stage"]}}, {"statut": {"supprime": ["fermé"]}}, {"etat": {"annulee": ["reportée"]}}])
    y["rules"] = {"max_rejected_share": R.choice(["0.2", "0.2", "0.34", "0.5"]), "due_day": "15"}
    for k in ("material_threshold", "retention_months"):
        y["rules"][k] = {"material_threshold": "0.01", "retention_months": "60"}[k]
    if os.path.isdir(folder):
        shutil.rmtree(folder)
    os.makedirs(folder + "/exports")
    text = yaml.dump(y, Dumper=Quoting, allow_unicode=True, sort_keys=False, width=200)
    open(folder + "/programme.yaml", "w", encoding="utf-8").write(text)
    shutil.copy(os.path.join(example, "indicators.yaml"), folder)
    for part in ("reference", "funders"):
        shutil.copytree(os.path.join(example, part), os.path.join(folder, part))
    meetings = [(START + k % MONTHS, R.randint(1, 28), R.choice(y["instances"])["id"], R.choice(axes)) for k in range(14)]
    share, damaged = R.choice([0.2, 0.5, 0.8, 1]), 0
    for a in y["associations"]:
        context = {"columns": a.get("columns") or {}, "encoding": a.get("encoding")}
        words = a["id"]
        jobs, paths = [], []
        for k in range(R.choice([3, 5, 6, R.randint(14, 40)])):
            jobs.append({"id": R.choice(["P-%02d", "P-%02d", "%03d", "%s %%d" % words[:3]]) % (k + 1), "from": START + R.choice([0, 0, 0, 1, 2, 4]),
                         "path": R.choice([["existant"], ["cree", "consolide"], ["en_cours", "cree"], ["cree", "cree", "supprime"]]), "employee": "S%02d" % k,
                         "axe": R.choice(axes), "commune": R.choice(["", R.choice(communes), "59350"]), "contract": R.choice(["cdi", "cdd", "cddi"]),
                         "etp": R.choice(["1", "0,5", "0,80"]), "hours": R.choice(["", "151,67", "120"]), "scheme": R.choice(["", "aci", "ei"]),
                         "sexe": R.choice(["f", "h", "f", ""]), "begun": R.choice(["", "01/03/2019", "2020-05-14", "15/11/2018"])})
        for k in range(R.choice([3, 6, 9, R.randint(16, 36)])):
            begun = START + R.randint(-5, MONTHS - 1)
            ended = begun + R.randint(0, 5) if R.random() < 0.6 else None
            paths.append({"id": "B%03d" % k, "key": R.choice(["", "", "K%d" % R.randint(0, 5)]), "scheme": R.choice(["aci", "ei", "autre"]), "axe": R.choice(axes),
                          "begun": begun, "entry": day(R, begun), "ended": ended, "exit": R.choice(["durable", "transition", "positive", "autre", "retrait"]),
                          "exit_day": day(R, ended + 1) if ended is not None else "", "sexe": R.choice(["f", "h", ""]), "birth": R.choice(["1985", "12/03/1970", "2001-07-05", ""]),
                          "rsa": R.choice(["oui", "non", ""]), "rqth": R.choice(["x", ""]), "qpv": R.choice(["oui", ""]), "months": R.choice(["", "12", "24", "3"]),
                          "commune": R.choice(["", R.choice(communes), "59350"])})
        for p in paths:
            if p["ended"] is not None:
                p["ended"] += 1
        where = os.path.join(folder, "exports", a["id"])
        os.makedirs(where, exist_ok=True)
        for n in range(START, START + MONTHS):
            for kind in KINDS:
                if R.random() < 0.06:
                    continue
                if kind == "etp":
                    rows = etp_rows(R, jobs, n, axes)
                elif kind == "beneficiaires":
                    rows = path_rows(R, paths, n)
                else:
                    rows = [{"date": R.choice(["%02d/%02d/%d" % (d, m % 12 + 1, m // 12), "%s-%02d" % (text_of(m), d)]), "instance": i, "axe": x if i == "g2t" else "",
                             "etat": R.choice(["", "tenue"]), "membres": R.choice(["adds|die", "", "Tous"] if any(b["id"] == "adds" for b in y["associations"])
                                                                                  and any(b["id"] == "die" for b in y["associations"]) else ["", "Tous"]),
                             "participants": R.choice(["", "12"]), "partenaires": R.choice(["", "3"])}
                            for m, d, i, x in meetings if m == n and R.random() < 0.8]
                columns = NEEDED[kind] + [c for c in OPTIONAL[kind] if R.random() < 0.85]
                if kind == "beneficiaires" and "date_sortie" in columns and "sortie" not in columns:
                    columns.append("sortie")
                if kind == "beneficiaires" and "sortie" in columns and "date_sortie" not in columns:
                    columns.append("date_sortie")
                if kind == "reunions" and "axe" not in columns:
                    columns.append("axe")
                sheet = Sheet(R, kind, columns, [R.choice([c, c] + HEADERS.get(c, [])) for c in columns], rows)
                if R.random() < 0.3:
                    sheet.headers.append("Observations")
                    for r in sheet.rows:
                        r.append(R.choice(["", "", "à revoir", "a; b"]))
                name, hurt = "%s-%s.csv" % (kind, text_of(n)), R.random() < share
                if hurt:
                    damaged += 1
                    for _ in range(R.choice([1, 1, 1, 2, 2, 3])):
                        try:
                            R.choices([d for _, d in SHEET], [w for w, _ in SHEET])[0](R, sheet, context)
                        except IndexError:              # a row that an earlier damage has made short
                            pass
                text = sheet.text(R)
                if hurt and R.random() < 0.12 and text:
                    text = damage_text(R, text)
                data = text.encode(sheet.encoding, "replace")
                if sheet.bom:
                    data = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(sheet.encoding, b"\xef\xbb\xbf") + data
                if hurt and R.random() < 0.01:
                    data = data[:-1] + bytes([R.choice([0x81, 0x00, 0xff, 0x8d])])
                others = []
                if hurt and R.random() < 0.08:
                    stem = name[:-4]
                    copy = R.choice([stem + R.choice(MARKS) + ".csv", stem + R.choice(MARKS) + R.choice(MARKS) + ".csv", name + ".csv", name + ".txt", "Copie de " + name,
                                     "Copie (2) de " + name, "Copy of " + name, name.replace("-", "_"), name.replace("-", " – "), name.replace("-", "\u2011"), name.upper(),
                                     stem + ".txt", "~$" + name, name + ".crdownload", name + "~", name.replace("-", ""), stem + R.choice(MARKS) + ".csv.txt",
                                     name.replace("reunions", "réunions"), stem + " – Copie.csv"])
                    if R.random() < 0.5:
                        others.append((where, copy))
                    else:
                        name = copy
                if hurt and R.random() < 0.03:
                    other = R.choice(y["associations"])["id"]
                    os.makedirs(os.path.join(folder, "exports", other), exist_ok=True)
                    others.append((os.path.join(folder, "exports", other), name))
                for at, other in others + [(where, name)]:
                    with open(os.path.join(at, other), "wb") as file:
                        file.write(data)
    return damaged


class Quoting(yaml.SafeDumper):
    """Every scalar that YAML could read as something else is quoted."""


def represent(dumper, value):
    plain = re.fullmatch("[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9_-]*", value) and value.lower() not in ("yes", "no", "on", "off", "y", "n", "x", "true", "false", "null") \
        or re.fullmatch(r"[0-9]{4}-[0-9]{2}|[0-9]+(\.[0-9]+)?|true|false", value) and not re.fullmatch("[0-9]{5}", value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


# The texts of rules are numbers, and months are plain: written as they stand.
Quoting.add_representer(str, represent)
Quoting.resolve = lambda self, kind, value, implicit: "tag:yaml.org,2002:str" if kind is yaml.nodes.ScalarNode else \
    yaml.SafeDumper.resolve(self, kind, value, implicit)
Quoting.yaml_implicit_resolvers = {}


# ---------------------------------------------------------------- holding one against the other

def hold(bilan, folder, keep):
    """What differs, a line each."""
    month = text_of(START + MONTHS - 1)
    said = []
    programme = files = None
    expected, table = 0, ""
    try:
        programme = oracle.Programme(folder)
        files, _ = oracle.read_exports(programme, oracle.month_number(month))
        table = oracle.figures_table(programme, files, oracle.month_number(month))
    except oracle.ConfigurationError:
        expected = 78
    run = subprocess.run([bilan, "figures", month, "--compute", "--inputs", folder], capture_output=True)
    if run.returncode != expected:
        said.append("figures: exit code %d, expected %d: %s" % (run.returncode, expected, run.stderr.decode("utf-8", "replace").splitlines()[:1]))
    elif expected == 0 and run.stdout.decode("utf-8", "replace") != table:
        mine, theirs = table.splitlines(), run.stdout.decode("utf-8", "replace").splitlines()
        gone = [x for x in mine if x not in set(theirs)]
        came = [x for x in theirs if x not in set(mine)]
        said.append("figures: %d lines differ, for instance\n    oracle %s\n    bilan  %s" % (max(len(gone), len(came)), gone[:1], came[:1]))
        open(keep + ".expected", "w", encoding="utf-8").write(table)
        open(keep + ".found", "wb").write(run.stdout)
    if files is None:
        return said
    run = subprocess.run([bilan, "check", month, "--inputs", folder, "--reports", folder + "/reports", "--json"], capture_output=True)
    try:
        check = json.loads(run.stdout)
    except ValueError:
        return said + ["check: no JSON, exit code %d: %s" % (run.returncode, run.stderr.decode("utf-8", "replace")[:200])]
    outcomes = {(f["association"], f["kind"], f["month"]): f for f in check["files"] if f["outcome"] != "absent"}
    found = {}
    for f in check["findings"]:
        if f.get("kind"):
            found.setdefault((f.get("association"), f["kind"], f.get("month")), []).append(f)
    mine = {(a, k, text_of(m)): f for (a, k, m), f in files.items()}
    for key in sorted(set(mine) | set(outcomes)):
        name = "%s/%s-%s" % key
        if key not in mine or key not in outcomes:
            said.append("%s: only the %s has it" % (name, "oracle" if key in mine else "check"))
            continue
        f, theirs = mine[key], found.get(key, [])
        whole = sorted({(x["code"], x.get("line")) for x in theirs if x["severity"] == "file"}, key=str)
        rows = {x["line"] for x in theirs if x["severity"] == "row" and x.get("line")}
        more = rows | {n for x in theirs if x["severity"] == "row" for n in x.get("otherLines") or []}
        if f.accepted != (outcomes[key]["outcome"] == "accepted"):
            said.append("%s: %s, oracle %s; check: %s rows %s" % (name, outcomes[key]["outcome"], f.findings[:4], whole, sorted(rows)[:8]))
        elif not f.refusal or [c for _, _, c in f.refusal] == ["too-many-refused"]:
            if not rows <= set(f.faults) <= more:
                odd = sorted(rows ^ set(f.faults))
                said.append("%s: refused rows %s; oracle %s; check %s" % (name, odd[:8], [x for x in f.findings if x[0] in odd][:4],
                                                                        [(x["line"], x["code"]) for x in theirs if x.get("line") in odd and x["severity"] == "row"][:4]))
            elif f.accepted and outcomes[key].get("rowsRefused") != f.refused:
                said.append("%s: %s rows refused, oracle %d" % (name, outcomes[key].get("rowsRefused"), f.refused))
        else:
            for line, _, cause in f.refusal:
                # Where the cause of missing columns is known it is told instead, at the line that shows it.
                known = cause == "missing-column" and whole and whole[0][0] in ("months-as-columns", "undeclared-encoding", "cut-short")
                if cause in ("quoting", "open-quote", "missing-column") and not known and line not in [n for _, n in whole]:
                    said.append("%s: %s at line %d, check %s" % (name, cause, line, whole))
    return said


def one(job):
    seed, bilan, example, keep, work = job
    folder = os.path.join(work, str(seed))
    damaged = make(seed, folder, example)
    os.makedirs(keep, exist_ok=True)
    try:
        said = hold(bilan, folder, os.path.join(keep, str(seed)))
    except Exception as error:                          # noqa: the seed that breaks the oracle is to be seen
        said = ["the oracle failed: %r" % error]
    if said:
        shutil.rmtree(os.path.join(keep, str(seed)), ignore_errors=True)
        shutil.copytree(folder, os.path.join(keep, str(seed)))
    shutil.rmtree(folder)
    return seed, damaged, said


def main():
    arguments = sys.argv[1:]
    option = {"--from": "1", "--bilan": ".build/release/bilan", "--example": "inputs", "--keep": os.path.join(tempfile.gettempdir(), "fuzz-damage")}
    count = 2000
    while arguments:
        word = arguments.pop(0)
        if word in option:
            option[word] = arguments.pop(0)
        else:
            count = int(word)
    seed, files, bad = int(option["--from"]), 0, 0
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        pending = set()
        while pending or files < count:
            while files + 50 * len(pending) < count and len(pending) < (os.cpu_count() or 1) * 2:
                pending.add(pool.submit(one, (seed, os.path.abspath(option["--bilan"]), option["--example"], option["--keep"], work)))
                seed += 1
            done, pending = concurrent.futures.wait(pending, return_when=concurrent.futures.FIRST_COMPLETED)
            for result in done:
                at, damaged, said = result.result()
                files += damaged
                bad += bool(said)
                for line in said:
                    print("seed %d: %s" % (at, line), file=sys.stderr, flush=True)
                if said:
                    print("seed %d: kept in %s" % (at, os.path.join(option["--keep"], str(at))), file=sys.stderr, flush=True)
    print("fuzz-damage: %d damaged exports, seeds %s to %d, %d programmes differ" % (files, option["--from"], seed - 1, bad), file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
