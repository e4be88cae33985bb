import Foundation
import Testing
import Workbook

/// A temporary folder that goes away with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "funders-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes the book, reads it back, and compares.
  func check(_ book: Book) throws {
    let file = path + "/\(UUID().uuidString).xlsx"
    try write(book, to: file, temporaryFolder: path)
    try verify(book, at: file)
  }
}

/// The records of a CSV of ours, unquoted.
func records(_ bytes: [UInt8], separator: Character) -> [[String]] {
  var text = String(decoding: bytes, as: UTF8.self)
  if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  let characters = Array(text)
  var index = 0
  while index < characters.count {
    let character = characters[index]
    index += 1
    if isQuoted {
      if character != "\"" {
        field.append(character)
      } else if index < characters.count, characters[index] == "\"" {
        field.append("\"")
        index += 1
      } else {
        isQuoted = false
      }
    } else if character == "\"" {
      isQuoted = true
    } else if character == separator {
      record.append(field)
      field = ""
    } else if character == "\r\n" || character == "\n" {
      records.append(record + [field])
      record = []
      field = ""
    } else {
      field.append(character)
    }
  }
  return records
}
