/// An INSEE code of five characters (`62427`, `2A004`), packed in base 36 so that a column of them is plain integers.
/// 0 stands for a blank.
package struct CommuneCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let packed: UInt32
  package static let blank = CommuneCode(packed: 0)
  /// Every commune that is not the territory's, as one member: `ailleurs`. No code of five characters packs to it.
  package static let elsewhere = CommuneCode(packed: UInt32.max)
  package static let elsewhereID = "ailleurs"

  package init(packed: UInt32) { self.packed = packed }

  /// Five digits, or 2A/2B and three digits, in either case; nil for anything else.
  package init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)) }

  /// The id of a member of the dimension `commune`: a code, or `ailleurs`.
  package init?(id: String) {
    if id == CommuneCode.elsewhereID { self = .elsewhere } else { self.init(id) }
  }

  package init?(bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count == 5 else { return nil }
    var packed: UInt32 = 0
    for (position, byte) in bytes.enumerated() {
      let digit: UInt32
      switch byte {
      case 48...57: digit = UInt32(byte - 48)
      case 65, 66, 97, 98:
        guard position == 1, packed == 2 else { return nil }
        digit = UInt32((byte | 0x20) - 97) + 10
      default: return nil
      }
      packed = packed * 36 + digit
    }
    guard packed > 0 else { return nil }
    self.packed = packed
  }

  package var description: String {
    guard self != .elsewhere else { return CommuneCode.elsewhereID }
    var rest = packed
    var characters: [UInt8] = []
    for _ in 0..<5 {
      let digit = UInt8(rest % 36)
      characters.append(digit < 10 ? 48 + digit : 55 + digit)
      rest /= 36
    }
    return String(decoding: characters.reversed(), as: UTF8.self)
  }
  package static func < (a: CommuneCode, b: CommuneCode) -> Bool { a.description < b.description }
}
