import CHost

/// Where a line begins that begins with this text; `start` begins one. As fast as the C library finds a text: a manifest of the tenth year
/// has 25,000 lines.
package func place(ofLine text: String, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard let base = bytes.baseAddress, (0..<bytes.count).contains(start) else { return nil }
  let line = Array("\n\(text)".utf8)
  if bytes[start...].starts(with: line.dropFirst()) { return start }
  guard let found = bilan_find(line, line.count, base + start, bytes.count - start) else { return nil }
  return found - base + 1
}
