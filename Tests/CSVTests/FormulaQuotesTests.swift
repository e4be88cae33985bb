import CSV
import Testing

/// A field that is wholly `="…"` is its text: a spreadsheet's way to keep zeros.
struct FormulaQuotesTests {
  private func fields(_ text: String, _ delimiter: Character = ";") -> [[String]] {
    Reading(Array(text.utf8), delimiter: delimiter).records.map(\.texts)
  }

  @Test(
    "unquoted, or quoted as a whole",
    arguments: [
      ("=\"001\";x\n", ["001", "x"]), ("x;=\"001\"\n", ["x", "001"]), ("x;=\"001\"", ["x", "001"]),
      ("\"=\"\"001\"\"\";x\n", ["001", "x"]), ("=\"a;b\";x\n", ["a;b", "x"]), ("=\"a\nb\";x\n", ["a\nb", "x"]),
      ("=\"say \"\"yes\"\"\";x\n", ["say \"yes\"", "x"]), ("=\"\";x\n", ["", "x"]), (" =\"001\" ;x\n", ["001", "x"]),
      ("=\"001\"\t;x\n", ["001", "x"]), ("=\"1\";=\"2\"\n", ["1", "2"]), ("=\"a\rb\";x\n", ["a\rb", "x"]),
      ("\"=\"\"a;b\"\"\";\"c;d\"\n", ["a;b", "c;d"]),
    ])
  func isText(_ text: String, _ expected: [String]) { #expect(fields(text) == [expected]) }

  @Test("with other delimiters, and in the lines after") func otherDelimiters() {
    #expect(fields("=\"0,1\",x\n=\"02\",y\nz,w\n", ",") == [["0,1", "x"], ["02", "y"], ["z", "w"]])
    #expect(fields("=\"01\"\tx\n", "\t") == [["01", "x"]])
  }

  @Test(
    "what is not wholly so is read as it stands",
    arguments: [
      ("=1+1;x\n", ["=1+1", "x"]), ("\"=\"\"a\"\" & \"\"b\"\"\";x\n", ["=\"a\" & \"b\"", "x"]),
      ("a=b;x\n", ["a=b", "x"]),
    ])
  func other(_ text: String, _ expected: [String]) { #expect(fields(text) == [expected]) }

  @Test(
    "a quote that does not end the field is told where it stands",
    arguments: [("a;b\n=\"001\"x;y\n", 2), ("a;b\n=\"001;y\nz;\"w\"\n", 2), ("a=\"b\";c\n", 1)])
  func strayQuote(_ text: String, _ line: Int) {
    #expect(Reading(Array(text.utf8)).error == QuotingError(cause: .strayQuote, line: line))
  }
}
