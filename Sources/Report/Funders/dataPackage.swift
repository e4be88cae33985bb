import Domain
import PlainText

/// financeurs/datapackage.json: dialect, columns and types of each funder's CSV, as a Frictionless tabular data package
/// (specs.frictionlessdata.io, version 1), so that a machine reads the decimal comma without being told.
package func dataPackage(_ month: ReportedMonth, _ funders: [Funder]) -> [UInt8] {
  dataPackage(funders.map { FunderReport(month, $0) }, [], month)
}

func dataPackage(_ reports: [FunderReport], _ tables: [AggregatorTable], _ month: ReportedMonth) -> [UInt8] {
  let programme = month.definitions.programme
  var members: [(String, JSONText)] = [
    ("profile", .string("tabular-data-package")), ("name", .string("\(programme.id)-\(month.month)")),
    ("title", .string("\(visible(programme.label.fr)) – \(month.month.french)")),
    ("version", .string(month.edition.description)), ("created", .string("\(month.month.lastDay)T00:00:00Z")),
  ]
  if programme.isIllustrative { members.append(("description", .string(illustrativeSentence))) }
  members.append(("resources", .list(reports.map(resource) + tables.map { resource($0, month) })))
  return Array((JSONText.object(members).text() + "\n").utf8)
}

private func resource(_ report: FunderReport) -> JSONText {
  let decimal = report.funder.dialect.decimal
  return resource(report.funder, report.month, report.table, fields: DataColumn.allCases.map { field($0, decimal) })
}

private func resource(_ table: AggregatorTable, _ month: ReportedMonth) -> JSONText {
  let decimal = table.funder.dialect.decimal
  return resource(table.funder, month, table.table, fields: AggregatorColumn.allCases.map { field($0, decimal) })
}

private func resource(_ funder: Funder, _ month: ReportedMonth, _ table: [UInt8], fields: [JSONText]) -> JSONText {
  let name = funder.fileName(month.month)
  return .object([
    ("profile", .string("tabular-data-resource")), ("name", .string(name)), ("path", .string("\(name).csv")),
    ("title", .string(visible(funder.title.fr))),
    ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
    ("bytes", .number(table.count)), ("dialect", dialect(funder.dialect)),
    ("schema", .object([("fields", .list(fields)), ("missingValues", .list([.string("")]))])),
  ])
}

private func dialect(_ dialect: Funder.Dialect) -> JSONText {
  .object([
    ("delimiter", .string(String(dialect.separator))),
    ("lineTerminator", .string(dialect.lineEnd == .crlf ? "\r\n" : "\n")), ("quoteChar", .string("\"")),
    ("doubleQuote", .flag(true)), ("skipInitialSpace", .flag(false)), ("header", .flag(true)),
  ])
}

private typealias Members = [(String, JSONText)]

private func field(_ column: DataColumn, _ decimal: Character) -> JSONText {
  let type: Members
  switch column {
  case .mois: type = named("yearmonth")
  case .revise:
    type =
      named("boolean") + [("trueValues", .list([.string("oui")])), ("falseValues", .list([.string("non")]))]
  case _ where column.isNumber: type = number(decimal)
  default: type = named("string")
  }
  return field(column.rawValue, type, column.description, column.constraints)
}

private func field(_ column: AggregatorColumn, _ decimal: Character) -> JSONText {
  let type = column == .timePeriod ? named("yearmonth") : column.isNumber ? number(decimal) : named("string")
  return field(column.rawValue, type, column.description, column.constraints)
}

private func field(_ name: String, _ type: Members, _ description: String, _ constraints: Members) -> JSONText {
  .object(
    [("name", .string(name))] + type + [("description", .string(description))]
      + (constraints.isEmpty ? [] : [("constraints", .object(constraints))]))
}

private func named(_ type: String) -> Members { [("type", .string(type))] }
private func number(_ decimal: Character) -> Members {
  named("number") + [("decimalChar", .string(String(decimal)))]
}

private var required: Members { [("required", .flag(true))] }
private func oneOf(_ values: [String]) -> Members { [("enum", .list(values.map(JSONText.string)))] }
private let units = Indicator.Unit.allCases.map(\.rawValue)
private let statuses = Status.allCases.map(\.id)
private let marks = [Confidentiality.F, .C, .D].map(\.id)

extension DataColumn {
  fileprivate var constraints: Members {
    switch self {
    case .indicateur, .libelle, .mois, .edition, .revise: return required
    case .horizon: return required + oneOf(Horizon.allCases.map(\.id))
    case .unite: return required + oneOf(units)
    case .statut: return required + oneOf(statuses)
    case .confidentialite: return required + oneOf(marks)
    default: return []
    }
  }
}

extension AggregatorColumn {
  /// A figure that is gone has neither unit nor status.
  fileprivate var constraints: Members {
    switch self {
    case .programme, .indicator, .timePeriod, .edition: return required
    case .horizon: return required + oneOf(Horizon.allCases.map(\.id))
    case .unit: return oneOf(units)
    case .status: return oneOf(statuses)
    case .confidentiality: return oneOf(marks)
    case .action: return required + oneOf(AggregatorTable.Action.allCases.map(\.rawValue))
    default: return []
    }
  }
}
