#!/usr/bin/env python3
"""hard.py OUT_DIR [--objects] [--mended]: the inputs of a programme whose reports are hard to lay out. Month: 2023-06.

Everything is as long, as many, as negative, as small or as empty as the contract lets it be, and no id is one of the
demonstration's: what counts on them (a chart, a sentence, a card) finds nothing here. The same bytes at each run.

--objects  key figures as {indicator, horizon, at}, with objectives and comments (4-reports.md); else as bare ids
--mended   what was missing or refused has come: run after a run without it, it gives an edition 2 full of revisions
OUT_DIR is replaced, if it is empty or was written by this script."""
import argparse
import json
import os
import re
import shutil
import sys
import unicodedata

START, MONTH = 2020 * 12 + 6, 2023 * 12 + 5            # 2020-07 … 2023-06: months are counted from year 0
PROGRAMME = "grands-lacs-solidaires"
LONGEST = 80                                           # of a label, in characters


def text_of(n):
    return "%04d-%02d" % (n // 12, n % 12 + 1)


def day_of(n, day):
    return "%02d/%02d/%04d" % (day, n % 12 + 1, n // 12)


def slug(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    return re.sub("[^a-z0-9]+", "-", "".join(c for c in text if not unicodedata.combining(c))).strip("-")


# ------------------------------------------------------------------ YAML, without a library: lists of one-line mappings

def flow(value):
    """A value as YAML's flow style: JSON is valid YAML; bare keys read better."""
    if isinstance(value, dict):
        return "{" + ", ".join("%s: %s" % (k, flow(v)) for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    # an id is bare, as people write it; a code of digits, a month and `f` keep their quotes, for YAML would read something else
    if isinstance(value, str) and re.fullmatch("[a-z][a-z]+([_-][a-z0-9]+)*", value) and value not in ("true", "false", "null"):
        return value
    return json.dumps(value, ensure_ascii=False)


def block(value, indent=""):
    """The outer levels in block style, the entries of a list one a line."""
    out = []
    for key, inner in value.items():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            out.append("%s%s:" % (indent, key))
            out += ["%s  - %s" % (indent, flow(entry)) for entry in inner]
        elif isinstance(inner, dict) and key not in ("label", "title", "legal", "csv", "contact", "minimum_stay_days"):
            out.append("%s%s:" % (indent, key))
            out += block(inner, indent + "  ")
        else:
            out.append("%s%s: %s" % (indent, key, flow(inner)))
    return out


def fr(text):
    return {"fr": text}


# ------------------------------------------------------------------ the programme

# Six axes; the last has neither job, path nor meeting: a row of zeros, a stack of nothing.
AXES = [
    ("se-nourrir", "Alimentation de proximité, épiceries solidaires & lutte contre la précarité"),
    ("reemployer", "Réemploi, réparation & économie circulaire : l'atelier, la boutique, la collecte"),
    ("se-loger", "Habitat participatif, rénovation énergétique & accompagnement vers le logement"),
    ("se-deplacer", "Mobilités solidaires en milieu rural : autopartage, vélo-école & garage"),
    ("prendre-soin", "Services à la personne, répit des aidants & santé communautaire"),
    ("numerique", "Inclusion numérique, fab-labs & données d'intérêt général (axe encore à ouvrir)"),
]
LIVE_AXES = [axis for axis, _ in AXES[:5]]

# One tracked from the start, one since eight months (a series that begins within the thirteen of Évolution), one from a month
# yet to come, one never; the only one with an axis is not tracked, so that every meeting by axis is nd.
INSTANCES = [
    {"id": "bureau", "label": fr("Bureau collégial élargi aux associations fondatrices & aux salariés"), "tracked_from": "2020-07"},
    {"id": "financeurs", "label": fr("Conférence annuelle des financeurs, des élus & des partenaires"), "tracked_from": "2022-11"},
    {"id": "assemblee", "label": fr("Assemblée générale ouverte aux habitantes & habitants"), "tracked_from": "2023-09"},
    {"id": "scientifique", "label": fr("Conseil scientifique & éthique de l'observatoire")},
    {"id": "ateliers", "label": fr("Ateliers thématiques de quartier"), "axe": "required"},
]

# Forty communes that do not exist (no INSEE number of the Marne goes so high), the first with a very long name.
FIRST_PARTS = ["Sainte-Marie-du-Lac-Nuisement-et-Saint-Genest", "Saint-Hilaire-le-Grand", "Bussy-la-Côte", "L'Épine-aux-Bois",
               "Œuilly-sous-Gland", "Vitry-l'Étang", "Ay-Essai", "Mont-Notre-Dame"]
LAST_PARTS = ["", "-en-Argonne", "-lès-Étangs", "-d'Essai", "-sur-Blaise"]
COMMUNES = [("51%03d" % (901 + 5 * a + b), first + last)
            for a, first in enumerate(FIRST_PARTS) for b, last in enumerate(LAST_PARTS)]
ELSEWHERE = ["59350", "75056", "2A004", "ailleurs"]

FORMS = ["Régie de quartier et de territoire", "Association intermédiaire", "Groupement d'employeurs pour l'insertion",
         "Ressourcerie & recyclerie", "Épicerie sociale et solidaire", "Jardin de cocagne", "Garage associatif & vélo-école",
         "Tiers-lieu nourricier", "Coopérative d'habitants", "Maison des aidants et du répit", "Foyer rural",
         "Chantier d'insertion"]
NAMES = ["L'Étoile & les Mains", "À l'Œuvre Ensemble", "Le Fil d'Ariane", "Les Bâtisseuses de l'Aube", "Pré-aux-Clercs"]
TAILS = [" de l'Argonne", " du Pays des Grands Lacs", " des vallées de la Blaise & de la Marne",
         " du Pays des Grands Lacs de Champagne & d'Argonne", " de l'Argonne, du Vallage & des Grands Lacs de Champagne méridionale"]
ASSOCIATIONS = 60
GIANT = 7                  # employs more than all others together: the bars of the others shrink to nothing
NEVER = 43                 # a member from the start that never sent anything
LATE = [3, 14, 25, 33, 48, 57]                         # no etp file for the month
SILENT = 21                # sends nothing since March 2023
REFUSED = 30               # the month's file lacks a required column
BAD_ROW = 17               # an FTE of 150 %: the file is accepted without the row
LATE_REGISTER = 5
GAP = (9, 2021 * 12 + 1)   # a file of 2021 that never came: what counts since the start stays provisional
LEFT = 59                  # a member until 2022-03: in the programme's rows, not in the month's
TEMP = 11                  # the one temporary worker, for the tiny share


def label_of(i):
    """About eighty characters: the tail that comes nearest."""
    head = "%s « %s »" % (FORMS[i % 12], NAMES[i // 12])
    return head + min(TAILS, key=lambda tail: abs(len(head + tail) - LONGEST))


def owes_register(i):
    return i % 5 in (0, 2)         # 24 associations


def association(i):
    entry = {"id": "m%02d-%s" % (i, slug(FORMS[i % 12])), "label": label_of(i)}
    if i == 0:
        entry["carrier"] = True
    entry["axes"] = sorted({axis_of(i, 0), axis_of(i, 2), AXES[5][0]})
    entry["commune"] = COMMUNES[i % 38][0]
    entry["member_from"] = text_of(START if i % 6 else START + i // 6)
    if i == LEFT:
        entry["member_until"] = "2022-03"
    entry["owes"] = ["etp"] + ["beneficiaires"] * owes_register(i) + ["reunions"] * (i < 2)
    return entry


def axis_of(i, job):
    return LIVE_AXES[(i + (i // 5 if job % 3 == 2 else 0)) % 5]


MEMBERS = None             # the entries of programme.yaml, once made (main)


def programme():
    return {
        "programme": {
            "id": PROGRAMME,
            "label": fr("Pôle territorial de coopération économique « Grands Lacs solidaires, d'Argonne en Vallage »"),
            "start": text_of(START), "illustrative": True,
            "legal": fr("Programme inventé pour l'essai de la mise en page ; toute ressemblance serait fortuite.")},
        "territory": {
            "id": "grands-lacs", "label": fr("Communauté de communes des Grands Lacs, de l'Argonne champenoise & du Vallage"),
            "compared_to": "champagne-essai",
            "communes": [{"id": code, "label": name, "postal": ["51%d90" % (n // 5 % 8)]} for n, (code, name) in enumerate(COMMUNES)]},
        "axes": [{"id": axis, "label": fr(label)} for axis, label in AXES],
        "instances": INSTANCES,
        "associations": MEMBERS,
        # no wait for files that were just written
        "rules": {"max_rejected_share": 0.2, "due_day": 15, "settle_seconds": 0, "retention_months": 120,
                  "minimum_stay_days": {"aci": 60}},
        "confidentiality": {"persons_threshold": 5, "sensitive_threshold": 11, "key_file": "../.bilan-key"}}


# ------------------------------------------------------------------ reference tables

TERRITORY = """territory,as_of,ess_posts,all_posts,share,source,status
grands-lacs,2019-12-31,4212,31200,13.5,"Estimation inventée pour l'essai, d'après une source au titre lui aussi très long (tableau 12, page 374)",hypothetical
grands-lacs,2021-12-31,4011,30854,13.0,"Estimation inventée pour l'essai",hypothetical
champagne-essai,2021-12-31,61200,600000,10.2,"Invention, elle aussi",official
"""
ANNUAL_HOURS = {"aci": 1820, "ei": 1505, "ai": 1607, "etti": 1607, "eiti": 1505, "permanent": 1820}


def full_time_hours():
    return "scheme,valid_from,annual_hours,kind,source\n" + "".join(
        "%s,2014-01-01,%d,paid,usage\n" % entry for entry in ANNUAL_HOURS.items())


# ------------------------------------------------------------------ the catalogue, under its own ids

ALL = ["mois", "annee", "programme"]
NOT_THERE = {"except": {"statut": ["en_cours", "supprime"]}}


def job_stock(**conditions):
    return {"count_stock": {"kind": "etp", "of": "poste", **conditions, **NOT_THERE}}


def employees(**conditions):
    return {"count_stock": {"kind": "etp", "of": "salarie", **conditions, **NOT_THERE}}


def amount(measure, of, **conditions):
    return {measure: {"kind": "etp", "of": of, **conditions}}


def people(**where):
    return {"count_persons": {"kind": "beneficiaires", **({"where": where} if where else {})}}


def paths(at, **where):
    return {"count_paths": {"kind": "beneficiaires", "at": at, **({"where": where} if where else {})}}


def share(of, over):
    return {"ratio": {"of": of, "over": over, "factor": 100}}


def meetings(measure, **parameters):
    return {measure: {"kind": "reunions", **parameters}}


def jobs_catalogue():
    made = {"count_first": {"kind": "etp", "status": "cree"}}
    # not only of the jobs that were made (no `after`): the balance of the whole programme can fall below zero
    gone = {"count_first": {"kind": "etp", "status": "supprime"}}
    temp = {"where": {"contrat": ["interim"]}}
    return [
        ("jobs_made", "Postes ouverts grâce au pôle", "postes", 0, made, ["axe", "association", "commune"], ALL,
         {"baseline": {"value": 60, "as_of": "2021-12", "source": "Dossier de candidature, page 41"}}),
        ("jobs_opening", "Recrutements lancés", "postes", 0, amount("count_stock", "poste", where={"statut": ["en_cours"]}),
         ["axe", "association"], ["mois"], {}),
        ("jobs_lasting", "Postes pérennisés", "postes", 0, {"count_first": {"kind": "etp", "status": "consolide"}},
         ["axe", "association", "commune"], ALL, {}),       # 0 everywhere: nothing is ever made lasting
        ("jobs_gone", "Postes fermés", "postes", 0, gone, ["axe", "association", "commune"], ALL, {}),
        ("jobs_balance", "Solde des postes", "postes", 0, {"difference": ["jobs_made", "jobs_gone"]},
         ["axe", "association", "commune"], ["annee", "programme"],
         {"baseline": {"value": -12, "as_of": "2021-12", "source": "Dossier de candidature"}}),
        ("fte_all", "Équivalents temps plein", "ETP", 2, amount("sum_stock", "etp", **NOT_THERE),
         ["axe", "association", "commune"], ["mois", "annee"], {}),
        ("fte_temp_share", "Part de l'intérim dans les ETP", "%", 2,
         share(amount("sum_stock", "etp", **temp), amount("sum_stock", "etp")), ["axe"], ["mois", "annee"], {}),
        ("hours_paid", "Heures payées en insertion", "heures", 2, amount("sum_flow", "heures", where={"dispositif": "known"}),
         ["axe", "association", "dispositif"], ALL, {}),
        # the same smallness under too few decimals: it must not print as 0
        ("hours_temp_share", "Part de l'intérim dans les heures", "%", 1,
         share(amount("sum_flow", "heures", where={"contrat": ["interim"], "dispositif": "known"}), "hours_paid"),
         ["axe"], ALL, {}),
        ("staff", "Salariées & salariés", "personnes", 0, employees(), ["axe", "association", "sexe"], ["mois"], {}),
        ("staff_lasting_share", "Part des CDI", "%", 1, share(employees(where={"contrat": ["cdi"]}), "staff"),
         ["axe", "association"], ["mois"], {}),
        ("jobs_local_share", "Part des postes dans le territoire", "%", 1, share(job_stock(within="territory"), job_stock()),
         ["association"], ["mois"], {}),
    ]


def ess_catalogue():
    def reference(territory, of, **more):
        return {"reference": {"territory": territory, "of": of, **more}}
    net = {"count_first": {"kind": "etp", "status": "cree", "within": "territory"}}
    lost = {"count_first": {"kind": "etp", "status": "supprime", "within": "territory"}}
    return [
        ("part_ess_locale", "Part de l'ESS, territoire", "%", 1, reference("grands-lacs", "share"), [], ["mois"], {}),
        ("part_ess_comparee", "Part de l'ESS, région", "%", 1, reference("champagne-essai", "share"), [], ["mois"], {}),
        ("avance_ess", "Avance sur la région", "points", 1,            # the gap is on the other side than the demonstration's
         {"difference": ["part_ess_comparee", "part_ess_locale"]}, [], ["mois"], {}),
        ("poids_du_pole", "Poids du pôle dans l'emploi", "points", 3,
         share({"difference": [net, lost]}, reference("grands-lacs", "all_posts")), ["axe"], ["programme"], {}),
        ("part_ess_revue", "Part de l'ESS, estimation du pôle", "%", 2,
         {"reference_share": {"territory": "grands-lacs", "plus": "jobs_balance", "within": "territory"}}, [], ["programme"],
         {"baseline": {"value": 13.5, "as_of": "2020-07", "source": "Dossier de candidature"}}),
        ("postes_ess_manquants", "Postes d'ESS manquants", "postes", 0,
         reference("grands-lacs", "missing_posts", against="champagne-essai"), [], ["mois"], {}),
    ]


def insertion_catalogue():
    exits = {"sortie": ["durable", "transition", "positive", "autre"]}
    return [
        ("people", "Personnes accompagnées", "personnes", 0, people(), ["axe", "association", "dispositif", "sexe", "commune"], ALL, {}),
        ("people_disabled", "Personnes reconnues handicapées", "personnes", 0, people(rqth=["oui"]),
         ["association", "dispositif"], ["annee"], {"tags": ["sensitive"]}),
        # six persons in all, one a scheme, under a threshold of eleven: each row and the total is hidden
        ("people_long_out", "Personnes inscrites depuis cinq ans", "personnes", 0, people(mois_chomage={"from": 60}),
         ["dispositif"], ["mois", "annee", "programme"], {"tags": ["sensitive"]}),
        ("people_women_share", "Part des femmes", "%", 1, share(people(sexe=["f"]), people(sexe="known")), ["association"], ["annee"], {}),
        ("entries", "Parcours commencés", "entrees", 0, paths("date_entree"), ["axe", "association"], ALL, {}),
        ("exits", "Parcours terminés", "sorties", 0, paths("date_sortie", **exits), ["association", "dispositif"], ALL, {}),
        ("exits_to_work_rate", "Sorties vers l'emploi ou la formation", "%", 1,
         share(paths("date_sortie", sortie=["durable", "transition", "positive"]), "exits"), ["association"], ["annee", "programme"],
         {"target": {"value": 60, "from": "2008-12", "source": "Circulaire DGEFP n° 2008-21"}}),
    ]


def meetings_catalogue():
    return [
        ("gatherings", "Rencontres tenues", "reunions", 0, meetings("count_meetings"), ["instance", "axe"], ALL, {}),
        # only of the instance that nobody tracks: nd, whatever is asked
        ("workshops", "Ateliers de quartier tenus", "reunions", 0, meetings("count_meetings", where={"instance": ["ateliers"]}),
         ["axe"], ALL, {}),
        ("workshop_public", "Habitantes & habitants aux ateliers", "participants", 0,
         meetings("sum_meetings", of="participants", where={"instance": ["ateliers"]}), ["axe"], ["mois", "annee"], {}),
        ("presence", "Présence des membres", "%", 1, meetings("attendance"), ["instance"], ["annee", "programme"], {}),
        ("guests", "Organisations invitées", "organisations", 0, meetings("sum_meetings", of="partenaires"), ["instance"],
         ["mois", "annee"], {}),
        ("files_share", "Fichiers reçus", "%", 0, {"delivery": {}}, ["association"], ["mois", "annee"],
         {"target": {"value": 100, "source": "Charte des membres"}}),
    ]


def catalogue():
    entries = []
    for name, label, unit, decimals, measure, by, horizons, more in (
            jobs_catalogue() + ess_catalogue() + insertion_catalogue() + meetings_catalogue()):
        entry = {"id": name, "label": fr(label), "definition": fr("%s, pour l'essai de la mise en page." % label), "unit": unit,
                 "decimals": decimals, "measure": measure}
        if by:
            entry["by"] = by
        entries.append({**entry, "horizons": horizons, **more})
    return {"indicators": entries}


# ------------------------------------------------------------------ the funders: one hard case a file

def column(text):
    """`jobs_made/annee`"""
    indicator, horizon = text.split("/")
    return {"indicator": indicator, "horizon": horizon}


def section(title, rows, columns, chart="none", sentence=None):
    return {"title": fr(title), "sentence": fr(sentence or "Ce que disent les exports, ligne par ligne."), "rows": rows,
            "columns": [column(text) for text in columns.split()], "chart": chart}


def objective(key, value, kind="objectif", at=None, until="2023-12"):
    place = {"at": at} if at else {}
    return {**column(key), **place, "from": "2020-07", "until": until, "value": value, "kind": kind,
            "source": "Convention pluriannuelle n° 2020-0417-GL, avenant 3, annexe financière & technique"}


COMMENT = ("Les fermetures de l'hiver tiennent à la fin d'un marché public ; les équipes ont été reclassées, pour les deux tiers "
           "d'entre elles, chez d'autres membres du pôle, et l'ouverture d'un second atelier est attendue pour l'automne, sous "
           "réserve de l'accord des services de l'État, du propriétaire & de l'assureur.")


def comment(key, at=None):
    return {**column(key), **({"at": at} if at else {}), "month": text_of(MONTH), "text": fr(COMMENT)}


def only_nd():
    """Meetings by axis: the one instance with an axis is not tracked. No figure of the report has a value."""
    return {
        "label": "Fondation de France & mécènes associés de l'Argonne", "title": "La vie des ateliers de quartier",
        "keys": "workshops/programme workshop_public/annee",
        "sections": [
            section("Les ateliers de quartier, axe par axe", "axe", "workshops/mois workshops/programme workshop_public/annee",
                    {"bar": ["workshops"]}),
            section("Les ateliers dans le temps", "axe", "workshops/annee", {"line": ["workshops"]})],
        "objectives": [objective("workshops/programme", 24)]}


def only_hidden():
    """Counts of one to ten persons under a threshold of eleven: s in each row of each section, and in the total of the first."""
    return {
        "label": "Agefiph – délégation régionale", "title": "Les publics les plus éloignés de l'emploi",
        "keys": "people_long_out/programme",
        "sections": [
            section("Inscrits depuis cinq ans et plus", "dispositif", "people_long_out/mois people_long_out/annee people_long_out/programme",
                    {"bar": ["people_long_out"]}),
            section("Handicap, par association", "association", "people_disabled/annee", {"bar": ["people_disabled"]}),
            section("Handicap, par dispositif", "dispositif", "people_disabled/annee", {"stacked": ["people_disabled"]})],
        "objectives": [objective("people_long_out/programme", 40, "conventionne")]}


def twelve_keys():
    """Twelve key figures of nine units and all horizons, and a table of twelve columns."""
    return {
        "label": "Préfecture de région – Secrétariat général pour les affaires régionales & Commissariat à la lutte contre la pauvreté",
        "title": "Suivi de la convention pluriannuelle d'objectifs du pôle territorial de coopération économique des Grands Lacs",
        "agreement_from": "2020-07",
        "contact": "Direction de l'économie, de l'emploi, du travail et des solidarités – pôle inclusion, bureau 412",
        "keys": "jobs_made/programme jobs_balance/programme fte_all/mois hours_paid/programme staff/mois part_ess_locale/mois "
                "avance_ess/mois people/programme exits_to_work_rate/annee gatherings/programme presence/annee files_share/mois",
        "sections": [
            section("Tout ce que l'on sait des postes, axe par axe, depuis le début", "axe",
                    "jobs_made/mois jobs_made/annee jobs_made/programme jobs_gone/mois jobs_gone/annee jobs_gone/programme "
                    "jobs_balance/annee jobs_balance/programme fte_all/mois fte_all/annee hours_paid/annee hours_paid/programme",
                    {"stacked": ["jobs_made", "jobs_gone"]},
                    "Postes ouverts, fermés et leur solde, équivalents temps plein et heures payées en insertion, au mois, depuis janvier "
                    "et depuis le début du programme, pour chacun des six axes du projet, y compris celui qui n'est pas encore ouvert."),
            # the same first 31 characters, which is what a sheet's name holds
            section("Tout ce que l'on sait des postes, axe par axe, depuis janvier", "axe", "jobs_made/annee jobs_gone/annee jobs_balance/annee",
                    {"bar": ["jobs_made", "jobs_gone", "jobs_balance"]}),
            section("Personnes, par sexe", "sexe", "people/annee people/programme staff/mois", {"bar": ["people", "staff"]}),
            section("Instances", "instance", "gatherings/annee gatherings/programme presence/annee guests/annee", {"bar": ["presence"]})],
        "objectives": [objective("jobs_made/programme", 120), objective("jobs_made/programme", 30, at={"axe": "numerique"}),
                       objective("jobs_balance/programme", 10), objective("hours_paid/programme", 1234567.89, "conventionne"),
                       objective("fte_all/mois", 700, "plafond"), objective("exits_to_work_rate/annee", 60)],
        "comments": [comment("jobs_balance/programme"), comment("hours_paid/programme"),
                     comment("jobs_made/programme", {"axe": "numerique"})]}


def one_key():
    """One key figure, no section, no agreement."""
    return {
        "label": "Crédit municipal", "title": "Le pôle en un chiffre", "keys": "jobs_balance/programme", "sections": [],
        "objectives": [objective("jobs_balance/programme", 0, "plafond", until="2023-06")],
        "comments": [comment("jobs_balance/programme")]}


def long_labels():
    """The funder's own words for the indicators, of up to 150 characters, in tables of few and of many rows."""
    return {
        "label": "Caisse d'allocations familiales, caisse primaire d'assurance maladie & mutualité sociale agricole réunies",
        "title": "L'emploi et l'insertion dans les associations du pôle, leur évolution & leur répartition entre les axes du projet",
        "agreement_from": "2024-01",
        "keys": "jobs_made/programme fte_all/annee hours_paid/programme staff_lasting_share/mois",
        "labels": {
            "jobs_made": "Nombre de postes de travail dont l'ouverture, constatée depuis le premier jour du programme, a été rendue "
                         "possible par les moyens mis en commun",
            "fte_all": "Volume de travail salarié, exprimé en équivalents temps plein annualisés, hors recrutements lancés & postes fermés",
            "hours_paid": "Heures rémunérées des salariées & salariés en parcours d'insertion, congés compris, tous dispositifs confondus",
            "staff_lasting_share": "Proportion des salariées & salariés titulaires d'un contrat à durée indéterminée, à temps plein ou partiel"},
        "sections": [
            section("Axe par axe", "axe", "jobs_made/programme fte_all/mois fte_all/annee hours_paid/programme staff_lasting_share/mois",
                    {"bar": ["jobs_made", "fte_all"]}),
            section("Heures par dispositif", "dispositif", "hours_paid/mois hours_paid/annee hours_paid/programme", {"bar": ["hours_paid"]})],
        "objectives": [objective("jobs_made/programme", 100, at={"axe": axis}) for axis in LIVE_AXES],
        "comments": [comment("fte_all/mois", {"axe": "se-nourrir"})]}


def many_rows():
    """Sixty associations, forty communes and elsewhere; one association above all others."""
    return {
        "label": "Conseil départemental – direction de l'insertion & des territoires", "title": "Le pôle, membre par membre & commune par commune",
        "agreement_from": "2022-01", "keys": "jobs_made/programme fte_all/mois hours_paid/annee people/annee files_share/annee",
        # a key figure of one member, under the member's long name
        "key_cells": [{**column("fte_all/mois"), "at": {"association": MEMBERS[GIANT]["id"]}},
                      {**column("jobs_made/programme"), "at": {"commune": COMMUNES[2][0]}}],
        "sections": [
            section("Les soixante associations membres du pôle", "association",
                    "jobs_made/programme jobs_gone/programme jobs_balance/programme fte_all/mois jobs_local_share/mois", {"bar": ["fte_all"]}),
            section("Soldes par association", "association", "jobs_balance/annee jobs_balance/programme", {"bar": ["jobs_balance"]}),
            section("Les quarante communes du territoire", "commune", "jobs_made/programme jobs_gone/programme jobs_balance/programme fte_all/mois",
                    {"stacked": ["jobs_made", "jobs_gone"]}),
            section("Communes, en ligne", "commune", "fte_all/annee people/programme", {"line": ["fte_all"]}),
            section("Heures & fichiers", "association", "hours_paid/annee hours_paid/programme files_share/annee", {"bar": ["hours_paid"]})],
        "objectives": [objective("hours_paid/annee", 250000, "conventionne"), objective("people/annee", 150)],
        "comments": [comment("jobs_made/programme", {"commune": COMMUNES[0][0]})]}


def below_zero():
    """Balances below zero in total and on most axes, an indicator of zeros, shares of some hundredths of a percent."""
    return {
        "label": "Région (service de l'ESS)", "title": "Ce que le pôle ouvre, et ce qui ferme",
        "agreement_from": "2020-07",
        "keys": "jobs_balance/programme jobs_lasting/programme fte_temp_share/mois hours_temp_share/annee poids_du_pole/programme "
                "part_ess_revue/programme postes_ess_manquants/mois avance_ess/mois",
        "sections": [
            section("Soldes par axe", "axe", "jobs_made/programme jobs_gone/programme jobs_balance/annee jobs_balance/programme",
                    {"bar": ["jobs_balance"]}),
            section("Ouvertures et soldes", "axe", "jobs_made/programme jobs_balance/programme", {"stacked": ["jobs_made", "jobs_balance"]}),
            section("Rien nulle part", "axe", "jobs_lasting/mois jobs_lasting/annee jobs_lasting/programme", {"bar": ["jobs_lasting"]}),
            section("Rien dans aucune commune", "commune", "jobs_lasting/programme", {"stacked": ["jobs_lasting"]}),
            section("Presque rien", "axe", "fte_temp_share/mois hours_temp_share/annee poids_du_pole/programme",
                    {"bar": ["fte_temp_share"]})],
        "objectives": [objective("jobs_balance/programme", -20, "plafond"), objective("jobs_lasting/programme", 0),
                       objective("poids_du_pole/programme", 0.5)],
        "comments": [comment("fte_temp_share/mois"), comment("jobs_lasting/programme")]}


FUNDERS = {"rien-de-connu": only_nd, "tout-masque": only_hidden, "douze-chiffres": twelve_keys, "un-seul-chiffre": one_key,
           "longs-libelles": long_labels, "beaucoup-de-lignes": many_rows, "sous-zero": below_zero}


def funder(name, objects):
    """A bare key figure takes the indicator's longest horizon, whatever stands above behind its slash, and has no cell."""
    case = FUNDERS[name]()
    head = {"id": name, "label": fr(case["label"]), "title": fr(case["title"])}
    for key in ("contact", "agreement_from"):
        if key in case:
            head[key] = case[key]
    keys = [column(text) for text in case["keys"].split()]
    out = {"funder": head, "csv": {"separator": ";", "decimal": ",", "bom": True, "line_end": "crlf"},
           "key_figures": keys + case.get("key_cells", []) if objects else [key["indicator"] for key in keys]}
    if objects:
        out.update({key: case[key] for key in ("objectives", "comments") if key in case})
    if "labels" in case:
        out["labels"] = case["labels"]
    out["sections"] = case["sections"]
    return out


# ------------------------------------------------------------------ etp: jobs and employees

# Per association, by its first axis: jobs made, jobs ended. More end than begin, in all and on four axes of five.
BALANCE = [(2, 0), (0, 2), (1, 2), (1, 1), (0, 2)]


def spread(i, k):
    """A month of the programme after the first, by association and job: all years, the last months too."""
    return START + 1 + (13 * i + 17 * k) % 35


def commune_of(i, k):
    if (i + k) % 9 == 4:
        return ELSEWHERE[(i + k) // 9 % 4]
    return COMMUNES[(7 * i + k) % 38][0]           # two communes of forty have no job


def job(i, k, status, n, employee="", fte="1", **more):
    return {"mois": text_of(n), "poste_id": "M%02d-%03d" % (i, k), "salarie_id": employee, "axe": axis_of(i, k),
            "commune": commune_of(i, k), "contrat": "cdi", "statut": status, "etp": fte, "heures": "", "dispositif": "",
            "sexe": ["f", "h", "f", "h", "", "f", "x"][(i + k) % 7], **more}


def usual_jobs(i, n):
    """The jobs that stood before the programme, some of which end: one last row says so."""
    rows = []
    made, ended = BALANCE[i % 5]
    for k in range(3 + i % 3):
        end = spread(i, k) if k < ended else None
        if end is None or n < end:
            rows.append(job(i, k, "existant", n, "S%02d%03d" % (i, k), ["1", "0,8", "0,5"][k % 3]))
        elif n == end:
            rows.append(job(i, k, "supprime", n, fte="0"))
    for k in range(20, 20 + made):
        if n >= spread(i, k):
            rows.append(job(i, k, "cree", n, "S%02d%03d" % (i, k), contrat=["cdi", "cdd"][i % 2]))
    if i % 7 == 3 and n >= MONTH - 2:
        rows.append(job(i, 40, "en_cours", n))
    return rows


def insertion_jobs(i, n):
    """Up to two in most associations; hundreds in one, ever more. Hours of a full time, whatever the scheme's are."""
    count = 100 + 4 * (n - START) if i == GIANT else i % 3
    scheme = ["aci", "ei", "ai", "etti", "eiti"][0 if i == GIANT else i % 5]
    hours = "%.2f" % (ANNUAL_HOURS[scheme] / 12)
    return [job(i, 100 + k, "existant", n, "I%02d%03d" % (i, k), contrat="cddi", heures=hours.replace(".", ","), dispositif=scheme)
            for k in range(count)]


def etp_rows(i, n):
    rows = usual_jobs(i, n) + insertion_jobs(i, n)
    if i == TEMP:                                  # of some 440 FTE: 0.03 %
        rows.append(job(i, 60, "existant", n, "T001", "0,13", contrat="interim", heures="17,41", dispositif="etti"))
    return rows


# ------------------------------------------------------------------ beneficiaires: the registers

PATH_SCHEMES = ["aci", "ei", "ai", "etti", "eiti", "autre"]
REGISTERS = [i for i in range(ASSOCIATIONS) if owes_register(i)]


def path_rows(i, n):
    """Each association keeps one scheme; its first one to three persons stay and are the disabled ones, so that every such count
    is small, by association and by scheme. The first path of the first six associations is the one of a person long out of work."""
    j = REGISTERS.index(i)
    rows = []
    for p in range(6 + i % 7):
        stays = p < 1 + j // 6 % 3
        begun = START + (0 if stays else (11 * j + 5 * p) % 36)
        ended = begun + 8 + (i + p) % 12
        if begun > n:
            continue
        left = not stays and ended <= n
        rows.append({"beneficiaire_id": "B%02d-%02d" % (i, p), "dispositif": PATH_SCHEMES[j % 6], "axe": axis_of(i, p),
                     "date_entree": day_of(begun, 3 + p), "date_sortie": day_of(ended, 20) if left else "",
                     "sortie": ["durable", "transition", "positive", "autre", "autre"][(i + p) % 5] if left else "",
                     "sexe": ["f", "h", "f", "h", ""][(j + p) % 5], "rqth": "oui" if stays else "non",
                     "mois_chomage": "72" if p == 0 and j < 6 else str((7 * p + j) % 40), "commune": COMMUNES[(3 * i + p) % 40][0]})
    return rows


# ------------------------------------------------------------------ reunions: told by the carrier and the secretary

def meeting(n, day, instance, axe="", members="", participants=""):
    return {"date": day_of(n, day), "instance": instance, "axe": axe, "etat": "tenue", "membres": members,
            "participants": participants, "partenaires": "3"}


def meeting_rows(i, n):
    some = " | ".join(m["id"] for k, m in enumerate(MEMBERS) if k % 3 != n % 3 and k != LEFT and m["member_from"] <= text_of(n))
    rows = [meeting(n, 8, "bureau", members=some, participants=str(20 + n % 7))]
    if n % 3 == 1:
        rows.append(meeting(n, 15, "financeurs", members="tous", participants="1 204"))
    if n % 6 == 5:
        rows.append(meeting(n, 22, "assemblee", participants="350"))
    rows.append(meeting(n, 24, "ateliers", axe=LIVE_AXES[n % 5], participants="40"))
    return rows


# ------------------------------------------------------------------ what is sent, and what is not

def csv_text(rows, header=None):
    header = header or list(rows[0])
    lines = [header] + [[row[name] for name in header] for row in rows]
    return "".join(";".join(line) + "\r\n" for line in lines)


def is_missing(i, kind, n):
    return (i == NEVER or i == SILENT and n > MONTH - 4 or (i, n) == GAP and kind == "etp"
            or n == MONTH and (kind == "etp" and i in LATE or kind == "beneficiaires" and i == LATE_REGISTER))


def damaged(i, kind, n, rows):
    """The month's faults: a file refused as a whole, and a row of another."""
    if (kind, n) != ("etp", MONTH):
        return csv_text(rows)
    if i == BAD_ROW:
        rows[0]["etp"] = "150 %"
    return csv_text(rows, [name for name in rows[0] if name != "statut"] if i == REFUSED else None)


def exports(mended):
    """(path, text) of each file that is sent. The one that never sent anything never does, mended or not."""
    makers = {"etp": etp_rows, "beneficiaires": path_rows, "reunions": meeting_rows}
    for i, member in enumerate(MEMBERS):
        for n in range(START, MONTH + 1):
            if not member["member_from"] <= text_of(n) <= member.get("member_until", text_of(MONTH)):
                continue
            for kind in member["owes"]:
                if i == NEVER or is_missing(i, kind, n) and not mended:
                    continue
                rows = makers[kind](i, n)
                text = csv_text(rows) if mended else damaged(i, kind, n, rows)
                yield "exports/%s/%s-%s.csv" % (member["id"], kind, text_of(n)), text


# ------------------------------------------------------------------ writing

def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def clear(folder):
    """Never somebody else's folder."""
    if not os.path.isdir(folder) or not os.listdir(folder):
        return
    try:
        ours = "id: " + PROGRAMME in open(os.path.join(folder, "programme.yaml"), encoding="utf-8").read()
    except OSError:
        ours = False
    if not ours:
        sys.exit("hard.py: %s is not empty, and was not written by this script" % folder)
    shutil.rmtree(folder)


def check_labels():
    """What makes the programme hard is what a later hand could shorten unawares."""
    labels = [m["label"] for m in MEMBERS]
    assert len(set(labels)) == ASSOCIATIONS and all(70 <= len(label) <= 90 for label in labels), sorted(map(len, labels))
    assert all(len(label) <= LONGEST for _, label in AXES), [len(label) for _, label in AXES]


def main():
    global MEMBERS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="OUT_DIR")
    parser.add_argument("--objects", action="store_true")
    parser.add_argument("--mended", action="store_true")
    options = parser.parse_args()
    MEMBERS = [association(i) for i in range(ASSOCIATIONS)]
    check_labels()
    clear(options.folder)
    for path, value in [("programme.yaml", programme()), ("indicators.yaml", catalogue())] + [
            ("funders/%s.yaml" % name, funder(name, options.objects)) for name in FUNDERS]:
        write(options.folder, path, "\n".join(block(value)) + "\n")
    write(options.folder, "reference/territory.csv", TERRITORY)
    write(options.folder, "reference/full-time-hours.csv", full_time_hours())
    for path, text in exports(options.mended):
        write(options.folder, path, text)


if __name__ == "__main__":
    main()
