/// Distinct (cell, unit) pairs, each with a few bits: a hash table with open addressing. Keys are numbers that the program
/// gave itself, so a plain multiplication spreads them; the standard set hashes against hostile keys, at ten times the price.
struct UnitTable: Sendable {
  private var slots: [Slot] = []
  private(set) var count = 0
  private var shift: UInt64 = 64

  /// `unit` 0 is a free slot: no measure counts such a unit.
  struct Slot: Sendable {
    var cell: UInt64 = 0
    var unit: UInt64 = 0
    var bits: UInt64 = 0
  }

  /// Adds bits to a pair, which is there from then on.
  @inline(__always)
  mutating func add(cell: UInt64, unit: UInt64, bits: UInt64) {
    if count * 3 >= slots.count * 2 { grow(to: max(16, slots.count * 2)) }
    var position = UnitTable.hash(cell, unit, shift)
    let mask = slots.count - 1
    while true {
      if slots[position].unit == unit, slots[position].cell == cell {
        slots[position].bits |= bits
        return
      }
      if slots[position].unit == 0 {
        slots[position] = Slot(cell: cell, unit: unit, bits: bits)
        count += 1
        return
      }
      position = (position + 1) & mask
    }
  }

  /// Room for so many more pairs, where most of them are new: a table that grows is filled again each time.
  mutating func reserve(_ more: Int) {
    var size = max(16, slots.count)
    while (count + more) * 3 >= size * 2 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  func forEach(_ body: (Slot) -> Void) {
    for slot in slots where slot.unit != 0 { body(slot) }
  }

  @inline(__always)
  private static func hash(_ cell: UInt64, _ unit: UInt64, _ shift: UInt64) -> Int {
    // Fibonacci hashing (Knuth 6.4): the high bits of a product are well mixed.
    let product = ((cell &* 0xC2B2_AE3D_27D4_EB4F) ^ unit) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> shift)
  }

  /// `size`: a power of two.
  private mutating func grow(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
    count = 0
    for slot in old where slot.unit != 0 { add(cell: slot.cell, unit: slot.unit, bits: slot.bits) }
  }
}
