#!/usr/bin/env python3
"""generate.py SEED OUTDIR [--example DIR]: a small random programme, valid as configuration, with exports
full of traps. The same seed gives the same bytes. OUTDIR/month.txt holds the month to report.
--example (default: the project's inputs/) gives the catalogue, the funders and the words of axes, instances and associations."""
import copy
import datetime
import os
import random
import re
import shutil
import sys

import yaml

arguments = sys.argv[1:]
example = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../inputs")
if "--example" in arguments:
    at = arguments.index("--example")
    example = arguments[at + 1]
    del arguments[at:at + 2]
SEED, OUT = arguments[0], arguments[1]
R = random.Random("bilan " + SEED)


def chance(p):
    return R.random() < p


def text_of(n):
    return "%04d-%02d" % (n // 12, n % 12 + 1)


def month_of(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def write(path, data):
    path = os.path.join(OUT, path)
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode("utf-8"))


class Quoted(str):
    pass


yaml.SafeDumper.add_representer(Quoted, lambda d, v: d.represent_scalar("tag:yaml.org,2002:str", v, style='"'))


def dump(value):
    return yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=200)


if os.path.isdir(OUT):
    shutil.rmtree(OUT)
os.makedirs(OUT)

FIRST, LAST = 2021 * 12 + 6, 2022 * 12 + 5            # 2021-07 … 2022-06
start = R.randint(FIRST, LAST - 1)
month = R.randint(start, min(LAST, start + 7)) if chance(0.9) else LAST
# what the letter's names look like
SCHEMES = ["aci", "ei", "ai", "etti", "eiti"]
base = yaml.load(open(os.path.join(example, "programme.yaml"), encoding="utf-8"), Loader=yaml.BaseLoader)

# ------------------------------------------------------------------ programme.yaml
communes = R.sample(base["territory"]["communes"], R.randint(3, 6))
if chance(0.7):        # two communes that share a postal code
    for c in base["territory"]["communes"]:
        if c["id"] in ("62148", "62277") and c not in communes:
            communes.append(c)
communes = [{"id": Quoted(c["id"]), "label": Quoted(c["label"]), "postal": [Quoted(p) for p in c["postal"]]}
            for c in communes]
commune_ids = [str(c["id"]) for c in communes]
axes = copy.deepcopy(R.sample(base["axes"], R.randint(2, 4)))
axis_ids = [a["id"] for a in axes]
instances = []
for i in base["instances"]:
    entry = {k: v for k, v in i.items() if k not in ("tracked_from", "axe")}
    if i["id"] == "g2t" and chance(0.8) or i["id"] == "copil" and chance(0.15):
        entry["axe"] = "required"
    r = R.random()
    if r < 0.5:
        entry["tracked_from"] = text_of(start)
    elif r < 0.7:
        entry["tracked_from"] = text_of(R.randint(start, min(LAST, month + 1)))
    instances.append(entry)
if chance(0.2):
    instances = R.sample(instances, 3)
instance_ids = [i["id"] for i in instances]
required_axis = {i["id"] for i in instances if i.get("axe")}

KINDS = ["etp", "beneficiaires", "reunions"]
OWN_ALIASES = {"etp": {"heures": "Nb heures payées", "poste_id": "Réf. emploi"},
               "beneficiaires": {"beneficiaire_id": "Réf. dossier"}, "reunions": {"date": "Jour"}}
# "no other is taken for that column, and that header for no other column"
TAKEN = {"etp": {"poste_id": "Poste", "salarie_id": "Code poste", "date_debut": "Sortie"},
         "beneficiaires": {"naissance": "Né(e) en", "cle_personne": "N° dossier"}, "reunions": {"partenaires": "Nb participants"}}
WORDS = [{"contrat": {"cddi": ["CDD insertion"], "autre": ["Stage", "SANS OBJET"]}}, {"sexe": {"x": ["NC"], "f": ["Fille"]}},
         {"dispositif": {"autre": ["EA"], "aci": ["Chantier"]}}, {"sortie": {"autre": ["Déménagement"]}},
         {"statut": {"en_cours": ["Recrutement"], "existant": ["NR"]}, "etat": {"annulee": ["Reportée"]}}]
associations = []
for entry in R.sample(base["associations"], R.randint(2, 6)):
    a = {"id": entry["id"], "label": Quoted(entry["label"]),
         "axes": R.sample(axis_ids, R.randint(1, len(axis_ids)))}
    a["commune"] = Quoted(R.choice(commune_ids))
    a["member_from"] = text_of(start if chance(0.65) else R.randint(start, month))
    if chance(0.25):
        low = max(start, (int(a["member_from"][:4]) * 12 + int(a["member_from"][5:]) - 1))
        a["member_until"] = text_of(R.randint(low, max(low, month)))
    a["owes"] = [k for k in KINDS if chance(0.75)]
    if chance(0.3):
        a["encoding"] = R.choice(["windows-1252", "iso-8859-1", "iso-8859-15", "utf-8", "macintosh", "macroman", "cp850"])
    if chance(0.3):
        kind = R.choice(KINDS)
        column = R.choice(list(OWN_ALIASES[kind]))
        a["columns"] = {kind: {column: [OWN_ALIASES[kind][column]]}}
    if chance(0.15):
        kind = R.choice(KINDS)
        column = R.choice(list(TAKEN[kind]))
        a["columns"] = {kind: {column: [TAKEN[kind][column]]}}
    if chance(0.2):
        a["words"] = copy.deepcopy(R.choice(WORDS))
    if chance(0.3):
        a["blank_is_no"] = R.sample(["rsa", "rqth", "qpv"], R.randint(1, 3))
    associations.append(a)
if not any(a["owes"] for a in associations):
    associations[0]["owes"] = list(KINDS)
association_ids = [a["id"] for a in associations]
stays = {s: R.choice([0, 15, 30, 80]) for s in SCHEMES if chance(0.4)}
rules = {"max_rejected_share": R.choice([0.2, 0.2, 0.34, 0.5]), "material_threshold": 0.01, "due_day": 15,
         "retention_months": 60, "minimum_stay_days": stays}
programme = {
    "programme": {"id": base["programme"]["id"], "label": base["programme"]["label"], "start": text_of(start),
                  "illustrative": True, "legal": base["programme"]["legal"]},
    "territory": {"id": "cahc", "label": base["territory"]["label"], "compared_to": "hauts-de-france",
                  "communes": communes},
    "axes": axes, "instances": instances, "associations": associations, "rules": rules,
    "confidentiality": {"persons_threshold": 5, "sensitive_threshold": 11, "key_file": "../.bilan-key"}}
if chance(0.2):
    programme["words"] = copy.deepcopy(R.choice(WORDS))
write("programme.yaml", dump(programme))
write("month.txt", text_of(month) + "\n")

