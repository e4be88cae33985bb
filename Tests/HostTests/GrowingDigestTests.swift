import Host
import SeededNumbers
import Testing

/// However texts follow each other, the hash of each is that of its bytes.
@Suite struct GrowingDigestTests {
  @Test(arguments: 1...20) func asOfTheWhole(seed: Int) {
    var random = Seeded(UInt64(seed))
    var digest = GrowingDigest()
    var pieces: [ArraySlice<UInt8>] = []
    func piece() -> ArraySlice<UInt8> {
      (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }[...]
    }
    for _ in 0..<40 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where !pieces.isEmpty: pieces.removeLast(Int.random(in: 1...pieces.count, using: &random))
      case 1 where !pieces.isEmpty: pieces[Int.random(in: pieces.indices, using: &random)] = piece()
      // A part of one that was there.
      case 2 where !pieces.isEmpty: pieces[pieces.count - 1] = pieces[pieces.count - 1].dropLast(1)
      // Equal, but elsewhere.
      case 3 where !pieces.isEmpty: pieces[0] = Array(pieces[0])[...]
      default: pieces.append(piece())
      }
      #expect(digest.sha256(of: pieces) == sha256(pieces.flatMap { $0 }))
    }
  }
}
