#!/usr/bin/env python3
"""An independent, slow and literal reading of the contract of `bilan`.

    oracle.py INPUTS_DIR MONTH              the table of `bilan figures MONTH --compute`
    oracle.py INPUTS_DIR MONTH --findings   file,line,column,cause of every refusal

Sentences in double quotes inside comments are those of design/2-exports.md and
design/3-indicators.md. (n) in a comment is the number in README.md's list of readings.
Only fractions, dicts and lists: never a float, never a library for CSV exports.
"""
import csv
import datetime
import io
import os
import re
import sys
import unicodedata
from fractions import Fraction

import yaml


class ConfigurationError(Exception):
    """Exit 78."""


# ---------------------------------------------------------------- months, text

def month_number(text):
    """'2022-05' or '2022-05-31' -> a count of months."""
    year, month = str(text)[:7].split("-")
    return int(year) * 12 + int(month) - 1


def month_text(number):
    return "%04d-%02d" % (number // 12, number % 12 + 1)


def month_of(day):
    return day.year * 12 + day.month - 1


def first_day(number):
    return datetime.date(number // 12, number % 12 + 1, 1)


def last_day(number):
    return first_day(number + 1) - datetime.timedelta(days=1)


# "Leading and trailing spaces (U+0020, tab, U+00A0, U+202F) are trimmed."
SPACES = "\u0020\t\u00a0\u202f"


def trim(text):
    return text.strip(SPACES)


def normal(text):
    # "NFKD without marks, `œ` as `oe`, lower case, every character that is not a letter
    # or digit becomes a space, runs of space are one"
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.category(c).startswith("M"))
    text = text.lower().replace("œ", "oe")
    text = "".join(c if unicodedata.category(c)[0] == "L" or unicodedata.category(c) == "Nd" else " "
                   for c in text)
    return re.sub(" +", " ", text).strip()


# ---------------------------------------------------------------- the contract of the columns

KINDS = ["etp", "beneficiaires", "reunions"]

SCHEMES = ["aci", "ei", "ai", "etti", "eiti"]
SEX = {"f": "f", "femme": "f", "feminin": "f", "h": "h", "homme": "h", "m": "h", "masculin": "h", "x": "x"}


def closed(*ids):
    return {normal(i): i for i in ids}


# column: (type, aliases)
COLUMNS = {
    "etp": {
        "mois": ("month", ["période", "mois de paie"]),
        "poste_id": ("identifier", ["poste", "id poste", "n° poste"]),
        "salarie_id": ("identifier", ["salarié", "matricule", "id salarié"]),
        "axe": ("axe", ["axe ptce", "thématique"]),
        "commune": ("commune", ["code commune", "lieu de travail"]),
        "contrat": (closed("cdi", "cdd", "cddi", "pec", "apprentissage", "interim", "autre"), ["type de contrat"]),
        "statut": (closed("existant", "cree", "en_cours", "consolide", "supprime"),
                   ["statut de l'emploi", "situation"]),
        "etp": ("fte", ["équivalent temps plein", "quotité"]),
        "heures": ("hours", ["heures payées", "nb heures"]),
        "dispositif": (closed(*SCHEMES), ["structure", "type siae"]),
        "sexe": (SEX, ["genre"]),
        "date_debut": ("date", ["date d'embauche", "entrée"]),
        "date_fin": ("date", ["fin de contrat", "sortie"]),
    },
    "beneficiaires": {
        "beneficiaire_id": ("identifier", ["bénéficiaire", "id bénéficiaire", "n° dossier"]),
        "cle_personne": ("identifier", ["clé commune"]),
        "dispositif": (closed(*SCHEMES, "autre"), ["structure", "type siae"]),
        "axe": ("axe", []),
        "date_entree": ("date", ["entrée", "début de parcours"]),
        "date_sortie": ("date", ["sortie le", "fin de parcours"]),
        "sortie": (closed("durable", "transition", "positive", "autre", "retrait"),
                   ["motif de sortie", "type de sortie"]),
        "sexe": (SEX, ["genre"]),  # "as above": type and alias
        "naissance": ("birth", ["année de naissance", "date de naissance"]),
        "rsa": ("yesno", ["brsa", "bénéficiaire du rsa"]),
        "rqth": ("yesno", ["travailleur handicapé"]),
        "qpv": ("yesno", ["quartier prioritaire"]),
        "mois_chomage": ("integer", ["durée d'inscription"]),
        "commune": ("commune", []),
    },
    "reunions": {
        "date": ("date", ["date de réunion"]),
        "instance": ("instance", ["type de réunion"]),
        "axe": ("axe", ["thème", "groupe"]),
        "etat": (closed("tenue", "planifiee", "annulee"), ["statut"]),
        "membres": ("members", ["présents", "associations présentes"]),
        "participants": ("integer", ["nb participants"]),
        "partenaires": ("integer", []),
    },
}
# required headers; a tuple is "one of"
REQUIRED = {
    "etp": [("mois",), ("poste_id",), ("axe",), ("contrat",), ("statut",), ("etp", "heures")],
    "beneficiaires": [("beneficiaire_id",), ("dispositif",), ("axe",), ("date_entree",)],
    "reunions": [("date",), ("instance",)],
}
KEYS = {"etp": ["mois", "poste_id", "salarie_id"], "beneficiaires": ["beneficiaire_id", "date_entree"],
        "reunions": ["date", "instance"]}
# "non-renseigne": optional columns whose blank has no meaning of its own (29)
OPTIONAL = {"etp": {"sexe", "date_debut", "date_fin", "heures"},
            "beneficiaires": {"cle_personne", "sexe", "naissance", "rsa", "rqth", "qpv", "mois_chomage"},
            "reunions": {"membres", "participants", "partenaires"}}


# ---------------------------------------------------------------- programme.yaml and the rest

def load_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)      # every scalar stays text


def labels(value):
    if value is None:
        return []
    return list(value.values()) if isinstance(value, dict) else [value]


def vocabulary(entries):
    """normal form -> id: "code: id, label or alias from programme.yaml, matched like a header"."""
    table = {}
    for entry in entries:
        for word in [entry["id"]] + labels(entry.get("label")) + list(entry.get("aliases") or []):
            table.setdefault(normal(word), entry["id"])
    return table


class Association:
    def __init__(self, entry, start):
        self.id = entry["id"]
        self.commune = entry.get("commune")
        self.first = max(start, month_number(entry["member_from"])) if entry.get("member_from") else start
        self.last = month_number(entry["member_until"]) if entry.get("member_until") else 10 ** 9
        self.owes = list(entry.get("owes") or [])
        self.encoding = entry.get("encoding")
        self.columns = entry.get("columns") or {}
        self.blank_is_no = list(entry.get("blank_is_no") or [])

    def member(self, month):
        return self.first <= month <= self.last


