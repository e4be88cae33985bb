import Domain
import Pipeline

/// What reports would hide: how much, and of what is hidden for another's sake each cell and why. What was hidden before is told where all is
/// asked for.
func describe(_ hidden: [HiddenCell], isComplete: Bool) -> String {
  guard !hidden.isEmpty else { return "" }
  let (small, others) = (hidden.filter { $0.mark == .C }, hidden.filter { $0.mark == .D })
  var text =
    "  Secret statistique : \(count(hidden)), \(small.count) (C) parce que petits, \(others.count) (D) pour en protéger d'autres\n"
  let told = others.filter { isComplete || $0.isNew }
  for cell in told { text += "    \(cell.isNew ? "+" : " ") D \(cell.name) : \(cell.french)\n" }
  let newSmall = small.filter(\.isNew)
  for cell in isComplete ? small : newSmall.prefix(10).map({ $0 }) {
    text += "    \(cell.isNew ? "+" : " ") C \(cell.name)\n"
  }
  if !isComplete, newSmall.count > 10 { text += "    + C … et \(newSmall.count - 10) autres (--all)\n" }
  return text
}

private func count(_ cells: [HiddenCell]) -> String {
  cells.count < 2 ? "\(cells.count) cellule serait masquée" : "\(cells.count) cellules seraient masquées"
}
