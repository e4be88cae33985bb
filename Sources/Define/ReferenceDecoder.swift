import CSV
import Domain

/// reference/territory.csv and reference/full-time-hours.csv → ``Reference``, in any dialect that an export may have: a
/// spreadsheet saves them. What contradicts itself is an error. Throws ``DefinitionError``.
package func decodeReference(
  territory: [UInt8], hours: [UInt8], territoryFile: String = "reference/territory.csv",
  hoursFile: String = "reference/full-time-hours.csv"
) throws -> Reference {
  let vintages = try readTable(
    territory, file: territoryFile,
    header: ["territory", "as_of", "ess_posts", "all_posts", "share", "source", "status"])
  let fullTimeHours = try readTable(
    hours, file: hoursFile, header: ["scheme", "valid_from", "annual_hours", "kind", "source"])
  let reference = Reference(
    vintages: try vintages.map(decodeVintage), fullTimeHours: try fullTimeHours.map(decodeHours))
  try requireOnePerDate(vintages, reference.vintages.map { ($0.territory, $0.asOf) }, "ce territoire")
  try requireOnePerDate(
    fullTimeHours, reference.fullTimeHours.map { ($0.scheme?.id ?? "permanent", $0.validFrom) }, "ce dispositif")
  return reference
}

private func requireOnePerDate(_ rows: [TableRow], _ keys: [(id: String, day: Day)], _ noun: String) throws {
  var lines: [String: Int] = [:]
  for (row, key) in zip(rows, keys) {
    guard let first = lines.updateValue(row.line, forKey: "\(key.id) \(key.day.number)") else { continue }
    throw DefinitionError(
      file: row.file, line: row.line, "\(noun) a déjà une ligne à cette date (ligne \(first)) ; n'en garder qu'une")
  }
}

private struct TableRow {
  let file: String
  let line: Int
  let fields: [String]
  func fail(_ column: String, _ expected: String) -> DefinitionError {
    DefinitionError(file: file, line: line, "colonne \(column) : attendu : \(expected)")
  }

  /// `2021-12-31`, or as a French spreadsheet saves it: `31/12/2021`.
  func day(_ index: Int, _ column: String) throws -> Day {
    for separator in ["-", "/", "."] {
      let parts = fields[index].split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      let numbers = parts.compactMap { $0.allSatisfy("0123456789".contains) ? Int($0) : nil }
      guard parts.count == 3, numbers.count == 3 else { continue }
      if parts[0].count == 4, separator == "-", let day = Day(checking: numbers[0], month: numbers[1], day: numbers[2])
      {
        return day
      }
      if parts[2].count == 4, let day = Day(checking: numbers[2], month: numbers[1], day: numbers[0]) { return day }
    }
    throw fail(column, "une date (2021-12-31 ou 31/12/2021)")
  }

  /// With a point or a comma; thousands may be apart.
  func quantity(_ index: Int, _ column: String) throws -> Quantity? {
    let text = fields[index].filter { !" \u{A0}\u{202F}\u{2009}".contains($0) }.replacing(",", with: ".")
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      parts[0].count <= 12, parts.count == 1 || parts[1].count <= 4, let whole = Int64(parts[0])
    else { throw fail(column, "un nombre positif (9,0 ou 9.0), quatre décimales au plus, ou rien") }
    let decimals = parts.count == 2 ? parts[1] + String(repeating: "0", count: 4 - parts[1].count) : "0000"
    return Quantity(tenThousandths: whole * Quantity.scale + (Int64(decimals) ?? 0))
  }

  func choice<Value>(_ index: Int, _ column: String, _ known: [(String, Value)]) throws -> Value {
    guard let found = known.first(where: { $0.0 == fields[index] }) else {
      throw fail(column, known.map(\.0).joined(separator: ", "))
    }
    return found.1
  }
}

private func decodeVintage(_ row: TableRow) throws -> Reference.Vintage {
  guard !row.fields[0].isEmpty else { throw row.fail("territory", "un territoire") }
  let vintage = Reference.Vintage(
    territory: row.fields[0], asOf: try row.day(1, "as_of"), essPosts: try row.quantity(2, "ess_posts"),
    allPosts: try row.quantity(3, "all_posts"), share: try row.quantity(4, "share"), source: row.fields[5],
    standing: try row.choice(6, "status", Reference.Standing.allCases.map { ($0.rawValue, $0) }))
  guard let ess = vintage.essPosts, let all = vintage.allPosts else { return vintage }
  guard ess <= all else { throw row.fail("ess_posts", "au plus autant de postes que all_posts") }
  if let share = vintage.share?.rational, all > Quantity(0) {
    let counted = ess.rational / all.rational * Rational(100)
    let gap = share > counted ? share - counted : counted - share
    guard gap <= Rational(1, over: 10) else {
      throw row.fail(
        "share",
        "à un dixième de point près, la part que disent les postes (\(counted.text(decimals: 2, separator: ",")) %)")
    }
  }
  return vintage
}

