import Crypto

/// SHA-256 in lower-case hexadecimal.
package func sha256(_ bytes: some Sequence<UInt8>) -> String {
  var hasher = SHA256()
  if bytes.withContiguousStorageIfAvailable({ hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
    hasher.update(data: Array(bytes))
  }
  return hexadecimal(hasher.finalize())
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// SHA-256, in lower-case hexadecimal, of bytes that need not stand side by side.
package func sha256(ofPieces pieces: [ArraySlice<UInt8>]) -> String {
  var digest = RunningDigest()
  for piece in pieces { digest.add(piece) }
  return digest.text
}

/// SHA-256 of a text that is never whole in memory.
package struct RunningDigest: Sendable {
  private var hasher = SHA256()
  package init() {}

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  /// Lower-case hexadecimal.
  package var text: String { Host.hexadecimal(hasher.finalize()) }
}
