#!/usr/bin/env python3
"""The letter's facts, counted from the exports by an independent hand: letter.py INPUTS_DIR MONTH

Knows nothing of bilan: standard library only, no programme.yaml, no validation. It serves the demonstration data alone.
"""
import csv, io, json, pathlib, re, sys, unicodedata
from datetime import datetime

inputs, month = pathlib.Path(sys.argv[1]), sys.argv[2]
JOB = {"poste", "poste id", "id poste", "n poste"}
STATUS = {"statut", "statut de l emploi", "situation"}
AXIS = {"axe", "axe ptce", "thematique"}
DATE, INSTANCE, STATE = {"date", "date de reunion"}, {"instance", "type de reunion"}, {"etat", "statut"}
AXES = {"alimentation": "alimentation", "developpement": "developpement-social", "citoyennete": "developpement-social",
        "mobilite": "mobilite", "transition": "transition", "economie": "transition"}
INSTANCES = {"conseil d administration": "ca", "comite de pilotage": "copil", "cofil": "copil",
             "comite technique": "cotech", "groupe de travail": "g2t"}

def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return re.sub(r"[\W_]+", " ", text).strip()

def text(path):
    raw = path.read_bytes()
    if raw[:2] == b"\xff\xfe": return raw[2:].decode("utf-16-le")
    try: return raw.decode("utf-8-sig")
    except UnicodeDecodeError: return raw.decode("cp1252")

def rows(path, *wanted):
    """The cells under the wanted headers, row by row; the delimiter is the one that finds all of them."""
    for delimiter in ";,\t|":
        table = list(csv.reader(io.StringIO(text(path), newline=""), delimiter=delimiter))
        for at, line in enumerate(table):
            names = [plain(cell) for cell in line]
            found = [next((i for i, n in enumerate(names) if n in w), None) for w in wanted]
            if None in found: continue
            yield from ([r[i].strip() for i in found] for r in table[at + 1:] if len(r) > max(found))
            return
    sys.exit(f"{path}: no header found")

def files(kind):
    for path in sorted(inputs.glob(f"exports/*/{kind}-????-??.csv"), key=lambda p: p.stem[-7:]):
        if path.stem[-7:] <= month: yield path.parent.name, path.stem[-7:], path

created, recruiting = {}, set()          # created: the job's axis in its first month in `cree`
for association, at, path in files("etp"):
    for job, status, axis in rows(path, JOB, STATUS, AXIS):
        if plain(status) == "cree": created.setdefault((association, job), AXES[plain(axis).split()[0]])
        if plain(status) == "en cours" and at == month: recruiting.add((association, job))

held = set()
for _, _, path in files("reunions"):
    for date, instance, state in rows(path, DATE, INSTANCE, STATE):
        if not date or plain(state) not in ("", "tenue"): continue
        day = datetime.strptime(date, "%d/%m/%Y" if len(date) == 10 else "%d/%m/%y").date().isoformat()
        held.add((day, INSTANCES.get(plain(instance), plain(instance))))

def per(values): return {v: values.count(v) for v in sorted(set(values))}
print(json.dumps({
    "month": month,
    "emplois_crees": {"programme": len(created), "axe": per(list(created.values()))},
    "emplois_crees_ou_en_cours": len(created.keys() | recruiting),
    "reunions_tenues": {"annee": per([i for d, i in held if d[:4] == month[:4]]), "programme": per([i for _, i in held])},
}, indent=2, ensure_ascii=False))
