import CSV
import Foundation
import Host
import PlainText

/// A listing as aligned text for people, CSV or JSON for programs.
struct Listing {
  let header: [String]
  let rows: [[String]]

  /// On standard output. Throws ``OutputRefused``.
  func write(as format: ListingFormat, done: String? = nil) throws {
    switch format {
    case .csv: try Output.standard.write(csv, done: done)
    case .json:
      let objects = rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(header, row).filter { !$0.1.isEmpty })
      }
      try Output.standard.write(json(objects), done: done)
    case .table: try Output.standard.write(aligned, done: done)
    }
  }

  /// No cell of it is a formula to any spreadsheet, nor acts on a terminal.
  var csv: [UInt8] {
    var table = CSVText()
    for row in [header] + rows { table.append(row.map(inertField)) }
    return table.bytes
  }

  /// Columns padded to their widest cell; a column that is empty throughout is left out.
  var aligned: String {
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = ([header] + rows).map { $0.map(visible) }
    let widths = shown.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { row in
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
  return escapedJSON(Array(try encoder.encode(value))) + [UInt8(ascii: "\n")]
}