# ------------------------------------------------------------------ reference tables
def reference_table(name, header, rows):
    """In the contract's own dialect, or as a French spreadsheet saves it."""
    if not chance(0.35):
        return write(name, "\n".join([",".join(header)] + [",".join('"%s"' % x if "," in x else x for x in r) for r in rows]) + "\n")
    delimiter, out = R.choice([";", "\t", "|"]), [header]
    for r in rows:
        cells = []
        for column, x in zip(header, r):
            if column in ("ess_posts", "all_posts") and len(x) > 3 and chance(0.6):
                x = x[:-3] + R.choice([" ", "\u00a0"]) + x[-3:] if len(x) < 7 else x
            elif column in ("share", "annual_hours"):
                x = x.replace(".", ",")
            elif column in ("as_of", "valid_from") and chance(0.7):
                x = "%s/%s/%s" % (x[8:], x[5:7], x[:4])
            cells.append(x)
        out.append(cells)
    text = "\r\n".join(delimiter.join(r) for r in out) + R.choice(["", "\r\n", "\r\n" + delimiter * 6 + "\r\n"])
    write(name, text.encode(R.choice(["cp1252", "utf-8", "utf-8-sig"])))


lines = []
for territory, posts in (("cahc", 37000), ("hauts-de-france", 1970000)):
    if chance(0.01):
        continue            # "a territory of a measure without a line": 78
    dates = R.sample(["2018-12-31", "2020-12-31", "2021-06-30", "2021-09-30", "2021-12-31", "2022-02-15", "2022-03-31",
                      "2023-12-31"], R.randint(1, 3))
    if chance(0.01):
        dates.append(dates[0])
    for d in dates:
        ess = R.randint(int(posts * .08), int(posts * .12)) if chance(0.8) else None
        everything = R.randint(int(posts * .9), posts) if chance(0.85) else None
        share = R.choice(["9.0", "10.7", "9.25", "8", "11.333"]) if chance(0.6) else ""
        if share and ess is not None and everything is not None and not chance(0.01):
            share = R.choice(["%.1f", "%.2f", "%.4f"]) % (100 * ess / everything)      # at most 0.05 points off
        lines.append([territory, d, "" if ess is None else str(ess), "" if everything is None else str(everything), share,
                      R.choice(["source, illustrative", "Étude n° 174"]),
                      R.choice(["official", "official", "declared", "hypothetical"])])
reference_table("reference/territory.csv", "territory as_of ess_posts all_posts share source status".split(), lines)
lines = []
for scheme, hours in (("aci", 1820), ("eiti", 1505), ("etti", 1607), ("ei", 1505), ("ai", 1607), ("permanent", 1820)):
    lines.append([scheme, "2005-01-01", str(hours), R.choice(["paid", "worked"]), "usage"])
    if chance(0.4):
        lines.append([scheme, R.choice(["2021-10-01", "2022-01-31", "2022-02-01", "2022-04-15"]),
                      R.choice(["1607", "1720.5", "1820", "1500"]), "paid", "texte, nouveau"])
reference_table("reference/full-time-hours.csv", "scheme valid_from annual_hours kind source".split(), lines)
if os.path.isdir(os.path.join(example, "funders")):
    # A funder's file is of one programme: what it says of members that this one does not have is left out.
    members = {"axe": [a["id"] for a in axes], "association": association_ids, "commune": [c["id"] for c in communes],
               "instance": [i["id"] for i in instances]}
    for name in sorted(os.listdir(os.path.join(example, "funders"))):
        kept = []
        for line in open(os.path.join(example, "funders", name), encoding="utf-8"):
            at = re.search(r"at: \{(\w+): \"?([\w-]+)\"?\}", line)
            if not at or at[2] in members.get(at[1], [at[2]]):
                kept.append(line)
        # A list of which nothing is left is no list.
        text = re.sub(r"(?m)^(objectives|comments):.*\n(?!  )", "", "".join(kept))
        write("funders/" + name, text)

# ------------------------------------------------------------------ indicators.yaml
catalogue = open(os.path.join(example, "indicators.yaml"), encoding="utf-8").read().rstrip("\n") + "\n"
extra = []
STATES = ["existant", "cree", "en_cours", "consolide", "supprime"]


def some(values, most=3):
    return R.sample(values, R.randint(1, min(most, len(values))))


def number_range(low, high):
    a = R.randint(low, high)
    return R.choice([{"below": a}, {"from": a}, {"to": a}, {"from": a, "to": a + R.randint(0, 15)}])


def etp_condition():
    return R.choice([
        lambda: {"statut": some(STATES)}, lambda: {"contrat": some(["cdi", "cdd", "cddi", "pec", "autre"])},
        lambda: {"sexe": some(["f", "h", "x"], 2)}, lambda: {"sexe": "known"}, lambda: {"dispositif": some(SCHEMES)},
        lambda: {"dispositif": "known"}, lambda: {"axe": some(axis_ids, 2)}, lambda: {"salarie_id": "known"},
        lambda: {"commune": some(commune_ids, 2)}, lambda: {"date_fin": "known"}, lambda: {"heures": "known"},
        lambda: {"association": some(association_ids, 2)}, lambda: {"date_debut": "known"}, lambda: {"etp": "known"},
        lambda: {"commune": some(["ailleurs", "ailleurs"] + commune_ids)}, lambda: {"poste_id": "known"}])()


def path_condition():
    return R.choice([
        lambda: {"sexe": some(["f", "h", "x"], 2)}, lambda: {"rsa": [R.choice(["oui", "non"])]},
        lambda: {"rqth": "known"}, lambda: {"qpv": ["oui"]}, lambda: {"qpv": ["oui", "non"]},
        lambda: {"age_entree": number_range(18, 60)}, lambda: {"age_entree": "known"},
        lambda: {"mois_chomage": number_range(0, 30)}, lambda: {"dispositif": some(SCHEMES + ["autre"])},
        lambda: {"sortie": some(["durable", "transition", "positive", "autre"])}, lambda: {"commune": "known"},
        lambda: {"axe": some(axis_ids, 2)}, lambda: {"cle_personne": "known"},
        lambda: {"association": some(association_ids, 2)}, lambda: {"mois_chomage": some(["0", "12", "23", "24"])},
        lambda: {"naissance": "known"}, lambda: {"date_sortie": "known"}, lambda: {"sortie": "known"},
        lambda: {"commune": some(commune_ids)}])()


def conditioned(q, make, within=True):
    if chance(0.6):
        q["where"] = make()
        if chance(0.25):
            q["where"].update(make())
    if chance(0.35):
        q["except"] = make()
    if within and chance(0.2):
        q["within"] = "territory"
    return q


