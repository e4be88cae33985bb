/// How many pieces a place names before it says how many more there are.
private let namedPieces = 15

/// `ligne 4`, `lignes 4, 7 à 9`: three rows or more in a run are said by their ends.
func rowRanges(_ rows: Set<Int>) -> String {
  let sorted = rows.sorted()
  guard sorted.count > 1 else { return sorted.first.map { "ligne\(French.noBreakSpace)\($0)" } ?? "" }
  var runs: [ClosedRange<Int>] = []
  for row in sorted {
    if let last = runs.last, last.upperBound + 1 == row {
      runs[runs.count - 1] = last.lowerBound...row
    } else {
      runs.append(row...row)
    }
  }
  let pieces = runs.flatMap { run -> [(text: String, count: Int)] in
    run.count < 3 ? run.map { ("\($0)", 1) } : [("\(run.lowerBound) à \(run.upperBound)", run.count)]
  }
  let named = pieces.prefix(namedPieces).map(\.text).joined(separator: ", ")
  let rest = pieces.dropFirst(namedPieces).reduce(0) { $0 + $1.count }
  return "lignes\(French.noBreakSpace)" + named + (rest > 0 ? " et \(rest) autres" : "")
}
