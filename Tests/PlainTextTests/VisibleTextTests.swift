import Foundation
import PlainText
import Testing

@Suite struct VisibleTextTests {
  /// C0 without tab and line feed, DEL, C1, and what turns the text around.
  static let troublesome =
    Array(0...8) + Array(11...31) + Array(0x7F...0x9F) + Array(0x202A...0x202E) + Array(0x2066...0x2069)

  @Test(arguments: troublesome) func noneIsLeft(_ value: Int) throws {
    let scalar = Unicode.Scalar(UInt32(value))!
    let text = "a\(scalar)b"
    #expect(!visible(text).unicodeScalars.contains(scalar) && visible(text).count > 2)
    #expect(!visibleLines(text).unicodeScalars.contains(scalar))
    #expect(visibleLines("\t\(text)\n\(text)").filter { $0 == "\n" || $0 == "\t" }.count == 2)
    #expect(!inertField(text).unicodeScalars.contains(scalar))
    // JSON stays JSON, and says the same.
    let json = escapedJSON(Array(try JSONEncoder().encode([text])))
    #expect(!String(decoding: json, as: UTF8.self).unicodeScalars.contains(scalar))
    #expect(try JSONDecoder().decode([String].self, from: Data(json)) == [text])
  }

  @Test func whatIsHarmlessStays() {
    for text in ["", "Été 👩‍🌾", "a\u{202F}%", "5\u{A0}€", "–"] {
      #expect(visible(text) == text && visibleLines(text) == text && inertField(text) == text)
    }
    #expect(escapedJSON(Array("[\"é\"]\n".utf8)) == Array("[\"é\"]\n".utf8))
  }

  @Test(arguments: ["=", "+", "-", "@", "\t", "\r", "\n"]) func formulas(_ start: String) {
    #expect(inertField(start + "cmd|'/C calc'!A0").hasPrefix("'"))
    #expect(inertCell(start + "1").hasPrefix("'"))
  }

  @Test(arguments: ["0", "-5", "+1,5", "12.25", "-0.000001"]) func numbers(_ text: String) {
    #expect(inertField(text) == text)
  }
}
