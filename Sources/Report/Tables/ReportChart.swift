import Domain

/// A chart of a report: what is drawn, not from which cells. The layout draws it from the table above it where the
/// numbers stand there, and else writes them below: a missing figure is text in the table, and must be a gap here.
struct ReportChart: Sendable {
  enum Kind: Sendable { case bar, stacked, line }

  struct Series: Sendable {
    var name: String
    /// One a category. What is no number is a gap; nil: nothing is asked for there.
    var values: [ReleasedValue?]
    /// Column of the table above in which they stand, from its first row on.
    var column: Int?
    var colour: UInt32
    /// A constant to be compared with.
    var isTarget = false

    init(_ name: String, _ values: [ReleasedValue?], column: Int? = nil, colour: UInt32, isTarget: Bool = false) {
      self.name = readerText(name)
      self.values = values
      self.column = column
      self.colour = colour
      self.isTarget = isTarget
    }

    var numbers: [Rational?] { values.map(\.shownNumber) }
  }

  var kind: Kind
  var title: String
  /// What the categories are: the header of their column.
  var categoryName: String
  var categories: [String]
  /// The same where there is little room; the alternative text has the whole names.
  var shortNames: [String]?
  var series: [Series]
  var unit: String
  var decimals: Int
  /// Its categories have the first series' numbers in their names.
  var isNamed = false
  /// In a corner of a sheet: smaller letters.
  var isSmall = false

  var hasValues: Bool { series.contains { !$0.isTarget && $0.numbers.contains { $0 != nil } } }

  /// Why numbers are not there, marks aside.
  var gaps: Set<NoNumber> { Set(series.filter { !$0.isTarget }.flatMap(\.values).compactMap(\.noNumber)) }

  /// Whether the table above holds all of it: every number in its own column, and no gap.
  var standsInTable: Bool { series.allSatisfy { $0.column != nil && !$0.numbers.contains(nil) } }

  /// Read out to those who do not see the chart. At most 1 900 bytes: the file's limit is 2 000.
  var alternativeText: String {
    let kind = self.kind == .line ? "Courbe" : self.kind == .stacked ? "Barres empilées" : "Barres"
    var text = readerText("\(kind) : \(title).")
    for (index, series) in series.enumerated() {
      var words = " \(series.name)\(French.noBreakSpace): "
      // Where marks stand the names have the numbers.
      let hasNumbers = isNamed && index == 0
      words +=
        zip(categories, series.values).map { hasNumbers && $1 != nil ? $0 : "\($0) \(said($1))" }
        .joined(separator: ", ") + "."
      // One that is the same everywhere has its number in its name.
      if series.isTarget && Set(series.values).count == 1 { words = " \(series.name)." }
      guard text.utf8.count + words.utf8.count <= 1900 else { return text + " Le tableau donne tous les chiffres." }
      text += words
    }
    return text
  }

  /// A number, or what stands in its place.
  func said(_ value: ReleasedValue?) -> String {
    value.noNumber?.rawValue ?? value.shownNumber.map { French.number($0, decimals: decimals) } ?? ""
  }
}
