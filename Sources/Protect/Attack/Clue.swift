/// Something about to be told that helped to find a hidden number out.
package struct Clue: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The cell shows its figure.
    case figure
    /// The cell is hidden, and its mark says that it is small.
    case mark
  }

  package let cell: CellOfMonth
  package let kind: Kind

  package init(_ kind: Kind, of cell: CellOfMonth) {
    self.kind = kind
    self.cell = cell
  }
}
