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

ELSEWHERE = "ailleurs"      # "all of elsewhere is one member, `ailleurs`"
SCHEMES = ["aci", "ei", "ai", "etti", "eiti"]


def closed(*ids, **words):
    """normal form -> id: "Beside the codes themselves, in normal form, and no others (programme.yaml adds)"."""
    out = {normal(i): i for i in ids}
    for code, said in words.items():
        for word in said.split(", "):
            out[normal(word)] = code
    return out


SEX = closed("f", "h", "x", f="femme, féminin, mme, madame, mlle, 2", h="homme, masculin, m, mr, monsieur, 1")
CONTRACT = closed(
    "cdi", "cdd", "cddi", "pec", "apprentissage", "interim", "autre",
    cdi="contrat à durée indéterminée", cdd="contrat à durée déterminée",
    cddi="contrat à durée déterminée d'insertion, cdd d'insertion", pec="cui, cui-cae, parcours emploi compétences",
    apprentissage="contrat d'apprentissage, apprenti", interim="intérim, intérimaire, ctt")
STATE = closed(
    "existant", "cree", "en_cours", "consolide", "supprime",
    existant="existant, existante", cree="créé, créée", en_cours="en cours, en cours de création, en création",
    consolide="consolidé, consolidée", supprime="supprimé, supprimée")
SCHEME_WORDS = dict(
    aci="aci_dc, atelier et chantier d'insertion, ateliers et chantiers d'insertion",
    ei="ei_dc, entreprise d'insertion", ai="ai_dc, association intermédiaire",
    etti="etti_dc, entreprise de travail temporaire d'insertion",
    eiti="eiti_dc, entreprise d'insertion par le travail indépendant")
EXIT = closed(
    "durable", "transition", "positive", "autre", "retrait",
    durable="emploi durable, sortie durable", transition="emploi de transition",
    positive="sortie positive, sorties positives", autre="autre sortie, autres sorties",
    retrait="retrait des sorties constatées")
HELD = closed("tenue", "planifiee", "annulee", tenue="tenu, tenue", planifiee="planifié, planifiée, prévu, prévue",
              annulee="annulé, annulée")

