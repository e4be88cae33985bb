import Domain

/// What stands in one cell of a report's table, before anything is known of how it will look: a workbook and a page are
/// made from the same.
struct ReportCell: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case text(String)
    case number(Rational, NumberLook)
    /// Hidden, printed `s`.
    case secret
    /// Missing, printed `nd`: never 0.
    case missing
    /// Nothing is asked for here, printed `–`.
    case notApplicable
    /// Only where another column says why.
    case blank
  }

  var content: Content
  /// Where it comes from, so that a cell of a delivered workbook can be explained.
  var origin: CellOrigin?
  /// The sheet to which a click on its text leads.
  var leadsTo: String?

  init(_ content: Content, of origin: CellOrigin? = nil) {
    self.content = content
    self.origin = origin
  }

  static func text(_ text: String) -> ReportCell { ReportCell(.text(text)) }
  static func number(_ value: Rational, _ look: NumberLook) -> ReportCell { ReportCell(.number(value, look)) }
  static func whole(_ value: Int) -> ReportCell { number(Rational(value), NumberLook(decimals: 0)) }
  static let notApplicable = ReportCell(.notApplicable)
  static let blank = ReportCell(.blank)

  /// The same with what it comes from.
  func from(_ origin: CellOrigin?) -> ReportCell {
    var cell = self
    cell.origin = origin
    return cell
  }

  /// The words for what is no number.
  var words: String? {
    switch content {
    case .text(let text): return text
    case .secret: return NoNumber.secret.rawValue
    case .missing: return NoNumber.missing.rawValue
    case .notApplicable: return NoNumber.notApplicable.rawValue
    case .number, .blank: return nil
    }
  }
}
