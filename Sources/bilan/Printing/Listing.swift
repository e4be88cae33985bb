import CSV
import Foundation

/// A listing as aligned text for people, CSV or JSON for programs.
struct Listing {
  let header: [String]
  let rows: [[String]]

  func text(_ format: ListingFormat) throws -> [UInt8] {
    switch format {
    case .csv:
      var table = CSVText()
      table.append(header)
      for row in rows { table.append(row) }
      return table.bytes
    case .json:
      let objects = rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(header, row).filter { !$0.1.isEmpty })
      }
      return try json(objects)
    case .table: return Array(aligned.utf8)
    }
  }

  /// Columns padded to their widest cell; a column that is empty throughout is left out.
  var aligned: String {
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let widths = shown.map { column in ([header[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0 }
    return ([header] + rows).map { row in
      var line = zip(shown, widths).map { column, width in
        row[column] + String(repeating: " ", count: width - row[column].count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

/// Sorted keys, so that the same values are the same text.
func json(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
}