def quote(value):
    """codes that YAML would read as numbers stay text"""
    if isinstance(value, str) and (value.isdigit() or value == "x"):
        return Quoted(value)
    if isinstance(value, dict):
        return {k: quote(v) for k, v in value.items()}
    return [quote(v) for v in value] if isinstance(value, list) else value


def breakdowns(dimensions):
    out = [d for d in dimensions if chance(0.5)]
    if len(dimensions) > 1 and chance(0.6):
        out.append(R.sample(dimensions, 2))
    return out


def add(name, unit, measure, by, horizons, **more):
    horizons = [h for h in horizons if chance(0.7)] or [horizons[-1]]
    entry = {"id": name, "label": {"fr": "Essai " + name, "en": "Test " + name},
             "definition": {"fr": "Indicateur tiré au hasard."}, "unit": unit, "decimals": 2,
             "measure": quote(measure)}
    if by:
        entry["by"] = by
    entry["horizons"] = horizons
    entry.update(more)
    extra.append(entry)


ALL = ["mois", "annee", "programme"]
ETP_DIMENSIONS = ["axe", "association", "commune", "dispositif", "sexe"]
MEETING_DIMENSIONS = ["axe", "association", "instance"]
first = lambda: conditioned(dict({"kind": "etp", "status": R.choice(STATES)},
                                 **({"after": R.choice(STATES)} if chance(0.3) else {})), etp_condition)
ever = lambda: conditioned(dict({"kind": "etp", "status": R.choice(STATES)},
                                **({"or_now": R.choice(STATES)} if chance(0.6) else {})), etp_condition)
stock = lambda: conditioned({"kind": "etp", "of": R.choice(["poste", "salarie"])}, etp_condition)
persons = lambda: conditioned({"kind": "beneficiaires"}, path_condition)


def paths():
    at = R.choice(["date_entree", "date_sortie"])
    q = {"kind": "beneficiaires", "at": at}
    if at == "date_sortie" and chance(0.5):
        q["minimum_stay"] = True
    return conditioned(q, path_condition)


def meeting_condition():
    return R.choice([
        lambda: {"instance": some(instance_ids, 2)}, lambda: {"instance": some(instance_ids, 2)},
        lambda: {"participants": number_range(0, 20)}, lambda: {"partenaires": number_range(0, 5)},
        lambda: {"participants": "known"}, lambda: {"membres": "known"}, lambda: {"axe": some(axis_ids, 2)},
        lambda: {"axe": "known"}, lambda: {"etat": ["tenue"]}])()


def meeting(q):
    return conditioned(q, meeting_condition, within=False) if chance(0.6) else q


for n in range(R.randint(4, 10)):
    which = R.randint(0, 19)
    name = "essai_%d" % n
    if which == 0:
        add(name, "postes", {"count_first": first()}, breakdowns(ETP_DIMENSIONS), ALL)
    elif which == 1:
        add(name, "postes", {"count_ever": ever()}, breakdowns(ETP_DIMENSIONS), ["programme"])
    elif which == 2:
        q = stock()
        add(name, "postes" if q["of"] == "poste" else "personnes", {"count_stock": q}, breakdowns(ETP_DIMENSIONS),
            ["mois"], **({} if q["of"] == "poste" else {"counts_persons": True}))
    elif which == 3:
        q = {"kind": "etp", "of": "etp"}
        if chance(0.4):
            q["prefer"] = "heures"
        add(name, "ETP", {"sum_stock": conditioned(q, etp_condition)}, breakdowns(ETP_DIMENSIONS), ALL)
    elif which == 4:
        add(name, "heures", {"sum_flow": conditioned({"kind": "etp", "of": "heures"}, etp_condition)},
            breakdowns(ETP_DIMENSIONS), ALL)
    elif which == 5:
        add(name, "entrees", {"count_paths": paths()}, breakdowns(ETP_DIMENSIONS), ALL, counts_persons=True)
    elif which == 6:
        add(name, "personnes", {"count_persons": persons()}, breakdowns(ETP_DIMENSIONS), ALL, counts_persons=True)
    elif which == 7:
        add(name, "reunions", {"count_meetings": meeting({"kind": "reunions"})}, breakdowns(MEETING_DIMENSIONS), ALL)
    elif which == 8:
        of = R.choice(["participants", "partenaires"])
        add(name, "participants" if of == "participants" else "organisations",
            {"sum_meetings": meeting({"kind": "reunions", "of": of})}, breakdowns(MEETING_DIMENSIONS), ALL)
    elif which == 9:
        add(name, "%", {"attendance": meeting({"kind": "reunions"})}, breakdowns(MEETING_DIMENSIONS), ALL)
    elif which == 10:
        a = persons()
        add(name, "%", {"ratio": {"of": {"count_persons": a}, "over": {"count_persons": persons()}, "factor": 100}},
            breakdowns(ETP_DIMENSIONS), ALL, counts_persons=True)
    elif which == 11:
        add(name, "postes", {R.choice(["difference", "sum"]): [
            {"count_first": first()}, "emplois_supprimes"] + (["emplois_crees"] if chance(0.3) else [])},
            breakdowns(["axe", "association", "commune"]), ALL)
    elif which == 12:
        add(name, "%", {"ratio": {"of": {"difference": [{"count_first": first()}, {"count_first": first()}]},
                                  "over": {"count_first": first()}, "factor": 100}},
            breakdowns(ETP_DIMENSIONS), ALL)
    elif which == 13:
        what = R.choice(["share", "ess_posts", "all_posts", "missing_posts"])
        q = {"territory": "cahc", "of": what}
        if what == "missing_posts":
            q["against"] = "hauts-de-france"
        add(name, "%" if what == "share" else "postes", {"reference": q}, [], ["mois"])
    elif which == 15:
        net = R.choice(["creation_nette", {"difference": [{"count_first": first()}, {"count_first": first()}]},
                        {"count_first": first()}])
        q = {"territory": R.choice(["cahc", "cahc", "hauts-de-france"]), "plus": net}
        if chance(0.5):
            q["within"] = "territory"
        if chance(0.3):
            q["where"] = etp_condition()
        add(name, "%", {"reference_share": q}, breakdowns(["axe", "association", "commune"]), ALL)
    elif which == 16:
        add(name, "%", {"delivery": {}}, ["association"] if chance(0.7) else [], ALL)
    elif which == 17:
        # hours as a stock, FTE as a flow, stocks at every horizon
        measure, unit = R.choice([({"sum_stock": {"kind": "etp", "of": "heures"}}, "heures"),
                                  ({"sum_flow": {"kind": "etp", "of": "etp"}}, "ETP"),
                                  ({"count_stock": {"kind": "etp", "of": "poste"}}, "postes"),
                                  ({"count_ever": {"kind": "etp", "status": "cree", "or_now": "en_cours"}}, "postes")])
        (key, q), = measure.items()
        add(name, unit, {key: conditioned(q, etp_condition)}, breakdowns(ETP_DIMENSIONS), ALL)
    elif which == 18:
        # a part that is missing for its own reason: a reference, a baseline, meetings, a register
        part = lambda: R.choice([
            {"reference": {"territory": R.choice(["cahc", "hauts-de-france"]), "of": "all_posts"}},
            {"count_first": first()}, {"count_persons": persons()}, {"count_meetings": meeting({"kind": "reunions"})},
            {"attendance": meeting({"kind": "reunions"})}, "emplois_crees", "participation_membres", "completude",
            {"baseline_of": "emplois_crees_ou_en_cours"}])
        add(name, "points", {"ratio": {"of": part(), "over": part(), "factor": R.choice([1, 100, "0.5"])}}, [], ALL,
            counts_persons=True)
    elif which == 19:
        # a condition of the entry, beside the measure, goes to every part
        add(name, "postes", {R.choice(["difference", "sum"]): ["emplois_crees", "emplois_supprimes"]},
            breakdowns(ETP_DIMENSIONS), ALL, where=quote(etp_condition()))
    elif chance(0.5):
        add(name, "%", {"ratio": {"of": "entrees", "over": "emplois_crees", "factor": 100}}, breakdowns(["axe"]), ALL)
    else:
        add(name, "points", {"difference": ["taux_sorties_dynamiques", {"baseline_of": "base_taux"}]}, ["association"],
            ["annee", "programme"], counts_persons=True)
        if not any(e["id"] == "base_taux" for e in extra):
            horizon = R.choice([{}, {"horizon": "annee"}])
            extra.append({"id": "base_taux", "label": {"fr": "Base", "en": "Base"}, "definition": {"fr": "Base."},
                          "unit": "%", "decimals": 1,
                          "measure": {"ratio": {"of": "sorties_dynamiques", "over": "sorties", "factor": 100}},
                          "horizons": ["annee"], "counts_persons": True,
                          "baseline": [
                              {"value": 41.5, "as_of": "2021-01", "source": "essai"},
                              {"value": 43, "as_of": "2022-02", "source": "essai"},
                              {"value": 55, "as_of": "2022-12",
                               "at": dict({"association": associations[0]["id"]}, **horizon), "source": "essai"}]})
