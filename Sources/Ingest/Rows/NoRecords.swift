import CSV
import Domain

/// Tells the rows of an export that are no records: the header again, a title again, a total, a lone cell.
struct NoRecords {
  enum Kind: CaseIterable {
    case blank, header, title, total, loneCell
  }

  /// The header's cells in normal form; the first that is not empty, and the letters and digits of it.
  private let header: [String]
  private let firstOfHeader: Int
  private let headerLetters: [UInt8]
  /// The titles above the header in normal form, digits aside.
  private let titles: [String]
  /// Places of the key's columns in the file.
  private let key: [Int]
  /// By first byte of a row's first cell that is not empty: it may be a header's, a title's or a total's.
  private let suspects: [Bool]

  init(_ header: Header, key: [Int]) {
    self.header = header.names.map(normalForm)
    firstOfHeader = self.header.firstIndex { !$0.isEmpty } ?? 0
    headerLetters = self.header[firstOfHeader].utf8.filter { $0 != 0x20 }
    titles = header.titles.map(NoRecords.withoutDigits).filter { !$0.isEmpty }
    self.key = key.map { header.positions[$0] }.filter { $0 >= 0 }
    suspects = NoRecords.suspects(
      [self.header[firstOfHeader], "total", "sous total"] + titles, hasTitles: !titles.isEmpty)
  }

  /// All but the ASCII letters and digits with which none of these begins.
  private static func suspects(_ forms: [String], hasTitles: Bool) -> [Bool] {
    let firsts = Set(forms.compactMap { $0.utf8.first })
    return (0...255).map { byte in
      switch UInt8(byte) {
      case 0x30...0x39: hasTitles || firsts.contains(UInt8(byte))
      case 0x41...0x5A, 0x61...0x7A: firsts.contains(UInt8(byte) | 0x20)
      default: true
      }
    }
  }

  private static func withoutDigits(_ form: String) -> String {
    normalForm(String(form.unicodeScalars.filter { $0.properties.numericType == nil }.map(Character.init)))
  }

  /// nil: a record, as nearly every row is.
  @inline(__always)
  func kind(_ row: CurrentRow, isValue: (Int, Bytes) -> Bool) -> Kind? {
    // Nearly every row has two cells that begin with a visible character, the first of them no suspect.
    if row.count > 1, let letter = row[0].first, letter > 0x20, !suspects[Int(letter)], let next = row[1].first,
      next > 0x20, next < 0x80
    {
      return nil
    }
    return slowKind(row, isValue: isValue)
  }

  private func slowKind(_ row: CurrentRow, isValue: (Int, Bytes) -> Bool) -> Kind? {
    var first = 0
    while first < row.count, row[first].isEmpty || trimmed(row[first]).isEmpty { first += 1 }
    guard first < row.count else { return .blank }
    let byte = trimmed(row[first])[0]
    if suspects[Int(byte)], let kind = suspect(row, first) { return kind }
    var second = first + 1
    while second < row.count, row[second].isEmpty || trimmed(row[second]).isEmpty { second += 1 }
    guard second >= row.count else { return nil }
    return isValue(first, trimmed(row[first])) ? nil : .loneCell
  }

  private func suspect(_ row: CurrentRow, _ first: Int) -> Kind? {
    let cell = trimmed(row[first])
    guard
      !titles.isEmpty || NoRecords.mayBegin(cell, with: headerLetters) || NoRecords.mayBegin(cell, with: Self.total)
        || NoRecords.mayBegin(cell, with: Self.subtotal)
    else { return nil }
    let form = normalForm(String(decoding: cell.prefix(400), as: UTF8.self))
    if first == firstOfHeader, form == header[first], isHeader(row) { return .header }
    if !titles.isEmpty, isTitle(row, first, NoRecords.withoutDigits(form)) { return .title }
    guard form.hasPrefix("total") || form.hasPrefix("sous total") else { return nil }
    let isBare = key.allSatisfy { $0 == first || $0 >= row.count || trimmed(row[$0]).isEmpty }
    return isBare ? .total : nil
  }

  private static let total = Array("total".utf8)
  private static let subtotal = Array("soustotal".utf8)

  /// Whether the letters and digits of a text can begin with these: a look at some bytes instead of its normal form.
  private static func mayBegin(_ cell: Bytes, with letters: [UInt8]) -> Bool {
    var position = 0
    for byte in cell where position < letters.count {
      if byte >= 0x80 { return true }
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      guard isLetter || digitValue(byte) != nil else { continue }
      guard letters[position] == (isLetter ? byte | 0x20 : byte) else { return letters[position] >= 0x80 }
      position += 1
    }
    return position == letters.count
  }

  private func isHeader(_ row: CurrentRow) -> Bool {
    for place in 0..<max(row.count, header.count) {
      let cell = place < row.count ? normalForm(String(decoding: trimmed(row[place]), as: UTF8.self)) : ""
      if cell != (place < header.count ? header[place] : "") { return false }
    }
    return true
  }

  private func isTitle(_ row: CurrentRow, _ first: Int, _ form: String) -> Bool {
    // Most rows begin with a number, which says nothing, and go on otherwise than any title.
    var (begun, place) = (form, first)
    while titles.contains(where: { $0.hasPrefix(begun) }), begun.isEmpty, place + 1 < row.count {
      place += 1
      begun = NoRecords.withoutDigits(normalForm(String(decoding: trimmed(row[place]).prefix(4096), as: UTF8.self)))
    }
    guard titles.contains(where: { $0.hasPrefix(begun) }) else { return false }
    let cells = (0..<row.count).map { String(decoding: trimmed(row[$0]).prefix(4096), as: UTF8.self) }
    let form = NoRecords.withoutDigits(normalForm(cells.joined(separator: " ")))
    return titles.contains(form)
  }
}
