/// Hashes for tables of this process: fast, and seeded anew in every process, so that no file can be made to collide.
/// Never written anywhere, and no output depends on one.
struct FoldedHash {
  private let seed = UInt64.random(in: .min ... .max)

  /// Eight bytes at a time, multiplied to 128 bits and folded.
  @inline(__always)
  func callAsFunction(_ bytes: Bytes) -> UInt64 {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return seed }
    let count = bytes.count
    var hash = seed ^ UInt64(truncatingIfNeeded: count)
    var position = 0
    while position + 8 < count {
      hash = FoldedHash.fold(hash ^ base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    return FoldedHash.fold(hash ^ FoldedHash.tail(base, count))
  }

  @inline(__always)
  func callAsFunction(_ key: UInt64) -> UInt64 { FoldedHash.fold(seed ^ key) }

  /// The last eight bytes; some twice where there are fewer. The length, which is hashed too, tells them apart.
  @inline(__always)
  private static func tail(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 8 { return base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    if count >= 4 {
      let low = base.loadUnaligned(as: UInt32.self)
      return UInt64(low) << 32 | UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    }
    guard count > 0 else { return 0 }
    func byte(_ offset: Int) -> UInt64 { UInt64(base.load(fromByteOffset: offset, as: UInt8.self)) }
    return byte(0) << 16 | byte(count / 2) << 8 | byte(count - 1)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
