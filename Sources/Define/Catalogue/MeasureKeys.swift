/// The closed set of measures and the keys of each, in the order in which they are explained.
package struct MeasureKeys: Sendable {
  package let name: String
  /// What its value is: one English sentence.
  package let sentence: String
  package let parameters: KeyGroup
  /// What stands behind `measure:`.
  package let example: String
  /// A unit that goes with the example.
  package let unit: String

  package static func of(_ name: String) -> KeyGroup { byName[name] ?? KeyGroup(name, []) }
  private static let byName = Dictionary(all.map { ($0.name, $0.parameters) }, uniquingKeysWith: { first, _ in first })
  package static let names = all.map(\.name)

  private init(
    _ name: String, _ sentence: String, _ keys: [Key], conditions: Bool = true, _ example: String, _ unit: String
  ) {
    self.name = name
    self.sentence = sentence
    parameters = KeyGroup(name, keys + (conditions ? MeasureKeys.conditions : []))
    self.example = "{\(name): \(example)}"
    self.unit = unit
  }

  private static let conditions: [Key] = [
    .optional("where", "Rows that count.", "{sexe: [f]}"),
    .optional("except", "Rows that do not count.", "{axe: [mobilite]}"),
    .optional("within", "`territory`: jobs in the territory's communes.", "territory"),
  ]
  private static let jobs = Key.required("kind", "etp.", "etp")
  private static let paths = Key.required("kind", "beneficiaires.", "beneficiaires")
  private static let meetings = Key.required("kind", "reunions.", "reunions")
  private static let status = Key.required("status", "existant, cree, en_cours, consolide or supprime.", "cree")
  private static let amount = Key.required("of", "etp or heures.", "etp")
  private static let territory = Key.required("territory", "A territory of reference/territory.csv.", "cahc")

  package static let all: [MeasureKeys] = [
    MeasureKeys(
      "count_first", "Jobs whose first month in a status lies in the period.",
      [jobs, status, .optional("after", "Only jobs that had this other status before.", "cree")],
      "{kind: etp, status: supprime, after: cree}", "postes"),
    MeasureKeys(
      "count_ever", "Jobs ever in a status up to the month.",
      [jobs, status, .optional("or_now", "And those in this status in the month that never were.", "en_cours")],
      "{kind: etp, status: cree, or_now: en_cours}", "postes"),
    MeasureKeys(
      "count_stock", "Jobs or employees of the month.",
      [jobs, .required("of", "poste or salarie.", "poste")], "{kind: etp, of: salarie, where: {contrat: [cdi]}}",
      "personnes"),
    MeasureKeys(
      "sum_stock", "A decimal of the month, added up; over several months their mean.",
      [jobs, amount, .optional("prefer", "`heures`: FTE from paid hours where they are given.", "heures")],
      "{kind: etp, of: etp, prefer: heures}", "ETP"),
    MeasureKeys(
      "sum_flow", "A decimal, added up over the period.", [jobs, amount], "{kind: etp, of: heures}", "heures"),
    MeasureKeys(
      "count_paths", "Insertion paths that begin or end in the period.",
      [
        paths, .required("at", "date_entree or date_sortie.", "date_sortie"),
        .optional("minimum_stay", "`true`: only exits after `minimum_stay_days`.", "true"),
      ], "{kind: beneficiaires, at: date_sortie, minimum_stay: true}", "sorties"),
    MeasureKeys(
      "count_persons", "Persons with a path that overlaps the period.", [paths],
      "{kind: beneficiaires, where: {age_entree: {below: 26}}}", "personnes"),
    MeasureKeys("count_meetings", "Meetings held.", [meetings], "{kind: reunions}", "reunions"),
    MeasureKeys(
      "sum_meetings", "Participants, or partners, of meetings held.",
      [meetings, .required("of", "participants or partenaires.", "participants")], "{kind: reunions, of: participants}",
      "participants"),
    MeasureKeys("attendance", "Members present over members expected, %.", [meetings], "{kind: reunions}", "\"%\""),
    MeasureKeys(
      "ratio", "One part over another, times a factor.",
      [
        .required("of", "An id, a measure in place, or `{baseline_of: id}`.", "emplois_crees"),
        .required("over", "The same.", "{reference: {territory: cahc, of: all_posts}}"),
        .optional("factor", "100 for a percentage (1).", "100"),
      ],
      "{of: {count_persons: {kind: beneficiaires, where: {sexe: [f]}}}, over: {count_persons: {kind: beneficiaires, where: {sexe: known}}}, factor: 100}",
      "\"%\""),
    MeasureKeys(
      "difference", "The first part minus all others; % minus % gives points. A list of parts will do, too.",
      [.required("of", "Two parts or more, of the same unit.", "[a, b]")],
      "[{count_first: {kind: etp, status: cree}}, {count_first: {kind: etp, status: supprime}}]", "postes"),
    MeasureKeys(
      "sum", "All parts together. A list of parts will do, too.",
      [.required("of", "Two parts or more, of the same unit.", "[a, b]")],
      "{of: [{count_first: {kind: etp, status: cree}}, {count_first: {kind: etp, status: consolide}}], within: territory}",
      "postes"),
    MeasureKeys(
      "reference", "A number of reference/territory.csv, at the newest vintage.",
      [
        territory, .required("of", "share, ess_posts, all_posts or missing_posts.", "share"),
        .optional("against", "For missing_posts: the territory whose share is to be reached.", "hauts-de-france"),
      ], conditions: false, "{territory: cahc, of: missing_posts, against: hauts-de-france}", "postes"),
    MeasureKeys(
      "reference_share", "ESS posts and net creation since the vintage, over all posts and the same, %.",
      [territory, .required("plus", "The net creation: a part.", "creation_nette")],
      "{territory: cahc, plus: {count_first: {kind: etp, status: cree}}, within: territory}", "\"%\""),
    MeasureKeys("delivery", "Files accepted over files owed, %.", [], conditions: false, "{}", "\"%\""),
  ]
}
