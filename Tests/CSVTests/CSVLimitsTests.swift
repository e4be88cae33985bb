import CSV
import Testing

/// The bounds, each tried at the bound and one beyond, with and without quotes, through both readings.
struct CSVLimitsTests {
  /// The error, the same in both readings.
  private func error(_ text: [UInt8]) -> QuotingError? {
    let errors = [false, true].map { usesOnlyLibCSV in
      text.withUnsafeBufferPointer { (buffer) -> QuotingError? in
        let reader = RecordReader(buffer, delimiter: 0x3B, usesOnlyLibCSV: usesOnlyLibCSV)
        do throws(QuotingError) { while try reader.next() {} } catch { return error }
        return nil
      }
    }
    #expect(errors[0] == errors[1])
    return errors[0]
  }

  @Test("a field of the bound is read, one byte more is not", arguments: ["", "\""])
  func fieldBytes(_ quote: String) {
    func text(_ count: Int) -> [UInt8] {
      Array("a\nb;\(quote)".utf8) + Array(repeating: 0x78, count: count) + Array("\(quote);c\n".utf8)
    }
    #expect(error(text(CSVLimits.fieldBytes)) == nil)
    #expect(error(text(CSVLimits.fieldBytes + 1)) == QuotingError(cause: .fieldTooLong, line: 2))
  }

  @Test("as many fields as the bound are read, one more is not", arguments: ["", "\"\""])
  func fields(_ last: String) {
    func text(_ count: Int) -> [UInt8] {
      Array("a".utf8) + Array(repeating: 0x3B, count: count - 1) + Array("\(last)\n".utf8)
    }
    #expect(error(text(CSVLimits.fields)) == nil)
    #expect(error(text(CSVLimits.fields + 1)) == QuotingError(cause: .tooManyFields, line: 1))
  }

  @Test("a line of too many delimiters alone is a blank line") func blank() {
    #expect(error(Array(repeating: 0x3B, count: 1_000_000)) == nil)
  }

  @Test("a record is bounded as a whole") func recordBytes() {
    let field = String(repeating: "x", count: CSVLimits.fieldBytes) + ";"
    let record = Array(String(repeating: field, count: CSVLimits.recordBytes / CSVLimits.fieldBytes).utf8)
    #expect(error(record) == nil)
    #expect(error(record + [0x78]) == QuotingError(cause: .recordTooLong, line: 1))
  }

  @Test("as many rows as the bound are read, one more is not, blank or not", arguments: ["\n", "x\n"])
  func rows(_ row: String) {
    let text = Array(String(repeating: row, count: CSVLimits.rows - 1).utf8)
    #expect(error(text + Array("x\n".utf8)) == nil)
    #expect(error(text + Array("x\nx".utf8)) == QuotingError(cause: .tooManyRows, line: CSVLimits.rows + 1))
  }

  @Test("a quote left open stops at the bound of a field, not at the end of the text") func openQuote() {
    let text = Array("a;\"b\n".utf8) + Array(String(repeating: "cccc;dddd\n", count: 300_000).utf8)
    let error = error(text)
    #expect(error?.cause == .fieldTooLong)
    #expect(error!.line > 100_000 && error!.line < 110_000)
  }
}
