import Domain
import PlainText

/// One field of the report's figures as a table: the CSV writes it, the Données sheet shows it.
enum DataField: Hashable, Sendable {
  case text(String)
  case number(Rational?)

  func csv(decimal: Character) -> String {
    switch self {
    case .text(let text): return inertField(text)
    case .number(let value): return value?.text(decimals: 6, separator: decimal) ?? ""
    }
  }

  var cell: ReportCell {
    switch self {
    case .text(let text): return text.isEmpty ? .blank : .text(inertField(text))
    case .number(let value): return value.map { .number($0, NumberLook(decimals: nil)) } ?? .blank
    }
  }
}
