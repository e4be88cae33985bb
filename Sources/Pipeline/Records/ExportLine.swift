/// An export in a manifest, and its lines there. In a tenth year they are nine tenths of it, and the encoder takes ten times as long over
/// them as who writes them himself (measured: 2,500 exports 10 ms).
package final class ExportLine: Sendable {
  package let input: Manifest.Input
  /// Byte for byte as `JSONEncoder` writes it, pretty and sorted, without what stands between two; nil: something in it must be escaped,
  /// or is rare.
  let text: [UInt8]?

  package init(_ input: Manifest.Input) {
    self.input = input
    text = written(input)
  }
}

private func written(_ input: Manifest.Input) -> [UInt8]? {
  guard input.setAside == nil else { return nil }
  var text: [UInt8] = []
  text.reserveCapacity(320)
  text += "    {\n".utf8
  // Sorted, as the encoder does it.
  let isPlain =
    append("association", input.association, to: &text) && append("file", input.file, to: &text)
    && append("kind", input.kind, to: &text) && append("month", input.month, to: &text)
    && append("outcome", input.outcome, to: &text)
  guard isPlain else { return nil }
  append("rowsKept", input.rowsKept, to: &text)
  append("rowsRefused", input.rowsRefused, to: &text)
  guard append("sha256", input.sha256, to: &text, isLast: true) else { return nil }
  text += "    }".utf8
  return text
}

/// false: something in it must be escaped.
private func append(_ key: StaticString, _ value: String, to text: inout [UInt8], isLast: Bool = false) -> Bool {
  appendKey(key, to: &text)
  text.append(UInt8(ascii: "\""))
  var value = value
  let isPlain = value.withUTF8 { bytes in
    text.append(contentsOf: bytes)
    return bytes.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
  text += (isLast ? "\"\n" : "\",\n").utf8
  return isPlain
}

private func append(_ key: StaticString, _ value: Int, to text: inout [UInt8]) {
  appendKey(key, to: &text)
  text += "\(value),\n".utf8
}

private func appendKey(_ key: StaticString, to text: inout [UInt8]) {
  text += "      \"".utf8
  text.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  text += "\" : ".utf8
}
