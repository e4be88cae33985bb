import Compute
import Domain
import Pipeline

/// `bilan explain --json`.
struct ExplanationReport: Encodable {
  struct Source: Encodable {
    let measure: String
    let conditions: [String]
    let from: String
    let to: String
    let filesRead: Int
    let rowsRead: Int
    let rowsKept: Int
    let rowsRefused: Int
    let rows: [String]
  }
  let indicator: String
  let month: String
  let horizon: String
  let cell: [String: String]
  let definition: String
  let unit: String
  let value: String?
  let numerator: String?
  let denominator: String?
  let status: String
  let reason: String?
  let baseline: String?
  let target: String?
  let references: [String]
  let sources: [Source]
  let readded: String?
  let adds: Bool
  /// How reports of the edition mark it, `C` or `D`; nil: they show it, or no edition is explained.
  let confidentiality: String?
  /// Of D: the hidden cells that would be known if it were shown.
  let protects: [String]?

  init(_ explanation: Explanation, _ checked: CheckedMonth, _ hidden: HiddenCell?) {
    let figure = explanation.figure
    indicator = figure.indicator
    month = checked.month.description
    horizon = figure.horizon.id
    cell = Dictionary(uniqueKeysWithValues: figure.cell.members.map { ($0.dimension.id, $0.id) })
    definition = explanation.indicator.definition.fr
    unit = explanation.indicator.unit.rawValue
    value = figure.value?.text()
    numerator = figure.numerator?.text()
    denominator = figure.denominator?.text()
    status = figure.status.id
    reason = figure.reason?.rawValue
    baseline = explanation.baseline?.value.text()
    target = explanation.target?.value.text()
    references = explanation.vintages.map { "\($0.territory) \($0.asOf) \($0.standing.rawValue) : \($0.source)" }
    sources = explanation.sources.map { source in
      Source(
        measure: source.measure.name, conditions: source.conditions.map { words($0, checked.definitions.programme) },
        from: source.period.lowerBound.description, to: source.period.upperBound.description,
        filesRead: source.filesRead,
        rowsRead: source.rowsRead, rowsKept: source.rows.count, rowsRefused: source.rowsRefused,
        rows: source.rows.map { "\($0.file):\($0.line)" })
    }
    readded = explanation.readded?.text()
    adds = explanation.adds
    confidentiality = hidden?.mark.id
    protects = hidden?.protects
  }
}
