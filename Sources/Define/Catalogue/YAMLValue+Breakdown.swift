import Domain

extension YAMLValue {
  /// A dimension, or a pair of two different ones; in the order of ``Dimension``.
  func breakdown() -> [Dimension]? {
    let known = Dimension.allCases.map { ($0.id, $0) }
    guard isSequence else { return choice(known).map { [$0] } }
    let list = list()
    let dimensions = list.compactMap { $0.choice(known) }.sorted()
    guard dimensions.count == list.count else { return nil }
    guard dimensions.count == 2, dimensions[0] != dimensions[1] else {
      expected("une dimension, ou une paire de deux dimensions ([axe, association])")
      return nil
    }
    return dimensions
  }
}
