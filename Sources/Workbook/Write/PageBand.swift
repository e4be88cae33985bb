/// The line at the top or the foot of every printed page.
package struct PageBand: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text(String)
    case page
    case pages
  }

  package var left: [Piece]
  package var centre: [Piece]
  package var right: [Piece]

  package init(left: [Piece] = [], centre: [Piece] = [], right: [Piece] = []) {
    self.left = left
    self.centre = centre
    self.right = right
  }

  /// In the file's notation, where `&` begins a code and so is doubled in text.
  var code: String {
    [("&L", left), ("&C", centre), ("&R", right)]
      .filter { !$0.1.isEmpty }
      .map { $0.0 + $0.1.map(Self.code).joined() }
      .joined()
  }

  private static func code(_ piece: Piece) -> String {
    switch piece {
    case .text(let text): text.map { $0 == "&" ? "&&" : String($0) }.joined()
    case .page: "&P"
    case .pages: "&N"
    }
  }
}
