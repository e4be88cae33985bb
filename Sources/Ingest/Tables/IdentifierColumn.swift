import Foundation

/// A column of identifiers that become numbers. Most rows of a file are those of the month before, in its order: the number that
/// comes next there is held against the text, and nothing else is looked up (measured: 40 ns a row less). What is not so waits and
/// is looked up some hundred at a time: a large table is mostly waiting for memory, and many waits at once take as long as one.
struct IdentifierColumn {
  /// Few enough that what is asked for ahead is still at hand when it is looked at.
  private static let limit = 256
  /// Rows of the month before that may be missing at once.
  private static let leavers = 4
  /// How far ahead a row is looked for after more of them.
  private static let search = 4096

  private let interner: Interner
  /// Of all rows so far; behind a pointer, because an array asks at each append whether it is its own.
  private var numbers: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var count = 0
  /// The column of the month before, and its row that is expected next.
  private let earlier: [UInt32]
  private var next = 0
  /// What still waits, one text after the other, and its rows.
  private var text: [UInt8] = []
  private var ends: [Int] = [0]
  private var rows: [Int] = []

  init(_ interner: Interner, expecting rows: Int, after earlier: [UInt32]) {
    self.interner = interner
    self.earlier = earlier
    interner.reserve(rows)
    capacity = max(rows, 16)
    numbers = .allocate(capacity: capacity)
    text.reserveCapacity(16 * IdentifierColumn.limit)
    ends.reserveCapacity(IdentifierColumn.limit + 1)
    self.rows.reserveCapacity(IdentifierColumn.limit)
  }

  /// The field is trimmed; an empty one is a blank, 0.
  @inline(__always)
  mutating func append(_ field: Bytes) {
    if count == capacity { grow() }
    count += 1
    if let number = expected(field) { numbers[count - 1] = number } else { appendOther(field) }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    larger.update(from: numbers, count: count)
    numbers.deallocate()
    (numbers, capacity) = (larger, capacity * 2)
  }

  /// Of a file that is given up half read.
  func deallocate() { numbers.deallocate() }

  @inline(__always)
  private mutating func expected(_ field: Bytes) -> UInt32? {
    guard next < earlier.count else { return nil }
    for place in next..<min(next + IdentifierColumn.leavers, earlier.count) {
      let number = earlier[place]
      guard number > 0 ? isSameText(interner.bytes(of: number), field) : field.isEmpty else { continue }
      next = place + 1
      return number
    }
    return nil
  }

  private mutating func appendOther(_ field: Bytes) {
    if field.allSatisfy({ $0 < 0x80 }) {
      text.append(contentsOf: field)
    } else {
      text.append(contentsOf: composed(field))
    }
    ends.append(text.count)
    rows.append(count - 1)
    numbers[count - 1] = 0
    if rows.count == IdentifierColumn.limit { flush() }
  }

  /// The numbers, in the order of the rows.
  mutating func finish() -> [UInt32] {
    flush()
    return Array(UnsafeBufferPointer(start: numbers, count: count))
  }

  private mutating func flush() {
    guard let last = rows.last else { return }
    text.withUnsafeBufferPointer { interner.find($0, ends: ends, of: rows, in: numbers) }
    // The last row that was looked up may stand further down in the month before.
    if last + 1 == count, next < earlier.count,
      let place = earlier[next..<min(next + IdentifierColumn.search, earlier.count)].firstIndex(of: numbers[last])
    {
      next = place + 1
    }
    text.removeAll(keepingCapacity: true)
    ends.removeLast(ends.count - 1)
    rows.removeAll(keepingCapacity: true)
  }
}

/// The number of one identifier: NFC, trimmed, case kept.
func identifier(_ field: Bytes, in interner: Interner) -> UInt32 {
  if field.allSatisfy({ $0 < 0x80 }) { return interner.number(of: field) }
  return composed(field).withUnsafeBufferPointer { interner.number(of: $0) }
}

/// A text in its composed form: `é` is one character, however it was typed.
private func composed(_ field: Bytes) -> [UInt8] {
  Array(String(decoding: field, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
}
