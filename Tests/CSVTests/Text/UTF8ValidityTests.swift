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
}