class Programme:
    def __init__(self, inputs):
        self.inputs = inputs
        y = load_yaml(os.path.join(inputs, "programme.yaml"))
        self.start = month_number(y["programme"]["start"])
        communes = y["territory"].get("communes") or []
        self.communes = [c["id"] for c in communes]
        self.commune_names = vocabulary(communes)
        self.postal = {}
        for c in communes:
            for code in c.get("postal") or []:
                self.postal.setdefault(code, []).append(c["id"])
        self.axes = [a["id"] for a in y["axes"]]
        self.axis_words = vocabulary(y["axes"])
        self.instances = [i["id"] for i in y["instances"]]
        self.instance_words = vocabulary(y["instances"])
        self.axis_required = {i["id"] for i in y["instances"] if i.get("axe") == "required"}
        self.tracked_from = {i["id"]: month_number(i["tracked_from"])
                             for i in y["instances"] if i.get("tracked_from")}
        self.associations = {a["id"]: Association(a, self.start) for a in y["associations"]}
        self.association_words = vocabulary(y["associations"])
        rules = y.get("rules") or {}
        self.max_rejected_share = Fraction(rules.get("max_rejected_share", "0.20"))
        self.minimum_stay_days = {k: int(v) for k, v in (rules.get("minimum_stay_days") or {}).items()}
        self.waived = set()
        acknowledged = os.path.join(inputs, "acknowledged.yaml")
        if os.path.exists(acknowledged):
            for w in (load_yaml(acknowledged) or {}).get("waived") or []:
                self.waived.add((w["association"], w["kind"], month_number(w["month"])))
        self.hours = []      # (scheme, valid_from, annual_hours)
        for r in table(os.path.join(inputs, "reference", "full-time-hours.csv")):
            self.hours.append((r["scheme"], datetime.date.fromisoformat(r["valid_from"]), Fraction(r["annual_hours"])))
        self.territories = []
        for r in table(os.path.join(inputs, "reference", "territory.csv")):
            number = lambda text: Fraction(text) if text and text.strip() else None
            self.territories.append({
                "territory": r["territory"], "as_of": datetime.date.fromisoformat(r["as_of"]),
                "ess_posts": number(r["ess_posts"]), "all_posts": number(r["all_posts"]),
                "share": number(r["share"]), "status": r["status"]})
        self.catalogue = load_yaml(os.path.join(inputs, "indicators.yaml"))["indicators"]
        self.indicator = {e["id"]: e for e in self.catalogue}

    def full_time_hours(self, scheme, month):
        # "H is the newest `valid_from` not later than the month's last day; a scheme without
        # H is a configuration error"; "(`permanent` if no scheme)"
        scheme = scheme or "permanent"
        fit = [(v, h) for s, v, h in self.hours if s == scheme and v <= last_day(month)]
        if not fit:
            raise ConfigurationError("no full-time hours for " + scheme)
        return max(fit)[1]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---------------------------------------------------------------- the text of an export

class Refusal(Exception):
    """Refuses the file."""

    def __init__(self, line, cause, column=""):
        super().__init__(cause)
        self.line, self.cause, self.column = line, cause, column


# "`Ã` or `Â` followed by what 80–BF shows as in Windows-1252, or `â€` and one more" (5)
CONTINUATION = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xC0))
DOUBLE_ENCODED = re.compile("[ÃÂ][" + re.escape(CONTINUATION) + "]|â€.", re.DOTALL)


def line_at(text, position):
    return 1 + len(re.findall("\r\n|\n|\r", text[:position]))


def decode(data, declared):
    # "a byte-order mark is obeyed (UTF-8, UTF-16LE, UTF-16BE)"
    try:
        if data.startswith(b"\xef\xbb\xbf"):
            eight_bit, text = True, data[3:].decode("utf-8")
        elif data.startswith(b"\xff\xfe"):
            eight_bit, text = False, data[2:].decode("utf-16-le")
        elif data.startswith(b"\xfe\xff"):
            eight_bit, text = False, data[2:].decode("utf-16-be")
        else:
            eight_bit = True
            try:
                text = data.decode("utf-8")       # "valid UTF-8 is UTF-8 (even where another encoding is declared)"
            except UnicodeDecodeError:
                # "else the association's declared `encoding`, decoded strictly; else Windows-1252,
                # decoded strictly, with a note"
                text = data.decode(declared or "cp1252")
    except UnicodeDecodeError:
        raise Refusal(0, "undefined-bytes")
    # "Undefined bytes, NUL bytes in an 8-bit file and double-encoded text … refuse the file"
    if eight_bit and b"\x00" in data:
        raise Refusal(line_at(text, text.index("\x00")), "nul-byte")
    found = DOUBLE_ENCODED.search(text)
    if found:
        raise Refusal(line_at(text, found.start()), "double-encoded")
    return text


def physical_lines(text):
    """[(content, line end)]: "LF, CRLF or lone CR"."""
    out, position = [], 0
    for m in re.finditer("\r\n|\n|\r", text):
        out.append((text[position:m.start()], m.group()))
        position = m.end()
    if position < len(text):
        out.append((text[position:], ""))
    return out


def read_record(lines, i, delimiter):
    """One row from physical line i (0-based): fields, index of the line after it.

    "Quoting is RFC 4180, read with libcsv in strict mode": this is libcsv 3.0.3's state machine.
    Unquoted fields lose leading and trailing spaces and tabs; so does what stands around quotes.
    """
    fields, entry, quoted, spaces = [], [], False, 0
    state = "not-begun"

    def submit(cut):
        nonlocal entry, quoted, spaces, state
        if cut:
            del entry[len(entry) - cut:]
        fields.append("".join(entry))
        entry, quoted, spaces, state = [], False, 0, "not-begun"

    while i < len(lines):
        content, end = lines[i]
        for c in content:
            space = c in " \t" and c != delimiter
            if state == "not-begun":
                if space:
                    continue
                if c == delimiter:
                    submit(0)
                elif c == '"':
                    state, quoted = "begun", True
                else:
                    state, quoted = "begun", False
                    entry.append(c)
            elif state == "begun":
                if c == '"':
                    if not quoted:
                        raise Refusal(i + 1, "quoting")
                    entry.append(c)
                    state = "might-have-ended"
                elif c == delimiter and not quoted:
                    submit(spaces)
                elif not quoted and space:
                    entry.append(c)
                    spaces += 1
                else:
                    entry.append(c)
                    spaces = 0
            else:
                if c == delimiter:
                    submit(spaces + 1)
                elif space:
                    entry.append(c)
                    spaces += 1
                elif c == '"' and spaces == 0:
                    state = "begun"
                else:
                    raise Refusal(i + 1, "quoting")
        i += 1
        if state == "begun" and quoted:
            if end == "":
                raise Refusal(len(lines), "open-quote")   # "an open quote's the last line of the file"
            entry.append(end)
            continue
        submit(spaces + 1 if state == "might-have-ended" else spaces)
        return fields, i
    raise Refusal(len(lines), "open-quote")


def is_empty_line(content, delimiters):
    # "Lines that are empty, or hold nothing but delimiters, quotes and spaces, are skipped" (7)
    return all(c in delimiters or c == '"' or c in SPACES for c in content)