# column: (type, aliases)
COLUMNS = {
    "etp": {
        "mois": ("month", ["période", "mois de paie"]),
        # "(never `poste` alone: …)"
        "poste_id": ("identifier", ["id poste", "n° poste", "numéro de poste", "code poste"]),
        "salarie_id": ("identifier", ["salarié", "matricule", "id salarié"]),
        "axe": ("axe", ["axe ptce", "thématique"]),
        "commune": ("commune", ["code commune", "lieu de travail"]),
        "contrat": (CONTRACT, ["type de contrat"]),
        "statut": (STATE, ["statut de l'emploi", "situation"]),
        "etp": ("fte", ["équivalent temps plein", "quotité"]),
        "heures": ("hours", ["heures payées", "nb heures"]),
        "dispositif": (closed(*SCHEMES, **SCHEME_WORDS), ["structure", "type siae"]),
        "sexe": (SEX, ["genre"]),
        "date_debut": ("date", ["date d'embauche", "entrée"]),
        "date_fin": ("date", ["fin de contrat", "sortie"]),
    },
    "beneficiaires": {
        "beneficiaire_id": ("identifier", ["bénéficiaire", "id bénéficiaire", "n° dossier"]),
        "cle_personne": ("identifier", ["clé commune"]),
        "dispositif": (closed(*SCHEMES, "autre", **SCHEME_WORDS), ["structure", "type siae"]),
        "axe": ("axe", []),
        "date_entree": ("date", ["entrée", "début de parcours"]),
        "date_sortie": ("date", ["sortie le", "fin de parcours"]),
        "sortie": (EXIT, ["motif de sortie", "type de sortie"]),
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
        "etat": (HELD, ["statut"]),
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
# "*required: yes*", without a condition (`etp`, `heures`, `sortie` and the meetings' `axe` have one)
ALWAYS = {"etp": {"mois", "poste_id", "axe", "contrat", "statut"},
          "beneficiaires": {"beneficiaire_id", "dispositif", "axe", "date_entree"}, "reunions": {"date", "instance"}}
# "Key: (association, mois, poste_id, salarie_id, contrat, date_debut), so that a contract that changes within the
# month stands in two rows"; meetings have none, and are the same by date, instance and axe
KEYS = {"etp": ["mois", "poste_id", "salarie_id", "contrat", "date_debut"],
        "beneficiaires": ["beneficiaire_id", "date_entree"], "reunions": ["date", "instance", "axe"]}
DATES = {"etp": ["date_debut", "date_fin"], "beneficiaires": ["date_entree", "date_sortie", "naissance"],
         "reunions": ["date"]}
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


def own_words(entry):
    """column -> {normal form: code}, from `words: {contrat: {cddi: ["CDD insertion"]}}`"""
    return {column: {normal(word): code for code, said in (by_code or {}).items() for word in said}
            for column, by_code in (entry.get("words") or {}).items()}


def as_list(value):
    return value if isinstance(value, list) else [value]


class Association:
    def __init__(self, entry, start):
        self.id = entry["id"]
        self.commune = entry.get("commune")
        self.first = max(start, month_number(entry["member_from"])) if entry.get("member_from") else start
        self.last = month_number(entry["member_until"]) if entry.get("member_until") else 10 ** 9
        self.owes = list(entry.get("owes") or [])
        self.encoding = entry.get("encoding")
        self.words = own_words(entry)
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
        self.words = own_words(y)
        for a in self.associations.values():
            # "all of elsewhere is one member, `ailleurs`": an association's own commune, too
            if a.commune is not None and a.commune not in self.communes:
                a.commune = ELSEWHERE
        rules = y.get("rules") or {}
        self.max_rejected_share = Fraction(rules.get("max_rejected_share", "0.20"))
        self.minimum_stay_days = {k: int(v) for k, v in (rules.get("minimum_stay_days") or {}).items()}
        self.waived = set()
        acknowledged = os.path.join(inputs, "acknowledged.yaml")
        if os.path.exists(acknowledged):
            for w in (load_yaml(acknowledged) or {}).get("waived") or []:
                # "(`month`, or `from` and `until`; `association` and `kind` may be lists)"
                low = month_number(w["month"] if "month" in w else w["from"])
                high = month_number(w["month"] if "month" in w else w["until"])
                for a in as_list(w["association"]):
                    for kind in as_list(w["kind"]):
                        self.waived.update((a, kind, m) for m in range(low, high + 1))
        self.hours = []      # (scheme, valid_from, annual_hours)
        for r in reference(inputs, "full-time-hours.csv", "scheme valid_from annual_hours kind source"):
            self.hours.append((r["scheme"], r["valid_from"], r["annual_hours"]))
        self.territories = reference(inputs, "territory.csv",
                                     "territory as_of ess_posts all_posts share source status")
        seen = set()
        for r in self.territories:
            # "Two lines for one territory and date, a share that contradicts its posts by more than 0.1 point, ess_posts
            # above all_posts, a territory of a measure without a line: errors."
            ess, everything, share = r["ess_posts"], r["all_posts"], r["share"]
            if (r["territory"], r["as_of"]) in seen:
                raise ConfigurationError("territory.csv: two lines of one date")
            seen.add((r["territory"], r["as_of"]))
            if ess is not None and everything is not None:
                if ess > everything:
                    raise ConfigurationError("territory.csv: ess_posts above all_posts")
                if share is not None and everything and abs(share - ess / everything * 100) > Fraction(1, 10):
                    raise ConfigurationError("territory.csv: the share contradicts the posts")
        self.catalogue = load_yaml(os.path.join(inputs, "indicators.yaml"))["indicators"]
        self.indicator = {e["id"]: e for e in self.catalogue}
        for asked in territories_of([e["measure"] for e in self.catalogue]):
            if not any(r["territory"] == asked for r in self.territories):
                raise ConfigurationError("territory.csv: no line for " + asked)

    def full_time_hours(self, scheme, month):
        # "H is the newest `valid_from` not later than the month's last day; a scheme without
        # H is a configuration error"; "(`permanent` if no scheme)"
        scheme = scheme or "permanent"
        fit = [(v, h) for s, v, h in self.hours if s == scheme and v <= last_day(month)]
        if not fit:
            raise ConfigurationError("no full-time hours for " + scheme)
        return max(fit)[1]


def territories_of(measure):
    """Every territory that a measure or a part of it names."""
    if isinstance(measure, list):
        return set().union(*[territories_of(x) for x in measure])
    if not isinstance(measure, dict):
        return set()
    named = {v for k, v in measure.items() if k in ("territory", "against") and isinstance(v, str)}
    return named.union(*[territories_of(v) for v in measure.values()])


def reference(inputs, name, columns):
    """"These tables are read in any dialect that an export may have (separator, decimal comma, encoding)." """
    columns = columns.split()
    with open(os.path.join(inputs, "reference", name), "rb") as handle:
        data = handle.read()
    try:
        read = read_table(decode(data, None), {}, {normal(c): c for c in columns}, [(c,) for c in columns])
        out = []
        for _, _, fields in read.rows:
            cells = {c: trim(fields[n]) if n < len(fields) else "" for n, c in enumerate(read.columns) if c}
            row = dict(cells)
            for c, text in cells.items():
                if c in ("as_of", "valid_from"):
                    row[c] = parse_date(text)
                elif c in ("ess_posts", "all_posts", "share", "annual_hours"):
                    row[c] = parse_decimal(text, False) if text else None
                elif c == "status":
                    row[c] = normal(text)
            out.append(row)
    except (Refusal, Bad) as error:
        raise ConfigurationError("%s: %s" % (name, error))
    return out


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


# "A file that begins as a workbook, a PDF, a web page or a ZIP does is refused as what it is (`not-csv`)." (51)
BINARY = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF")
PAGES = ("<!doctype html", "<html", "<?xml")


def decode(data, declared):
    if data.startswith(BINARY):
        raise Refusal(0, "not-csv")
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
                # decoded strictly, with a note"; "also `macintosh` (or `macroman`), `cp850`, `iso-8859-1`, `iso-8859-15`"
                text = data.decode(declared or "cp1252")
    except UnicodeDecodeError:
        raise Refusal(0, "undefined-bytes")
    if text.lstrip(" \t\r\n").lower().startswith(PAGES):
        raise Refusal(0, "not-csv")
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


def is_formula(lines, i, at, delimiter):
    """Whether `="` at column `at` of line i opens an unquoted `="…"` field.

    "unquoted from `="` to the next single `"` (`""` is one; delimiters and line ends may stand inside; delimiter,
    line end, space or tab must follow)"
    """
    at += 2
    while i < len(lines):
        content = lines[i][0]
        while at < len(content):
            if content[at] == '"':
                if content[at + 1:at + 2] != '"':
                    return at + 1 == len(content) or content[at + 1] in (delimiter, " ", "\t")
                at += 1
            at += 1
        i, at = i + 1, 0
    return False


# "or the same quoted as a whole"
QUOTED_FORMULA = re.compile('="((?:[^"]|"")*)"')


def read_record(lines, i, delimiter):
    """One row from physical line i (0-based): fields, index of the line after it.

    "Quoting is RFC 4180, read with libcsv in strict mode": this is libcsv 3.0.3's state machine.
    Unquoted fields lose leading and trailing spaces and tabs; so does what stands around quotes.
    "A field that is wholly `="…"` is its text": of an unquoted one the machine sees the quoted text, without the `=`.
    """
    fields, entry, quoted, spaces, formula = [], [], False, 0, False
    state = "not-begun"

    def submit(cut):
        nonlocal entry, quoted, spaces, state, formula
        if cut:
            del entry[len(entry) - cut:]
        text = "".join(entry)
        whole = QUOTED_FORMULA.fullmatch(trim(text)) if quoted and not formula else None
        fields.append(whole[1].replace('""', '"') if whole else text)
        entry, quoted, spaces, formula, state = [], False, 0, False, "not-begun"

    while i < len(lines):
        content, end = lines[i]
        for at, c in enumerate(content):
            space = c in " \t" and c != delimiter
            if state == "not-begun":
                if space:
                    continue
                if c == delimiter:
                    submit(0)
                elif c == '"':
                    state, quoted = "begun", True
                elif c == "=" and content[at + 1:at + 2] == '"' and not formula and is_formula(lines, i, at, delimiter):
                    formula = True
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
    # An odd quote opens a field that begins with a line break: that is no blank line.
    return all(c in delimiters or c == '"' or c in SPACES for c in content) and content.count('"') % 2 == 0


class Table:
    """columns and headers: up to the last non-empty header (N); width: the header record as written (W);
    rows: [(line, spreadsheet row, fields)] of what is not blank; titles: the physical lines that stood above."""


def name_columns(fields, own, names):
    # "Where programme.yaml names headers for a column of the association and the file has one, no other is taken for
    # that column, and that header for no other column"
    written = [normal(f) for f in fields]
    settled = {own[w] for w in written if w in own}
    columns = []
    for w in written:
        column = own.get(w) or names.get(w)
        columns.append(None if column in settled and w not in own else column)
    return columns


def read_table(text, own, names, required):
    lines = physical_lines(text)
    delimiters, start = [";", ",", "\t", "|"], 0
    # "A first line `sep=;` is obeyed, and then no other delimiter is tried."
    if lines and re.fullmatch("sep=.", lines[0][0], re.IGNORECASE):
        delimiters, start = [lines[0][0][4]], 1
    out, best = Table(), (-1, 1, [])
    out.titles, out.rows, out.header_row = [], [], None
    for i in range(start, len(lines)):
        if is_empty_line(lines[i][0], ";,\t|"):
            continue
        # "the one under which a line holds all required headers"
        for delimiter in delimiters:
            try:
                fields, after = read_record(lines, i, delimiter)
            except Refusal:
                continue          # "without being parsed for quotes"
            columns = name_columns(fields, own, names)
            missing = [r for r in required if not any(c in columns for c in r)]
            if len(required) - len(missing) > best[0]:
                best = (len(required) - len(missing), i + 1, missing)
            if not missing:
                # "records, title and blank lines counted, a `sep=` line not"
                out.header_row = i + 1 - start
                break
        if out.header_row:
            break
        out.titles.append(lines[i][0])
        if len(out.titles) > 10:           # "Up to 10 non-blank title lines above the header are skipped"
            break
    if not out.header_row:
        raise Refusal(best[1], "missing-column", " ".join("/".join(r) for r in best[2]))
    # "a column of the contract that stands twice refuses the file"
    for c in columns:
        if c and columns.count(c) > 1:
            raise Refusal(i + 1, "column-twice", c)
    # "let W be the fields of the header record as written, N those up to its last non-empty one"
    out.width = len(fields)
    while fields and trim(fields[-1]) == "":
        fields.pop()
        columns.pop()
    out.line, out.columns, out.headers = i + 1, columns, fields
    i, row = after, out.header_row
    while i < len(lines):
        row += 1
        if is_empty_line(lines[i][0], delimiter):
            i += 1
            continue
        at = i
        record, i = read_record(lines, i, delimiter)
        # a row all of whose cells are blank (="" is) is blank (54)
        if any(trim(f) for f in record):
            out.rows.append((at + 1, row, record))       # "A row's line is the physical line where it begins"
    out.last_row = row
    out.ends = text.endswith(("\n", "\r"))
    return out


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


GAP = "[\u0020\u00a0\u202f\u2009]*"


def parse_hours(text):
    # "(`heures` also in sixtieths: `151:40`, `151:40:00`, `151h40`, `151 h 40`, `121h`, minutes and seconds of two digits
    # below 60, rounded once to the ten-thousandth; and with `h` or `heures` behind)" (57)
    m = re.fullmatch("([-\u2212]?)" + GROUPED.pattern + ":([0-9]{2})(?::([0-9]{2}))?", text) \
        or re.fullmatch("([-\u2212]?)" + GROUPED.pattern + GAP + "[hH]" + GAP + "([0-9]{2})()", text)
    if m:
        minutes, seconds = int(m[3]), int(m[4] or 0)
        if minutes > 59 or seconds > 59:
            raise Bad("not-hours")
        value = int(re.sub("[^0-9]", "", m[2])) + Fraction(minutes, 60) + Fraction(seconds, 3600)
        return half_away(-value if m[1] else value, 4)
    m = re.fullmatch("(.*?)" + GAP + "(?:h|heures?)", text, re.IGNORECASE | re.DOTALL)
    return parse_decimal(m[1] if m else text, False)


def parse_integer(text):
    # "digits, grouped as above; one or two zeros may follow a separator (`19,0`)"
    m = re.fullmatch(GROUPED.pattern + "(?:[.,]0{1,2})?", text)
    if not m:
        raise Bad("not-an-integer")
    return int(re.sub("[^0-9]", "", m[1]))


def two_digit_year(text):
    return int(text) + (2000 if int(text) <= 79 else 1900)     # "00–79 is 20xx, 80–99 is 19xx"


# "A time of day behind it (space or `T`, `hh:mm` with hh 00–23, seconds, fraction, `Z` or offset) is dropped" (56)
TIME = "[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
EARLIEST, LATEST = datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)
# what month first is looked for in (59)
DAY_FIRST = re.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2(?:[0-9]{4}|[0-9]{2})(?:" + TIME + ")?")


def parse_date(text, birth=False):
    timed = re.fullmatch("(.*?)" + TIME, text, re.DOTALL)
    if timed:
        text = timed[1]
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


YES_NO = {**{w: True for w in "oui,o,vrai,true,yes,1,x,oui m,oui nm".split(",")},
          **{w: False for w in "non n faux false no 0".split()}}

# "a sign or word for unknown is blank"
SIGNS = {"-", "\u2013", "/", "?"}
UNKNOWN = set("nc,n c,nr,na,n a,ns,neant,inconnu,inconnue,non renseigne,non renseignee,non communique,non communiquee,"
              "sans objet".split(","))
# "In scientific notation (`1,85E+12`; the sign stands)" (58)
SCIENTIFIC = re.compile("[-\u2212]?[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]+")


def parse_code(code, programme):
    """What a commune's code alone stands for."""
    if code in programme.communes:
        return code
    # "a postal code of exactly one of them (with a note; it goes before an INSEE code of elsewhere); one of several: refused"
    if code in programme.postal:
        if len(programme.postal[code]) > 1:
            raise Bad("postal-code-of-several")
        return programme.postal[code][0]
    return ELSEWHERE      # "Any other code of 5 characters (digits, 2A, 2B) is elsewhere"


def commune_code(text):
    if re.fullmatch("[0-9]{4}", text):
        return "0" + text                                        # "a 4-digit code gets its leading 0"
    return text.upper() if re.fullmatch("[0-9]{5}|2[ABab][0-9]{3}", text) else None


def parse_commune(text, programme):
    if commune_code(text):
        return parse_code(commune_code(text), programme)
    # "and so are the words `ailleurs` and `hors territoire`"
    if normal(text) in ("ailleurs", "hors territoire"):
        return ELSEWHERE
    # `code name` or `name code` (60)
    words = [w for w in re.split("[" + SPACES + "\u2009]+", text) if w]
    bare = lambda w: commune_code(w[1:-1] if w.startswith("(") and w.endswith(")") else w)
    code, name = None, text
    if len(words) > 1 and bare(words[0]):
        code, name = bare(words[0]), " ".join(words[1:])
    elif len(words) > 1 and bare(words[-1]):
        code, name = bare(words[-1]), " ".join(words[:-1])
    office = re.fullmatch("(.*?) ?cedex(?: [0-9]+)?", normal(name))
    found = programme.commune_names.get(office[1] if office else normal(name))
    if code is None:
        if found is None:
            raise Bad("unknown-commune")      # "A name that the territory does not have is refused"
        return found
    if office:
        # "with a code and CEDEX the name alone decides, and a name that is not the territory's is elsewhere"
        return found or ELSEWHERE
    # "`62110 Hénin-Beaumont` is the commune that both say; both of elsewhere: elsewhere; if they disagree: refused"
    stands_for = {code} & set(programme.communes) | set(programme.postal.get(code, []))
    if found is None and not stands_for:
        return ELSEWHERE
    if found in stands_for:
        return found
    raise Bad("code-and-name-disagree")


def parse_value(kind_of_value, text, programme, month):
    if isinstance(kind_of_value, dict):
        if normal(text) not in kind_of_value:
            raise Bad("unknown-code")
        return kind_of_value[normal(text)]
    if kind_of_value == "identifier":
        if SCIENTIFIC.fullmatch(text):
            raise Bad("scientific-notation")
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
        value = parse_hours(text)
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
        # "separated by `|` `,` `;` `/` or a line break"
        for item in re.split("[|,;/\r\n]", text):
            if trim(item) == "":
                continue
            if normal(item) == "tous":                           # "`tous` is every member of that month"
                out |= {a.id for a in programme.associations.values() if a.member(month)}
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
        self.accepted, self.rows = False, []
        self.data, self.text, self.table, self.records = b"", None, None, []
        self.refusal = []         # [(line, column, cause)] of the whole file
        self.faults = {}          # line of a refused row -> [(column, cause)]

    @property
    def refused(self):
        return len(self.faults)

    @property
    def findings(self):
        return self.refusal + [(at, column, cause) for at in sorted(self.faults) for column, cause in self.faults[at]]

    def refuse(self, cause, line=0, column=""):
        self.refusal.append((line, column, cause))


def read_cell(column, cell, kind, association, programme, month):
    """("empty", None), ("unknown", None) or ("value", value); raises Bad."""
    text = trim(cell)
    if not text:
        return "empty", None
    of_type = COLUMNS[kind][column][0]
    # "own `words` go before"; "programme.yaml adds more, for all (at the top) or for one association (in its entry; it goes
    # first), closed lists only"
    if isinstance(of_type, dict):
        for own in (association.words, programme.words):
            code = own.get(column, {}).get(normal(text))
            if code in of_type.values():
                return "value", code
    word = normal(text) in UNKNOWN
    if of_type == "identifier" or (kind, column) == ("etp", "commune"):
        # "In identifiers (required ones too) and in the `commune` of `etp` the signs alone are blank; a word there refuses
        # the row (`unknown-word`)."
        if text in SIGNS:
            return "unknown", None
        if word:
            raise Bad("unknown-word")
    elif column not in ALWAYS[kind] and (text in SIGNS or word):
        # "In a column that is not *required: yes* a sign or word for unknown is blank" (55)
        return "unknown", None
    value = parse_value(of_type, text, programme, month)
    if of_type == "date" and not EARLIEST <= value <= LATEST:
        # "From 1950-01-01 to 2099-12-31, `naissance` aside; beyond: unknown with a warning where the column is not
        # required (an exit beyond is no exit), else refused"
        if column in ALWAYS[kind]:
            raise Bad("beyond")
        return "beyond", None
    return ("empty", None) if value is None else ("value", value)


def years_between(birth, day):
    """Whole years; a year alone: the difference of the years."""
    if isinstance(birth, int):
        return day.year - birth
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def read_row(file, association, programme, columns, headers, fields):
    """(row, faults)"""
    kind, faults, no_exit = file.kind, [], False
    row = {"association": association.id}
    cells = {c: fields[n] for n, c in enumerate(columns) if c}
    header = {c: headers[n] for n, c in enumerate(columns) if c}
    for column, (of_type, _) in COLUMNS[kind].items():
        row[column] = None
        try:
            how, row[column] = read_cell(column, cells.get(column, ""), kind, association, programme, file.month)
        except Bad as bad:
            faults.append((header[column], str(bad)))
            how, row[column] = "value", Bad                       # unreadable
        if how == "beyond" and column == "date_sortie":
            no_exit = True
        if how == "empty" and of_type == "yesno" and column in cells and column in association.blank_is_no:
            # "unless programme.yaml lists the column under … `blank_is_no` (an absent column stays unknown)";
            # of a sign or word "(`blank_is_no` does not make "no" of it …)"
            row[column] = False
    if no_exit and row["sortie"] is not Bad:
        row["sortie"] = None                                      # "(an exit beyond is no exit)" (61)
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
        elif birth and entry and not 14 <= years_between(birth, entry) <= 99:
            row["naissance"] = None      # "giving an age at entry outside 14 to 99 whole years it is unknown, with a warning"
    if kind == "reunions":
        if get("date") and month_of(get("date")) != file.month:             # "its month must be the file's"
            faults.append((header["date"], "other-month"))
        if get("instance") in programme.axis_required and blank("axe"):
            faults.append((header.get("axe", "axe"), "required-blank"))
        if blank("etat"):
            row["etat"] = "tenue"
    return row, faults


def is_no_record(file, association, programme, fields):
    """"**No records**: looked for after blank lines and before the width; skipped" """
    table, kind = file.table, file.kind
    filled = [n for n, f in enumerate(fields) if trim(f)]
    # "a row equal to the header, cell by cell in normal form" (52)
    mine, header = [normal(f) for f in fields], [normal(f) for f in table.headers]
    while mine and not trim(fields[len(mine) - 1]):
        mine.pop()
    if mine == header:
        return True
    # "a row that stood as a title line above it, digits aside"
    residue = without_digits(" ".join(fields))
    if residue and residue in [without_digits(t) for t in table.titles]:
        return True
    # "a row whose first non-empty cell begins, in normal form, with `total` or `sous total` and whose other key columns are
    # empty, anywhere"
    if normal(fields[filled[0]]).startswith(("total", "sous total")):
        others = [n for n, c in enumerate(table.columns) if c in KEYS[kind] and n != filled[0]]
        if all(n >= len(fields) or not trim(fields[n]) for n in others):
            return True
    # "a row with one non-empty cell, unless that cell is a valid value of a column of the contract in its place"
    if len(filled) == 1:
        column = table.columns[filled[0]] if filled[0] < len(table.columns) else None
        if column is None:
            return True
        try:
            return read_cell(column, fields[filled[0]], kind, association, programme, file.month)[0] != "value"
        except Bad:
            return True
    return False


def without_digits(text):
    return re.sub(" +", " ", "".join(c for c in normal(text) if unicodedata.category(c) != "Nd")).strip()


def read_structure(file, association, programme):
    """What the file says before any value is judged: text, table, records [(line, fields)]; or a refusal."""
    kind, names, own = file.kind, {}, {}
    for column, (_, aliases) in COLUMNS[kind].items():
        for word in [column] + aliases:
            names.setdefault(normal(word), column)
        for word in (association.columns.get(kind) or {}).get(column) or []:
            own.setdefault(normal(word), column)
    with open(file.path, "rb") as handle:
        file.data = handle.read()
    try:
        file.text = decode(file.data, association.encoding)
        file.table = table = read_table(file.text, own, names, REQUIRED[kind])
    except Refusal as refusal:
        file.refuse(refusal.cause, refusal.line, refusal.column)
        return
    # "Excel leaves out the last delimiters of a block of sixteen spreadsheet rows (1–16, 17–32, …) … when its last columns
    # are blank throughout the block"
    n, blocks = len(table.columns), {}
    for _, row, fields in table.rows:
        blocks.setdefault((row - 1) // 16, set()).add(len(fields))
    short = set()
    for block, widths in blocks.items():
        # "A block of which all rows (blank ones aside, no records included) have the same width n < N, the missing columns
        # being none of the contract's required ones (nor both `etp` and `heures`) …; the last, incomplete block too if
        # the file ends in a line end. The header's block is never short."
        # (Nor is any under a header with an empty cell before its last: a stray delimiter among the headers looks like that.)
        if not all(trim(name) for name in table.headers[:n]):
            break
        if block == (table.header_row - 1) // 16 or len(widths) != 1 or min(widths) >= n:
            continue
        left, gone = table.columns[:min(widths)], table.columns[min(widths):]
        if ALWAYS[kind] & set(gone) or kind == "etp" and not {"etp", "heures"} & set(left):
            continue
        if (block + 1) * 16 <= table.last_row or table.ends:
            short.add(block)
    for at, row, fields in table.rows:
        if is_no_record(file, association, programme, fields):
            continue
        if (row - 1) // 16 in short:
            fields = fields + [""] * (n - len(fields))
        file.records.append((at, fields))
    # "with the template's own words … (in normal form, anywhere above the header) still there and no rows it is no delivery"
    above = normal(" ".join(table.titles))
    if not file.records and normal("Les lignes au-dessus des en-têtes ne sont pas lues") in above:
        file.refuse("template-unfilled")


def runs(identifier):
    # "(the same runs of letters and of digits one by one, case and leading zeros aside, whatever separates them …)"
    found, before = [], ""
    for c in identifier.lower():
        of = unicodedata.category(c)
        sort = "L" if of[0] == "L" else "N" if of == "Nd" else ""
        if sort and sort == before:
            found[-1] += c
        elif sort:
            found.append(c)
        before = sort
    return tuple(r.lstrip("0") or "0" for r in found)


def read_values(file, association, programme, earlier):
    """Rows, and what is refused; `earlier`: the poste_id of the accepted rows of earlier accepted exports."""
    kind, table = file.kind, file.table
    columns, headers, n = table.columns, table.headers, len(table.columns)
    # "A row has N to W fields, those beyond N empty; any other width refuses the row, blank cells beyond W too"
    of_width = [(at, f) for at, f in file.records
                if n <= len(f) <= table.width and not any(trim(x) for x in f[n:])]
    # "**Month first**: a date column … of which some d/m/y values have a second number above 12 and a first number of at
    # most 12, and none a first number above 12, refuses the file"
    for column in DATES[kind]:
        if column in columns:
            found = [DAY_FIRST.fullmatch(trim(f[columns.index(column)])) for _, f in of_width]
            found = [(int(m[1]), int(m[3])) for m in found if m]
            if any(a <= 12 < b for a, b in found) and not any(a > 12 for a, _ in found):
                file.refuse("month-first", 0, headers[columns.index(column)])
                return
    valid, faults = [], {at: [("", "width")] for at, _ in file.records}
    for at, fields in of_width:
        row, faults[at] = read_row(file, association, programme, columns, headers, fields)
        if not faults[at]:
            valid.append((at, row))
    # "Order: values; then rows that disagree among the rows with valid values; then duplicates
    # (the first valid row has the key; a refused row claims nothing)."
    if kind == "etp":
        here = {trim(unicodedata.normalize("NFC", trim(f[columns.index("poste_id")]))) for _, f in of_width}
        for at, row in valid:
            # "A row whose job number stands in no accepted row of an earlier accepted export of the association, while
            # another spelling of it does … that this file does not hold, is refused (`renumbered-job`)"
            job = row["poste_id"]
            if job not in earlier and any(runs(e) == runs(job) and e not in here for e in earlier):
                faults[at].append((headers[columns.index("poste_id")], "renumbered-job"))
        valid = [(at, row) for at, row in valid if not faults[at]]
        states = {}
        for at, row in valid:
            states.setdefault(row["poste_id"], set()).add(row["statut"])
        for at, row in valid:
            if len(states[row["poste_id"]]) > 1:
                faults[at].append((headers[columns.index("statut")], "disagreement"))
        valid = [(at, row) for at, row in valid if not faults[at]]
    if kind in ("etp", "beneficiaires"):
        seen = set()
        for at, row in valid:
            key = tuple(row[c] for c in KEYS[kind])
            if key in seen:
                faults[at].append(("", "duplicate"))
            seen.add(key)
        valid = [(at, row) for at, row in valid if not faults[at]]
    file.faults = {at: found for at, found in faults.items() if found}
    # "A file with at least three refused rows that are strictly more than `max_rejected_share` (default 20 %) of its rows
    # (no records aside) is refused whole."
    if file.refused >= 3 and Fraction(file.refused, len(file.records)) > programme.max_rejected_share:
        file.refuse("too-many-refused")
        return
    file.accepted = True
    for at, row in valid:
        row["month"] = file.month
        file.rows.append(row)


# ---------------------------------------------------------------- the folder

EXPORT = re.compile(r"(etp|beneficiaires|reunions)-([0-9]{4})-(0[1-9]|1[0-2])\.csv")


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name)
                   if not unicodedata.category(c).startswith("M")).lower()


