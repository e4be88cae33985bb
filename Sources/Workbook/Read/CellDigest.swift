/// A running FNV-1a digest of 64 bits: against accidents, not against forgers, for whom the
/// manifest has a SHA-256 of the file.
package struct CellDigest: Sendable, Equatable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ place: CellPlace) {
    add(bitsOf: UInt64(place.row) << 16 | UInt64(place.column))
  }

  /// The length goes first, so that no text runs into the next.
  mutating func add(_ text: String) {
    var text = text
    var state = value
    text.withUTF8 { bytes in
      state = Self.mix(state, UInt64(bytes.count))
      for byte in bytes { state = (state ^ UInt64(byte)) &* Self.prime }
    }
    value = state
  }

  mutating func add(_ number: Double) {
    // Marks a number, as no text has this length.
    add(bitsOf: .max)
    add(bitsOf: number.bitPattern)
  }

  private mutating func add(bitsOf word: UInt64) {
    value = Self.mix(value, word)
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    var state = state
    for shift in stride(from: 0, to: 64, by: 8) {
      state = (state ^ (word >> shift & 0xFF)) &* prime
    }
    return state
  }

  private static let prime: UInt64 = 0x100_0000_01B3
}
