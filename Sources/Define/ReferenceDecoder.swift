import CSV
import Domain

/// reference/territory.csv and reference/full-time-hours.csv → ``Reference``. UTF-8, comma, decimal point: these are our
/// own files, read strictly. Throws ``DefinitionError``.
package func decodeReference(
  territory: [UInt8], hours: [UInt8], territoryFile: String = "reference/territory.csv",
  hoursFile: String = "reference/full-time-hours.csv"
) throws -> Reference {
  Reference(
    vintages: try readTable(
      territory, file: territoryFile,
      header: ["territory", "as_of", "ess_posts", "all_posts", "share", "source", "status"]
    ).map(decodeVintage),
    fullTimeHours: try readTable(
      hours, file: hoursFile, header: ["scheme", "valid_from", "annual_hours", "kind", "source"]
    ).map(decodeHours))
}

private struct TableRow {
  let file: String
  let line: Int
  let fields: [String]
  func fail(_ column: String, _ expected: String) -> DefinitionError {
    DefinitionError(file: file, line: line, "colonne \(column) : attendu : \(expected)")
  }

  func day(_ index: Int, _ column: String) throws -> Day {
    let parts = fields[index].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      let day = Day(checking: year, month: month, day: number)
    else { throw fail(column, "une date (2021-12-31)") }
    return day
  }

  func quantity(_ index: Int, _ column: String) throws -> Quantity? {
    let text = fields[index]
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      parts[0].count <= 12, parts.count == 1 || parts[1].count <= 4, let whole = Int64(parts[0])
    else { throw fail(column, "un nombre positif, avec un point (9.0), quatre décimales au plus, ou rien") }
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
  return Reference.Vintage(
    territory: row.fields[0], asOf: try row.day(1, "as_of"), essPosts: try row.quantity(2, "ess_posts"),
    allPosts: try row.quantity(3, "all_posts"), share: try row.quantity(4, "share"), source: row.fields[5],
    standing: try row.choice(6, "status", Reference.Standing.allCases.map { ($0.rawValue, $0) }))
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

private func readTable(_ bytes: [UInt8], file: String, header: [String]) throws -> [TableRow] {
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  guard String(validating: text, as: UTF8.self) != nil else {
    throw DefinitionError(file: file, "attendu : du texte en UTF-8")
  }
  return try text.withUnsafeBufferPointer { buffer in
    let reader = RecordReader(buffer, delimiter: UInt8(ascii: ","))
    var rows: [TableRow] = []
    var isHeader = true
    do {
      while try reader.next() {
        let fields = (0..<reader.count).map { String(decoding: trimmed(reader[$0]), as: UTF8.self) }
        if isHeader {
          guard fields == header else {
            throw DefinitionError(file: file, line: reader.line, "attendu : l'en-tête \(header.joined(separator: ","))")
          }
          isHeader = false
          continue
        }
        guard fields.count == header.count else {
          throw DefinitionError(
            file: file, line: reader.line,
            "\(fields.count) valeurs ; attendu : \(header.count) (des guillemets manquent-ils autour d'un texte à virgule ?)"
          )
        }
        rows.append(TableRow(file: file, line: reader.line, fields: fields))
      }
    } catch let error as QuotingError {
      throw DefinitionError(file: file, line: error.line, "guillemet mal placé")
    }
    if isHeader {
      throw DefinitionError(file: file, "fichier vide ; attendu : l'en-tête \(header.joined(separator: ","))")
    }
    return rows
  }
}
