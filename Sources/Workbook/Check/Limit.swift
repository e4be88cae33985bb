/// Limits of the file format; libxlsxwriter 1.1.4 checks only some of them.
enum Limit {
  static let rows = 1_048_576
  static let columns = 16_384
  /// UTF-16 units of a sheet's name.
  static let sheetName = 31
  /// UTF-16 units of a cell.
  static let text = 32_767
  /// UTF-16 units of a header, a title, a document property, a printed band.
  static let label = 255
  /// libxlsxwriter cuts attributes at 2079 bytes, in the midst of a character if need be.
  static let alternativeText = 2_000
  /// libxlsxwriter cuts formats and font names at 127 bytes.
  static let format = 127
  /// Points of a series.
  static let points = 32_000
  /// Excel's largest number.
  static let number = 9.999_999_999_999_99e307
}
