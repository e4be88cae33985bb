import CSV
import Domain

/// Finds the header: the first of eleven non-blank lines that holds all required columns under one of the delimiters.
/// Lines above it are titles, and are not parsed for quotes.
struct HeaderSearch {
  private let names: ColumnNames
  private let mapping: Mapping?

  init(kind: ExportKind, association: Association, mapping: Mapping? = nil) {
    names = ColumnNames(kind: kind, association: association, mapping: mapping)
    self.mapping = mapping
  }

  private static let delimiters: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
  private static let titleLines = 10

  /// Never leaves Ingest: `readExport` makes a finding of it.
  enum Failure: Error {
    /// The line that has most of the required columns, those it lacks, and how many of its cells are months.
    case missing([String], line: Int, row: Int, months: Int)
    /// A column of the contract that stands twice, or more often: its id, and the place and name of each.
    case twice(column: String, [(place: Int, name: String)], line: Int, row: Int)
    case empty
    /// Nothing like a header, and a line beyond the bounds.
    case tooLarge(QuotingError)
  }

  /// Where a line begins.
  private struct Place {
    var offset = 0
    var line = 1
    var row = 1
  }

  /// The line that came nearest, and the first that no reader could hold.
  private struct Nearest {
    var missing: [String]
    var months = 0
    var place: Place
    var excess: QuotingError?
  }

  func find(in text: Bytes) throws(Failure) -> Header {
    var place = Place()
    var delimiters = HeaderSearch.delimiters
    if let declared = declaredDelimiter(text, &place.offset) {
      delimiters = [declared]
      // A spreadsheet does not show this line.
      place.line = 2
    }
    var nearest: Nearest?
    var titles: [String] = []
    var dropped: [Int: Int] = [:]
    while place.offset < text.count, titles.count <= HeaderSearch.titleLines {
      let end = physicalLineEnd(text, from: place.offset)
      let line = Bytes(rebasing: text[place.offset..<end.text])
      if let rule = droppedBy(line, delimiters) {
        dropped[rule, default: 0] += 1
      } else if !lineIsBlank(line, isDelimiter: delimiters.contains) {
        for delimiter in delimiters {
          guard var header = try candidate(text, place, delimiter, titles, &nearest) else { continue }
          header.dropped = dropped
          return header
        }
        titles.append(normalForm(String(decoding: line.prefix(4096), as: UTF8.self)))
      }
      place = Place(offset: end.next, line: place.line + 1, row: place.row + 1)
    }
    guard let nearest else { throw .empty }
    if let excess = nearest.excess { throw .tooLarge(excess) }
    throw .missing(
      nearest.missing, line: nearest.place.line, row: nearest.place.row, months: nearest.months)
  }

  /// The mapping's rule that sets a line aside which is not parsed yet; nil: none.
  private func droppedBy(_ line: Bytes, _ delimiters: [UInt8]) -> Int? {
    guard let drop = mapping?.drop, !drop.isEmpty else { return nil }
    let firsts = delimiters.compactMap { delimiter in
      line.split { $0 == delimiter || $0 == 0x22 }.lazy.map { trimmed(Bytes(rebasing: $0)) }.first { !$0.isEmpty }
    }
    let forms = firsts.map { normalForm(String(decoding: $0.prefix(400), as: UTF8.self)) }
    return drop.firstIndex { rule in forms.contains { $0.hasPrefix(rule.beginning) } }
  }

  /// `sep=;` alone on the first line; the offset moves past it.
  private func declaredDelimiter(_ text: Bytes, _ offset: inout Int) -> UInt8? {
    let end = physicalLineEnd(text, from: 0)
    var line = trimmedOfSpaces(Bytes(rebasing: text[0..<end.text]))
    if line.count == 7, line.first == 0x22, line.last == 0x22 { line = Bytes(rebasing: line[1..<6]) }
    guard line.count == 5, zip(line, "sep=".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }), line[3] == 0x3D,
      canDelimit(line[4])
    else { return nil }
    offset = end.next
    return line[4]
  }

  /// A tab or a sign; a quote, a space, a letter or a digit tells nothing apart.
  private func canDelimit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09: return true
    case 0x22, 0...0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x7F...: return false
    default: return true
    }
  }

  /// Spaces alone: the delimiter itself may be a tab.
  private func trimmedOfSpaces(_ line: Bytes) -> Bytes {
    var end = line.count
    while end > 0, line[end - 1] == 0x20 { end -= 1 }
    return Bytes(rebasing: line[0..<end])
  }

  /// The header, if the record that begins here has all it must have under this delimiter; else how near it came.
  private func candidate(
    _ text: Bytes, _ place: Place, _ delimiter: UInt8, _ titles: [String], _ nearest: inout Nearest?
  ) throws(Failure) -> Header? {
    let reader = RecordReader(
      text, from: place.offset, line: place.line, row: place.row, delimiter: delimiter,
      ignoresQuotes: mapping?.quotes == Mapping.Quotes.none)
    var cells: [String] = []
    var excess: QuotingError?
    do throws(QuotingError) {
      if try reader.next() { cells = (0..<reader.count).map { String(decoding: trimmed(reader[$0]), as: UTF8.self) } }
    } catch {
      // A line that cannot be parsed under this delimiter is no header under it.
      if error.cause != .strayQuote && error.cause != .openQuote { excess = error }
    }
    let width = cells.count
    while cells.last?.isEmpty == true { cells.removeLast() }
    let reading = names.reading(of: cells)
    let missing = names.missing(reading)
    guard missing.isEmpty else {
      let months = cells.count(where: isMonthHeader)
      if nearest.map({ (missing.count, -months) < ($0.missing.count, -$0.months) }) ?? true {
        nearest = Nearest(missing: missing, months: months, place: place, excess: nearest?.excess)
      }
      nearest!.excess = nearest!.excess ?? excess
      return nil
    }
    if let twice = reading.twice {
      throw .twice(
        column: twice.column, twice.places.map { ($0, printable(cells[$0])) }, line: place.line, row: place.row)
    }
    let next = reader.position
    let names = cells.map(printable)
    return Header(
      delimiter: delimiter, positions: reading.positions, names: names,
      isNamed: names.allSatisfy { !$0.allSatisfy(\.isWhitespace) }, width: width, line: place.line,
      row: place.row, offset: next.offset, nextLine: next.line, nextRow: next.row, titles: titles,
      mapped: reading.mapped, ignoresQuotes: mapping?.quotes == Mapping.Quotes.none)
  }
}
