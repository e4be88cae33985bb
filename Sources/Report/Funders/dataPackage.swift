import Domain
import PlainText

/// financeurs/datapackage.json: dialect, columns and types of each funder's CSV, as a Frictionless tabular data package
/// (specs.frictionlessdata.io, version 1), so that a machine reads the decimal comma without being told.
package func dataPackage(_ month: ReportedMonth, _ funders: [Funder]) -> [UInt8] {
  dataPackage(funders.map { FunderReport(month, $0) }, month)
}

func dataPackage(_ reports: [FunderReport], _ month: ReportedMonth) -> [UInt8] {
  let programme = month.definitions.programme
  var members: [(String, JSONText)] = [
    ("profile", .string("tabular-data-package")), ("name", .string("\(programme.id)-\(month.month)")),
    ("title", .string("\(visible(programme.label.fr)) – \(month.month.french)")),
    ("version", .string(month.edition.description)), ("created", .string("\(month.month.lastDay)T00:00:00Z")),
  ]
  if programme.isIllustrative { members.append(("description", .string(illustrativeSentence))) }
  members.append(("resources", .list(reports.map(resource))))
  return Array((JSONText.object(members).text() + "\n").utf8)
}

private func resource(_ report: FunderReport) -> JSONText {
  .object([
    ("profile", .string("tabular-data-resource")), ("name", .string(report.fileName)),
    ("path", .string("\(report.fileName).csv")), ("title", .string(visible(report.funder.title.fr))),
    ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
    ("bytes", .number(report.table.count)), ("dialect", dialect(report.funder.dialect)),
    ("schema", schema(report)),
  ])
}

private func dialect(_ dialect: Funder.Dialect) -> JSONText {
  .object([
    ("delimiter", .string(String(dialect.separator))),
    ("lineTerminator", .string(dialect.lineEnd == .crlf ? "\r\n" : "\n")), ("quoteChar", .string("\"")),
    ("doubleQuote", .flag(true)), ("skipInitialSpace", .flag(false)), ("header", .flag(true)),
  ])
}

private func schema(_ report: FunderReport) -> JSONText {
  .object([
    ("fields", .list(DataColumn.allCases.map { field($0, decimal: report.funder.dialect.decimal) })),
    ("missingValues", .list([.string("")])),
  ])
}

private func field(_ column: DataColumn, decimal: Character) -> JSONText {
  var members: [(String, JSONText)] = [("name", .string(column.rawValue))]
  switch column {
  case .mois: members.append(("type", .string("yearmonth")))
  case .revise:
    members += [
      ("type", .string("boolean")), ("trueValues", .list([.string("oui")])), ("falseValues", .list([.string("non")])),
    ]
  case _ where column.isNumber: members += [("type", .string("number")), ("decimalChar", .string(String(decimal)))]
  default: members.append(("type", .string("string")))
  }
  members.append(("description", .string(column.description)))
  if let constraints = column.constraints { members.append(("constraints", constraints)) }
  return .object(members)
}

extension DataColumn {
  fileprivate var constraints: JSONText? {
    let required = ("required", JSONText.flag(true))
    func oneOf(_ values: [String]) -> JSONText { .object([required, ("enum", .list(values.map(JSONText.string)))]) }
    switch self {
    case .indicateur, .libelle, .mois, .edition, .revise: return .object([required])
    case .horizon: return oneOf(Horizon.allCases.map(\.id))
    case .unite: return oneOf(Indicator.Unit.allCases.map(\.rawValue))
    case .statut: return oneOf(Status.allCases.map(\.id))
    case .confidentialite: return oneOf(["F", "C", "D"])
    default: return nil
    }
  }
}
