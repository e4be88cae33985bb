/// What stands in a cell, and how it looks.
package struct Cell: Sendable, Equatable {
  /// Text, a number or nothing. There is no formula: a value from outside cannot become one.
  package enum Content: Sendable, Equatable {
    /// Empty text is the same as blank: the file format has no difference.
    case text(String)
    case number(Double)
    case blank
  }

  package var content: Content
  package var style: Style?
  /// The sheet of the same book to which a click on a text leads. Never made from data's own words: only to what is there.
  package var leadsTo: String?

  package init(_ content: Content, _ style: Style? = nil) {
    self.content = content
    self.style = style
  }

  package static func text(_ text: String, _ style: Style? = nil) -> Cell {
    Cell(.text(text), style)
  }

  /// A number, read back exactly if it is a decimal of at most 16 significant digits.
  ///
  /// libxlsxwriter writes `%.16G`; of a Double that is no such decimal the 17th digit is lost, so
  /// round a ratio first (the CSV has 6 decimals).
  package static func number(_ number: Double, _ style: Style? = nil) -> Cell {
    Cell(.number(number), style)
  }

  /// The exact decimal `units / 10^scale`: 12345 at scale 4 is 1.2345.
  ///
  /// Both terms are whole numbers that a Double holds, and IEEE 754 division rounds correctly, so
  /// the result is the Double nearest to the decimal: the one its text is read as.
  package static func decimal(_ units: Int, scale: Int, _ style: Style? = nil) -> Cell {
    precondition((0...15).contains(scale) && units.magnitude <= 1 << 53)
    let divisor = (0..<scale).reduce(1.0) { product, _ in product * 10 }
    return Cell(.number(Double(units) / divisor), style)
  }

  package static let blank = Cell(.blank)
}
