#!/usr/bin/env python3
"""generate.py ROWS SEED FILE: an `etp` export of May 2022, about 100 bytes a row, the same bytes for the same seed.

Every row is valid. One in ten has a quoted cell, one in a hundred a doubled quote in it, one in a thousand a line break.
"""
import random
import sys

ROWS, SEED, FILE = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
draw = random.Random(SEED)

AXES = ["alimentation", "mobilité inclusive", "transition", "Développement social local & citoyenneté active"]
COMMUNES = ["62427", "62250", "Carvin", "62110", "", "59350", "Hénin-Beaumont"]
CONTRACTS = ["cdi", "CDI", "cdd", "cddi", "pec", "apprentissage", "interim"]
STATUSES = ["existant", "existant", "existant", "créé", "en_cours", "consolidé", "supprimé"]
SCHEMES = ["", "", "", "aci", "ei", "etti"]
SEXES = ["f", "h", "x", "femme", "homme", ""]
FTE = ["1", "1,00", "0,8", "0.5", "50 %", "0,7333"]
TITLES = ["Mécanicien", "Maraîchère", "Aide de cuisine", "Chef d'équipe", "Agent polyvalent"]


def row(number):
    hours = draw.choice(["", "151,67", "121,33", "1 234,5" if number % 1000 == 0 else "75,83"])
    fte = draw.choice(FTE) if not hours or number % 3 else ""
    if hours and fte:
        hours = ""
    title = draw.choice(TITLES)
    if number % 10 == 0:
        title = '"%s ; atelier"' % title
        if number % 100 == 0:
            title = '"%s ""polyvalent"""' % title.strip('"')
        if number % 1000 == 0:
            title = '"%s\r\nsecond site"' % title.strip('"').replace('"', "")
    start = "%02d/%02d/%d" % (draw.randint(1, 28), draw.randint(1, 12), draw.randint(2005, 2021))
    end = "2023-%02d-%02d" % (draw.randint(1, 12), draw.randint(1, 28)) if number % 4 == 0 else ""
    return ";".join([
        "2022-05", "P%07d" % number, "S%07d" % (number * 7 % 10_000_000), draw.choice(AXES), draw.choice(COMMUNES),
        draw.choice(CONTRACTS), draw.choice(STATUSES), fte, hours, draw.choice(SCHEMES), draw.choice(SEXES), start, end,
        title]) + "\r\n"


with open(FILE, "wb") as out:
    out.write("Mois;Poste ID;Salarié;Axe;Commune;Contrat;Statut;ETP;Heures;Dispositif;Sexe;Date d'embauche;Fin de contrat;"
              "Intitulé\r\n".encode())
    for number in range(ROWS):
        out.write(row(number).encode())
