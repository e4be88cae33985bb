/// Exports in a manifest, and their lines there. In a tenth year they are nine tenths of it, and the encoder takes ten times as long over
/// them as who writes them himself (measured: 2,500 exports 10 ms). Of a series each edition has the first of those of the last.
package struct ExportLines: Sendable {
  private let whole: Whole
  private let count: Int

  package init(_ inputs: [Manifest.Input]) { (whole, count) = (Whole(inputs), inputs.count) }

  private init(_ whole: Whole, _ count: Int) { (self.whole, self.count) = (whole, count) }

  package func prefix(_ count: Int) -> ExportLines { ExportLines(whole, min(count, self.count)) }

  var inputs: ArraySlice<Manifest.Input> { whole.inputs[..<count] }

  /// Byte for byte as `JSONEncoder` writes them, pretty and sorted; nil: something in them must be escaped, or is rare.
  var text: ArraySlice<UInt8>? {
    count > 0 && count <= whole.ends.count ? whole.text[..<whole.ends[count - 1]] : nil
  }

  private final class Whole: Sendable {
    let inputs: [Manifest.Input]
    let text: [UInt8]
    /// Where each line ends, up to the first that is not plain.
    let ends: [Int]

    init(_ inputs: [Manifest.Input]) {
      var text: [UInt8] = []
      var ends: [Int] = []
      text.reserveCapacity(inputs.count * 340)
      for input in inputs {
        if !ends.isEmpty { text += ",\n".utf8 }
        guard append(input, to: &text) else { break }
        ends.append(text.count)
      }
      (self.inputs, self.text, self.ends) = (inputs, text, ends)
    }
  }
}

/// false: something in it must be escaped, or is rare.
private func append(_ input: Manifest.Input, to text: inout [UInt8]) -> Bool {
  guard input.setAside == nil else { return false }
  text += "    {\n".utf8
  // Sorted, as the encoder does it.
  let isPlain =
    append("association", input.association, to: &text) && append("file", input.file, to: &text)
    && append("kind", input.kind, to: &text) && append("month", input.month, to: &text)
    && append("outcome", input.outcome, to: &text)
  guard isPlain else { return false }
  append("rowsKept", input.rowsKept, to: &text)
  append("rowsRefused", input.rowsRefused, to: &text)
  guard append("sha256", input.sha256, to: &text, isLast: true) else { return false }
  text += "    }".utf8
  return true
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
