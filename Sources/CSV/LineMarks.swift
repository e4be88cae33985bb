/// Finds the bytes that matter to a line, eight at a time: the delimiter, and all up to a quote (line ends and spaces among
/// them).
struct LineMarks {
  /// The delimiter in each byte.
  private let delimiters: UInt64
  private static let high: UInt64 = 0x8080_8080_8080_8080

  init(delimiter: UInt8) { delimiters = UInt64(delimiter) * 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is marked, of the eight from `position`, first byte lowest. Beyond the end anything may
  /// be marked.
  @inline(__always)
  func marks(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    if position + 8 <= bytes.count {
      return marks(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
    }
    var word: UInt64 = 0
    for byte in raw[position...].reversed() { word = word << 8 | UInt64(byte) }
    return marks(word)
  }

  /// Additions that cannot carry into the next byte: a byte's high bit is set in `isHigh` where it is 0x23 or more, in
  /// `isOther` where it is not the delimiter.
  @inline(__always)
  private func marks(_ word: UInt64) -> UInt64 {
    let isHigh = (word & ~LineMarks.high) &+ 0x5D5D_5D5D_5D5D_5D5D | word
    let rest = word ^ delimiters
    let isOther = (rest & ~LineMarks.high) &+ 0x7F7F_7F7F_7F7F_7F7F | rest
    return ~(isHigh & isOther) & LineMarks.high
  }
}
