import CSV

/// What both readings of a text say; any difference stops the fuzzer.
private struct Reading: Equatable {
  var records: [[[UInt8]]] = []
  var places: [[Int]] = []
  var error: QuotingError?

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, usesOnlyLibCSV: Bool) {
    let reader = RecordReader(bytes, delimiter: delimiter, usesOnlyLibCSV: usesOnlyLibCSV)
    do throws(QuotingError) {
      while try reader.next() {
        records.append((0..<reader.count).map { Array(trimmed(reader[$0])) })
        places.append([reader.line, reader.row])
      }
    } catch {
      self.error = error
    }
  }
}

/// The first byte chooses the delimiter; the rest is the text. The splitting of plain lines must agree with libcsv, and
/// what was read, written again, must be read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let delimiter: UInt8 = [0x3B, 0x2C, 0x09, 0x7C][Int(data[0] & 3)]
  let text = UnsafeBufferPointer(start: data + 1, count: count - 1)
  let fast = Reading(text, delimiter: delimiter, usesOnlyLibCSV: false)
  precondition(fast == Reading(text, delimiter: delimiter, usesOnlyLibCSV: true), "the two readings differ")
  var written = CSVText(separator: Character(UnicodeScalar(delimiter)))
  // A leading mark keeps rows of blanks from being skipped; invalid UTF-8 would be repaired by String.
  let rows = fast.records.compactMap { fields -> [String]? in
    let texts = fields.compactMap { String(validating: $0, as: UTF8.self) }
    // A text that is itself `="…"` would be read as what stands in it.
    return texts.count == fields.count && !texts.contains { $0.hasPrefix("=\"") } ? ["k"] + texts : nil
  }
  for row in rows { written.append(row) }
  written.bytes.withUnsafeBufferPointer { bytes in
    let again = Reading(bytes, delimiter: delimiter, usesOnlyLibCSV: false)
    precondition(
      again.error == nil && again.records == rows.map { $0.map { Array($0.utf8) } }, "written and read differ")
  }
  return 0
}
