import Foundation
import SeededNumbers
import Testing

@testable import CSV

struct DecodedTextTests {
  /// The text as UTF-8, or the fault's code and line.
  private func decode(
    _ bytes: [UInt8], _ declared: TextEncoding? = nil, limit: Int = CSVLimits.textBytes
  ) -> (text: String, isAssumed: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var isAssumed = false
      do throws(TextFault) {
        switch try decodeText(buffer, declared: declared, assumed: &isAssumed, limit: limit) {
        case .own(let start): return (String(decoding: buffer[start...], as: UTF8.self), isAssumed)
        case .translated(let text): return (String(decoding: text, as: UTF8.self), isAssumed)
        }
      } catch {
        return ("\(code(of: error.cause)) \(error.line ?? 0)", isAssumed)
      }
    }
  }
  private func code(of cause: TextFault.Cause) -> String {
    switch cause {
    case .invalidUTF8, .invalidUTF16, .undefinedByte: "invalid-encoding"
    case .nul: "nul-byte"
    case .doubleEncoding: "double-encoding"
    case .tooLong: "file-too-large"
    }
  }
  private static let sample = "Né à Œuf-en-Ternois ; 5 € – « oui » 𝄞"

  @Test(
    "a byte-order mark is obeyed, whatever is declared",
    arguments: [nil] + TextEncoding.allCases as [TextEncoding?])
  func marks(_ declared: TextEncoding?) {
    let text = DecodedTextTests.sample
    #expect(decode([0xEF, 0xBB, 0xBF] + Array(text.utf8), declared) == (text, false))
    #expect(decode([0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian)!), declared) == (text, false))
    #expect(decode([0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian)!), declared) == (text, false))
  }

  @Test(
    "valid UTF-8 is UTF-8, even where another encoding is declared",
    arguments: [nil] + TextEncoding.allCases as [TextEncoding?])
  func utf8(_ declared: TextEncoding?) {
    #expect(decode(Array(DecodedTextTests.sample.utf8), declared) == (DecodedTextTests.sample, false))
    #expect(decode([], declared) == ("", false))
  }

  @Test(
    "what is declared is read so",
    arguments: [
      (TextEncoding.windows1252, [0x4E, 0xE9, 0x80, 0x9C, 0xFF], "Né€œÿ"), (.latin1, [0x4E, 0xE9, 0xA4, 0xFF], "Né¤ÿ"),
      (.latin9, [0x4E, 0xE9, 0xA4, 0xBD, 0xFF], "Né€œÿ"), (.codePage850, [0x4E, 0x82, 0x8A, 0x87, 0xFF], "Néèç\u{A0}"),
      (.macRoman, [0x4E, 0x8E, 0xDB, 0xCF, 0xFF], "Né€œˇ"),
      (.utf16LittleEndian, [0x4E, 0, 0xE9, 0], "Né"), (.utf16BigEndian, [0, 0x4E, 0, 0xE9], "Né"),
      (.utf16LittleEndian, [0x4E, 0, 0x65, 0], "Ne"),
      // Without a NUL, and no UTF-8: é and œ, in either order of the bytes.
      (.utf16LittleEndian, [0x53, 0x01, 0xAC, 0x20], "œ€"), (.utf16BigEndian, [0x01, 0x53, 0x20, 0xAC], "œ€"),
    ] as [(TextEncoding, [UInt8], String)])
  func declared(_ encoding: TextEncoding, _ bytes: [UInt8], _ expected: String) {
    #expect(decode(bytes, encoding) == (expected, false))
  }

  @Test("of several bytes without a meaning the first is named") func firstUndefinedByte() {
    let bytes = Array("a\nb".utf8) + [0x81] + Array("\nc\nd".utf8) + [0x8D]
    #expect(decode(bytes).text == "invalid-encoding 2")
    #expect(decode(bytes, .latin1).text == "invalid-encoding 2")
  }

  @Test(
    "each single-byte table is Foundation's",
    arguments: [
      (TextEncoding.windows1252, String.Encoding.windowsCP1252), (.latin1, .isoLatin1),
    ])
  func tables(_ encoding: TextEncoding, _ foundation: String.Encoding) {
    for (index, character) in singleByteTable(encoding).enumerated() {
      guard let character else { continue }
      let expected = String(data: Data([UInt8(index + 0x80)]), encoding: foundation)
      #expect(String(decoding: character, as: UTF8.self) == expected, "byte \(index + 0x80)")
    }
  }

  @Test("nothing declared: Windows-1252, and it is said") func assumed() {
    #expect(decode([0x4E, 0xE9, 0x80]) == ("Né€", true))
  }

  @Test(
    "undefined bytes are refused, with their line",
    arguments: [
      ([0x61, 0x0A, 0x81], nil), ([0x0A, 0xE9, 0x8D], nil), ([0x0A, 0xE9, 0x9D], .windows1252),
      ([0x0D, 0xE9, 0x80], .latin1),
      ([0x0D, 0x0A, 0xE9, 0x9F], .latin9), ([0x61, 0x0A, 0xFF], .utf8), ([0x0A, 0xC3], .utf8),
      ([0xEF, 0xBB, 0xBF, 0x0A, 0xE9], .windows1252),
      // Overlong, a surrogate, beyond the last plane.
      ([0x0A, 0xC0, 0xAF], .utf8), ([0x0A, 0xED, 0xA0, 0x80], .utf8), ([0x0A, 0xF4, 0x90, 0x80, 0x80], .utf8),
      ([0x0A, 0xE0, 0x80, 0x80], .utf8),
    ] as [([UInt8], TextEncoding?)])
  func undefined(_ bytes: [UInt8], _ declared: TextEncoding?) {
    #expect(decode(bytes, declared).text == "invalid-encoding 2")
  }

  @Test(
    "broken UTF-16 is refused",
    arguments: [
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x00, 0xD8], [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00],
      [0xFF, 0xFE, 0x00, 0xDC, 0x61, 0x00],
      [0xFE, 0xFF, 0xD8, 0x00, 0xD8, 0x00], [0xFE, 0xFF, 0xDC, 0x00], [0xFF, 0xFE, 0x00, 0xDC, 0x00, 0xDC],
    ] as [[UInt8]])
  func brokenUTF16(_ bytes: [UInt8]) {
    #expect(decode(bytes).text == "invalid-encoding 0")
  }

  @Test(
    "a NUL refuses the file, wherever it stands",
    arguments: [
      [0x61, 0x0A, 0x00, 0x62], [0x61, 0x0A, 0x62, 0x00], [0xEF, 0xBB, 0xBF, 0x0A, 0x00], [0x0A, 0xE9, 0x00],
      [0xFF, 0xFE, 0x0A, 0x00, 0x00, 0x00],
    ] as [[UInt8]])
  func nul(_ bytes: [UInt8]) {
    #expect(decode(bytes).text == "nul-byte 2")
  }

  @Test("what was encoded twice is refused") func doubleEncoding() {
    for character in "éèêàùçôîœŒ€–’«»°ÉÀ\u{A0}" {
      let twice = Array("x\n\(character)".utf8).withUnsafeBufferPointer { bytes in
        bytes.compactMap { byte -> String? in
          byte < 0x80
            ? String(UnicodeScalar(byte))
            : singleByteTable(.windows1252)[Int(byte - 0x80)].map { String(decoding: $0, as: UTF8.self) }
        }.joined()
      }
      // Œ, œ and À hold a byte that Windows-1252 does not define: what is left of them is not told from plain text.
      guard twice.unicodeScalars.count == String(character).utf8.count + 2 else { continue }
      let isMarked = twice.contains("Ã") || twice.contains("Â") || twice.contains("â€")
      #expect(decode(Array(twice.utf8)).text == (isMarked ? "double-encoding 2" : twice), "\(character)")
    }
    #expect(decode(Array("\u{C3}\u{81}".utf8)).text == "double-encoding 1")
    #expect(decode(Array("\u{C2}\u{A0}".utf8)).text == "double-encoding 1")
    #expect(decode(Array("a\r\nâ€\n".utf8)).text == "double-encoding 2")
  }

  @Test(
    "letters that only look like it are kept",
    arguments: ["Ã", "Â", "Âge", "SÃO", "â€", "â", "âgé", "Ãã", "Âé", "â €", "PÂTE"])
  func singleEncoding(_ text: String) {
    #expect(decode(Array(text.utf8)).text == text)
  }

  @Test("UTF-16 is read as Foundation reads it", arguments: [1, 2, 3] as [UInt64])
  func utf16(_ seed: UInt64) {
    var random = Seeded(seed)
    var scalars = String.UnicodeScalarView()
    while scalars.count < 3000 {
      let value = UInt32.random(in: 1...[0x7F, 0x7FF, 0xFFFF, 0x10FFFF].randomElement(using: &random)!, using: &random)
      if let scalar = UnicodeScalar(value), ![0xC2, 0xC3, 0xE2].contains(value) { scalars.append(scalar) }
    }
    let text = String(scalars)
    #expect(decode([0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian)!)).text == text)
    #expect(decode([0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian)!)).text == text)
  }

  @Test("what a text becomes is bounded too", arguments: ["é", "€", "𝄞"]) func limit(_ character: String) {
    let utf16 = [0xFF, 0xFE] + Array(String(repeating: character, count: 10).data(using: .utf16LittleEndian)!)
    let count = 10 * character.utf8.count
    #expect(decode(utf16, limit: count).text == String(repeating: character, count: 10))
    #expect(decode(utf16, limit: count - 1).text == "file-too-large 0")
    guard let windows = String(repeating: character, count: 10).data(using: .windowsCP1252) else { return }
    #expect(decode(Array(windows), limit: count).text == String(repeating: character, count: 10))
    #expect(decode(Array(windows), limit: count - 1).text == "file-too-large 0")
  }
}
