/// Where a figure stands in its breakdown: no member (the total), one, or two of different dimensions.
package struct Cell: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let dimension: Dimension
    /// The id as it is printed: of an axis, an association, an instance; an INSEE code; `f`, `aci`, `inconnu`.
    package let id: String
    package init(_ dimension: Dimension, _ id: String) {
      self.dimension = dimension
      self.id = id
    }
  }
  /// In the order of ``Dimension``.
  package let members: [Member]
  package static let total = Cell([])

  package init(_ members: [Member]) {
    self.members = members.count < 2 ? members : members.sorted { $0.dimension < $1.dimension }
  }

  package subscript(_ dimension: Dimension) -> String? { members.first { $0.dimension == dimension }?.id }
  package var dimensions: [Dimension] { members.map(\.dimension) }

  /// `axe=mobilite sexe=f`; empty for the total. Ids hold neither space nor `=`.
  package var text: String { members.map { "\($0.dimension.id)=\($0.id)" }.joined(separator: " ") }

  /// Reads what ``text`` writes; nil for anything else.
  package init?(text: String) {
    // Most of an edition's rows are read back in each later run: the total first.
    guard !text.isEmpty else {
      self = .total
      return
    }
    var members: [Member] = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let dimension = Dimension(id: String(parts[0])) else { return nil }
      members.append(Member(dimension, String(parts[1])))
    }
    self.init(members)
  }

  /// The table's order: column by column as text, a blank first.
  package static func precedes(_ a: Cell, _ b: Cell) -> Bool {
    var position = 0
    // As long as both have the same dimensions; members stand in their order.
    while position < a.members.count, position < b.members.count {
      let (x, y) = (a.members[position], b.members[position])
      guard x.dimension == y.dimension else { return x.dimension > y.dimension }
      if x.id != y.id { return x.id.utf8.lexicographicallyPrecedes(y.id.utf8) }
      position += 1
    }
    return position == a.members.count && position < b.members.count
  }
}
