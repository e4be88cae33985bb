import Domain
import Pipeline
import Report

/// `bilan explain --cell --json`.
struct CellReport: Encodable {
  struct Declared: Encodable {
    let subject: String
    let value: String
    let source: String
    let file: String
    let indicator: String
    let isBefore: Bool
  }
  /// One of them is there.
  struct Part: Encodable {
    var edition: String?
    var figure: ExplanationReport?
    var declared: Declared?
    var absent: String?
  }
  let edition: String
  let supersededBy: String?
  let sheet: String
  let cell: String
  /// As a text: a number, or `s`, `nd`, `nc`; empty where the cell is.
  let shown: String
  let operation: String
  let parts: [Part]
  let result: String?
  let holds: Bool
  /// Whether the rows give each figure, too.
  let adds: Bool

  init(_ cell: CellExplanation) {
    edition = cell.edition
    supersededBy = cell.successor
    sheet = cell.sheet
    self.cell = cell.cell
    switch cell.shown {
    case .number(let number): shown = Rational(Int128((number * 1e6).rounded()), over: 1_000_000).text()
    case .text(let text): shown = text
    case .blank: shown = ""
    }
    operation = cell.operation.rawValue
    parts = cell.parts.map { part in
      switch part {
      case .figure(let explanation, let checked, let edition):
        return Part(edition: edition, figure: ExplanationReport(explanation, checked, nil))
      case .declared(let declared, let file):
        return Part(
          declared: Declared(
            subject: declared.word, value: declared.value.text(), source: declared.source, file: file,
            indicator: declared.key.indicator, isBefore: declared.isBefore))
      case .absent(let reason): return Part(absent: reason)
      }
    }
    result = cell.result?.text()
    holds = cell.holds
    adds = cell.isProven
  }
}
