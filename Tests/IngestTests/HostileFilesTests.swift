import CSV
import Domain
import Glibc
import Testing

@testable import Ingest

/// Files made to hurt: refused with one finding, fast, in bounded memory.
struct HostileFilesTests {
  private func codes(_ kind: ExportKind, _ bytes: [UInt8]) throws -> [String] {
    let before = peakMemory()
    let clock = ContinuousClock.now
    let codes = try Sample.read(kind, bytes).findings.map(\.code)
    // A debug build among other tests: only something unbounded passes these.
    #expect(ContinuousClock.now - clock < .seconds(60))
    #expect(peakMemory() - before < 400 << 20)
    return codes
  }

  private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  private func repeated(_ text: String, _ count: Int) -> [UInt8] { Array(String(repeating: text, count: count).utf8) }

  @Test("a cell of five megabytes, quoted or not, in the header or under it") func longCell() throws {
    let cell = repeated("x", 5 << 20)
    let header = Array((Exports.headers[.etp]! + "\n").utf8)
    #expect(try codes(.etp, header + cell) == ["field-too-long"])
    #expect(try codes(.etp, header + Array("\"".utf8) + cell + Array("\"".utf8)) == ["field-too-long"])
    #expect(try codes(.etp, cell) == ["field-too-long"])
    #expect(try codes(.etp, Array("mois;\"".utf8) + cell) == ["field-too-long"])
  }

  @Test("a quote that is never closed does not read the file into memory") func openQuote() throws {
    let text =
      Array((Exports.headers[.etp]! + "\n2022-05;\"\n").utf8) + repeated(Exports.goodRow(.etp, 1) + "\n", 40_000)
    #expect(try codes(.etp, text) == ["field-too-long"])
  }

  @Test("a million columns, named or not, in the header or under it") func manyColumns() throws {
    #expect(try codes(.etp, repeated("a;", 1_000_000)) == ["too-many-fields"])
    #expect(try codes(.etp, Array(Exports.headers[.etp]!.utf8) + repeated(";a", 1_000_000)) == ["too-many-fields"])
    let header = Array((Exports.headers[.etp]! + "\n").utf8)
    #expect(try codes(.etp, header + repeated("a;", 1_000_000)) == ["too-many-fields"])
    #expect(try codes(.etp, header + repeated("\"a\";", 1_000_000)) == ["too-many-fields"])
    // Nothing but delimiters is a blank line, however long.
    #expect(try codes(.etp, header + repeated(";", 1_000_000)) == [])
    #expect(try codes(.etp, repeated(";", 1_000_000)) == ["empty-file"])
  }

  @Test("as many columns as a spreadsheet has are read, and not all named") func spreadsheetWide() throws {
    let header = Exports.headers[.reunions]! + String(repeating: ";autre colonne", count: 16_377)
    let findings = try Sample.read(.reunions, header).findings
    #expect(findings.map(\.code) == ["unknown-column"])
    #expect(findings[0].rule.count < 600 && findings[0].rule.hasSuffix("… (16377 en tout)"))
  }

  @Test("many lines that each could be a header") func noHeader() throws {
    #expect(try codes(.etp, repeated("mois;axe\n", 200_000)) == ["missing-column"])
    #expect(try codes(.etp, repeated("\"\n", 200_000)) == ["missing-column"])
    #expect(try codes(.etp, repeated("\n", 300_000)) == ["empty-file"])
  }

  @Test("fifty thousand faults are cut, and counted") func manyFaults() throws {
    let rows = repeated("x;y\n", 50_000)
    #expect(
      try codes(.etp, Array((Exports.headers[.etp]! + "\n").utf8) + rows) == Array(repeating: "row-width", count: 100)
        + ["too-many-refused-rows", "findings-cut"])
  }

  @Test("a coded column of twenty thousand different texts fills no cache") func manyCodes() throws {
    let rows = (0..<20_000).map { "2022-05;P;S;axe \($0);;cdi;existant;1;;;;;\n" }.joined()
    let found = try codes(.etp, Array((Exports.headers[.etp]! + "\n" + rows).utf8))
    #expect(found.count == 102 && Set(found) == ["unknown-code", "too-many-refused-rows", "findings-cut"])
  }

  @Test(
    "what is no text",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], ["not-csv"]),
      (Array(repeating: 0, count: 1 << 20), ["nul-byte"]),
      ([0xFF, 0xFE, 0x00, 0x00, 0x6D, 0, 0, 0], ["nul-byte"]),
      ([0xFF, 0xFE], ["empty-file"]), ([0xEF, 0xBB, 0xBF], ["empty-file"]),
      ([0xFE, 0xFF, 0xD8, 0x00], ["invalid-encoding"]),
      (Array("mois;état".utf8), ["missing-column"]), (Array("mois;Ã©tat".utf8), ["double-encoding"]),
    ] as [([UInt8], [String])])
  func noText(_ bytes: [UInt8], _ expected: [String]) throws {
    #expect(
      try codes(.etp, bytes).filter { $0 != "windows-1252-assumed" } == expected.filter { $0 != "windows-1252-assumed" }
    )
  }

  @Test("what a terminal would act on is shown harmlessly") func terminalEscapes() throws {
    let escape = "\u{1B}]0;titre\u{7}\u{1B}[2J\u{202E}\u{9B}31m"
    let header = "date;instance;\(escape);participants\(escape)"
    let texts = [
      header + "\n01/05/2022;lune;\(escape);x", header.replacing("date", with: "\"da\u{1B}te\"") + ";date;date",
      escape + "\n" + header,
    ]
    for text in texts {
      let file = try Sample.read(.reunions, text.replacing("]0;", with: "]0,"))
      #expect(!file.findings.isEmpty)
      for finding in file.findings {
        let said = finding.rule + finding.remedy + (finding.header ?? "")
        #expect(
          !said.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) },
          "\(said.debugDescription)")
      }
    }
  }
}
