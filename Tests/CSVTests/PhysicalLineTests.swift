import CSV
import Testing

struct PhysicalLineTests {
  @Test(
    "spaces, tabs and no-break spaces go from both ends, and from nowhere else",
    arguments: [
      ("", ""), ("a", "a"), (" a ", "a"), ("\t\u{A0}a b\u{202F} ", "a b"), ("\u{A0}", ""), (" \u{202F}\t", ""),
      ("é", "é"),
      ("\u{A0}é\u{A0}", "é"), ("\u{2009}a", "\u{2009}a"), ("a\n", "a\n"), ("à ", "à"), ("…\u{202F}", "…"),
      ("°\u{A0}", "°"),
      ("\u{3000}a", "\u{3000}a"),
    ])
  func trims(_ text: String, _ expected: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { String(decoding: trimmed($0), as: UTF8.self) } == expected)
  }

  @Test(
    "half a no-break space is not one", arguments: [[0xC2], [0xE2, 0x80], [0xE2], [0x80, 0xAF], [0xA0]] as [[UInt8]])
  func halves(_ bytes: [UInt8]) {
    #expect(bytes.withUnsafeBufferPointer { Array(trimmed($0)) } == bytes)
  }

  @Test("the end of a line, and where the next begins")
  func ends() {
    Array("ab\r\ncd\re\nf".utf8).withUnsafeBufferPointer {
      #expect(physicalLineEnd($0, from: 0) == (2, 4))
      #expect(physicalLineEnd($0, from: 4) == (6, 7))
      #expect(physicalLineEnd($0, from: 7) == (8, 9))
      #expect(physicalLineEnd($0, from: 9) == (10, 10))
    }
  }

  @Test("long lines, whatever ends them", arguments: ["\n", "\r\n", "\r"], [4094, 4095, 4096, 4097, 9000])
  func longLines(_ end: String, _ length: Int) {
    let line = Array(repeating: UInt8(ascii: "x"), count: length)
    (line + Array(end.utf8) + line).withUnsafeBufferPointer {
      #expect(physicalLineEnd($0, from: 0) == (length, length + end.utf8.count))
      #expect(physicalLineEnd($0, from: length + end.utf8.count) == ($0.count, $0.count))
    }
  }
}