def read_table(text, names, kind):
    """(line of header, canonical column or None per field, headers as written, rows [(line, fields)])."""
    lines = physical_lines(text)
    delimiters, start = [";", ",", "\t", "|"], 0
    # "A first line `sep=;` is obeyed, and then no other delimiter is tried."
    if lines and re.fullmatch("sep=.", lines[0][0], re.IGNORECASE):
        delimiters, start = [lines[0][0][4]], 1
    titles, best = 0, (-1, 1, [])
    header = None
    for i in range(start, len(lines)):
        if is_empty_line(lines[i][0], ";,\t|"):
            continue
        # "the one under which a line holds all required headers"
        for delimiter in delimiters:
            try:
                fields, after = read_record(lines, i, delimiter)
            except Refusal:
                continue          # "without being parsed for quotes"
            columns = [names.get(normal(f)) for f in fields]
            missing = [r for r in REQUIRED[kind] if not any(c in columns for c in r)]
            if len(REQUIRED[kind]) - len(missing) > best[0]:
                best = (len(REQUIRED[kind]) - len(missing), i + 1, missing)
            if not missing:
                header = (i + 1, fields, columns, delimiter, after)
                break
        if header:
            break
        titles += 1
        if titles > 10:           # "Up to 10 non-blank title lines above the header are skipped"
            break
    if not header:
        raise Refusal(best[1], "missing-column", " ".join("/".join(r) for r in best[2]))
    line, fields, columns, delimiter, i = header
    # "A header of the contract that stands twice refuses the file."
    for c in columns:
        if c and columns.count(c) > 1:
            raise Refusal(line, "column-twice", c)
    # "(trailing empty fields beyond the header are allowed …; so are trailing empty header cells)"
    while fields and trim(fields[-1]) == "":
        fields.pop()
        columns.pop()
    rows = []
    while i < len(lines):
        if is_empty_line(lines[i][0], delimiter):
            i += 1
            continue
        at = i
        record, i = read_record(lines, i, delimiter)
        rows.append((at + 1, record))       # "A row's line is the physical line where it begins"
    return line, columns, fields, rows


# ---------------------------------------------------------------- the values

class Bad(Exception):
    pass


GROUPED = re.compile("([0-9]{1,3}(?:[\u0020\u00a0\u202f\u2009][0-9]{3})+|[0-9]+)")


def half_away(value, places):
    """Rounds a fraction half away from zero."""
    scaled = abs(value) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10 ** places)


def unrounded_decimal(text):
    m = re.fullmatch("([-\u2212]?)" + GROUPED.pattern + "(?:[.,]([0-9]+))?", text)
    if not m:
        raise Bad("not-a-decimal")
    digits = re.sub("[^0-9]", "", m.group(2))
    value = Fraction(int(digits + (m.group(3) or "")), 10 ** len(m.group(3) or ""))
    return -value if m.group(1) else value


def parse_decimal(text, percent):
    # "for `etp` also `50 %`"; "A percentage is divided, then rounded"
    m = re.fullmatch("(.*?)[" + SPACES + "\u2009]*%", text, re.DOTALL) if percent else None
    value = unrounded_decimal(m.group(1)) / 100 if m else unrounded_decimal(text)
    return half_away(value, 4)


def parse_integer(text):
    if not re.fullmatch(GROUPED.pattern, text):
        raise Bad("not-an-integer")
    return int(re.sub("[^0-9]", "", text))


def two_digit_year(text):
    return int(text) + (2000 if int(text) <= 79 else 1900)     # "00–79 is 20xx, 80–99 is 19xx"


def parse_date(text, birth=False):
    m = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)                     # (13)
    if m:
        y, mo, d = int(m[1]), int(m[2]), int(m[3])
    else:
        m = re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", text)
        if m:
            d, mo, y = int(m[1]), int(m[3]), int(m[4])
        else:
            m = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})", text)
            if m and not birth:                                  # "refused for `naissance`"
                d, mo, y = int(m[1]), int(m[2]), two_digit_year(m[3])
            elif re.fullmatch("[0-9]{5}", text) and 10000 <= int(text) <= 60000:
                return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))
            else:
                raise Bad("not-a-date")
    try:
        return datetime.date(y, mo, d)                           # "a day that exists"
    except ValueError:
        raise Bad("not-a-date")


MONTH_NAMES = {}
for _i, _names in enumerate(["janvier janv", "fevrier fevr", "mars", "avril avr", "mai", "juin", "juillet juil",
                             "aout", "septembre sept", "octobre oct", "novembre nov", "decembre dec"]):
    for _n in _names.split():
        MONTH_NAMES[_n] = _i
DOTTED = set("janv fevr avr juil sept oct nov dec".split())


def parse_month(text):
    m = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
    if m:
        y, mo = int(m[1]), int(m[2])
    else:
        m = re.fullmatch(r"([0-9]{1,2})/([0-9]{4})", text)
        if m:
            y, mo = int(m[2]), int(m[1])
        else:
            plain = "".join(c for c in unicodedata.normalize("NFKD", text)
                            if not unicodedata.category(c).startswith("M")).lower()
            m = re.fullmatch(r"([a-z]+)(\.?)[ -]([0-9]{4}|[0-9]{2})", plain)
            if m:
                if m[1] not in MONTH_NAMES or (m[2] and m[1] not in DOTTED):
                    raise Bad("not-a-month")
                year = int(m[3]) if len(m[3]) == 4 else two_digit_year(m[3])
                return year * 12 + MONTH_NAMES[m[1]]
            try:
                return month_of(parse_date(text))                # "any date of the month"
            except Bad:
                raise Bad("not-a-month")
    if not 1 <= mo <= 12:
        raise Bad("not-a-month")
    return y * 12 + mo - 1


YES_NO = {**{w: True for w in "oui o vrai true yes 1 x".split()}, **{w: False for w in "non n faux false no 0".split()}}


def parse_commune(text, programme):
    code = text.upper()
    if re.fullmatch("[0-9]{4}", code):
        code = "0" + code                                        # "a 4-digit code gets its leading 0"
    if code in programme.communes:
        return code
    if normal(text) in programme.commune_names:
        return programme.commune_names[normal(text)]
    # "a postal code of exactly one of them (… it goes before an INSEE code of elsewhere);
    # one of several: refused"
    if code in programme.postal:
        if len(programme.postal[code]) > 1:
            raise Bad("postal-code-of-several")
        return programme.postal[code][0]
    # "Any other code of 5 characters (digits, 2A, 2B) is a commune elsewhere and is kept"
    if re.fullmatch("[0-9]{5}|2[AB][0-9]{3}", code):
        return code
    raise Bad("unknown-commune")


def parse_value(kind_of_value, text, programme):
    if isinstance(kind_of_value, dict):
        if normal(text) not in kind_of_value:
            raise Bad("unknown-code")
        return kind_of_value[normal(text)]
    if kind_of_value == "identifier":
        return trim(unicodedata.normalize("NFC", text))
    if kind_of_value == "month":
        return parse_month(text)
    if kind_of_value == "date":
        return parse_date(text)
    if kind_of_value == "birth":                                 # "year or date"
        if re.fullmatch("[0-9]{4}", text):
            return int(text)
        return parse_date(text, birth=True)
    if kind_of_value == "fte":
        value = parse_decimal(text, True)
        if not 0 <= value <= 1:                                  # "decimal, 0 to 1"; "ranges are tested after rounding"
            raise Bad("out-of-range")
        return value
    if kind_of_value == "hours":
        value = parse_decimal(text, False)
        if value < 0:
            raise Bad("out-of-range")
        return value
    if kind_of_value == "integer":
        return parse_integer(text)
    if kind_of_value == "yesno":
        if normal(text) not in YES_NO:
            raise Bad("not-yes-or-no")
        return YES_NO[normal(text)]
    if kind_of_value == "commune":
        return parse_commune(text, programme)
    if kind_of_value in ("axe", "instance"):
        words = programme.axis_words if kind_of_value == "axe" else programme.instance_words
        if normal(text) not in words:
            raise Bad("unknown-code")
        return words[normal(text)]
    if kind_of_value == "members":
        out = set()
        for item in re.split("[|,]", text):                      # "separated by `|` or `,`"
            if trim(item) == "":
                continue
            if normal(item) not in programme.association_words:
                raise Bad("unknown-code")                        # "one unknown refuses the row"
            out.add(programme.association_words[normal(item)])
        return frozenset(out) or None
    raise AssertionError(kind_of_value)


