import Glibc

/// Where UTF-8 was read once as Windows-1252 and written again: `Ã` or `Â` followed by what 80–BF shows as in
/// Windows-1252, or `â€` and one more.
func firstDoubleEncoding(_ text: Bytes) -> Int? {
  guard let base = text.baseAddress else { return nil }
  var position = 0
  // Each of the three begins with C3.
  while position < text.count, let found = memchr(base + position, 0xC3, text.count - position) {
    position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    guard position + 2 < text.count else { return nil }
    switch text[position + 1] {
    case 0x82, 0x83: if isShownContinuation(text, at: position + 2) { return position }
    case 0xA2:
      if text[(position + 2)...].starts(with: [0xE2, 0x82, 0xAC]), position + 5 < text.count { return position }
    default: break
    }
    position += 2
  }
  return nil
}

/// Whether the character here is what one of the bytes 80–BF shows as in Windows-1252 (its five undefined bytes show as
/// the control characters of Latin-1).
private func isShownContinuation(_ text: Bytes, at position: Int) -> Bool {
  let width = utf8Width(text, at: position)
  guard width >= 2 else { return false }
  let character = Array(text[position..<position + width])
  if width == 2, character[0] == 0xC2 {
    return character[1] >= 0xA0 || [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(character[1])
  }
  return shownContinuations.contains(character)
}

private let shownContinuations = Set(singleByteTable(.windows1252)[0..<0x20].compactMap { $0 })
