import CSV
import Testing

/// The bounds, each tried at the bound and one beyond, with and without quotes, through both readings.
struct CSVLimitsTests {
  private func error(_ text: [UInt8]) -> QuotingError? {
    let reading = Reading(text)
    #expect(reading == Reading(text, usesOnlyLibCSV: true))
    return reading.error
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
    let field = Array(repeating: UInt8(ascii: "x"), count: CSVLimits.fieldBytes) + [0x3B]
    let fields = CSVLimits.recordBytes / CSVLimits.fieldBytes
    let record = Array(repeatElement(field, count: fields).joined())
    #expect(error(record) == nil)
    #expect(error(record + [0x78]) == QuotingError(cause: .recordTooLong, line: 1))
  }

  @Test("a quote left open stops at the bound of a field, not at the end of the text") func openQuote() {
    let text = Array("a;\"b\n".utf8) + Array(repeatElement(Array("cccc;dddd\n".utf8), count: 1_000_000).joined())
    let error = error(text)
    #expect(error?.cause == .fieldTooLong)
    #expect(error!.line > 100_000 && error!.line < 110_000)
  }
}
