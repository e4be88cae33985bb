import CLibCSV

/// One look at a text, sixty-four bytes at a time: whether it is UTF-8, and whether it may hold a NUL or what was encoded twice. Where
/// it may, the slower looks say whether, and where (measured: three passes over a million rows took 60 ms, this one 15).
struct TextScan {
  /// As ``firstInvalidUTF8(_:from:)``.
  private(set) var firstInvalid: Int?
  private(set) var mayHoldNUL = false
  private(set) var mayBeDoublyEncoded = false

  init(_ bytes: Bytes, from start: Int) {
    guard let base = bytes.baseAddress else { return }
    var hasNUL: Int32 = 0
    /// The next byte to look at; behind a window's start where a character reached over it.
    var position = start
    while position + 64 <= bytes.count {
      let window = position
      position += 64
      var beyond = csv_beyond_ascii(base + window, &hasNUL)
      while beyond != 0 {
        let place = beyond.trailingZeroBitCount
        guard let width = self.width(bytes, at: window + place) else { return }
        // Clears the bits of the character; what of it stands behind the window is passed.
        beyond = place + width < 64 ? beyond & (UInt64.max &<< UInt64(place + width)) : 0
        position = max(position, window + place + width)
      }
    }
    while position < bytes.count {
      if bytes[position] == 0 { hasNUL = 1 }
      guard let width = self.width(bytes, at: position) else { return }
      position += width
    }
    mayHoldNUL = hasNUL != 0
  }

  /// Of the character that begins here; nil: none does, and nothing else matters.
  @inline(__always)
  private mutating func width(_ bytes: Bytes, at position: Int) -> Int? {
    let lead = bytes[position]
    // What was encoded twice begins with C3, and one of these.
    if lead == 0xC3, position + 1 < bytes.count, case let next = bytes[position + 1],
      next == 0x82 || next == 0x83 || next == 0xA2
    {
      mayBeDoublyEncoded = true
    }
    if lead >= 0xC2, lead <= 0xDF, position + 1 < bytes.count, bytes[position + 1] & 0xC0 == 0x80 { return 2 }
    let width = utf8Width(bytes, at: position)
    if width > 0 { return width }
    firstInvalid = position
    return nil
  }
}
