import CSV
import Domain

/// A condition of ``Mapping/keep`` on the rows of one file. Each distinct text is asked about once.
final class KeepTest {
  private let test: Mapping.Keep.Test
  private let place: Int
  private let interner = Interner()
  /// By number; 0 is a blank.
  private var answers: [Bool]

  init(_ keep: Mapping.Keep, place: Int) {
    test = keep.test
    self.place = place
    answers = [false]
    if case .oneOf(let forms) = keep.test { answers = [forms.contains("")] }
  }

  func holds(_ row: CurrentRow) -> Bool {
    let cell = place < row.count ? trimmed(row[place]) : Bytes(start: nil, count: 0)
    guard !cell.isEmpty else { return answers[0] }
    switch test {
    // A column of identifiers holds more texts than are worth remembering; no word for unknown has a digit.
    case .known: return cell.contains { digitValue($0) != nil } || UnknownWord(cell) == nil
    case .oneOf(let forms):
      let known = interner.known(cell)
      if known > 0 { return answers[Int(known)] }
      let answer = forms.contains(sourceForm(String(decoding: cell, as: UTF8.self)))
      if interner.count < ValueCache.limit, cell.count <= 256 {
        _ = interner.number(of: cell)
        answers.append(answer)
      }
      return answer
    }
  }
}
