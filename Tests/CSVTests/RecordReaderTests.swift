import CSV
import Testing

struct RecordReaderTests {
  @Test(
    "splits a record at its delimiters, and nowhere else",
    arguments: [
      ("a;b;c", ["a", "b", "c"]), ("a;;c", ["a", "", "c"]), ("a;b;", ["a", "b", ""]), (";b", ["", "b"]),
      (" a ;\tb\t", ["a", "b"]), ("\u{A0}a;\u{202F}b\u{A0}", ["a", "b"]), ("a b;c", ["a b", "c"]),
      (#""a;b";c"#, ["a;b", "c"]), (#""a ""b""";c"#, [#"a "b""#, "c"]), ("\"\";x", ["", "x"]), ("x;\"\"", ["x", ""]),
      (#"x;"";y"#, ["x", "", "y"]), ("\"a\nb\";c", ["a\nb", "c"]), ("\"a\r\nb\";c", ["a\r\nb", "c"]),
      ("\"a\rb\";c", ["a\rb", "c"]), (#" "a" ;"b""#, ["a", "b"]), ("é;€;𝄞", ["é", "€", "𝄞"]),
    ])
  func fields(_ text: String, _ expected: [String]) {
    #expect(Reading(text).records.map(\.texts) == [expected])
  }

  @Test("every line end ends a record, and counts as one line", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    let lines = ["a;1", "", ";;", "\"b", "b\";2", " \u{A0} ", "c;3"]
    let reading = Reading(lines.joined(separator: end))
    #expect(reading.error == nil)
    #expect(
      reading.records == [
        Record(["a", "1"], line: 1, row: 1), Record(["b\(end)b", "2"], line: 4, row: 4),
        Record(["c", "3"], line: 7, row: 6),
      ])
  }

  @Test(
    "lines of delimiters, spaces and closed quotes are skipped, and counted",
    arguments: ["", " ", "\t", ";", ";;;", "\"\"", "\"\";\"\"", " ; ;", "\u{A0}", "\u{202F};\u{A0}", "\" \""])
  func blankLines(_ blank: String) {
    #expect(Reading("a\n\(blank)\n\(blank)\nb").records.map(\.line) == [1, 4])
  }

  @Test("an odd quote is no blank line: it opens a field") func oddQuote() {
    #expect(Reading("a;b\n\"\nx;y\n\";z").records.map(\.texts) == [["a", "b"], ["\nx;y\n", "z"]])
  }

  @Test("a last line needs no end", arguments: ["a;b", "a;\"b\"", "a;\"b\" "])
  func lastLine(_ text: String) {
    #expect(Reading(text) == Reading(text + "\n"))
    #expect(Reading(text).records.map(\.texts) == [["a", "b"]])
  }

  @Test(
    "a quoting error names the line of the offending character, an open quote the last line",
    arguments: [
      ("a\nb\"c", QuotingError.Cause.strayQuote, 2), ("a\n\"b\"c", .strayQuote, 2),
      ("\"a\nb\"\n\"c\nd\"e", .strayQuote, 4),
      ("a\n\"b", .openQuote, 2), ("a\n\"b\n\n", .openQuote, 3), ("\"a\r\nb\r\nc", .openQuote, 3),
      ("a\r\"b\rc\r", .openQuote, 3),
      ("a;\"", .openQuote, 1),
    ])
  func errors(_ text: String, _ cause: QuotingError.Cause, _ line: Int) {
    #expect(Reading(text).error == QuotingError(cause: cause, line: line))
  }

  @Test("what stands before an error is read, nothing after it") func recordsBeforeError() {
    #expect(Reading("a;b\nc;\"d\"x\ne;f").records.map(\.texts) == [["a", "b"]])
  }

  @Test("a reader can begin in the middle, and knows where") func middle() throws {
    try Array("a;b\nc;d\n".utf8).withUnsafeBufferPointer { (buffer) throws in
      let reader = RecordReader(buffer, from: 4, line: 12, row: 10, delimiter: 0x3B)
      let isRecord = try reader.next()
      #expect(isRecord)
      #expect((reader.line, reader.row) == (12, 10))
      #expect(reader.position == (8, 13, 11))
    }
  }
}
