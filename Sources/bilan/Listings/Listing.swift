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
    case .table: try Output.standard.write(aligned(within: Window.columns(.standard)), done: done)
    }
  }

  /// No cell of it is a formula to any spreadsheet, nor acts on a terminal.
  var csv: [UInt8] {
    var table = CSVText()
    for row in [header] + rows { table.append(row.map(inertField)) }
    return table.bytes
  }
}

/// Sorted keys, so that the same values are the same text.
func json(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return escapedJSON(Array(try encoder.encode(value))) + [UInt8(ascii: "\n")]
}
