import CSV
import Domain

/// Writes the rows of an archive: RFC 4180, comma, LF, every column of the contract in its order behind the line number.
/// Byte by byte: a region's exports are a million rows.
struct ArchiveTable {
  private(set) var bytes: [UInt8]
  private var isFirst = true

  init(_ kind: ExportKind) {
    var header = CSVText()
    header.append([archiveLineColumn] + ExportSchema.of(kind).columns.map(\.id))
    bytes = header.bytes
  }

  mutating func reserveRows(_ count: Int) { bytes.reserveCapacity(bytes.count + count * 256) }

  /// Anything that needs no quotes: a pseudonym, or what ``quoted(_:)`` made.
  mutating func plain(_ field: [UInt8]) {
    separate()
    bytes.append(contentsOf: field)
  }

  mutating func blank() { separate() }

  mutating func number(_ value: Int) {
    separate()
    digits(value, least: 1)
  }

  /// Ten-thousandths; exactly, without trailing zeros. Below zero: blank.
  mutating func decimal(_ tenThousandths: Int64) {
    separate()
    guard tenThousandths >= 0 else { return }
    digits(Int(tenThousandths / Quantity.scale), least: 1)
    var fraction = Int(tenThousandths % Quantity.scale)
    guard fraction > 0 else { return }
    var places = 4
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    bytes.append(UInt8(ascii: "."))
    digits(fraction, least: places)
  }

  /// Int32.min: blank.
  mutating func day(_ number: Int32) {
    separate()
    guard number != Int32.min else { return }
    let (year, month, day) = Day(number: number).civil
    digits(year, least: 4)
    bytes.append(UInt8(ascii: "-"))
    digits(month, least: 2)
    bytes.append(UInt8(ascii: "-"))
    digits(day, least: 2)
  }

  mutating func year(_ year: Int) {
    separate()
    digits(year, least: 4)
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func digits(_ value: Int, least: Int) {
    var power = 1
    for _ in 1..<least { power *= 10 }
    while value / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(48 + value / power % 10))
      power /= 10
    }
  }
}

/// A text as a field, in quotes where it must be.
func quoted(_ text: String) -> [UInt8] {
  var line = CSVText(lineEnd: "")
  // With a second field: a lone empty one would be quoted.
  line.append([text, ""])
  return line.bytes.dropLast()
}
