import Glibc

typealias Bytes = UnsafeBufferPointer<UInt8>

/// An export's text as UTF-8: its own bytes where they are, new ones where they had to be translated.
package enum DecodedText {
  case own(from: Int)
  case translated([UInt8])
}

/// A byte-order mark is obeyed; else valid UTF-8 is UTF-8; else the declared encoding, strictly; else Windows-1252,
/// strictly, and `assumed` is set. Undefined bytes, NULs and double-encoded text refuse the file: nothing is dropped. So does a text
/// that translating makes longer than `limit`.
package func decodeText(
  _ bytes: UnsafeBufferPointer<UInt8>, declared: TextEncoding?, assumed: inout Bool, limit: Int = CSVLimits.textBytes
) throws(TextFault) -> DecodedText {
  var scan: TextScan?
  let text = try encodedText(bytes, declared: declared, assumed: &assumed, limit, &scan)
  switch text {
  case .own(let start): try check(Bytes(rebasing: bytes[start...]), scan)
  case .translated(let translated):
    var fault: TextFault?
    translated.withUnsafeBufferPointer { buffer in
      do throws(TextFault) { try check(buffer, nil) } catch { fault = error }
    }
    if let fault { throw fault }
  }
  return text
}

/// `scan`: of a text that is read where it is.
private func encodedText(
  _ bytes: Bytes, declared: TextEncoding?, assumed: inout Bool, _ limit: Int, _ scan: inout TextScan?
) throws(TextFault) -> DecodedText {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    let marked = TextScan(bytes, from: 3)
    if let bad = marked.firstInvalid { throw TextFault(.invalidUTF8, line: physicalLine(of: bad, in: bytes)) }
    scan = marked
    return .own(from: 3)
  }
  if bytes.starts(with: [0xFF, 0xFE]) {
    return .translated(try decodeUTF16(bytes, from: 2, isLittleEndian: true, limit))
  }
  if bytes.starts(with: [0xFE, 0xFF]) {
    return .translated(try decodeUTF16(bytes, from: 2, isLittleEndian: false, limit))
  }
  // Declared UTF-16 of plain ASCII is valid UTF-8 full of NULs: there the declaration decides.
  if declared == .utf16LittleEndian || declared == .utf16BigEndian, bytes.contains(0) {
    return .translated(try decodeUTF16(bytes, from: 0, isLittleEndian: declared == .utf16LittleEndian, limit))
  }
  let own = TextScan(bytes, from: 0)
  guard let bad = own.firstInvalid else {
    scan = own
    return .own(from: 0)
  }
  switch declared {
  case .utf8: throw TextFault(.invalidUTF8, line: physicalLine(of: bad, in: bytes))
  case .utf16LittleEndian, .utf16BigEndian:
    return .translated(try decodeUTF16(bytes, from: 0, isLittleEndian: declared == .utf16LittleEndian, limit))
  case .some(let encoding): return .translated(try decodeSingleByte(bytes, encoding, limit))
  case nil:
    assumed = true
    return .translated(try decodeSingleByte(bytes, .windows1252, limit))
  }
}

private func decodeUTF16(
  _ bytes: Bytes, from start: Int, isLittleEndian: Bool, _ limit: Int
) throws(TextFault) -> [UInt8] {
  guard let utf8 = utf8(ofUTF16: bytes, from: start, isLittleEndian: isLittleEndian) else {
    throw TextFault(.invalidUTF16)
  }
  guard utf8.count <= limit else { throw TextFault(.tooLong) }
  return utf8
}

private func decodeSingleByte(
  _ bytes: Bytes, _ encoding: TextEncoding, _ limit: Int
) throws(TextFault) -> [UInt8] {
  let table = singleByteTable(encoding)
  if let bad = bytes.firstIndex(where: { $0 >= 0x80 && table[Int($0 - 0x80)] == nil }) {
    throw TextFault(.undefinedByte(encoding), line: physicalLine(of: bad, in: bytes))
  }
  let count = bytes.count + bytes.reduce(0) { $0 + ($1 >= 0x80 ? table[Int($1 - 0x80)]!.count - 1 : 0) }
  guard count <= limit else { throw TextFault(.tooLong) }
  var utf8: [UInt8] = []
  utf8.reserveCapacity(count)
  var plain = 0
  for position in bytes.indices where bytes[position] >= 0x80 {
    utf8.append(contentsOf: bytes[plain..<position])
    utf8.append(contentsOf: table[Int(bytes[position] - 0x80)]!)
    plain = position + 1
  }
  utf8.append(contentsOf: bytes[plain...])
  return utf8
}

/// NULs, and UTF-8 that was read once as Windows-1252 and written again.
private func check(_ text: Bytes, _ scan: TextScan?) throws(TextFault) {
  guard let base = text.baseAddress, !text.isEmpty else { return }
  if scan?.mayHoldNUL != false, let nul = memchr(base, 0, text.count) {
    throw TextFault(.nul, line: physicalLine(of: UnsafeRawPointer(nul) - UnsafeRawPointer(base), in: text))
  }
  if scan?.mayBeDoublyEncoded != false, let position = firstDoubleEncoding(text) {
    throw TextFault(.doubleEncoding, line: physicalLine(of: position, in: text))
  }
}

/// The physical line, from 1, of the byte at `offset`.
package func physicalLine(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var line = 1
  var position = 0
  while position < offset {
    let next = physicalLineEnd(bytes, from: position).next
    if next > offset || next == position { break }
    position = next
    line += 1
  }
  return line
}