private func decodeHours(_ row: TableRow) throws -> Reference.FullTimeHours {
  let schemes: [(String, Scheme?)] = Scheme.allCases.map { ($0.id, $0) } + [("permanent", nil)]
  // A year has 8 784 hours at most. Below one hour, what a month's hours come to would be beyond any count.
  guard let annual = try row.quantity(2, "annual_hours"), annual >= Quantity(1), annual <= Quantity(8784) else {
    throw row.fail("annual_hours", "un nombre d'heures, de 1 à 8784")
  }
  return Reference.FullTimeHours(
    scheme: try row.choice(0, "scheme", schemes), validFrom: try row.day(1, "valid_from"), annual: annual,
    counted: try row.choice(3, "kind", Reference.FullTimeHours.Counted.allCases.map { ($0.rawValue, $0) }),
    source: row.fields[4])
}

/// The rows of a table, their fields in the order of `header`, whatever the file's own order is.
private func readTable(_ bytes: [UInt8], file: String, header: [String]) throws -> [TableRow] {
  try bytes.withUnsafeBufferPointer { bytes in
    var isAssumed = false
    do {
      switch try decodeText(bytes, declared: nil, assumed: &isAssumed) {
      case .own(let start): return try readTable(UnsafeBufferPointer(rebasing: bytes[start...]), file, header)
      case .translated(let text):
        return try text.withUnsafeBufferPointer { try readTable($0, file, header) }
      }
    } catch let error as TextFault {
      throw DefinitionError(file: file, line: error.line, "attendu : du texte, en UTF-8 ou Windows-1252")
    } catch let error as QuotingError {
      throw DefinitionError(file: file, line: error.line, "guillemet mal placé")
    }
  }
}

private func readTable(_ text: UnsafeBufferPointer<UInt8>, _ file: String, _ header: [String]) throws -> [TableRow] {
  let expected = "l'en-tête \(header.joined(separator: ";"))"
  guard let (reader, places) = try readHeader(of: text, header) else {
    let first = RecordReader(text, delimiter: UInt8(ascii: ";"))
    guard try first.next() else { throw DefinitionError(file: file, "fichier vide ; attendu : \(expected)") }
    throw DefinitionError(file: file, line: first.line, "attendu : \(expected) (ou avec des virgules)")
  }
  var rows: [TableRow] = []
  while try reader.next() {
    let fields = (0..<reader.count).map { String(decoding: trimmed(reader[$0]), as: UTF8.self) }
    guard fields.allSatisfy(\.isEmpty) == false else { continue }
    guard fields.count >= header.count, fields.dropFirst(header.count).allSatisfy(\.isEmpty) else {
      throw DefinitionError(
        file: file, line: reader.line,
        "\(fields.count) valeurs ; attendu : \(header.count) (des guillemets manquent-ils autour d'un texte à virgule ?)"
      )
    }
    rows.append(TableRow(file: file, line: reader.line, fields: places.map { fields[$0] }))
  }
  return rows
}

/// A reader behind the header's line, and where each column stands; nil where no delimiter makes a header of the first record.
private func readHeader(
  of text: UnsafeBufferPointer<UInt8>, _ header: [String]
) throws -> (RecordReader, places: [Int])? {
  let first = physicalLineEnd(text, from: 0)
  let isDeclared = first.text == 5 && text.starts(with: Array("sep=".utf8))
  for delimiter in isDeclared ? [text[4]] : Array(";,\t|".utf8) {
    let reader = RecordReader(
      text, from: isDeclared ? first.next : 0, line: isDeclared ? 2 : 1, delimiter: delimiter)
    // What cannot be parsed under this delimiter is no header under it.
    guard let isRecord = try? reader.next() else { continue }
    guard isRecord else { return nil }
    let names = (0..<reader.count).map { normalForm(String(decoding: trimmed(reader[$0]), as: UTF8.self)) }
    let places = header.compactMap { names.firstIndex(of: normalForm($0)) }
    let others = names.indices.filter { !places.contains($0) }
    if places.count == header.count, others.allSatisfy({ names[$0].isEmpty }) { return (reader, places) }
  }
  return nil
}