# ---------------------------------------------------------------- one export

class File:
    def __init__(self, path, association, kind, month):
        self.path, self.association, self.kind, self.month = path, association, kind, month
        self.accepted, self.rows, self.refused = False, [], 0
        self.findings = []       # (line, column, cause)


def read_row(file, association, programme, columns, headers, fields):
    """(row, faults)"""
    kind, faults = file.kind, []
    row = {"association": association.id}
    cells = {c: fields[n] for n, c in enumerate(columns) if c}
    header = {c: headers[n] for n, c in enumerate(columns) if c}
    for column, (of_type, _) in COLUMNS[kind].items():
        text = trim(cells.get(column, ""))
        row[column] = None
        if text:
            try:
                row[column] = parse_value(of_type, text, programme)
            except Bad as bad:
                faults.append((header[column], str(bad)))
                row[column] = Bad                                 # unreadable
        elif of_type == "yesno" and column in cells and column in association.blank_is_no:
            row[column] = False      # "unless programme.yaml lists the column under … `blank_is_no` (an absent column stays unknown)"
    get = lambda c: None if row.get(c) is Bad else row.get(c)
    blank = lambda c: row.get(c) is None
    # a blank in a required column refuses the row (14)
    for one_of in REQUIRED[kind]:
        if all(blank(c) for c in one_of):
            faults.append((header.get(one_of[0], one_of[0]), "required-blank"))
    if kind == "etp":
        if get("mois") is not None and get("mois") != file.month:          # "must be the file's month"
            faults.append((header["mois"], "other-month"))
        if get("date_debut") and get("date_fin") and get("date_fin") < get("date_debut"):
            faults.append((header["date_fin"], "end-before-start"))
        if blank("commune"):
            row["commune"] = association.commune                            # "(default: the association's)"
    if kind == "beneficiaires":
        if get("date_entree") and get("date_sortie") and get("date_sortie") < get("date_entree"):
            faults.append((header["date_sortie"], "end-before-start"))
        if not blank("date_sortie") and blank("sortie"):                    # "with `date_sortie`" (15)
            faults.append((header.get("sortie", "sortie"), "required-blank"))
        if not blank("sortie") and blank("date_sortie"):                    # "`sortie` without `date_sortie` …: refused"
            faults.append((header["sortie"], "exit-without-date"))
        birth, entry = get("naissance"), get("date_entree")
        if birth and entry and (birth > entry.year if isinstance(birth, int) else birth > entry):
            faults.append((header["naissance"], "birth-after-entry"))
    if kind == "reunions":
        if get("date") and month_of(get("date")) != file.month:             # "its month must be the file's"
            faults.append((header["date"], "other-month"))
        if get("instance") in programme.axis_required and blank("axe"):
            faults.append((header.get("axe", "axe"), "required-blank"))
        if blank("etat"):
            row["etat"] = "tenue"
    return row, faults


def read_file(file, association, programme):
    kind = file.kind
    names = {}
    for column, (_, aliases) in COLUMNS[kind].items():
        for word in [column] + aliases + list((association.columns.get(kind) or {}).get(column) or []):
            names.setdefault(normal(word), column)
    try:
        with open(file.path, "rb") as handle:
            text = decode(handle.read(), association.encoding)
        line, columns, headers, records = read_table(text, names, kind)
    except Refusal as refusal:
        file.findings.append((refusal.line, refusal.column, refusal.cause))
        return
    # "A last non-blank row whose first non-empty cell starts with `total`, and whose key columns
    # are otherwise empty, is skipped with a note." (before the width is looked at) (10)
    if records:
        fields = records[-1][1]
        filled = [n for n, f in enumerate(fields) if trim(f)]
        if filled and normal(fields[filled[0]]).startswith("total"):
            key_fields = [n for n, c in enumerate(columns) if c in KEYS[kind] and n != filled[0]]
            if all(n >= len(fields) or trim(fields[n]) == "" for n in key_fields):
                records = records[:-1]
    valid, refused = [], []
    for at, fields in records:
        # "A row with more or fewer fields than the header is refused (trailing empty fields beyond
        # the header are allowed …)"
        if len(fields) < len(columns) or any(trim(f) for f in fields[len(columns):]):
            refused.append((at, [("", "width")]))
            continue
        row, faults = read_row(file, association, programme, columns, headers, fields)
        if faults:
            refused.append((at, faults))
        else:
            valid.append((at, row))
    # "Order: values; then rows that disagree among the rows with valid values; then duplicates
    # (the first valid row has the key; a refused row claims nothing)."
    if kind == "etp":
        states = {}
        for at, row in valid:
            states.setdefault(row["poste_id"], set()).add(row["statut"])
        header = headers[columns.index("statut")]
        refused += [(at, [(header, "disagreement")]) for at, row in valid if len(states[row["poste_id"]]) > 1]
        valid = [(at, row) for at, row in valid if len(states[row["poste_id"]]) == 1]
    if kind in ("etp", "beneficiaires"):
        seen, kept = set(), []
        for at, row in valid:
            key = tuple(row[c] for c in KEYS[kind])
            if key in seen:
                refused.append((at, [("", "duplicate")]))
            else:
                seen.add(key)
                kept.append((at, row))
        valid = kept
    for at, faults in sorted(refused, key=lambda r: r[0]):
        for column, cause in faults:
            file.findings.append((at, column, cause))
    file.refused = len(refused)
    # "A file with strictly more than `max_rejected_share` of refused rows, over all rows but empty
    # and total ones, is refused whole."
    if records and Fraction(len(refused), len(records)) > programme.max_rejected_share:
        file.findings.append((0, "", "too-many-refused"))
        return
    file.accepted = True
    for at, row in valid:
        row["month"] = file.month
        file.rows.append(row)


def read_exports(programme, month):
    """{(association, kind, month): File}, other findings"""
    files, findings = {}, []
    root = os.path.join(programme.inputs, "exports")
    for folder in sorted(os.listdir(root)) if os.path.isdir(root) else []:
        path = os.path.join(root, folder)
        if folder.startswith("."):
            continue
        if not os.path.isdir(path):
            findings.append((folder, 0, "", "unexpected-file"))
            continue
        if folder not in programme.associations:
            findings.append((folder, 0, "", "unknown-folder"))
            continue
        association = programme.associations[folder]
        found = {}
        for name in sorted(os.listdir(path)):
            # "Ignored: hidden files, `~$…`, names ending in `~`, `.part`, `.filepart`, `.tmp`."
            if name.startswith(".") or name.startswith("~$") or name.endswith(("~", ".part", ".filepart", ".tmp")):
                continue
            plain = "".join(c for c in unicodedata.normalize("NFKD", name)
                            if not unicodedata.category(c).startswith("M")).lower()
            m = re.fullmatch(r"(etp|beneficiaires|reunions)-([0-9]{4})-(0[1-9]|1[0-2])\.csv", plain)
            if not m:
                findings.append((folder + "/" + name, 0, "", "unexpected-file"))
                continue
            found.setdefault((m[1], int(m[2]) * 12 + int(m[3]) - 1), []).append(name)
        for (kind, at), names in sorted(found.items()):
            # "A file of a month outside the association's membership, or before the programme's start,
            # is a finding `not-member` and is not read; files later than M are not read."
            if at > month:
                continue
            if not association.member(at):
                for name in names:
                    findings.append((folder + "/" + name, 0, "", "not-member"))
                continue
            file = File(os.path.join(path, names[0]), folder, kind, at)
            files[folder, kind, at] = file
            if len(names) > 1:       # "are both refused with one finding"
                file.findings.append((0, "", "two-files"))
            else:
                read_file(file, association, programme)
            findings += [(folder + "/" + names[0], line, column, cause) for line, column, cause in file.findings]
    return files, findings


