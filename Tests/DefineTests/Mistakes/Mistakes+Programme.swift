extension Mistake {
  /// In programme.yaml and acknowledged.yaml.
  static let programme: [Mistake] = [
    Mistake(
      programmeFile, "  start: 2021-07 ", "  debut: 2021-07 ", "clé inconnue « debut »",
      "vouliez-vous dire « start » ?",
      standsAlone: true),
    Mistake(
      programmeFile, "illustrative: true", "illustratif: true", "clé inconnue « illustratif »",
      "vouliez-vous dire « illustrative » ?"),
    Mistake(
      programmeFile, "illustrative: true", "illustrative: oui", "« oui » ; attendu : true ou false", standsAlone: true),
    Mistake(
      programmeFile, "axes: [mobilite]", "axes: [mobilité]", "« mobilité » est inconnu", "alimentation",
      "vouliez-vous dire « mobilite » ?"),
    Mistake(
      programmeFile, "{id: mobilite, label", "{id: mobilité, label", "« mobilité »", "attendu : un identifiant",
      "écrire « mobilite »", standsAlone: true),
    Mistake(
      programmeFile, "{id: compagnons-batisseurs,", "{id: Compagnons Batisseurs,", "« Compagnons Batisseurs »",
      "écrire « compagnons-batisseurs »", standsAlone: true),
    Mistake(
      programmeFile, "axes: [transition, developpement-social]", "axes: [transition, transition]",
      "« transition » est écrit deux fois"),
    Mistake(
      programmeFile, "owes: [etp, reunions]}", "owes: [etp, reunion]}", "« reunion » est inconnu",
      "vouliez-vous dire « reunions » ?"),
    Mistake(
      programmeFile, "commune: \"62250\", member_from: 2021-07", "commune: 6225, member_from: 2021-07", "« 6225 »",
      "un code INSEE de cinq caractères"),
    Mistake(
      programmeFile, "{id: die, label: \"DIE\", axes",
      "{id: die, label: \"DIE\", aliases: [\"Adds\"], axes",
      "« Adds » désigne déjà « adds »", standsAlone: true),
    Mistake(
      programmeFile, "aliases: [\"cofil\", \"comité de pilotage\"]", "aliases: [\"cofil\", \"COFIL\"]",
      "« COFIL » est écrit deux fois"),
    Mistake(
      programmeFile, "{id: cotech, label: {fr: \"Comité technique\"}", "{id: cotech, label: {fr: \"Cofil\"}",
      "« Cofil » désigne déjà « copil »", standsAlone: true),
    Mistake(
      programmeFile, "{id: die, label", "{id: adds, label", at: "{id: adds, label: \"DIE\"",
      "« adds » est écrit deux fois",
      "déjà ligne", standsAlone: true),
    Mistake(
      programmeFile, "member_from: 2021-07, owes: [etp], columns: {etp: {poste_id: [\"Poste\"]}}}\n  - {id: comp",
      "member_from: 2021-07, member_until: 2021-01, owes: [etp]}\n  - {id: comp", at: "member_until: 2021-01",
      "member_until (2021-01) précède member_from (2021-07)"),
    Mistake(
      programmeFile, "encoding: windows-1252", "encoding: windows1252", "« windows1252 » est inconnu",
      "vouliez-vous dire « windows-1252 » ?"),
    Mistake(
      programmeFile, "columns: {beneficiaires: {naissance:", "columns: {beneficiaires: {naisance:",
      "« naisance » est inconnu", "vouliez-vous dire « naissance » ?"),
    Mistake(
      programmeFile, "blank_is_no: [rsa, qpv]", "blank_is_no: [rsa, qvp]", "« qvp » est inconnu",
      "vouliez-vous dire « qpv » ?"),
    Mistake(
      programmeFile, "", "words: {contrat: {cdi: [\"fixe\"], cdd: [\"Fixe\"]}}\n", "« Fixe » désigne déjà « cdi »",
      standsAlone: true),
    Mistake(
      programmeFile, "", "words: {contrats: {cdi: [\"fixe\"]}}\n", "« contrats » est inconnu",
      "vouliez-vous dire « contrat » ?"),
    Mistake(
      programmeFile, "max_rejected_share: 0.20", "max_rejected_share: 0,20", "« 0,20 »", "écrire 0.20"),
    Mistake(programmeFile, "due_day: 15", "due_day: 31", "« 31 »", "un nombre entier de 1 à 28"),
    Mistake(
      programmeFile, "material_threshold: 0.01", "material_threshold: -0.01", "« -0.01 »", "une part de 0 à 1"),
    Mistake(
      programmeFile, "minimum_stay_days: {aci: 80, ei: 80}", "minimum_stay_days: {aci: 80, ie: 80}",
      "« ie » est inconnu"),
    Mistake(
      programmeFile, "postal: [\"62320\"]}\n    - {id: \"62215\"",
      "postal: [\"62320\", \"62320\"]}\n    - {id: \"62215\"",
      at: "postal: [\"62320\", \"62320\"]", "« 62320 » est écrit deux fois"),
    Mistake(
      programmeFile, "axe: required}", "axe: requis}", "« requis » est inconnu", "required"),
    Mistake(
      programmeFile, "tracked_from: 2021-07}\n  - {id: copil", "tracked_from: 2021-13}\n  - {id: copil",
      at: "tracked_from: 2021-13", "« 2021-13 »", "un mois (2022-05)"),
    Mistake(
      programmeFile, "sensitive_threshold: 11", "sums_threshold: -1\n  sensitive_threshold: 11",
      at: "sums_threshold: -1",
      "« -1 »", "un nombre entier de 0 à 1000"),
    Mistake(
      programmeFile, "persons_threshold: 5", "keep:\n    - {indicator: benefs}\n  persons_threshold: 5",
      at: "indicator: benefs", "« benefs » est inconnu", standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5",
      "keep:\n    - {indicator: beneficiaires, horizon: anee}\n  persons_threshold: 5",
      at: "horizon: anee", "« anee » est inconnu", "vouliez-vous dire « annee » ?", standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5",
      "keep:\n    - {indicator: effectif, horizon: programme}\n  persons_threshold: 5",
      at: "indicator: effectif, horizon", "« effectif » n'a pas l'horizon « programme »", "attendu : mois",
      standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5",
      "keep:\n    - {indicator: effectif, by: [sexe, axe]}\n  persons_threshold: 5",
      at: "by: [sexe, axe]", "« effectif » n'est pas ventilé par « axe et sexe »",
      "attendu : axe, association, sexe", standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5",
      "keep:\n    - {indicator: effectif, by: [axe, axe]}\n  persons_threshold: 5",
      at: "by: [axe, axe]", "une dimension, ou une paire de deux dimensions", standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5",
      "keep:\n    - {indicator: effectif}\n    - {indicator: effectif, by: sexe}\n    - {indicator: effectif}\n  persons_threshold: 5",
      at: "{indicator: effectif}\n  persons", "ces cellules sont déjà dans la liste (déjà ligne", standsAlone: true),
    Mistake(
      programmeFile, "persons_threshold: 5", "keep:\n    - {horizon: mois}\n  persons_threshold: 5",
      at: "{horizon: mois}", "clé manquante : indicator", standsAlone: true),
    Mistake(
      programmeFile, "  due_day: 15", "  due_day: 15\n  due_day: 10", at: "  due_day: 10",
      "clé écrite deux fois : « due_day »", "déjà ligne 55", standsAlone: true),
    Mistake(
      programmeFile, "  due_day: 15", "\tdue_day: 15", "tabulation : indenter avec des espaces", standsAlone: true),
    Mistake(
      programmeFile, "axes: [mobilite], commune", "axes: [mobilite, commune",
      at: "axes: [mobilite, commune", "YAML mal formé", "attendu : ", standsAlone: true),
    Mistake(
      acknowledged, "kind: etp, month: 2022-02", "kind: paie, month: 2022-02", "« paie » est inconnu", "beneficiaires"),
    Mistake(
      acknowledged, "",
      "  - {association: mille-et-un-commerce, kind: beneficiaires, month: 2022-05, code: plausibility-fte, reason: \"x\"}\n",
      "ne touche rien", "ne doit pas cet export"),
    Mistake(
      acknowledged, "", "  - {association: apei, kind: etp, month: 2022-05, code: plausibilty-fte, reason: \"x\"}\n",
      "« plausibilty-fte » n'est pas le code d'un constat", "vouliez-vous dire « plausibility-fte » ?"),
    Mistake(
      acknowledged, "explained:",
      "  - {association: mille-et-un-commerce, kind: [etp], from: 2022-03, until: 2022-03, reason: \"x\"}\nexplained:",
      at: "kind: [etp], from", "cette dispense est déjà écrite", "ligne 3"),
    Mistake(
      acknowledged, "explained:",
      "  - {association: die, kind: etp, from: 2022-03, until: 2022-01, reason: \"x\"}\nexplained:",
      at: "from: 2022-03, until: 2022-01", "until (2022-01) précède from (2022-03)"),
    Mistake(
      acknowledged, "explained:", "  - {association: dye, kind: etp, month: 2022-01, reason: \"x\"}\nexplained:",
      at: "association: dye", "« dye » est inconnu", "vouliez-vous dire « die » ?"),
  ]

  static let programmeFile = "programme.yaml"
  static let acknowledged = "acknowledged.yaml"
  /// The demonstration has none.
  static let acknowledgedText = """
    waived:
      - {association: afeji, kind: etp, month: 2022-02, reason: "fichier perdu"}
      - {association: mille-et-un-commerce, kind: etp, month: 2022-03, reason: "fichier perdu"}
    explained:
      - {association: adds, kind: etp, month: 2022-04, code: plausibility-fte, reason: "ouverture"}

    """
}
