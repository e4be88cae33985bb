import SeededNumbers
import Testing

@testable import CSV

/// Where bytes stop being UTF-8. Truth: Swift's own decoder, which takes a text or does not.
@Suite struct UTF8ValidityTests {
  /// Each first byte with tails at and beyond the ends of what may follow it.
  @Test func isSwiftsOwnAnswer() {
    let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for first in UInt8.min...UInt8.max {
      for second in edges {
        for third in edges {
          for bytes in [[first], [first, second], [first, second, third], [first, second, third, 0x80]] {
            let isValid = bytes.withUnsafeBufferPointer { firstInvalidUTF8($0, from: 0) == nil }
            #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
          }
        }
      }
    }
  }

  @Test func isThePlace() {
    let bytes = Array("abcdefghi é €".utf8) + [0xE2, 0x41, 0x80]
    #expect(bytes.withUnsafeBufferPointer { firstInvalidUTF8($0, from: 0) } == bytes.count - 3)
  }

  /// Texts of several windows, whole or broken at one byte: the answer, the place, and what else one look finds.
  @Test func longTexts() {
    let characters = ["a", "b", " ", ";", "é", "ç", "€", "𝄞", "Ã", "Â", "â€™", "\u{0}"].map { Array($0.utf8) }
    for seed in 1...3000 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...220, using: &random) {
        let isPlain = Int.random(in: 0..<8, using: &random) > 0
        bytes += isPlain ? [0x61] : characters.randomElement(using: &random)!
      }
      if !bytes.isEmpty, Bool.random(using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x80...0xFF, using: &random)
      }
      let scan = bytes.withUnsafeBufferPointer { TextScan($0, from: 0) }
      #expect((scan.firstInvalid == nil) == (String(validating: bytes, as: UTF8.self) != nil), "seed \(seed)")
      if let place = scan.firstInvalid {
        // All before it is text, and with one more character nothing is.
        #expect(String(validating: bytes[..<place], as: UTF8.self) != nil, "seed \(seed)")
        for end in place + 1...min(place + 4, bytes.count) {
          #expect(String(validating: bytes[..<end], as: UTF8.self) == nil, "seed \(seed)")
        }
      } else {
        #expect(scan.mayHoldNUL == bytes.contains(0), "seed \(seed)")
        let isDouble = bytes.withUnsafeBufferPointer { firstDoubleEncoding($0) != nil }
        #expect(scan.mayBeDoublyEncoded || !isDouble, "seed \(seed)")
      }
    }
  }
}
