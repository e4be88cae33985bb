/// Bounds on what one record may hold, and on how many there are, so that no file can fill the memory.
package enum CSVLimits {
  /// Of a whole text, as it came and as UTF-8.
  package static let textBytes = 128 << 20
  package static let fieldBytes = 1 << 20
  package static let fields = 16_384
  package static let recordBytes = 16 << 20
  /// Of a spreadsheet, blank ones included: more rows than that nobody's spreadsheet wrote.
  package static let rows = 1 << 20
}
