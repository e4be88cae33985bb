import Foundation

/// A column of identifiers that become numbers some hundred at a time: a large table is mostly waiting for memory, and many
/// waits at once take as long as one.
struct IdentifierColumn {
  /// Few enough that what is asked for ahead is still at hand when it is looked at.
  private static let limit = 256

  private let interner: Interner
  private var numbers: [UInt32] = []
  /// What still waits, one after the other.
  private var text: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ interner: Interner, expecting rows: Int) {
    self.interner = interner
    interner.reserve(rows)
    numbers.reserveCapacity(rows)
    text.reserveCapacity(16 * IdentifierColumn.limit)
    ends.reserveCapacity(IdentifierColumn.limit + 1)
  }

  /// The field is trimmed; an empty one is a blank, 0.
  mutating func append(_ field: Bytes) {
    if field.allSatisfy({ $0 < 0x80 }) {
      text.append(contentsOf: field)
    } else {
      text.append(contentsOf: composed(field))
    }
    ends.append(text.count)
    if ends.count > IdentifierColumn.limit { flush() }
  }

  /// The numbers, in the order of the rows.
  mutating func finish() -> [UInt32] {
    flush()
    return numbers
  }

  private mutating func flush() {
    text.withUnsafeBufferPointer { interner.append($0, ends: ends, to: &numbers) }
    text.removeAll(keepingCapacity: true)
    ends.removeLast(ends.count - 1)
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