# ---------------------------------------------------------------- figures

class Figure:
    def __init__(self, value=None, numerator=None, denominator=None, status="A", reason="", contributes=False):
        self.value, self.numerator, self.denominator = value, numerator, denominator
        self.status, self.reason, self.contributes = status, reason, contributes


def missing(reason, contributes=False, numerator=None, denominator=None):
    return Figure(None, numerator, denominator, "M", reason, contributes)


class Context:
    """Where a figure stands: its period, its horizon, its cell, and conditions of its parents."""

    def __init__(self, months, horizon, cell, conditions=(), any_file=False):
        self.months, self.horizon, self.cell = months, horizon, cell
        self.conditions = list(conditions)       # [(sign, field, test)]
        self.any_file = any_file                 # n of a reference_share: aucun-fichier is judged by its parent

    def with_(self, conditions):
        return Context(self.months, self.horizon, self.cell, self.conditions + conditions, self.any_file)


DIMENSIONS = ["axe", "association", "commune", "instance", "dispositif", "sexe"]
HORIZONS = ["mois", "annee", "programme"]


class Engine:
    def __init__(self, programme, files, month):
        self.p, self.files, self.month = programme, files, month
        self.programme_months = list(range(programme.start, month + 1))
        january = month // 12 * 12
        self.periods = {
            "mois": [month],                                           # "`mois` (the month)"
            "annee": list(range(max(january, programme.start), month + 1)),   # "January, not before the programme's start, to the month"
            "programme": self.programme_months,                        # "start to the month"
        }
        self.etp_rows = [r for f in files.values() if f.kind == "etp" and f.accepted for r in f.rows]
        # "A job has one status per month"
        self.job_months = {}       # job -> {month: status}
        for r in self.etp_rows:
            self.job_months.setdefault(self.job(r), {})[r["month"]] = r["statut"]

    # -------- files

    def accepted(self, association, kind, month):
        f = self.files.get((association, kind, month))
        return f is not None and f.accepted

    def associations_of(self, cell):
        # "Only the dimension `association` narrows whose files."
        return [cell["association"]] if "association" in cell else list(self.p.associations)

    def cut(self, association, months):
        # "the period of its figures is the period, cut to its membership"
        return [m for m in months if self.p.associations[association].member(m)]

    def register(self, association):
        # "each association's newest *accepted* export not later than M (nor than its `member_until`)"
        for m in reversed(self.cut(association, self.programme_months)):
            if self.accepted(association, "beneficiaires", m):
                return self.files[association, "beneficiaires", m]
        return None

    def provisional(self, kind, associations, months):
        # "a file that it reads is owed and not accepted, or accepted with refused rows"
        for a in associations:
            for m in self.cut(a, months):
                if (a, kind, m) in self.p.waived:       # "the figures that read it are A again"
                    continue
                f = self.files.get((a, kind, m))
                if f is not None and f.accepted:
                    if f.refused:
                        return True
                elif kind in self.p.associations[a].owes:
                    return True
        return False

    def provisional_register(self, associations, months):
        # "for the register: the export of the last month of (period ∩ membership) is not accepted,
        # or the register used has refused rows"
        kind = "beneficiaires"
        for a in associations:
            mine = self.cut(a, months)
            if not mine:
                continue
            if kind in self.p.associations[a].owes and not self.accepted(a, kind, mine[-1]) \
                    and (a, kind, mine[-1]) not in self.p.waived:
                return True
            used = self.register(a)
            if used is not None and used.refused and (a, kind, used.month) not in self.p.waived:
                return True
        return False

    # -------- conditions

    @staticmethod
    def conditions(parameters):
        out = []
        for sign in ("where", "except"):
            given = (parameters.get(sign) or {}) if isinstance(parameters, dict) else {}
            for field, test in given.items():
                out.append((sign, field, test))
        if isinstance(parameters, dict) and parameters.get("within") == "territory":
            out.append(("where", "commune", "territory"))
        return out

    @staticmethod
    def column_of(field):
        return "naissance" if field == "age_entree" else field

    def value_of(self, row, field):
        if field == "age_entree":
            # "age in whole years at date_entree (a year alone: entry year − birth year)"
            birth, entry = row["naissance"], row["date_entree"]
            if birth is None:
                return None
            if isinstance(birth, int):
                return entry.year - birth
            return entry.year - birth.year - ((entry.month, entry.day) < (birth.month, birth.day))
        return row.get(field)

    def satisfies(self, row, field, test):
        value = self.value_of(row, field)
        if value is None:
            return False                    # "A blank never satisfies a condition"
        if test == "known":
            return True                     # "`known` asks for any value"
        if test == "territory":
            return value in self.p.communes   # "the job's commune is one of the territory's"
        if isinstance(test, list):
            if isinstance(value, bool):
                value = "oui" if value else "non"
            return str(value) in test
        if "below" in test and not value < Fraction(test["below"]):
            return False
        if "from" in test and not value >= Fraction(test["from"]):
            return False
        if "to" in test and not value <= Fraction(test["to"]):
            return False
        return True

    def keeps(self, row, conditions):
        # "`where` drops the row, `except` keeps it"
        for sign, field, test in conditions:
            if self.satisfies(row, field, test) != (sign == "where"):
                return False
        return True

    # -------- cells

    def in_cell(self, rows, cell, unit):
        rows = [r for r in rows if all(r.get(d) == m for d, m in cell.items() if d != "sexe")]
        if "sexe" not in cell:
            return rows
        if cell["sexe"] != "inconnu":
            return [r for r in rows if r["sexe"] == cell["sexe"]]     # "contradictory rows count in each"
        # "`inconnu` (no row of the unit in the cell gives it"
        given = {unit(r) for r in rows if r["sexe"] is not None}
        return [r for r in rows if unit(r) not in given]

    def select(self, candidates, context, conditions, unit, kind, summed=None):
        """(rows kept, non-renseigne?)"""
        kept = self.in_cell([r for r in candidates if self.keeps(r, conditions)], context.cell, unit)
        # "the measure sums, or puts a condition on, an optional column, and rows stand in the cell that
        # meet its other conditions, but none has that column filled"
        asked = {self.column_of(f) for _, f, _ in conditions} | ({summed} if summed else set())
        for column in asked & OPTIONAL[kind]:
            others = [c for c in conditions if self.column_of(c[1]) != column]
            rows = self.in_cell([r for r in candidates if self.keeps(r, others)], context.cell, unit)
            if rows and all(r[column] is None for r in rows):
                return kept, True
        return kept, False

    # -------- units

    @staticmethod
    def job(r):
        return (r["association"], r["poste_id"])       # "a *job* is (association, poste_id)"

    @staticmethod
    def person(r):
        # "A person is `cle_personne` if given, else (association, beneficiaire_id)."
        return ("key", r["cle_personne"]) if r["cle_personne"] else ("id", r["association"], r["beneficiaire_id"])

    # -------- measures

    def compute(self, measure, context):
        (name, parameters), = measure.items()
        if isinstance(parameters, dict):
            context = context.with_(self.conditions(parameters))
        return getattr(self, "measure_" + name)(parameters, context)

    def finish_etp(self, context, months_read, value, unfilled):
        """Status of a leaf over the monthly etp files."""
        whose = self.associations_of(context.cell)
        contributes = value != 0
        # "no accepted file among what it reads within the period"
        within = [m for m in months_read if m in context.months]
        if not context.any_file and not any(self.accepted(a, "etp", m) for a in whose for m in self.cut(a, within)):
            return missing("aucun-fichier", contributes)
        if unfilled:
            return missing("non-renseigne", contributes)
        status = "P" if self.provisional("etp", whose, months_read) else "A"
        return Figure(value, status=status, contributes=contributes)

    def first_months(self, status):
        """job -> its first month in the status, "over the whole programme"."""
        out = {}
        for job, months in self.job_months.items():
            own = [m for m, s in months.items() if s == status]
            if own:
                out[job] = min(own)
        return out

    def measure_count_first(self, q, context):
        # "distinct jobs whose *first* month in `status` lies in the period"; "`count_first` and
        # `count_ever` look at all rows of the job first (its first month in the status, over the whole
        # programme), then at the rows of that month with that status to say in which cells it counts"
        first = self.first_months(q["status"])
        if q.get("after"):
            # "only jobs that had that other status in an earlier month"; "strictly earlier than the
            # first month in `status`"
            first = {j: m for j, m in first.items()
                     if any(s == q["after"] and other < m for other, s in self.job_months[j].items())}
        candidates = [r for r in self.etp_rows
                      if r["statut"] == q["status"] and first.get(self.job(r)) == r["month"]
                      and r["month"] in context.months]
        rows, unfilled = self.select(candidates, context, context.conditions, self.job, "etp")
        return self.finish_etp(context, self.programme_months, Fraction(len({self.job(r) for r in rows})), unfilled)

    def measure_count_ever(self, q, context):
        # "distinct jobs ever in `status` up to the month, plus those in `or_now` in the month that never were"
        first = self.first_months(q["status"])
        candidates = [r for r in self.etp_rows
                      if r["statut"] == q["status"] and first.get(self.job(r)) == r["month"]]
        if q.get("or_now"):
            # "`or_now` at the rows of the month"
            candidates += [r for r in self.etp_rows if r["month"] == self.month and r["statut"] == q["or_now"]
                           and self.job(r) not in first]
        rows, unfilled = self.select(candidates, context, context.conditions, self.job, "etp")
        return self.finish_etp(context, self.programme_months, Fraction(len({self.job(r) for r in rows})), unfilled)

    def measure_count_stock(self, q, context):
        # "distinct jobs (`of: poste`) or employees (`of: salarie`) in a given state in the month";
        # "the month only"
        candidates = [r for r in self.etp_rows if r["month"] == self.month]
        unit = self.job
        if q["of"] == "salarie":
            unit = lambda r: (r["association"], r["salarie_id"])
            candidates = [r for r in candidates if r["salarie_id"] is not None]     # (31)
        rows, unfilled = self.select(candidates, context, context.conditions, unit, "etp")
        return self.finish_etp(context, [self.month], Fraction(len({unit(r) for r in rows})), unfilled)

    def decimal_of(self, row, q):
        if q["of"] == "heures":
            return row["heures"]
        hours = row["heures"]
        # "FTE of a row: `etp`, else `heures ÷ H × 12`"; etp_insertion: "`heures ÷ H × 12` when hours
        # are given, else `etp`"
        if hours is not None and (row["etp"] is None or q.get("prefer") == "heures"):
            return hours / self.p.full_time_hours(row["dispositif"], row["month"]) * 12
        return row["etp"]

    def sums(self, q, context):
        """{(association, month): sum}, non-renseigne?"""
        candidates = [r for r in self.etp_rows if r["month"] in context.months]
        unit = lambda r: id(r)
        rows, unfilled = self.select(candidates, context, context.conditions, unit, "etp",
                                     "heures" if q["of"] == "heures" else None)
        out = {}
        for r in rows:
            value = self.decimal_of(r, q)
            if value is not None:
                key = (r["association"], r["month"])
                out[key] = out.get(key, Fraction(0)) + value
        return out, unfilled

    def measure_sum_flow(self, q, context):
        sums, unfilled = self.sums(q, context)
        return self.finish_etp(context, context.months, sum(sums.values(), Fraction(0)), unfilled)

    def measure_sum_stock(self, q, context):
        sums, unfilled = self.sums(q, context)
        # "each association's mean is taken over the months it delivered, then the associations are added"
        total = Fraction(0)
        for a in self.p.associations:
            delivered = [m for m in self.cut(a, context.months) if self.accepted(a, "etp", m)]
            if delivered:
                total += sum((v for (whose, _), v in sums.items() if whose == a), Fraction(0)) / len(delivered)
        return self.finish_etp(context, context.months, total, unfilled)

    # ---- beneficiaires

    def register_rows(self, context):
        """(row, first day, last day of its association's cut period)"""
        out = []
        for a in self.associations_of(context.cell):
            mine, used = self.cut(a, context.months), self.register(a)
            if mine and used is not None:
                out += [(r, first_day(mine[0]), last_day(mine[-1])) for r in used.rows]
        return out

    def finish_register(self, context, value, unfilled):
        whose = [a for a in self.associations_of(context.cell) if self.cut(a, context.months)]
        if not any(self.register(a) is not None for a in whose):      # "for the register, none up to then"
            return missing("aucun-fichier")
        if unfilled:
            return missing("non-renseigne", value != 0)
        status = "P" if self.provisional_register(whose, context.months) else "A"
        return Figure(value, status=status, contributes=value != 0)

    def measure_count_persons(self, q, context):
        # "a path overlaps a period if it began by its end and had not ended before its start"
        candidates = [r for r, start, end in self.register_rows(context)
                      if r["date_entree"] <= end and (r["date_sortie"] is None or r["date_sortie"] >= start)]
        rows, unfilled = self.select(candidates, context, context.conditions, self.person, "beneficiaires")
        return self.finish_register(context, Fraction(len({self.person(r) for r in rows})), unfilled)

    def measure_count_paths(self, q, context):
        # "paths entering (`at: date_entree`) or leaving (`at: date_sortie`) in the period"
        candidates = [r for r, start, end in self.register_rows(context)
                      if r[q["at"]] is not None and start <= r[q["at"]] <= end]
        if q.get("minimum_stay") == "true":
            # "stay (days) ≥ minimum_stay_days"; "the stay is the difference in days"
            candidates = [r for r in candidates if r["date_sortie"] is not None
                          and (r["date_sortie"] - r["date_entree"]).days
                          >= self.p.minimum_stay_days.get(r["dispositif"], 0)]
        rows, unfilled = self.select(candidates, context, context.conditions, id, "beneficiaires")
        return self.finish_register(context, Fraction(len(rows)), unfilled)

    # ---- reunions

    def meetings(self, context):
        """The meetings held and tracked in the period, merged over the reports of the associations read."""
        merged = {}
        for a in self.associations_of(context.cell):
            for m in self.cut(a, context.months):
                if not self.accepted(a, "reunions", m):
                    continue
                for r in self.files[a, "reunions", m].rows:
                    # "absent: not tracked, so *nd*; meetings before it are not counted"
                    tracked = self.p.tracked_from.get(r["instance"])
                    if tracked is None or tracked > m:
                        continue
                    # "a meeting is (date, instance), with the axe where the instance requires it"
                    axis = r["axe"] if r["instance"] in self.p.axis_required else None
                    meeting = merged.setdefault((r["date"], r["instance"], axis), {
                        "date": r["date"], "month": m, "instance": r["instance"], "axe": axis,
                        "etat": "tenue",       # of those that are left: what is counted is held (36)
                        "held": False, "membres": None, "participants": None, "partenaires": None})
                    # "held if one says held"
                    meeting["held"] = meeting["held"] or r["etat"] == "tenue"
                    if r["membres"]:
                        # "A member present that is not a member that month is ignored with a warning (a list
                        # of none but such is no list)."
                        known = {x for x in r["membres"] if self.p.associations[x].member(m)}
                        if known:
                            meeting["membres"] = (meeting["membres"] or set()) | known    # "the union"
                    for column in ("participants", "partenaires"):      # "the largest value given"
                        if r[column] is not None:
                            meeting[column] = max(r[column], meeting[column] or 0)
        return [x for x in merged.values() if x["held"]]

    def untracked(self, context):
        # "instance not tracked by M; by axe: no tracked instance requires one"
        for i in self.p.instances:
            if self.p.tracked_from.get(i, 10 ** 9) > self.month:
                continue
            if context.cell.get("instance", i) != i:
                continue
            if "axe" in context.cell and i not in self.p.axis_required:
                continue
            if not self.keeps({"instance": i}, [c for c in context.conditions if c[1] == "instance"]):
                continue
            return False
        return True

    def finish_meetings(self, context, value, unfilled, numerator=None, denominator=None):
        whose = self.associations_of(context.cell)
        contributes = bool(numerator or denominator) if denominator is not None else value != 0
        if self.untracked(context):
            return missing("non-suivi")
        if not any(self.accepted(a, "reunions", m) for a in whose for m in self.cut(a, context.months)):
            return missing("aucun-fichier")
        if unfilled:
            return missing("non-renseigne", contributes)
        if denominator == 0:
            return missing("denominateur-nul", contributes, numerator, denominator)
        status = "P" if self.provisional("reunions", whose, context.months) else "A"
        return Figure(value, numerator, denominator, status, "", contributes)

    def selected_meetings(self, context, summed=None):
        cell = {d: m for d, m in context.cell.items() if d != "association"}
        return self.select(self.meetings(context), Context(context.months, context.horizon, cell),
                           context.conditions, id, "reunions", summed)

    def measure_count_meetings(self, q, context):
        rows, unfilled = self.selected_meetings(context)
        return self.finish_meetings(context, Fraction(len(rows)), unfilled)

    def measure_sum_meetings(self, q, context):
        rows, unfilled = self.selected_meetings(context, q["of"])
        value = sum((Fraction(r[q["of"]]) for r in rows if r[q["of"]] is not None), Fraction(0))
        return self.finish_meetings(context, value, unfilled)

    def measure_attendance(self, q, context):
        # "Σ members present ÷ (meetings with a member list × members on that day), %"
        rows, unfilled = self.selected_meetings(context, "membres")   # "attendance: meetings held, but no list known"
        listed = [r for r in rows if r["membres"] is not None]
        numerator = Fraction(sum(len(r["membres"]) for r in listed))
        denominator = Fraction(sum(len([a for a in self.p.associations.values() if a.member(r["month"])])
                                   for r in listed))
        value = numerator / denominator * 100 if denominator else None
        return self.finish_meetings(context, value, unfilled, numerator, denominator)

    # ---- reference

    def vintage(self, territory):
        # "at the newest vintage not later than the month's end; if all are later, the oldest"
        rows = [r for r in self.p.territories if r["territory"] == territory]
        past = [r for r in rows if r["as_of"] <= last_day(self.month)]
        if past:
            return max(past, key=lambda r: r["as_of"])
        return min(rows, key=lambda r: r["as_of"]) if rows else None

    @staticmethod
    def share(row):
        # "The share, if given, goes before ess_posts ÷ all_posts."
        if row["share"] is not None:
            return row["share"]
        if row["ess_posts"] is None or not row["all_posts"]:
            return None
        return row["ess_posts"] / row["all_posts"] * 100

    def measure_reference(self, q, context):
        row = self.vintage(q["territory"])
        used = [row]
        if row is None:
            return missing("reference-absente")
        if q["of"] == "share":
            value = self.share(row)
        elif q["of"] == "missing_posts":
            # "(`against` another territory: its share × all posts − ess posts)"
            against = self.vintage(q["against"])
            if against is None:
                return missing("reference-absente")
            used.append(against)
            share = self.share(against)
            value = None
            if share is not None and row["all_posts"] is not None and row["ess_posts"] is not None:
                value = share / 100 * row["all_posts"] - row["ess_posts"]
        else:
            value = row[q["of"]]
        if value is None:
            return missing("reference-absente")
        # "the figure rests on a reference number whose status is not official"
        return Figure(value, status="A" if all(r["status"] == "official" for r in used) else "E")

    def measure_reference_share(self, q, context):
        row = self.vintage(q["territory"])
        if row is None:
            return missing("reference-absente")
        # "n the net creation (`plus`, computed with `within`) over the months after the vintage's month;
        # 0 if there is none"
        after = [m for m in self.programme_months if m > month_of(row["as_of"])]
        n = Figure(Fraction(0))
        if after:
            n = self.part(q["plus"], Context(after, context.horizon, context.cell, context.conditions, True))
        contributes = n.contributes             # n is what is measured in it, whatever the reference numbers (45)
        if row["ess_posts"] is None or row["all_posts"] is None:
            return missing("reference-absente", contributes)
        kinds = self.kinds_of_part(q["plus"])
        whose = self.associations_of(context.cell)
        # "A `reference_share` reads every file from the start to M for its n."
        if not any(self.accepted(a, k, m) for a in whose for k in kinds for m in self.cut(a, context.months)):
            return missing("aucun-fichier", contributes)
        if n.status == "M":
            return missing(n.reason, contributes)
        numerator, denominator = row["ess_posts"] + n.value, row["all_posts"] + n.value
        if denominator == 0:
            return missing("denominateur-nul", contributes, numerator, denominator)
        late = any(self.provisional(k, whose, self.programme_months) for k in kinds)
        # "a `reference_share` is at best E"; "P goes before E"
        return Figure(numerator / denominator * 100, numerator, denominator, "P" if late else "E", "", contributes)

    # ---- delivery

    def measure_delivery(self, q, context):
        owed = accepted = 0
        for a in self.associations_of(context.cell):
            for m in self.cut(a, context.months):
                for kind in self.p.associations[a].owes:
                    owed += 1
                    # "A file that is not owed but delivered counts in figures, not in `completude`"
                    accepted += self.accepted(a, kind, m)
        numerator, denominator = Fraction(accepted), Fraction(owed)
        if owed == 0:
            return missing("denominateur-nul", False, numerator, denominator)
        return Figure(numerator / denominator * 100, numerator, denominator, "A", "", True)   # "`completude` is always A"

    # ---- composites

    def part(self, part, context):
        # "A **part** … is an id, a measure in place …, or `{baseline_of: id}`"; "Parts are computed at the
        # parent's horizon, cell and conditions, whether or not they have that breakdown themselves."
        if isinstance(part, str):
            entry = self.p.indicator[part]
            return self.compute(entry["measure"], context.with_(self.conditions(entry)))
        if "baseline_of" in part:
            return self.baseline(self.p.indicator[part["baseline_of"]], context)
        return self.compute(part, context)

    def baseline(self, entry, context):
        # "the baseline whose `at` is the cell (none: the total's), newest `as_of` not later than M, else the oldest" (33)
        given = entry.get("baseline") or []
        fit = []
        for b in given if isinstance(given, list) else [given]:
            at = dict(b.get("at") or {})
            if at.pop("horizon", context.horizon) == context.horizon and at == context.cell:
                fit.append((month_number(b["as_of"]) if b.get("as_of") else -1, Fraction(b["value"])))
        if not fit:
            return missing("reference-absente")
        past = [x for x in fit if x[0] <= self.month]
        return Figure((max(past, key=lambda x: x[0]) if past else min(fit, key=lambda x: x[0]))[1])

    @staticmethod
    def worst(parts):
        # "A ratio, difference or sum takes the worst of its parts (M, with the first one's reason, then P, E, A)."
        for status in "MPEA":
            for part in parts:
                if part.status == status:
                    return status, part.reason
        raise AssertionError

    def measure_ratio(self, q, context):
        of, over = self.part(q["of"], context), self.part(q["over"], context)
        status, reason = self.worst([of, over])
        contributes = of.contributes or over.contributes
        if status == "M":
            return missing(reason, contributes)
        if over.value == 0:
            return missing("denominateur-nul", contributes, of.value, over.value)   # "numerator and denominator are still printed"
        return Figure(of.value / over.value * Fraction(q.get("factor", "1")), of.value, over.value,
                      status, "", contributes)

    def combination(self, parts, context, sign):
        figures = [self.part(p, context) for p in parts]
        status, reason = self.worst(figures)
        contributes = any(f.contributes for f in figures)
        if status == "M":
            return missing(reason, contributes)
        # "the first minus all others"
        value = figures[0].value + sign * sum((f.value for f in figures[1:]), Fraction(0))
        return Figure(value, status=status, contributes=contributes)

    def measure_difference(self, q, context):
        return self.combination(q, context, -1)

    def measure_sum(self, q, context):
        return self.combination(q, context, 1)

    # -------- which cells

    def kinds_of_part(self, part):
        if isinstance(part, str):
            return self.kinds(self.p.indicator[part]["measure"])
        return set() if "baseline_of" in part else self.kinds(part)

    def kinds(self, measure):
        (name, q), = measure.items()
        if name == "reference":
            return set()
        if name == "delivery":
            return {"delivery"}
        if name == "reference_share":
            return self.kinds_of_part(q["plus"])
        if name == "ratio":
            return self.kinds_of_part(q["of"]) | self.kinds_of_part(q["over"])
        if name in ("difference", "sum"):
            return set().union(*[self.kinds_of_part(p) for p in q])
        return {q["kind"]}

    def members_of(self, dimension, kinds, months):
        """(members always shown, members shown only if they contribute)"""
        if dimension == "axe":
            return list(self.p.axes), []
        if dimension == "instance":
            return list(self.p.instances), []
        if dimension == "sexe":
            return ["f", "h", "x", "inconnu"], []
        if dimension == "dispositif":      # "the closed list of the kind"
            return SCHEMES + (["autre"] if "beneficiaires" in kinds else []), []
        if dimension == "commune":
            # "every commune of the territory, and any other that a row contributes to"
            seen = {r["commune"] for f in self.files.values() if f.kind in kinds and f.accepted for r in f.rows
                    if r.get("commune")}
            return list(self.p.communes), sorted(seen - set(self.p.communes))
        # "those that were members in the period and owe the kind, or have an accepted file of it in the
        # period and their membership (the register: up to then)"
        out = []
        for a, association in self.p.associations.items():
            mine = self.cut(a, months)
            if not mine:
                continue
            for kind in kinds:
                if kind == "delivery":
                    fits = bool(association.owes)
                else:
                    span = [m for m in self.cut(a, self.programme_months) if m <= mine[-1]] \
                        if kind == "beneficiaires" else mine
                    fits = kind in association.owes or any(self.accepted(a, kind, m) for m in span)
                if fits:
                    out.append(a)
                    break
        return out, []

    def figures(self, entry):
        kinds = self.kinds(entry["measure"])
        out = []
        for horizon in HORIZONS:
            if horizon not in entry["horizons"]:
                continue
            months = self.periods[horizon]
            cells = [({}, False)]
            for by in entry.get("by") or []:
                if isinstance(by, str):
                    always, elsewhere = self.members_of(by, kinds, months)
                    cells += [({by: m}, False) for m in always] + [({by: m}, True) for m in elsewhere]
                else:
                    first, second = [sum(self.members_of(d, kinds, months), []) for d in by]
                    # "For a pair, and for communes elsewhere: those with a contribution other than 0."
                    cells += [({by[0]: x, by[1]: y}, True) for x in first for y in second]
            for cell, only_if_contributing in cells:
                context = Context(months, horizon, cell, self.conditions(entry))
                figure = self.compute(entry["measure"], context)
                if only_if_contributing and not figure.contributes:
                    continue
                out.append((entry, horizon, cell, figure))
        return out


