import Glibc

/// Gives each distinct byte string a number, from 1 in the order of arrival. What an identifier is in memory.
///
/// An open table of (32 bits of hash, number): a string that is new, or another's neighbour, is told by one look into it.
final class Interner {
  private struct Table {
    var slots: UnsafeMutablePointer<UInt64>
    var mask: Int
    var count = 0
    /// End of each number's text; 0 has none.
    var ends: UnsafeMutablePointer<Int>
    var endsCapacity: Int
    var text: UnsafeMutablePointer<UInt8>
    var textCapacity: Int
    /// Kept so that reading the slots ahead is not for nothing, and done.
    var seen: UInt64 = 0
  }
  private let hash = FoldedHash()
  /// Behind a pointer for the reason that RecordState gives.
  private let table: UnsafeMutablePointer<Table>

  init() {
    table = .allocate(capacity: 1)
    table.initialize(
      to: Table(
        slots: Interner.freeSlots(256), mask: 255, ends: Interner.resized(nil, to: 128), endsCapacity: 128,
        text: Interner.resized(nil, to: 1024), textCapacity: 1024))
    table.pointee.ends[0] = 0
  }

  deinit {
    free(table.pointee.slots)
    free(table.pointee.ends)
    free(table.pointee.text)
    table.deallocate()
  }

  /// How many numbers have been given.
  var count: Int { table.pointee.count }

  /// Room for so many strings, if there are none yet: a table that grows is filled again each time.
  func reserve(_ count: Int) {
    guard table.pointee.count == 0, count * 4 > table.pointee.mask * 3 else { return }
    free(table.pointee.slots)
    var size = table.pointee.mask + 1
    while count * 4 > (size - 1) * 3 { size *= 2 }
    table.pointee.mask = size - 1
    table.pointee.slots = Interner.freeSlots(size)
  }

  /// The string's number, a new one where it has none.
  func number(of bytes: Bytes) -> UInt32 { number(of: bytes, hash: hash(bytes)) }

  /// The numbers of many strings that stand one after the other, `ends` from 0, each put at its row; 0 for an empty one. All slots
  /// are asked for before the first is looked at.
  func find(_ text: Bytes, ends: [Int], of rows: [Int], in numbers: UnsafeMutablePointer<UInt32>) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ends.count) { hashes in
      var seen: UInt64 = 0
      for index in 1..<ends.count {
        hashes[index] = hash(Bytes(rebasing: text[ends[index - 1]..<ends[index]]))
        seen |= table.pointee.slots[Int(truncatingIfNeeded: hashes[index]) & table.pointee.mask]
      }
      table.pointee.seen = seen
      for index in 1..<ends.count {
        let string = Bytes(rebasing: text[ends[index - 1]..<ends[index]])
        numbers[rows[index - 1]] = string.isEmpty ? 0 : number(of: string, hash: hashes[index])
      }
    }
  }

  @inline(__always)
  private func number(of bytes: Bytes, hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & table.pointee.mask
    while table.pointee.slots[slot] != 0 {
      if let number = match(table.pointee.slots[slot], hash, bytes) { return number }
      slot = (slot + 1) & table.pointee.mask
    }
    return add(bytes, hash, at: slot)
  }

  /// The string's number; 0 where it has none.
  func known(_ bytes: Bytes) -> UInt32 {
    let hash = hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & table.pointee.mask
    while table.pointee.slots[slot] != 0 {
      if let number = match(table.pointee.slots[slot], hash, bytes) { return number }
      slot = (slot + 1) & table.pointee.mask
    }
    return 0
  }

  /// The string of a number; valid until the next one is given.
  func bytes(of number: UInt32) -> Bytes {
    let start = table.pointee.ends[Int(number) - 1]
    return Bytes(start: table.pointee.text + start, count: table.pointee.ends[Int(number)] - start)
  }

  @inline(__always)
  private func match(_ slot: UInt64, _ hash: UInt64, _ bytes: Bytes) -> UInt32? {
    guard slot >> 32 == hash >> 32 else { return nil }
    let known = self.bytes(of: UInt32(truncatingIfNeeded: slot))
    guard known.count == bytes.count else { return nil }
    return memcmp(known.baseAddress!, bytes.baseAddress ?? known.baseAddress!, bytes.count) == 0
      ? UInt32(truncatingIfNeeded: slot) : nil
  }

  private func add(_ bytes: Bytes, _ hash: UInt64, at slot: Int) -> UInt32 {
    let number = table.pointee.count + 1
    precondition(number < Int(UInt32.max), "more identifiers than 32 bits can number")
    let start = table.pointee.ends[number - 1]
    reserve(number, start + bytes.count)
    if let base = bytes.baseAddress { (table.pointee.text + start).update(from: base, count: bytes.count) }
    table.pointee.ends[number] = start + bytes.count
    table.pointee.count = number
    table.pointee.slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
    if number * 4 > table.pointee.mask * 3 { growSlots() }
    return UInt32(number)
  }

  /// Room for the end of `number` and for `textCount` bytes in all.
  private func reserve(_ number: Int, _ textCount: Int) {
    if number >= table.pointee.endsCapacity {
      table.pointee.endsCapacity *= 2
      table.pointee.ends = Interner.resized(table.pointee.ends, to: table.pointee.endsCapacity)
    }
    if textCount > table.pointee.textCapacity {
      table.pointee.textCapacity = max(table.pointee.textCapacity * 2, textCount)
      table.pointee.text = Interner.resized(table.pointee.text, to: table.pointee.textCapacity)
    }
  }

  /// The low bits of a hash are not kept: they are computed again, in the order of the numbers.
  private func growSlots() {
    free(table.pointee.slots)
    let size = (table.pointee.mask + 1) * 2
    table.pointee.mask = size - 1
    table.pointee.slots = Interner.freeSlots(size)
    for number in 1...table.pointee.count {
      let hash = hash(bytes(of: UInt32(number)))
      var slot = Int(truncatingIfNeeded: hash) & table.pointee.mask
      while table.pointee.slots[slot] != 0 { slot = (slot + 1) & table.pointee.mask }
      table.pointee.slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
    }
  }

  /// Cleared by writing: a page of calloc's that is read first must then be copied, and every core told so.
  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let slots = resized(nil as UnsafeMutablePointer<UInt64>?, to: count)
    slots.update(repeating: 0, count: count)
    return slots
  }

  private static func resized<Element>(_ old: UnsafeMutablePointer<Element>?, to count: Int)
    -> UnsafeMutablePointer<Element>
  {
    guard let memory = realloc(old, count * MemoryLayout<Element>.stride) else { fatalError("out of memory") }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
}