def is_ignored(name):
    # "Ignored: hidden files, `~$…`, names ending in `~`, `.part`, `.filepart`, `.crdownload`, `.tmp`, what systems drop
    # (`Thumbs.db`, `desktop.ini`), empty folders."
    return name.startswith((".", "~$")) or name.endswith("~") \
        or name.lower().endswith((".part", ".filepart", ".crdownload", ".tmp")) \
        or name.lower() in ("thumbs.db", "desktop.ini")


def taken_off(name):
    """The names that one mark less leaves (62)."""
    out = []
    for ending in (".csv.csv", ".csv.txt"):
        if name.endswith(ending):
            out.append(name[:-4])
    if name.endswith(".csv"):
        for mark in (r" ?\([0-9]{1,2}\)", " - copie", " - copy", " copie", " copie [0-9]{1,2}", "[-_][0-9]{1,2}"):
            m = re.fullmatch("(.*?)" + mark + r"\.csv", name, re.DOTALL)
            if m:
                out.append(m[1] + ".csv")
    m = re.match(r"copie de |copie \([0-9]{1,2}\) de |copy of ", name)
    if m:
        out.append(name[m.end():])
    dash = lambda c: unicodedata.category(c) == "Pd" or c in "\u2212_"
    hyphens = "".join("-" if dash(c) else c for c in name)
    return out + [hyphens, re.sub("[ \u00a0]*-[ \u00a0]*", "-", hyphens)]


