/// The text of a cell of at most sixteen bytes as two words, zero behind its end: what a look-up compares instead of bytes. Equal words
/// are equal texts, for no text of an export holds a NUL. Loads stay within the cell.
struct CellWords: Equatable {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// nil: it is longer.
  @inline(__always)
  init?(_ cell: Bytes) {
    let count = cell.count
    guard count <= 16 else { return nil }
    guard count > 0, let base = UnsafeRawPointer(cell.baseAddress) else {
      self.init(low: 0, high: 0)
      return
    }
    if count >= 8 {
      // Of eight bytes the second word is shifted out whole.
      let last = base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      self.init(
        low: base.loadUnaligned(as: UInt64.self),
        high: count == 8 ? 0 : last &>> UInt64(truncatingIfNeeded: 8 * (16 - count)))
    } else {
      self.init(low: CellWords.short(base, count), high: 0)
    }
  }

  /// Two cells that are read together; nil: one is longer than eight bytes.
  @inline(__always)
  init?(_ first: Bytes, _ second: Bytes) {
    guard let first = CellWords(first), let second = CellWords(second), first.high == 0, second.high == 0 else {
      return nil
    }
    self.init(low: first.low, high: second.low)
  }

  /// One to seven bytes, some of them read twice.
  @inline(__always)
  private static func short(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let last = UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return UInt64(base.loadUnaligned(as: UInt32.self)) | last &<< UInt64(truncatingIfNeeded: 8 * (count - 4))
    }
    func byte(_ place: Int) -> UInt64 {
      UInt64(base.load(fromByteOffset: place, as: UInt8.self)) &<< UInt64(truncatingIfNeeded: 8 * place)
    }
    return byte(0) | byte(count / 2) | byte(count - 1)
  }
}

/// Whether two texts are one: identifiers are short.
@inline(__always)
func isSameText(_ a: Bytes, _ b: Bytes) -> Bool {
  guard a.count == b.count else { return false }
  if let first = CellWords(a), let second = CellWords(b) { return first == second }
  return a.elementsEqual(b)
}
