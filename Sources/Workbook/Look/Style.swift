/// How a cell looks. Equal styles share one format in the file.
package struct Style: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case automatic, left, centre, right }
  package enum VerticalAlignment: Sendable, Hashable { case bottom, centre, top }
  package enum Line: Sendable, Hashable { case none, hair, thin, medium }

  package var font = "Calibri"
  /// In points.
  package var size = 11.0
  package var isBold = false
  package var isItalic = false
  package var colour: Colour?
  package var fill: Colour?
  /// In the file's own notation (`#,##0.0`), which a French Excel shows as `1 234,5`; at most 127
  /// bytes. See `NumberFormat`.
  package var format = ""
  package var alignment = Alignment.automatic
  package var verticalAlignment = VerticalAlignment.bottom
  package var wraps = false
  package var indent = 0
  package var top = Line.none
  package var bottom = Line.none
  package var lineColour: Colour?

  package init() {}

  /// A copy with some things changed: `body.with { $0.isBold = true }`.
  package func with(_ change: (inout Style) -> Void) -> Style {
    var copy = self
    change(&copy)
    return copy
  }
}
