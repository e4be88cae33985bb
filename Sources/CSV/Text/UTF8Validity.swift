/// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values past U+10FFFF included).
func firstInvalidUTF8(_ bytes: Bytes, from start: Int) -> Int? { TextScan(bytes, from: start).firstInvalid }

/// Bytes of the character at `position`; 0 where there is no valid one.
func utf8Width(_ bytes: Bytes, at position: Int) -> Int {
  func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    position + offset < bytes.count && range.contains(bytes[position + offset])
  }
  switch bytes[position] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return isTail(1) ? 2 : 0
  case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
  case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
  case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
  case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
  case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
  case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
  default: return 0
  }
}
