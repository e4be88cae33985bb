import Domain
import SeededNumbers
import Testing

@testable import Ingest

struct IdentifierTests {
  private func numbers(_ texts: [String]) -> [UInt32] {
    let interner = Interner()
    return texts.map { text in
      var text = text
      return text.withUTF8 { identifier($0, in: interner) }
    }
  }

  @Test("composed and decomposed are one, case and inner spaces are kept") func normalised() {
    #expect(numbers(["é1", "e\u{301}1", "É1", "e1", "a b", "a  b", "01", "1", "é1"]) == [1, 1, 2, 3, 4, 5, 6, 7, 1])
  }

  @Test("numbers are given in the order of arrival, and strings are found again", arguments: [1, 2, 3] as [UInt64])
  func interner(_ seed: UInt64) {
    var random = Seeded(seed)
    let interner = Interner()
    var expected: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in UInt8.random(in: 48...50, using: &random) }
      let known = bytes.withUnsafeBufferPointer { interner.known($0) }
      #expect(known == expected[bytes] ?? 0)
      let number = bytes.withUnsafeBufferPointer { interner.number(of: $0) }
      if expected[bytes] == nil { expected[bytes] = UInt32(expected.count + 1) }
      #expect(number == expected[bytes])
    }
    #expect(interner.count == expected.count && expected.count > 5000)
    for (bytes, number) in expected { #expect(Array(interner.bytes(of: number)) == bytes) }
  }

  @Test("the set of keys knows what it holds") func keySet() {
    var random = Seeded(7)
    var (keys, expected) = (KeySet(), Set<UInt64>())
    for _ in 0..<20_000 {
      let key = UInt64.random(in: 0...15_000, using: &random) << 32
      #expect(keys.insert(KeySet.Key(key, key >> 40)) == expected.insert(key).inserted)
    }
  }

  @Test("a column of more texts than the cache holds is still read right") func fullCache() throws {
    var reads = 0
    let cache = ValueCache { (field) throws(InvalidValue) in
      reads += 1
      let number = try integerValue(field)
      return ValueCache.Entry(value: UInt32(number))
    }
    for _ in 0..<2 {
      for number in 0..<ValueCache.limit + 100 {
        #expect(
          try value("\(number)") { (field) throws(InvalidValue) in try cache.reading(field).value } == UInt32(number))
      }
      #expect(throws: InvalidValue.self) { try value("a") { (field) throws(InvalidValue) in try cache.reading(field) } }
    }
    #expect(reads == ValueCache.limit + 2 * 101)
  }
}
