/// Where a column's cell comes from on each row of a file.
struct CellSource {
  /// Of the text in the file that it is read from; -1: none.
  var place: Int
  /// What stands for that text in a table where no place has it: a blank, or the one constant of the column.
  var words = CellWords(low: 0, high: 0)
  /// Whether the mapping makes another cell of it.
  var isMade = false

  static let none = CellSource(place: -1)
  /// No text begins so.
  static let constant = CellSource(place: -1, words: CellWords(low: .max - 1, high: .max), isMade: true)
  var isThere: Bool { place >= 0 || isMade }
}