# ---------------------------------------------------------------- printing

def printed(value):
    # "exact where they are whole or decimal, else (and never more than) 6 decimals, rounded half away
    # from zero once, at printing, with no trailing zeros and no `-0`"
    if value is None:
        return ""
    value = half_away(value, 6)
    digits = "%07d" % abs(value * 10 ** 6)
    text = (digits[:-6] + "." + digits[-6:]).rstrip("0").rstrip(".")
    return ("-" if value < 0 else "") + text


def field(text):
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


def main():
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    inputs, month = arguments[0], month_number(arguments[1])
    try:
        programme = Programme(inputs)
        files, findings = read_exports(programme, month)
        if "--findings" in sys.argv:
            print("file,line,column,cause")
            for name, line, column, cause in findings:
                print(",".join(field(str(x)) for x in (name, line or "", trim(column), cause)))
            return 0
        engine = Engine(programme, files, month)
        rows = []
        for order, entry in enumerate(programme.catalogue):
            for _, horizon, cell, f in engine.figures(entry):
                dimensions = [cell.get(d, "") for d in DIMENSIONS]
                rows.append(((order, HORIZONS.index(horizon), dimensions), [
                    entry["id"], month_text(month), horizon, *dimensions, printed(f.value),
                    printed(f.numerator), printed(f.denominator), entry["unit"], f.status, f.reason]))
        print("indicator,month,horizon,axe,association,commune,instance,dispositif,sexe,"
              "value,numerator,denominator,unit,status,reason")
        for _, row in sorted(rows, key=lambda r: r[0]):
            print(",".join(field(x) for x in row))
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 78
    return 0


if __name__ == "__main__":
    sys.exit(main())
