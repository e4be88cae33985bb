#!/usr/bin/env python3
"""try_mappings.py BILAN INPUTS [NAME ...]: README.md says what is compared."""
import glob, os, re, shutil, subprocess, sys, tempfile
here = os.path.dirname(os.path.abspath(__file__))
bilan, inputs, only = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
HEADER = {"etp": "mois,poste_id,salarie_id,axe,commune,contrat,statut,etp,heures,dispositif,sexe,date_debut,date_fin",
          "beneficiaires": "beneficiaire_id,cle_personne,dispositif,axe,date_entree,date_sortie,sortie,sexe,naissance,rsa,rqth,qpv,mois_chomage,commune",
          "reunions": "date,instance,axe,etat,membres,participants,partenaires"}
def run(*a): return subprocess.run([bilan, *a], capture_output=True, text=True, errors="replace")
def months(first, last):
    y, m = map(int, first.split("-"))
    while "%04d-%02d" % (y, m) <= last:
        yield "%04d-%02d" % (y, m)
        y, m = y + m // 12, m % 12 + 1
def attempt(case):
    lines = [l.partition(" ")[::2] for l in open(case + "/checks", encoding="utf-8").read().splitlines() if l.strip()]
    one = dict(l for l in lines if l[0] in ("month", "kind", "series", "from", "exit"))
    series = one["series"].split() if "series" in one else None                    # first and last month
    since = series[0] if series else one.get("from", "")
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        association = os.path.basename(glob.glob(case + "/inputs/mappings/*.yaml")[0])[:-5]
        for copy, overlay, to in (("mapped", case + "/inputs", ""), ("expected", case + "/expected", "exports")):
            at = folder + "/" + copy + "/inputs"
            shutil.copytree(inputs, at)
            own = at + "/exports/" + association
            for n in os.listdir(own):
                g = re.search(r"(?i)\A%s-(\d{4}-\d\d)" % one["kind"], n)
                if g and g.group(1) >= since: os.remove(own + "/" + n)
            if copy == "expected" and series:
                for m in months(*series): open("%s/%s-%s.csv" % (own, one["kind"], m), "w").write(HEADER[one["kind"]] + "\n")
            if os.path.isdir(overlay): shutil.copytree(overlay, os.path.join(at, to), dirs_exist_ok=True)
        def bil(copy, verb, *more): return run(verb, one["month"], *more, "--inputs", "%s/%s/inputs" % (folder, copy), "--reports", "%s/%s/reports" % (folder, copy))
        checked = bil("mapped", "check")
        for verb, rest in lines:
            if verb in ("say", "unsay") and bool(re.search(rest, checked.stdout + checked.stderr, re.I)) != (verb == "say"): wrong.append(verb + " " + rest)
        if "exit" in one:
            if checked.returncode != int(one["exit"]): wrong.append("exit %d" % checked.returncode)
            return wrong
        a, b = bil("mapped", "figures", "--compute"), bil("expected", "figures", "--compute")
        if b.returncode or not b.stdout: wrong.append("the expected exports give no figures: " + b.stderr[-200:])
        if a.stdout != b.stdout:
            x, y = a.stdout.splitlines(), b.stdout.splitlines()
            wrong += ["%d lines differ; exit %d" % (len(set(x) ^ set(y)), a.returncode)] + ["mapped   " + l for l in x if l not in set(y)][:3] + ["expected " + l for l in y if l not in set(x)][:3]
    return wrong
bad = total = 0
for name in sorted(os.listdir(here)):
    if not os.path.exists(os.path.join(here, name, "checks")) or only and name not in only: continue
    wrong = attempt("%s/%s" % (here, name)); total += 1; bad += bool(wrong)
    print(("wrong" if wrong else "right"), name, *("\n      " + w for w in wrong))
print("%d of %d right" % (total - bad, total))
