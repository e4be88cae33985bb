/// The keys of indicators.yaml; those of its measures are ``MeasureKeys``.
package enum CatalogueKeys {
  package static let file = KeyGroup(
    "indicators.yaml", [.required("indicators", "In the order in which they are printed.", each: indicator)])

  static let indicator = KeyGroup(
    "indicators",
    [
      .required("id", "Lower-case letters, digits and underscores; never changed once published.", "emplois_crees"),
      .required("label", "Its name.", "{fr: \"Emplois créés\", en: \"Jobs created\"}"),
      .required("definition", "One sentence, printed in the workbook.", "{fr: \"Postes créés dans la période.\"}"),
      .required(
        "unit",
        "postes, ETP, personnes, heures, reunions, entrees, sorties, participants, organisations, points or \"%\".",
        "postes"),
      .optional("decimals", "How many are printed, 0 to 6 (0).", "0"),
      .required("measure", "One measure and its parameters.", "{count_first: {kind: etp, status: cree}}"),
      .optional("where", "Rows that count: field and values, `known`, or a range.", "{contrat: [cdi, cdd]}"),
      .optional("except", "Rows that do not count.", "{dispositif: [aci]}"),
      .optional("within", "`territory`: the job's commune is one of the territory's.", "territory"),
      .optional("by", "Breakdowns: a dimension, or a pair of two.", "[axe, association, [axe, association]]"),
      .required("horizons", "mois, annee, programme.", "[mois, programme]"),
      .optional("counts_persons", "`true` protects small counts; it is derived where persons are counted.", "true"),
      .optional("baseline", "What it was once, or a list of such.", keys: baseline),
      .optional("target", "What it should be, or a list of such.", keys: target),
      .optional("tags", "`sensitive` protects with the higher threshold; others are free.", "[emploi]"),
    ])

  static let baseline = benchmark("baseline", .optional("as_of", "The month of which it is.", "2022-05"))
  static let target = benchmark("target", .optional("from", "The month from which it holds.", "2022-01"))

  private static func benchmark(_ title: String, _ month: Key) -> KeyGroup {
    KeyGroup(
      title,
      [
        .required("value", "In the indicator's unit, with a decimal point.", "15"), month,
        .required("source", "Where it stands.", "\"Lettre n° 02\""),
        .optional(
          "at", "The cell and horizon for which it holds: dimension and member.", "{axe: mobilite, horizon: programme}"),
      ])
  }

  package static let range = KeyGroup(
    "a range of a condition",
    [
      .optional("from", "At least.", "18"), .optional("to", "At most.", "25"),
      .alternative("below", "Less than; stands in the place of `to`.", "26"),
    ])
}
