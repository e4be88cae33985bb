/// Values by number: a hash table with open addressing, for keys that the program made itself (see ``UnitTable``).
/// `UInt64.max` is no key.
struct NumberTable<Value> {
  private var slots: [Slot] = []
  private(set) var count = 0
  private var shift: UInt64 = 64
  private let initial: Value

  private struct Slot {
    var key: UInt64
    var value: Value
  }

  /// `initial`: what a key has before anything is said of it.
  init(_ initial: Value) { self.initial = initial }

  /// The key is there from then on.
  @inline(__always)
  mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
    if count * 3 >= slots.count * 2 { grow() }
    var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    let mask = slots.count - 1
    while slots[position].key != key {
      if slots[position].key == UInt64.max {
        slots[position].key = key
        count += 1
        break
      }
      position = (position + 1) & mask
    }
    change(&slots[position].value)
  }

  func forEach(_ body: (UInt64, Value) -> Void) {
    for slot in slots where slot.key != UInt64.max { body(slot.key, slot.value) }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: UInt64.max, value: initial), count: max(16, old.count * 2))
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
    count = 0
    for slot in old where slot.key != UInt64.max { update(slot.key) { $0 = slot.value } }
  }
}