if extra:
    body = dump(extra)
    catalogue += "\n" + "".join("  " + line + "\n" if line else "\n" for line in body.splitlines())
write("indicators.yaml", catalogue)

# ------------------------------------------------------------------ acknowledged.yaml
def touched(entry):
    """what a waiver waives, and what of it is owed: an entry that adds nothing to those before it is an error (78)"""
    ids, kinds = ([x] if isinstance(x, str) else x for x in (entry["association"], entry["kind"]))
    low, high = (month_of(entry.get(key, entry.get("month"))) for key in ("from", "until"))
    cells = {(a, kind, n) for a in ids for kind in kinds for n in range(low, high + 1)}
    owed = {(a["id"], kind, n) for a in associations for kind in a["owes"] for n in range(low, high + 1)
            if n >= start and a["member_from"] <= text_of(n) <= a.get("member_until", "9999-12")}
    return cells, cells & owed


if chance(0.25):
    waived = []
    for _ in range(R.randint(1, 3)):
        a = R.choice(associations)
        entry = {"association": a["id"] if chance(0.6) else R.sample(association_ids, R.randint(1, len(association_ids))),
                 "kind": R.choice(a["owes"] or KINDS) if chance(0.6) else R.sample(KINDS, R.randint(1, 3)),
                 "reason": "Association en sommeil ce mois"}
        if chance(0.6):
            entry["month"] = text_of(R.randint(start, month))
        else:
            entry["from"] = text_of(R.randint(start, month))
            entry["until"] = text_of(R.randint(month_of(entry["from"]), LAST))
        cells, owed = touched(entry)
        if owed and not any(cells <= touched(other)[0] for other in waived):
            waived.append(entry)
    write("acknowledged.yaml", dump({"waived": waived}))

# ------------------------------------------------------------------ exports
LATE = R.choice([0, 0, 0.05, 0.15])          # a file is missing
CARELESS = R.choice([0, 0.2, 0.5, 1])        # how often an export is broken, or holds refused rows
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre"]
SHORT = ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"]


def month_cell(n):
    y, m = n // 12, n % 12
    if chance(0.05):
        return day_cell(datetime.date(y, m + 1, R.randint(1, 28)))
    return R.choice([text_of(n), "%02d/%d" % (m + 1, y), "%d/%d" % (m + 1, y), "%s %d" % (MONTHS[m], y),
                     "%s-%02d" % (SHORT[m], y % 100), "%s. %d" % (SHORT[m], y) if len(SHORT[m]) < 5 and m not in (2, 4, 5, 7)
                     else MONTHS[m].upper() + " %d" % y, "15/%02d/%d" % (m + 1, y), text_of(n) + "-01",
                     str((datetime.date(y, m + 1, 1) - datetime.date(1899, 12, 30)).days)])


def day_cell(d, birth=False):
    options = [d.isoformat(), d.strftime("%d/%m/%Y"), d.strftime("%d-%m-%Y"), d.strftime("%d.%m.%Y"),
               "%d/%d/%d" % (d.day, d.month, d.year)]
    serial = (d - datetime.date(1899, 12, 30)).days
    if serial >= 10000 and chance(0.5):
        options.append(str(serial))
    if not birth:
        options.append(d.strftime("%d/%m/%y"))
    return R.choice(options) + (R.choice(TIMES) if chance(TIMED) else "")


TIMES = [" 00:00:00", "T00:00:00.000Z", " 08:30", "T23:59:59+02:00", " 12:00:00,5", "T07:05+0100", " 00:00:00-01"]
TIMED = R.choice([0, 0, 0.05, 0.5])
BLANKS = ["-", "–", "/", "?", "NC", "n.c.", "NR", "N/A", "na", "ns", "Néant", "Inconnue", "non renseigné", "Non communiqué",
          "sans objet"]


def a_day(low, high):
    return datetime.date.fromordinal(R.randint(low.toordinal(), high.toordinal()))


