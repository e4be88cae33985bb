/// SHA-256 of texts in pieces, of which one mostly begins with the pieces of the one before: the very places in memory, and not equal ones.
package struct GrowingDigest: Sendable {
  /// Pieces, and the hash of what ends with each.
  private var known: [(piece: ArraySlice<UInt8>, digest: RunningDigest)] = []

  package init() {}

  /// Lower-case hexadecimal.
  package mutating func sha256(of pieces: [ArraySlice<UInt8>]) -> String {
    let same = zip(known, pieces).prefix { $0.piece.count == $1.count && $0.piece.begins($1) }.count
    known.removeLast(known.count - same)
    var digest = known.last?.digest ?? RunningDigest()
    for piece in pieces.dropFirst(same) {
      digest.add(piece)
      known.append((piece, digest))
    }
    return digest.text
  }
}

extension ArraySlice {
  /// Whether it is the first part of another: of the same array, and not of one that is equal.
  package func begins(_ other: ArraySlice) -> Bool {
    guard startIndex == other.startIndex, count <= other.count else { return false }
    let place = withUnsafeBufferPointer { $0.baseAddress }
    return place != nil && place == other.withUnsafeBufferPointer { $0.baseAddress }
  }
}