def almost(name):
    """(kind, month) of the export whose name this nearly is."""
    tried, new = set(), {plain(name)}
    while new:
        tried |= new
        for n in sorted(new):
            m = EXPORT.fullmatch(n)
            if m:
                return m[1], int(m[2]) * 12 + int(m[3]) - 1
        new = {x for n in new for x in taken_off(n)} - tried
    return None


def ends_line(data):
    """In 8 bits or in 16, whatever the text between is worth (63)."""
    return (data[:-1] if data.endswith(b"\x00") else data).endswith((b"\n", b"\r"))


def read_exports(programme, month):
    """{(association, kind, month): File}, other findings"""
    files, findings = {}, []
    root = os.path.join(programme.inputs, "exports")
    for folder in sorted(os.listdir(root)) if os.path.isdir(root) else []:
        path = os.path.join(root, folder)
        if is_ignored(folder) or os.path.isdir(path) and not os.listdir(path):
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
            if is_ignored(name) or os.path.isdir(os.path.join(path, name)) and not os.listdir(os.path.join(path, name)):
                continue
            exact = EXPORT.fullmatch(plain(name))
            what = almost(name) if not os.path.isdir(os.path.join(path, name)) else None
            if not what:
                findings.append((folder + "/" + name, 0, "", "unexpected-file"))
                continue
            found.setdefault(what, []).append((not exact, name))
        for (kind, at), names in sorted(found.items()):
            # "A file of a month outside the association's membership, or before the programme's start,
            # is a finding `not-member` and is not read; files later than M are not read."
            if at > month:
                continue
            if not association.member(at):
                for _, name in names:
                    findings.append((folder + "/" + name, 0, "", "not-member"))
                continue
            copied, name = min(names)
            file = File(os.path.join(path, name), folder, kind, at)
            files[folder, kind, at] = file
            if len(names) > 1:       # "are both refused with one finding", almost names as well
                file.refuse("two-files")
            elif copied:             # "alone it is refused (`misnamed-export`) as the delivery it looks like"
                file.refuse("misnamed-export")
            else:
                read_structure(file, association, programme)
    opened = [f for f in files.values() if f.data]
    for file in opened:
        # "A file whose last line has no line end is refused (`cut-short`) if at least three other exports of the
        # association, of the same month or earlier, have one and none lacks it." (63)
        ends = [ends_line(o.data) for o in opened
                if o.association == file.association and o is not file and o.month <= file.month]
        if not ends_line(file.data) and len(ends) >= 3 and all(ends):
            file.refuse("cut-short")
        # "The same bytes, with at least one row, under two associations, `reunions` aside …: both are refused
        # (`same-file-twice`)." (64)
        same = [o for o in opened if o.month == file.month and o.data == file.data and o.kind != "reunions"]
        if file.kind != "reunions" and any(o.association != file.association for o in same) and any(o.records for o in same):
            file.refuse("same-file-twice")
    for folder, kind, at in sorted(files, key=lambda k: k[2]):
        file = files[folder, kind, at]
        if file.refusal:
            continue
        earlier = {r["poste_id"] for (a, k, m), f in files.items() if (a, k) == (folder, "etp") and m < at for r in f.rows}
        read_values(file, programme.associations[folder], programme, earlier)
    for (folder, kind, at), file in files.items():
        findings += [(folder + "/" + os.path.basename(file.path), line, column, cause) for line, column, cause in file.findings]
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
            birth = row["naissance"]
            return None if birth is None else years_between(birth, row["date_entree"])
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
        """(rows kept, answered: "all", "some" or "none")"""
        kept = self.in_cell([r for r in candidates if self.keeps(r, conditions)], context.cell, unit)
        # "the measure sums, or puts a condition on, an optional column, and rows stand in the cell that
        # meet its other conditions, but none has that column filled"
        asked = {self.column_of(f) for _, f, _ in conditions} | ({summed} if summed else set())
        answered = "all"
        for column in asked & OPTIONAL[kind]:
            others = [c for c in conditions if self.column_of(c[1]) != column]
            rows = self.in_cell([r for r in candidates if self.keeps(r, others)], context.cell, unit)
            if rows and all(r[column] is None for r in rows):
                return kept, "none"
            # "**U** …: a unit … is *answered* if one of its rows fills the column; 0 < answered < all makes U"
            units = {unit(r) for r in rows}
            filled = {unit(r) for r in rows if r[column] is not None}
            # "`known` alone makes no U" (65)
            alone = column != summed and all(t == "known" for _, f, t in conditions if self.column_of(f) == column)
            if len(filled) < len(units) and not alone:
                answered = "some"
        return kept, answered

    @staticmethod
    def finished(late, answered):
        """(status, reason) of a measure that has a value: "P, U, E, A, in this order"."""
        return ("P", "") if late else ("U", "partiel") if answered == "some" else ("A", "")

    # -------- units

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

    def finish_etp(self, context, months_read, value, answered):
        """Status of a leaf over the monthly etp files."""
        whose = self.associations_of(context.cell)
        contributes = value != 0
        # "no accepted file among what it reads within the period"
        within = [m for m in months_read if m in context.months]
        if not context.any_file and not any(self.accepted(a, "etp", m) for a in whose for m in self.cut(a, within)):
            return missing("aucun-fichier", contributes)
        if answered == "none":
            return missing("non-renseigne", contributes)
        status, reason = self.finished(self.provisional("etp", whose, months_read), answered)
        return Figure(value, status=status, reason=reason, contributes=contributes)

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
        rows, answered = self.select(candidates, context, context.conditions, self.job, "etp")
        return self.finish_etp(context, self.programme_months, Fraction(len({self.job(r) for r in rows})), answered)

    def measure_count_ever(self, q, context):
        # "distinct jobs ever in `status` up to the month, plus those in `or_now` in the month that never were"
        first = self.first_months(q["status"])
        candidates = [r for r in self.etp_rows
                      if r["statut"] == q["status"] and first.get(self.job(r)) == r["month"]]
        if q.get("or_now"):
            # "`or_now` at the rows of the month"
            candidates += [r for r in self.etp_rows if r["month"] == self.month and r["statut"] == q["or_now"]
                           and self.job(r) not in first]
        rows, answered = self.select(candidates, context, context.conditions, self.job, "etp")
        return self.finish_etp(context, self.programme_months, Fraction(len({self.job(r) for r in rows})), answered)

    def measure_count_stock(self, q, context):
        # "distinct jobs (`of: poste`) or employees (`of: salarie`) in a given state in the month";
        # "the month only"
        candidates = [r for r in self.etp_rows if r["month"] == self.month]
        unit = self.job
        if q["of"] == "salarie":
            unit = lambda r: (r["association"], r["salarie_id"])
            candidates = [r for r in candidates if r["salarie_id"] is not None]     # (31)
        rows, answered = self.select(candidates, context, context.conditions, unit, "etp")
        return self.finish_etp(context, [self.month], Fraction(len({unit(r) for r in rows})), answered)

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
        rows, answered = self.select(candidates, context, context.conditions, unit, "etp",
                                     "heures" if q["of"] == "heures" else None)
        out = {}
        for r in rows:
            value = self.decimal_of(r, q)
            if value is not None:
                key = (r["association"], r["month"])
                out[key] = out.get(key, Fraction(0)) + value
        return out, answered

    def measure_sum_flow(self, q, context):
        sums, answered = self.sums(q, context)
        return self.finish_etp(context, context.months, sum(sums.values(), Fraction(0)), answered)

    def measure_sum_stock(self, q, context):
        sums, answered = self.sums(q, context)
        # "each association's mean is taken over the months it delivered, then the associations are added"
        total = Fraction(0)
        for a in self.p.associations:
            delivered = [m for m in self.cut(a, context.months) if self.accepted(a, "etp", m)]
            if delivered:
                total += sum((v for (whose, _), v in sums.items() if whose == a), Fraction(0)) / len(delivered)
        return self.finish_etp(context, context.months, total, answered)

    # ---- beneficiaires

    def register_rows(self, context):
        """(row, first day, last day of its association's cut period)"""
        out = []
        for a in self.associations_of(context.cell):
            mine, used = self.cut(a, context.months), self.register(a)
            if mine and used is not None:
                out += [(r, first_day(mine[0]), last_day(mine[-1])) for r in used.rows]
        return out

    def finish_register(self, context, value, answered):
        whose = [a for a in self.associations_of(context.cell) if self.cut(a, context.months)]
        if not any(self.register(a) is not None for a in whose):      # "for the register, none up to then"
            return missing("aucun-fichier")
        if answered == "none":
            return missing("non-renseigne", value != 0)
        status, reason = self.finished(self.provisional_register(whose, context.months), answered)
        return Figure(value, status=status, reason=reason, contributes=value != 0)

    def measure_count_persons(self, q, context):
        # "a path overlaps a period if it began by its end and had not ended before its start"
        candidates = [r for r, start, end in self.register_rows(context)
                      if r["date_entree"] <= end and (r["date_sortie"] is None or r["date_sortie"] >= start)]
        rows, answered = self.select(candidates, context, context.conditions, self.person, "beneficiaires")
        return self.finish_register(context, Fraction(len({self.person(r) for r in rows})), answered)

    def measure_count_paths(self, q, context):
        # "paths entering (`at: date_entree`) or leaving (`at: date_sortie`) in the period"
        candidates = [r for r, start, end in self.register_rows(context)
                      if r[q["at"]] is not None and start <= r[q["at"]] <= end]
        if q.get("minimum_stay") == "true":
            # "stay (days) ≥ minimum_stay_days"; "the stay is the difference in days"
            candidates = [r for r in candidates if r["date_sortie"] is not None
                          and (r["date_sortie"] - r["date_entree"]).days
                          >= self.p.minimum_stay_days.get(r["dispositif"], 0)]
        rows, answered = self.select(candidates, context, context.conditions, id, "beneficiaires")
        return self.finish_register(context, Fraction(len(rows)), answered)

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

    def finish_meetings(self, context, value, answered, numerator=None, denominator=None):
        whose = self.associations_of(context.cell)
        contributes = bool(numerator or denominator) if denominator is not None else value != 0
        if self.untracked(context):
            return missing("non-suivi")
        if not any(self.accepted(a, "reunions", m) for a in whose for m in self.cut(a, context.months)):
            return missing("aucun-fichier")
        if answered == "none":
            return missing("non-renseigne", contributes)
        if denominator == 0:
            return missing("denominateur-nul", contributes, numerator, denominator)
        status, reason = self.finished(self.provisional("reunions", whose, context.months), answered)
        return Figure(value, numerator, denominator, status, reason, contributes)

    def selected_meetings(self, context, summed=None):
        cell = {d: m for d, m in context.cell.items() if d != "association"}
        return self.select(self.meetings(context), Context(context.months, context.horizon, cell),
                           context.conditions, id, "reunions", summed)

    def measure_count_meetings(self, q, context):
        rows, answered = self.selected_meetings(context)
        return self.finish_meetings(context, Fraction(len(rows)), answered)

    def measure_sum_meetings(self, q, context):
        rows, answered = self.selected_meetings(context, q["of"])
        value = sum((Fraction(r[q["of"]]) for r in rows if r[q["of"]] is not None), Fraction(0))
        return self.finish_meetings(context, value, answered)

    def measure_attendance(self, q, context):
        # "Σ members present ÷ (meetings with a member list × members on that day), %"
        rows, answered = self.selected_meetings(context, "membres")   # "attendance: meetings held, but no list known"
        listed = [r for r in rows if r["membres"] is not None]
        numerator = Fraction(sum(len(r["membres"]) for r in listed))
        denominator = Fraction(sum(len([a for a in self.p.associations.values() if a.member(r["month"])])
                                   for r in listed))
        value = numerator / denominator * 100 if denominator else None
        return self.finish_meetings(context, value, answered, numerator, denominator)

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
        # "a `reference_share` is at best E"; "P, U, E, A, in this order"
        status, reason = ("P", "") if late else ("U", n.reason) if n.status == "U" else ("E", "")
        return Figure(numerator / denominator * 100, numerator, denominator, status, reason, contributes)

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
        # "A ratio, difference or sum takes the worst of its parts: M (with the first one's reason), P, U, E, A, in this order"
        for status in "MPUEA":
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
                      status, reason, contributes)

    def combination(self, parts, context, sign):
        figures = [self.part(p, context) for p in parts]
        status, reason = self.worst(figures)
        contributes = any(f.contributes for f in figures)
        if status == "M":
            return missing(reason, contributes)
        # "the first minus all others"
        value = figures[0].value + sign * sum((f.value for f in figures[1:]), Fraction(0))
        return Figure(value, status=status, reason=reason, contributes=contributes)

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
            # "every commune of the territory, and `ailleurs` where a row of elsewhere contributes other than 0"
            return list(self.p.communes), [ELSEWHERE]
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


def figures_table(programme, files, month):
    engine = Engine(programme, files, month)
    rows = []
    for order, entry in enumerate(programme.catalogue):
        for _, horizon, cell, f in engine.figures(entry):
            dimensions = [cell.get(d, "") for d in DIMENSIONS]
            rows.append(((order, HORIZONS.index(horizon), dimensions), [
                entry["id"], month_text(month), horizon, *dimensions, printed(f.value),
                printed(f.numerator), printed(f.denominator), entry["unit"], f.status, f.reason]))
    lines = ["indicator,month,horizon,axe,association,commune,instance,dispositif,sexe,"
             "value,numerator,denominator,unit,status,reason"]
    lines += [",".join(field(x) for x in row) for _, row in sorted(rows, key=lambda r: r[0])]
    return "\n".join(lines) + "\n"


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
        sys.stdout.write(figures_table(programme, files, month))
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 78
    return 0


if __name__ == "__main__":
    sys.exit(main())
