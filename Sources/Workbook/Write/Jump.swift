/// A place in the same book, as the file format names it.
enum Jump {
  static func location(_ sheet: String) -> String { "'\(sheet.replacing("'", with: "''"))'!A1" }
  static func url(to sheet: String) -> String { "internal:" + location(sheet) }
}
