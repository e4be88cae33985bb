import Glibc

/// End of the physical line that begins at `offset`: of its text, and where the next begins. LF, CRLF and a lone CR end
/// a line.
package func physicalLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> (text: Int, next: Int) {
  guard let base = bytes.baseAddress else { return (offset, offset) }
  var start = offset
  while start < bytes.count {
    // A piece at a time: looking for an LF that never comes would read a text of CRs again for each line.
    let count = min(4096, bytes.count - start)
    let feed = memchr(base + start, 0x0A, count).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    let before = (feed ?? start + count) - start
    if let found = memchr(base + start, 0x0D, before) {
      let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      let isPair = end + 1 < bytes.count && base[end + 1] == 0x0A
      return (end, end + (isPair ? 2 : 1))
    }
    if let feed { return (feed, feed + 1) }
    start += count
  }
  return (bytes.count, bytes.count)
}

/// Whether a line holds nothing but delimiters, spaces (no-break ones too) and an even number of quotes.
package func lineIsBlank(_ line: UnsafeBufferPointer<UInt8>, isDelimiter: (UInt8) -> Bool) -> Bool {
  var quotes = 0
  var position = 0
  while position < line.count {
    let byte = line[position]
    if byte == 0x22 {
      quotes += 1
    } else if byte == 0xC2 || byte == 0xE2 {
      let width = noBreakSpaceWidth(line, at: position)
      guard width > 0 else { return false }
      position += width - 1
    } else if byte != 0x20 && byte != 0x09 && !isDelimiter(byte) {
      return false
    }
    position += 1
  }
  return quotes % 2 == 0
}

/// 2 at a U+00A0, 3 at a U+202F, else 0.
package func noBreakSpaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
  if bytes[position] == 0xC2 { return position + 1 < bytes.count && bytes[position + 1] == 0xA0 ? 2 : 0 }
  guard bytes[position] == 0xE2, position + 2 < bytes.count else { return 0 }
  return bytes[position + 1] == 0x80 && bytes[position + 2] == 0xAF ? 3 : 0
}

/// Without the spaces, tabs and no-break spaces at both ends.
@inlinable @inline(__always)
package func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  // Nearly every field begins and ends with a visible ASCII character: nothing to look for.
  guard let first = field.first, let last = field.last else { return field }
  if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return field }
  return trimmedByteByByte(field)
}

@usableFromInline
func trimmedByteByByte(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var start = 0
  var end = field.count
  while start < end {
    let byte = field[start]
    if byte == 0x20 || byte == 0x09 {
      start += 1
    } else if byte == 0xC2 || byte == 0xE2, case let width = noBreakSpaceWidth(field, at: start), width > 0 {
      start += width
    } else {
      break
    }
  }
  while end > start, case let width = spaceWidth(field, before: end, from: start), width > 0 { end -= width }
  return UnsafeBufferPointer(rebasing: field[start..<end])
}

/// Width of the space, tab or no-break space that ends before `end`, else 0.
private func spaceWidth(_ field: UnsafeBufferPointer<UInt8>, before end: Int, from start: Int) -> Int {
  switch field[end - 1] {
  case 0x20, 0x09: return 1
  case 0xA0: return end - start >= 2 && field[end - 2] == 0xC2 ? 2 : 0
  case 0xAF: return end - start >= 3 && field[end - 2] == 0x80 && field[end - 3] == 0xE2 ? 3 : 0
  default: return 0
  }
}
