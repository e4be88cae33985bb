/// UTF-16 as UTF-8, in one pass and one buffer; nil at a lone surrogate or half a unit.
func utf8(ofUTF16 bytes: Bytes, from start: Int, isLittleEndian: Bool) -> [UInt8]? {
  guard (bytes.count - start) % 2 == 0 else { return nil }
  let raw = UnsafeRawBufferPointer(bytes)
  func unit(_ position: Int) -> UInt32 {
    let unit = raw.loadUnaligned(fromByteOffset: position, as: UInt16.self)
    return UInt32(isLittleEndian ? UInt16(littleEndian: unit) : UInt16(bigEndian: unit))
  }
  var isValid = true
  // Two bytes become three at most.
  let utf8 = [UInt8](unsafeUninitializedCapacity: (bytes.count - start) / 2 * 3) { buffer, count in
    var position = start
    while position < bytes.count {
      var scalar = unit(position)
      position += 2
      if scalar & 0xF800 == 0xD800 {
        guard scalar < 0xDC00, position < bytes.count, case let low = unit(position), low & 0xFC00 == 0xDC00 else {
          isValid = false
          return
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        position += 2
      }
      append(scalar, to: buffer, &count)
    }
  }
  return isValid ? utf8 : nil
}

@inline(__always)
private func append(_ scalar: UInt32, to buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
  func put(_ value: UInt32) {
    buffer[count] = UInt8(truncatingIfNeeded: value)
    count += 1
  }
  switch scalar {
  case 0..<0x80: put(scalar)
  case 0x80..<0x800:
    put(0xC0 | scalar >> 6)
    put(0x80 | scalar & 0x3F)
  case 0x800..<0x10000:
    put(0xE0 | scalar >> 12)
    put(0x80 | scalar >> 6 & 0x3F)
    put(0x80 | scalar & 0x3F)
  default:
    put(0xF0 | scalar >> 18)
    put(0x80 | scalar >> 12 & 0x3F)
    put(0x80 | scalar >> 6 & 0x3F)
    put(0x80 | scalar & 0x3F)
  }
}
