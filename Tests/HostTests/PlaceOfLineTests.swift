import Testing

@testable import Host

@Suite struct PlaceOfLineTests {
  private func place(_ text: String, _ bytes: String, from start: Int = 0) -> Int? {
    Array(bytes.utf8).withUnsafeBytes { Host.place(ofLine: text, in: $0, from: start) }
  }

  @Test func whereALineBeginsWithIt() {
    let text = "ab\nac\n\na\nab"
    #expect(place("ab", text) == 0 && place("a", text) == 0 && place("ac", text) == 3)
    #expect(place("a", text, from: 3) == 3 && place("ab", text, from: 3) == 9 && place("a\n", text) == 7)
    #expect(place("\n", text) == 6)
    // In the midst of a line it does not begin one.
    #expect(place("b", text) == nil && place("c\n", text) == nil)
    #expect(place("abc", text) == nil && place("ad", text) == nil)
    #expect(place("a", "") == nil && place("a", "a", from: 1) == nil)
  }

  /// Against looking at every line.
  @Test func everyTextOfTwoLetters() {
    for number in 0..<(1 << 12) {
      let text = String((0..<12).map { number >> $0 & 1 == 1 ? "\n" : "a" })
      let bytes = Array(text.utf8)
      let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 0x0A }
      for line in ["a", "aa", "aaa\n", "\n"] {
        let expected = starts.first { bytes[$0...].starts(with: Array(line.utf8)) }
        #expect(place(line, text) == expected, "\(text.debugDescription) \(line.debugDescription)")
      }
    }
  }
}
