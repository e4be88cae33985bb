/// The keys of funders/<funder>.yaml.
package enum FunderKeys {
  package static let file = KeyGroup(
    "funders/<funder>.yaml",
    [
      .required("funder", "Whose report it is.", keys: head),
      .optional("csv", "The dialect of its CSV.", keys: csv),
      .required("key_figures", "Figures at the top: a bare id means the indicator's longest horizon.", each: keyFigure),
      .optional("objectives", "What was agreed for figures that the report shows.", each: objective),
      .optional("comments", "Printed as typed beside a figure that the report shows.", each: comment),
      .required("sections", "Tables, in their order.", each: section),
      .optional(
        "labels", "This funder's own names for indicators that the report shows.",
        "{emplois_crees: {fr: \"Postes ouverts\"}}"),
    ])

  /// Of a file that gives every released figure instead of a report.
  package static let aggregator = KeyGroup(
    "funders/<aggregator>.yaml",
    [
      .required("funder", "Who takes every released figure as one table, instead of a report.", keys: aggregatorHead),
      .required("csv", "The dialect of the table: SDMX-CSV.", "{dialect: sdmx}"),
      .required("sections", "Every released figure.", "all"),
    ],
    unfit: ["key_figures", "objectives", "comments", "labels"], withoutReport)

  static let aggregatorHead = KeyGroup(
    "funder, of an aggregator",
    [
      .required("id", "The file's name without .yaml.", "etat"),
      .required("label", "The aggregator's name.", "{fr: \"État\"}"),
      .required("title", "The table's title.", "{fr: \"Chiffres du PTCE\"}"),
      .optional("contact", "Whom it asks.", "\"service.ess@exemple.fr\""),
    ],
    unfit: ["agreement_from"], withoutReport)

  static let aggregatorCSV = KeyGroup(
    "csv, of an aggregator", [.required("dialect", "Comma, decimal point, UTF-8 without a mark, line feeds.", "sdmx")],
    unfit: Set(csv.keys.map(\.name)), "n'a pas de sens avec « dialect: sdmx », qui dit tout")

  private static let withoutReport =
    "n'a pas de sens avec « sections: all », qui donne tous les chiffres publiés sans rapport"

  static let head = KeyGroup(
    "funder",
    [
      .required("id", "The file's name without .yaml.", "region"),
      .required("label", "The funder's name.", "{fr: \"Région\"}"),
      .required("title", "The report's title.", "{fr: \"Bilan mensuel\"}"),
      .optional("contact", "Whom it asks.", "\"service.ess@exemple.fr\""),
      .optional("agreement_from", "First month under agreement; without it the report says so.", "2022-01"),
    ])

  static let csv = KeyGroup(
    "csv",
    [
      .optional("separator", "`;` `,` tab or `|`.", "\";\""), .optional("decimal", "`,` or `.`.", "\",\""),
      .optional("bom", "Whether a byte-order mark stands first.", "true"), .optional("line_end", "crlf or lf.", "crlf"),
    ])

  private static let figure: [Key] = [
    .required("indicator", "Its id.", "emplois_crees"),
    .optional("horizon", "Without it, the indicator's longest.", "programme"),
    .optional("at", "A cell of one of its breakdowns: dimension and member; without it the total.", "{axe: mobilite}"),
  ]
  static let keyFigure = KeyGroup("key_figures", figure)
  static let objective = KeyGroup(
    "objectives",
    figure + [
      .required("from", "First month.", "2021-07"), .required("until", "Last month, included.", "2022-12"),
      .required("value", "In the indicator's unit, with a decimal point.", "20"),
      .required("kind", "objectif, conventionne or plafond.", "objectif"),
      .required("source", "Where it was agreed.", "\"Convention 2022, annexe 1\""),
    ])
  static let comment = KeyGroup(
    "comments",
    figure + [
      .required("month", "The month of the report.", "2022-05"),
      .required("text", "What it says.", "{fr: \"Ouvert en mai.\"}"),
    ])

  static let section = KeyGroup(
    "sections",
    [
      .required("title", "Unlike every other section's.", "{fr: \"Emplois par axe\"}"),
      .required("sentence", "What the table shows.", "{fr: \"Emplois créés, par axe.\"}"),
      .required("rows", "A dimension.", "axe"),
      .required("columns", "Indicators that have this breakdown.", each: column),
      .optional("chart", "One kind of chart and its series, or `none`.", keys: chart),
    ])
  static let column = KeyGroup(
    "sections.columns",
    [
      .required("indicator", "Its id.", "emplois_crees"), .required("horizon", "One of its horizons.", "programme"),
    ])
  static let chart = KeyGroup(
    "sections.chart",
    [
      .optional("bar", "Columns as bars.", "[emplois_crees]"),
      .alternative("stacked", "Columns on one another.", "[emplois_crees]"),
      .alternative("line", "Columns as lines.", "[emplois_crees]"),
    ])
}