def first_day(n):
    return datetime.date(n // 12, n % 12 + 1, 1)


def last_day(n):
    return first_day(n + 1) - datetime.timedelta(days=1)


def cased(text):
    return R.choice([text, text, text.upper(), text.capitalize(), text.replace("_", " "), text.replace("_", "-")])


def axis_cell(i):
    a = axes[axis_ids.index(i)]
    return R.choice([i, cased(i), a["label"]["fr"]] + a.get("aliases", []))


def commune_cell():
    r = R.random()
    c = R.choice(communes)
    if r < 0.35:
        return str(c["id"])
    if r < 0.5:
        return R.choice([str(c["label"]), str(c["label"]).upper()])
    if r < 0.65:
        # a postal code of several communes is refused
        alone = [p for p in c["postal"] if sum(p in other["postal"] for other in communes) == 1]
        return str(R.choice(c["postal"] if chance(0.2 * CARELESS) else alone or [c["id"]]))
    if r < 0.75:
        return R.choice(["59350", "2A004", "62041", "1004", "75056", "Ailleurs", "hors territoire", "62303 LENS CEDEX", "59000 Lille",
                         "Lille (59000)", "62303 Lens Cedex 3", "1004 Ambérieu-en-Bugey"])
    if r < 0.9:
        code, name = R.choice(c["postal"] + [str(c["id"])]), R.choice([str(c["label"]), str(c["label"]).upper()])
        return R.choice(["%s %s" % (code, name), "%s (%s)" % (name, code), "%s %s" % (name, code), "62999 %s CEDEX" % name,
                         "%s CEDEX 2" % name, "(%s) %s" % (code, name)])
    return ""


def decimal_cell(value):
    text = ("%.4f" % value).rstrip("0").rstrip(".") if chance(0.9) else "%.6f" % value
    if "." not in text and len(text) == 4 and chance(0.5):
        text = text[0] + R.choice([" ", "\u00a0", "\u202f", "\u2009"]) + text[1:]
    elif text.find(".") == 4 and chance(0.5):
        text = text[0] + R.choice([" ", "\u00a0", "\u202f"]) + text[1:]
    return text.replace(".", R.choice([",", "."]))


def hours_cell(value):
    """In hundredths, or in sixtieths."""
    if chance(0.7):
        return decimal_cell(value) + (R.choice([" h", "h", " heures", " H"]) if chance(0.1) else "")
    hours, minutes = int(value), int(round(value % 1 * 60)) % 60
    return R.choice(["%d:%02d", "%d:%02d:00", "%dh%02d", "%d h %02d", "%dH%02d", "%d:%02d:07"]) % (hours, minutes)


STATE_WORDS = {"existant": ["existant"], "cree": ["cree", "créé", "Créé", "créée"],
               "en_cours": ["en_cours", "En cours", "en-cours", "En cours de création", "en création"],
               "consolide": ["consolidé", "consolide"], "supprime": ["supprime", "SUPPRIMÉ"]}
SEX_WORDS = {"f": ["f", "F", "femme", "Féminin", "Mme", "2", "Mlle"], "h": ["h", "homme", "M", "masculin", "Mr", "1"], "x": ["x", "X"]}
CONTRACT_WORDS = {"cdi": ["Contrat à durée indéterminée"], "cdd": ["contrat à durée déterminée"], "cddi": ["CDD d'insertion"],
                  "pec": ["CUI-CAE", "CUI"], "autre": ["Autre"]}
SCHEME_WORDS = {"aci": ["ACI_DC", "Ateliers et chantiers d'insertion"], "ei": ["Entreprise d'insertion"],
                "ai": ["AI_DC", "association intermédiaire"], "etti": ["ETTI_DC"], "eiti": ["eiti dc"]}
EXIT_WORDS = {"durable": ["Emploi durable", "Sortie durable"], "transition": ["Emploi de transition"], "positive": ["Sorties positives"],
              "autre": ["Autres sorties"], "retrait": ["Retrait des sorties constatées"]}


def worded(code, words):
    return R.choice(words[code]) if code in words and chance(0.25) else cased(code)


HEADERS = {
    "mois": ["mois", "Mois", "Période", "mois de paie"], "poste_id": ["poste_id", "Poste ID", "Numéro de poste", "N° poste", "Code poste"],
    "salarie_id": ["salarie_id", "Salarié", "Matricule"], "axe": ["axe", "Axe"],
    "commune": ["commune", "Commune"], "contrat": ["contrat", "Type de contrat"],
    "statut": ["statut", "Situation", "Statut de l'emploi"], "etp": ["etp", "ETP", "Quotité", "équivalent temps plein"],
    "heures": ["heures", "Heures payées", "nb heures"], "dispositif": ["dispositif", "Structure", "Type SIAE"],
    "sexe": ["sexe", "Sexe"], "date_debut": ["date_debut", "Date d'embauche", "Entrée"],
    "date_fin": ["date_fin", "Sortie", "Fin de contrat"],
    "beneficiaire_id": ["beneficiaire_id", "Bénéficiaire", "N° dossier"], "cle_personne": ["cle_personne", "Clé commune"],
    "date_entree": ["date_entree", "Entrée", "Début de parcours"], "date_sortie": ["date_sortie", "Sortie le", "fin de parcours"],
    "sortie": ["sortie", "Motif de sortie", "Type de sortie"],
    "naissance": ["naissance", "Année de naissance", "Date de naissance"], "rsa": ["rsa", "BRSA", "Bénéficiaire du RSA"],
    "rqth": ["rqth", "Travailleur handicapé"], "qpv": ["qpv", "Quartier prioritaire"],
    "mois_chomage": ["mois_chomage", "Durée d'inscription"],
    "date": ["date", "Date de réunion"], "instance": ["instance", "Type de réunion"], "etat": ["etat", "État", "Statut"],
    "membres": ["membres", "Présents", "Associations présentes"], "participants": ["participants", "Nb participants"],
    "partenaires": ["partenaires", "Partenaires"]}
ORDER = {
    "etp": ["mois", "poste_id", "salarie_id", "axe", "commune", "contrat", "statut", "etp", "heures", "dispositif", "sexe",
            "date_debut", "date_fin"],
    "beneficiaires": ["beneficiaire_id", "cle_personne", "dispositif", "axe", "date_entree", "date_sortie", "sortie", "sexe",
                      "naissance", "rsa", "rqth", "qpv", "mois_chomage", "commune"],
    "reunions": ["date", "instance", "axe", "etat", "membres", "participants", "partenaires"]}
NEEDED = {"etp": ["mois", "poste_id", "axe", "contrat", "statut", "etp"],
          "beneficiaires": ["beneficiaire_id", "dispositif", "axe", "date_entree"], "reunions": ["date", "instance"]}
FAULTS = {"mois": ["2021-13", "demain", "2020-01"], "poste_id": ["", "-", "NC", "1,85E+12"], "axe": ["inconnu", "", "-"],
          "commune": ["62320", "Lille-Plage", "620", "59000 Carvin", "62220 Lille", "nc"],
          "contrat": ["stage", "", "nc"], "statut": ["peut-être", ""], "etp": ["1,5", "-0,5", "1.234,5", "un", "0,5 €", ",5", "1e0", "120 %", "-"],
          "heures": ["-3", "12 34", "1.234,5", "5m", "151:60", "151h4", "-7:00", "151:40 h", "1h"], "dispositif": ["xyz", "autre"], "sexe": ["?", "5"],
          "date_debut": ["31/02/2022", "hier", "31/12/9999", "01/01/1900", "2022-03-01 24:00", "2022-03-01  08:00"],
          "date_fin": ["2022-02-30", "00/01/2022", "31/12/2099", "01/01/2100"], "beneficiaire_id": ["", "?", "inconnu", "2E+05"],
          "date_entree": ["", "2022-00-10", "31/13/2021", "1949-12-31", "31/12/9999"], "cle_personne": ["1,85066E+12", "1E+5", "NC", "-"],
          "date_sortie": ["1/1/1999", "32/01/2022", "31/12/9999", "-"], "sortie": ["gagnée", "NC", ""],
          "naissance": ["31/05/85", "85", "2099", "1900", "01/01/1900", "2020", "2010-05-05 00:00"], "rsa": ["peut-être", "OUI-M", "nc"],
          "rqth": ["2", "oui-nm"], "qpv": ["ouais", "NR"], "mois_chomage": ["-1", "douze", "1,5", "19,0", "12.00", "12,000"],
          "salarie_id": ["1,5e+3", "n/a", "1e5", "-"], "date": ["", "2020-05-05", "31/02/2022", "-"],
          "instance": ["bureau", ""], "etat": ["reportée", "nc", "Prévue"], "membres": ["adds|zorro", "zorro", "-", "nc", "tous", "ADDS / zorro"],
          "participants": ["beaucoup", "-2", "19,0", "?"], "partenaires": ["3,5", "2.00", "néant"]}


def yes_no(v):
    return R.choice(["oui", "O", "vrai", "x", "1", "Oui", "TRUE", "yes", "OUI-M", "oui-nm"] if v else ["non", "N", "faux", "0", "no", "False"])


# the persistent jobs and paths of each association
people = ["CLE%d" % i for i in range(5)]


def make_jobs(a):
    jobs = []
    for i in range(R.randint(0, 5) if chance(0.85) else R.randint(14, 34)):
        when = R.randint(start, month)
        jobs.append({"id": R.choice(["P%d", "00%d", "poste é %d", "P;%d", "P\"%d", "P%d"]) % i, "axe": R.choice(axis_ids), "commune": commune_cell(),
                     "path": R.choice([["existant"], ["en_cours", "cree", "consolide"], ["cree", "cree", "supprime"], ["cree"],
                                       ["en_cours"], ["supprime", "cree", "supprime"], ["existant", "supprime"]]),
                     "from": when, "scheme": R.choice(["", ""] + SCHEMES), "sexe": R.choice(["f", "h", "x", "", "f", "h"]),
                     "employee": R.choice(["S%d" % i, "S%d" % R.randint(0, 4), ""]),
                     "etp": R.choice([1, 0.5, 0.8, 0.3333, 0, 0.75]), "contract": R.choice(["cdi", "cdd", "cddi", "pec", "autre"])})
    return jobs


def make_paths(a):
    out = []
    for i in range(R.randint(0, 7)):
        begun = a_day(first_day(start - 4), last_day(month))
        ended = begun + datetime.timedelta(days=R.choice([0, 10, 29, 30, 79, 80, 120])) if chance(0.55) else None
        out.append({"id": "B%d" % R.randint(0, 5), "key": R.choice(people) if chance(0.35) else "", "scheme": R.choice(SCHEMES + ["autre"]),
                    "axe": R.choice(axis_ids), "begun": begun, "ended": ended,
                    "exit": R.choice(["durable", "transition", "positive", "autre", "retrait"]), "sexe": R.choice(["f", "h", "x", "", "f"]),
                    "birth": datetime.date(R.randint(1958, 2004), R.randint(1, 12), R.randint(1, 28)) if chance(0.75) else None,
                    "rsa": R.choice([True, False, None]), "rqth": R.choice([True, False, None]), "qpv": R.choice([True, None, None]),
                    "registered": R.choice([None, 0, 11, 12, 18, 23, 24, 40]), "commune": commune_cell()})
    return out


# meetings that several associations report
meetings = []
for n in range(start, month + 1):
    for _ in range(R.randint(0, 3)):
        meetings.append((a_day(first_day(n), last_day(n)), R.choice(instance_ids), R.choice(axis_ids)))


def etp_rows(a, jobs, n):
    rows = []
    for j in jobs:
        if n < j["from"] or chance(0.1):
            continue
        state = j["path"][min(len(j["path"]) - 1, (n - j["from"]) // 2)]
        by_hours = j["scheme"] and chance(0.6) or chance(0.15)
        hours = hours_cell(R.choice([151.67, 75.8, 35, 130, 1234.5, 0, 1820])) if by_hours else ""
        fte = decimal_cell(j["etp"]) if not by_hours or chance(0.5) else ""
        if fte and chance(0.1):
            fte = R.choice(["50 %", "33,333%", "100 %", "12.5%"])
        begun = a_day(first_day(n - 8), last_day(n)) if chance(0.3) else None
        row = {"mois": month_cell(n), "poste_id": j["id"], "salarie_id": "" if state == "en_cours" and chance(0.7) else j["employee"],
               "axe": axis_cell(j["axe"] if chance(0.9) else R.choice(axis_ids)), "commune": j["commune"] if chance(0.9) else commune_cell(),
               "contrat": worded(j["contract"], CONTRACT_WORDS), "statut": R.choice(STATE_WORDS[state]), "etp": fte, "heures": hours,
               "dispositif": worded(j["scheme"], SCHEME_WORDS), "sexe": R.choice(SEX_WORDS[j["sexe"]]) if j["sexe"] and chance(0.85) else "",
               "date_debut": day_cell(begun) if begun else "",
               "date_fin": day_cell(begun + datetime.timedelta(days=R.randint(0, 300))) if begun and chance(0.4) else ""}
        rows.append(row)
        if n > j["from"] and chance(0.06 * CARELESS):       # a lost zero, another separator
            row["poste_id"] = R.choice([j["id"].lstrip("0"), "P-0" + j["id"][1:], j["id"].lower(), " ".join(j["id"]), "0" + j["id"]])
        if chance(0.03):       # a contract that changes within the month
            rows.append(dict(row, contrat="cdi" if j["contract"] != "cdi" else "cdd"))
        if chance(0.15):       # two employees in one job
            rows.append(dict(row, salarie_id="S9", sexe=R.choice(["", "f", "h"]), commune=commune_cell()))
        if chance(0.04 * CARELESS):       # disagrees
            rows.append(dict(row, salarie_id="S8", statut=R.choice(["existant", "cree", "supprime"])))
        if chance(0.04 * CARELESS):       # a second row of the same key
            rows.append(dict(row))
    return rows


def path_rows(a, paths, n):
    rows = []
    for p in paths:
        if p["begun"] > last_day(n) or chance(0.05):
            continue
        ended = p["ended"] if p["ended"] and p["ended"] <= last_day(n) else None
        row = {"beneficiaire_id": p["id"], "cle_personne": p["key"], "dispositif": worded(p["scheme"], SCHEME_WORDS), "axe": axis_cell(p["axe"]),
               "date_entree": day_cell(p["begun"]), "date_sortie": day_cell(ended) if ended else "", "sortie": worded(p["exit"], EXIT_WORDS) if ended else "",
               "sexe": R.choice(SEX_WORDS[p["sexe"]]) if p["sexe"] else "",
               "naissance": (str(p["birth"].year) if chance(0.5) else day_cell(p["birth"], True)) if p["birth"] else "",
               "rsa": "" if p["rsa"] is None else yes_no(p["rsa"]), "rqth": "" if p["rqth"] is None else yes_no(p["rqth"]),
               "qpv": "" if p["qpv"] is None else yes_no(p["qpv"]),
               "mois_chomage": "" if p["registered"] is None else str(p["registered"]), "commune": p["commune"]}
        rows.append(row)
        if chance(0.05 * CARELESS):
            rows.append(dict(row))
    return rows


def meeting_rows(a, n):
    rows = []
    for day, instance, axis in meetings:
        if day.year * 12 + day.month - 1 != n or chance(0.35):
            continue
        label = instances[instance_ids.index(instance)]
        axe = ""
        if instance in required_axis:
            axe = axis_cell(axis if chance(0.8) else R.choice(axis_ids))
        elif chance(0.2):
            axe = axis_cell(R.choice(axis_ids))
        members = []
        for other in R.sample(associations, R.randint(0, len(associations))):
            members.append(R.choice([other["id"], str(other["label"]), str(other["label"]).upper()]))
        rows.append({"date": day_cell(day), "instance": R.choice([instance, cased(instance), label["label"]["fr"]] + label.get("aliases", [])),
                     "axe": axe, "etat": R.choice(["tenue", "Tenue", "", "", "planifiée", "annulée"]),
                     "membres": R.choice(["|", " | ", ", ", " / ", ";", "\n"]).join(members) if chance(0.65) else R.choice(["", "", "Tous"]),
                     "participants": R.choice(["", str(R.randint(0, 40)), "1 200", "19,0"]), "partenaires": R.choice(["", "0", "3", "7"])})
    return rows


def export(a, kind, n, rows):
    """(file name, bytes) of an export, in a random dialect and with faults."""
    columns = [c for c in ORDER[kind] if c in NEEDED[kind] or chance(0.8)]
    if kind == "etp" and "heures" in columns and chance(0.15) and all(r["heures"] for r in rows):
        columns.remove("etp")
    if kind == "beneficiaires" and "date_sortie" in columns and "sortie" not in columns:
        columns.append("sortie")
    if kind == "beneficiaires" and "sortie" in columns and "date_sortie" not in columns:
        columns.append("date_sortie")
    if kind == "reunions" and required_axis and "axe" not in columns:
        columns.append("axe")
    if chance(0.3):
        R.shuffle(columns)
    rows = [dict(r) for r in rows]
    blanked = [c for c in columns if chance(0.12) and c in
               ("sexe", "naissance", "rsa", "rqth", "qpv", "mois_chomage", "participants", "partenaires", "membres", "cle_personne")]
    if kind == "etp" and chance(0.15) and "etp" in columns and all(r["etp"] for r in rows):
        blanked.append("heures")
    for r in rows:
        for c in blanked:
            r[c] = ""
    if chance(0.2):            # a sign or a word for unknown
        for c in [c for c in columns if c not in NEEDED[kind] and c not in ("heures", "commune", "salarie_id", "cle_personne")]:
            for r in rows:
                if not r[c] and chance(0.4):
                    r[c] = R.choice(BLANKS)
    if kind == "etp" and chance(0.1):
        for r in rows:
            for c in ("commune", "salarie_id"):
                if not r[c]:
                    r[c] = R.choice(BLANKS[:4])
    # faults: few, or so many that the file is refused
    share = R.choice([0, 0, 0, 0.04, 0.1, 0.5 if chance(0.4) else 0]) if chance(CARELESS) else 0
    for r in rows:
        if chance(share):
            c = R.choice([c for c in columns if c in FAULTS])
            r[c] = R.choice(FAULTS[c])
    if chance(0.04):           # month before day
        for r in rows:
            for c in columns:
                m = re.fullmatch("([0-9]{1,2})([/.-])([0-9]{1,2})([/.-][0-9]+.*)", r[c]) if c != "mois" else None
                if m:
                    r[c] = m[3] + m[2] + m[1] + m[4]
    headers = []
    for c in columns:
        own = (a.get("columns") or {}).get(kind, {}).get(c)
        words = [w for w in HEADERS[c] if not (kind == "beneficiaires" and c == "sexe" and w == "Genre")]
        headers.append(R.choice(words + own * 3) if own else R.choice(words))
    extra_columns = []
    if chance(0.3):
        extra_columns = [R.choice(["Nom", "Observations", "Prénom"])]
    delimiter = R.choice([";", ";", ";", ",", "\t", "|"])
    end = R.choice(["\n", "\r\n", "\r\n", "\r"])
    broken = R.random() if chance(CARELESS) else 1

    def cell(text):
        if delimiter in text or '"' in text or "\n" in text or "\r" in text or chance(0.08):
            return '"' + text.replace('"', '""') + '"'
        if text and formulas and (text[0] in "0P" or chance(0.1)):
            return R.choice(['="%s"', '="%s"', '="%s" ', '"=""%s"""']) % text
        return R.choice([text, text, text, " " + text + " "]) if text and delimiter != "\t" else text

    def line(cells, pad=True):
        out = delimiter.join(cell(t) for t in cells)
        return out + delimiter * (trailing if chance(0.9) else R.randint(0, trailing + 1 if chance(CARELESS) else trailing)) \
            if pad and trailing else out

    trailing = R.randint(1, 2) if chance(0.12) else 0
    formulas = chance(0.1)
    lines = []
    if chance(0.12):
        lines.append("sep=" + delimiter)
    if chance(0.2):
        for _ in range(R.randint(1, 3)):
            lines.append(R.choice(["Export du logiciel de paie", "Association : l'exemple \"test\"", "", "Période du mois", ";;;"]))
    needed = [c for c in NEEDED[kind] if c in columns]
    if broken < 0.03 and needed:
        gone = columns.index(R.choice(needed))
        if not (kind == "etp" and columns[gone] == "etp" and "heures" in columns):
            headers[gone] = "Colonne perdue"
    elif broken < 0.045:
        headers.append(headers[0])
        extra_columns.append("x")
    names = headers + ([w for w in extra_columns if w != "x"])
    head = delimiter.join(cell(t) for t in names) + delimiter * trailing
    above = list(lines)
    lines.append(head)
    width = len(names)
    no_records = chance(0.15)
    shortened = R.randint(1, 2) if chance(0.25) else 0
    short = [b for b in range(1, 5) if chance(0.8)]
    notes = ["rien", "Durand, Anne", "dit \"Nono\"", "ligne 1" + end + "ligne 2", "a" + end + end + "b", "œuvre sociale", ""]
    for r in rows:
        cells = [r[c] for c in columns]
        while len(cells) < width:
            cells.append(R.choice(notes))
        if chance(0.02 * CARELESS):
            cells = cells[:-1] if chance(0.5) else cells + ["de trop"]
        # as Excel leaves out the last delimiters
        if shortened and (len(lines) - bool(lines[0].startswith("sep="))) // 16 in short:
            keep = max(n for n in range(width) if n == 0 or n < len(cells) and (columns + [""] * width)[n] in NEEDED[kind])
            lines.append(delimiter.join(cell(t) for t in cells[:max(keep + 1, width - shortened)]))
        else:
            lines.append(line(cells))
        if no_records and chance(0.15):
            lines.append(R.choice([
                head, delimiter.join(n.upper() for n in names), R.choice([a for a in above if not a.startswith("sep=")] or [head]),
                line(["Sous-total"] + [""] * (width - 1)), "Édité le 3 juin", delimiter * (width - 1) + "fin",
                line(["-"] + [""] * (width - 1)), "Page 12", '=""' + delimiter * (width - 1)]))
        if chance(0.06):
            lines.append(R.choice(["", delimiter * (width - 1), " ", '""' + delimiter + '""']))
    if rows and chance(0.12):
        label = R.choice(["TOTAL", "Total général", "total :", "Sous-total", "Totalisation"])
        at = 0 if columns[0] in ("mois", "poste_id", "beneficiaire_id", "date") else len(columns) - 1
        cells = [""] * width
        if at != 0 and columns[at] in ("poste_id", "mois", "salarie_id", "beneficiaire_id", "date_entree", "date", "instance"):
            at = 0
        cells[at] = label
        if at == 0 and columns[-1] in ("etp", "heures", "participants", "commune") and width == len(columns):
            cells[-1] = "12,5"
        lines.append(line(cells))
    if 0.045 < broken < 0.06:
        lines.append('P1"x' + delimiter * (width - 1))
    elif 0.06 < broken < 0.07:
        lines.append('"jamais fermé' + delimiter * (width - 1))
    if not rows and chance(0.06):
        lines.insert(len(above), "Les lignes au-dessus des en-têtes ne sont pas lues.")
    text = end.join(lines) + (end if chance(0.97 if tidy[a["id"]] else 0.6) else "")
    if tidy[a["id"]] and text.endswith(end) and chance(0.02):
        text = text[:-R.randint(1, 9)]
    if 0.07 < broken < 0.08:
        text += "Ã©"
    declared = a.get("encoding")
    encodings = ["utf-8", "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "8-bit", "8-bit"]
    encoding = R.choice(encodings)
    if encoding == "8-bit":
        encoding = declared if declared and declared != "utf-8" else "cp1252"
        if declared == "utf-8":
            encoding = "utf-8"
        text = text.replace("\u202f", "\u00a0").replace("\u2009", "\u00a0").replace("\u2212", "-")
        if encoding in ("cp850", "iso-8859-1", "macintosh", "macroman"):
            text = text.replace("\u2011", "-").replace("\u2013", "-")
        if encoding in ("iso-8859-1", "cp850"):
            text = text.replace("œ", "oe").replace("€", "EUR")
        if encoding == "iso-8859-15":
            text = text.replace("\u2013", "-")
    data = text.encode(encoding, "strict")
    if encoding in ("utf-16-le", "utf-16-be"):
        data = (b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff") + data
    elif encoding == "cp1252" and not declared and 0.08 < broken < 0.085:
        data += b"\x81"
    elif 0.085 < broken < 0.09:
        data += b"\x00"
    stem = {"etp": ["etp", "ETP"], "beneficiaires": ["beneficiaires", "Bénéficiaires"], "reunions": ["reunions", "Réunions"]}[kind]
    return "%s-%s.csv" % (stem[0] if chance(0.85) else stem[1], text_of(n)), data


MARKS = [" (1)", "(2)", " - Copie", " - Copie (2)", "-1", "_2", " copie", " - Copy"]
tidy = {a["id"]: chance(0.8) for a in associations}
for a in associations:
    jobs, paths = make_jobs(a), make_paths(a)
    low = int(a["member_from"][:4]) * 12 + int(a["member_from"][5:]) - 1
    high = int(a["member_until"][:4]) * 12 + int(a["member_until"][5:]) - 1 if "member_until" in a else 10 ** 9
    folder = "exports/" + a["id"] + "/"
    for n in range(start, min(LAST, month + 1) + 1):
        outside = n < low or n > high
        if outside and not chance(0.12):
            continue
        for kind in KINDS:
            owed = kind in a["owes"]
            if chance(LATE) or not owed and chance(0.75):
                continue
            rows = {"etp": lambda: etp_rows(a, jobs, n), "beneficiaires": lambda: path_rows(a, paths, n),
                    "reunions": lambda: meeting_rows(a, n)}[kind]()
            if chance(0.07):
                rows = []
            name, data = export(a, kind, n, rows)
            write(folder + name, data)
            if chance(0.02):
                other, more = export(a, kind, n, rows)
                if other != name:
                    write(folder + other, more)
            if chance(0.02):         # a copy beside the export
                write(folder + name[:-4] + R.choice(MARKS) + ".csv", data)
            elif chance(0.015):      # the copy alone, under a name that is nearly the export's
                os.remove(os.path.join(OUT, folder + name))
                write(folder + R.choice([name + ".csv", name + ".txt", "Copie de " + name, name[:-4] + R.choice(MARKS) + ".csv",
                                         name.replace("-", "_"), name.replace("-", " – ", 1)]), data)
            elif chance(0.015):      # the same file for another association
                write("exports/%s/%s" % (R.choice(association_ids), name), data)
    if chance(0.1):
        write(folder + "etp-2022-01.xlsx", b"PK\x03\x04")
    if chance(0.1):
        write(folder + "~$etp-2022-01.csv", b"x")
    if chance(0.05):
        write(folder + R.choice(["etp-2022-13.csv", "Thumbs.db", "etp-2022-01.csv.crdownload", "etp-2022-01.txt"]), b"mois\n")
os.makedirs(os.path.join(OUT, "exports"), exist_ok=True)
if chance(0.1):
    write("exports/inconnue/etp-2021-09.csv", b"mois\n")
