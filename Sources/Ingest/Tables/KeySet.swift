/// A set of keys of one file, for finding the second row with a key.
struct KeySet {
  /// What tells two rows apart, in 128 bits.
  struct Key: Equatable {
    let high: UInt64
    let low: UInt64
    init(_ high: UInt64, _ low: UInt64) { (self.high, self.low) = (high, low) }
    /// No row has it: there is no such number of a job or person.
    static let none = Key(UInt64.max, UInt64.max)
  }

  private let hash = FoldedHash()
  private var slots: [Key]
  private var mask: Int
  private var count = 0

  init() {
    slots = Array(repeating: .none, count: 64)
    mask = 63
  }

  /// False where the key was there. ``Key/none`` is no key.
  mutating func insert(_ key: Key) -> Bool {
    if count * 2 > mask { grow() }
    var slot = slot(of: key)
    while slots[slot] != .none {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    count += 1
    return true
  }

  private func slot(of key: Key) -> Int { Int(truncatingIfNeeded: hash(hash(key.high) ^ key.low)) & mask }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .none, count: old.count * 2)
    mask = slots.count - 1
    for key in old where key != .none {
      var slot = slot(of: key)
      while slots[slot] != .none { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}
