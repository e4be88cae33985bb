/// A set of 64-bit keys of one file, for finding the second row with a key.
struct KeySet {
  private let hash = FoldedHash()
  private var slots: [UInt64]
  private var mask: Int
  private var count = 0

  init() {
    slots = Array(repeating: UInt64.max, count: 64)
    mask = 63
  }

  /// False where the key was there. UInt64.max is no key.
  mutating func insert(_ key: UInt64) -> Bool {
    if count * 2 > mask { grow() }
    var slot = Int(truncatingIfNeeded: hash(key)) & mask
    while slots[slot] != UInt64.max {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: UInt64.max, count: old.count * 2)
    mask = slots.count - 1
    for key in old where key != UInt64.max {
      var slot = Int(truncatingIfNeeded: hash(key)) & mask
      while slots[slot] != UInt64.max { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}
