/// What a workbook says, in a form small enough to compare: made from a book, or from a file.
package struct ParsedBook: Sendable, Equatable {
  /// One sheet, in the book's order.
  package struct Sheet: Sendable, Equatable {
    package var name: String
    /// Cells with text or a number; blank ones are not counted, styled or not.
    package var cells = 0
    /// Of each such cell's place, kind and value, row by row.
    package var digest = CellDigest()
    /// `<f>` elements: formulas, of which a book has none.
    package var formulas = 0
    /// Links to the outside, of which a book has none.
    package var links = 0
    /// Where clicks lead within the book: cell and place.
    package var jumps: [String] = []
    package var tables: [Table] = []
    /// The alternative texts of the charts.
    package var charts: [String] = []
    package var drawn: [Chart] = []

    package init(name: String) {
      self.name = name
    }
  }

  package struct Table: Sendable, Equatable {
    package var name: String
    package var area: String
    package var headers: [String]
  }

  package struct Chart: Sendable, Equatable {
    /// `["bar", "stacked"]`, in the file's words.
    package var kind: [String] = []
    package var series = 0
    /// Its title and those of its axes, sorted.
    package var words: [String] = []
    /// Names, categories and values, series by series.
    package var references: [String] = []
  }

  package var sheets: [Sheet] = []
  package var parts: Set<String> = []
  /// Of cells, in the list of styles.
  package var formats = 0
}
