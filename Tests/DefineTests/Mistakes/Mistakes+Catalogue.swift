extension Mistake {
  /// In indicators.yaml, the funders' files and the reference tables.
  static let catalogue: [Mistake] = [
    Mistake(
      indicators, "    unit: ETP\n", "    unit: postes\n", at: "    unit: postes\n    decimals: 2",
      "l'unité « postes » ne va pas avec la mesure", "attendu : ETP"),
    Mistake(
      indicators, "difference: [emplois_crees, emplois_supprimes]", "difference: [emplois_crees, emplois_suprimes]",
      "l'indicateur « emplois_suprimes » n'existe pas", "vouliez-vous dire « emplois_supprimes » ?"),
    Mistake(
      indicators, "value: 15, as_of: 2022-05", "value: 15,5, as_of: 2022-05", "« 15,5 »", "écrire 15.5"),
    Mistake(
      indicators, "status: consolide}}", "status: consolidé}}", "« consolidé » est inconnu",
      "vouliez-vous dire « consolide » ?"),
    Mistake(
      indicators, "{count_stock: {kind: etp, of: poste, where: {statut: [en_cours]}}}",
      "{count_stok: {kind: etp, of: poste, where: {statut: [en_cours]}}}", "mesure inconnue « count_stok »",
      "vouliez-vous dire « count_stock » ?"),
    Mistake(
      indicators, "  - id: etp_crees\n", "  - id: etp créés\n", "« etp créés »", "écrire « etp_crees »"),
    Mistake(
      indicators, "    by: [axe, association, dispositif]\n    horizons: [mois, annee]\n    baseline",
      "    by: [axe, association, instance]\n    horizons: [mois, annee]\n    baseline",
      at: "    by: [axe, association, instance]", "« instance » ne va pas avec la mesure", "commune",
      standsAlone: true),
    Mistake(
      indicators, "{below: 26}", "{from: 30, to: 26}", "aucun nombre n'est entre 30 et 26"),
    Mistake(
      indicators, "tags: [sensitive]", "tags: [sensible]", "« sensible » ne protège rien",
      "vouliez-vous dire « sensitive » ?"),
    Mistake(
      indicators, "{reference: {territory: cahc, of: share}}", "{reference: {territory: chac, of: share}}",
      "reference/territory.csv n'a pas de ligne pour « chac »", "vouliez-vous dire « cahc » ?"),
    Mistake(
      indicators, "    definition: {fr: \"Salariés distincts du mois.\"}\n", "", at: "  - id: effectif",
      "clé manquante : definition"),
    Mistake(
      indicators, "    horizons: [programme]\n    baseline: {value: 9",
      "    horizons: [programme, programme]\n    baseline: {value: 9", at: "    horizons: [programme, programme]",
      "« programme » est écrit deux fois"),
    Mistake(
      indicators, "  - id: completude\n", "  - id: entrees\n", at: "  - id: entrees\n    label: {fr: \"Complétude",
      "« entrees » est écrit deux fois", standsAlone: true),
    Mistake(
      indicators, "at: {instance: copil, horizon: programme}", "at: {instance: ca, horizon: annee}",
      at: "{value: 3, as_of: 2022-05, at: {instance: ca", "il y a déjà une valeur pour cette cellule"),
    Mistake(
      indicators, "factor: 100}}\n    by: [axe, association]", "factor: 0}}\n    by: [axe, association]",
      at: "over: effectif, factor: 0", "« 0 »", "un facteur"),
    Mistake(
      indicators, "of: etp, prefer: heures,", "of: heures, prefer: heures,", "prefer ne va qu'avec of: etp",
      standsAlone: true),
    Mistake(
      indicators, "    unit: heures\n", "    unit: \"heures\n", "guillemet non fermé", standsAlone: true),
    Mistake(indicators, "    unit: heures\n", "    unit heures\n", "deux-points manquant", standsAlone: true),
    Mistake(
      indicators, "{fr: \"Emplois en cours de création\", en", "{fr: \"Emplois : en cours\" en", "YAML mal formé",
      standsAlone: true),
    Mistake(
      region, "  - {indicator: emplois_crees_ou_en_cours, horizon: programme}\n  - {indicator: creation_nette",
      "  - {indicator: emploi_crees_ou_en_cours, horizon: programme}\n  - {indicator: creation_nette",
      at: "emploi_crees_ou_en_cours", "« emploi_crees_ou_en_cours » est inconnu",
      "vouliez-vous dire « emplois_crees_ou_en_cours » ?"),
    Mistake(
      region, "at: {axe: mobilite}, from", "at: {axe: mobilites}, from", "« mobilites » est inconnu",
      "vouliez-vous dire « mobilite » ?"),
    Mistake(
      region, "from: 2021-07, until: 2022-12, value: 20", "from: 2021-07, until: 2021-01, value: 20",
      "finit (until) avant de commencer (from)"),
    Mistake(region, "  id: region\n", "  id: regions\n", "l'id du financeur (regions) n'est pas le nom du fichier"),
    Mistake(
      region, "line_end: crlf", "line_end: cr", "« cr » est inconnu", "crlf, lf"),
    Mistake(
      cahc, "    chart: {bar: [contribution_ptce]}", "    chart: {bar: [contribution]}", "« contribution » est inconnu",
      "contribution_ptce"),
    Mistake(
      cahc, "{indicator: part_postes_territoire, horizon: mois}", "{indicator: part_postes_territoire, horizon: annee}",
      "« part_postes_territoire » n'a pas l'horizon « annee »", "attendu : mois"),
    Mistake(
      cahc, "    rows: commune\n", "    rows: communes\n", "« communes » est inconnu", "vouliez-vous dire « commune » ?"
    ),
    Mistake(
      cahc, "  - {indicator: completude, horizon: mois}\n",
      "  - {indicator: completude, horizon: mois}\n  - {indicator: reunions_tenues, horizon: programme}\n",
      at: "  - {indicator: reunions_tenues, horizon: programme}\ncomments", "ce chiffre clé est déjà dans la liste"),
    Mistake(
      departement, "  beneficiaires_qpv: {fr", "  beneficiaires_qvp: {fr", "« beneficiaires_qvp » est inconnu",
      "vouliez-vous dire « beneficiaires_qpv » ?"),
    Mistake(
      departement, "labels: ", "labels:\n  emplois_crees: {fr: \"Créés\"}\n  # ", at: "  emplois_crees: {fr",
      "ce rapport ne montre pas « emplois_crees »"),
    Mistake(
      departement, "month: 2022-05, text", "month: 2021-05, text", "2021-05 précède le début du programme"),
    Mistake(
      cahc, "title: {fr: \"Associations porteuses\"}", "title: {fr: \"Emplois par commune\"}",
      at: "title: {fr: \"Emplois par commune\"}\n    sentence: {fr: \"Emplois créés ou en cours de création, équiv",
      "deux sections ont le même titre"),
    Mistake(
      territory, "cahc,2021-12-31,3330,37000,9.0", "cahc,31/12/2021,3330,37000,\"9,5 %\"", "colonne share", "« 9,5 % »",
      "la part que disent les postes (9 %)"),
    Mistake(
      territory, ",official\n", ",officiel\n", "colonne status : « officiel » est inconnu",
      "vouliez-vous dire « official » ?"),
    Mistake(
      territory, "territory,as_of", "territoire,as_of", "colonne manquante : territory", "« territoire »",
      standsAlone: true),
    Mistake(hours, "aci,2014-01-01,1820,paid", "aci,2014-13-01,1820,paid", "colonne valid_from : « 2014-13-01 »"),
    Mistake(
      hours, "eiti,2019-01-01,1505,worked", "eiti,2019-01-01,15050,worked", "colonne annual_hours : « 15050 »",
      "de 1 à 8784"),
    Mistake(
      hours, "ai,2014-01-01,1607,paid,\"usage, à confirmer par le programme\"", "ai,2014-01-01,1607,paid,",
      "colonne source : vide", "une source"),
    Mistake(
      hours, "permanent,2002-01-01", "permanents,2002-01-01", "colonne scheme : « permanents » est inconnu",
      "vouliez-vous dire « permanent » ?"),
  ]

  static let indicators = "indicators.yaml"
  static let region = "funders/region.yaml"
  static let cahc = "funders/cahc.yaml"
  static let departement = "funders/departement.yaml"
  static let territory = "reference/territory.csv"
  static let hours = "reference/full-time-hours.csv"
}
