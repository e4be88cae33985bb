import Foundation

extension Manifest {
  /// The file. Its lines of exports are written here where they can be, byte for byte as the encoder writes them: in a tenth year they
  /// are nine tenths of it, and the encoder takes ten times as long over them (measured: 2,500 exports 10 ms).
  package func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var rest = self
    let lines = inputs.flatMap(exportLines)
    if lines != nil { rest.inputs = nil }
    var text = Array(try encoder.encode(rest)) + [UInt8(ascii: "\n")]
    guard let lines else { return text }
    // Keys are sorted, and this one is always there.
    guard let place = text.withUnsafeBytes({ place(ofLine: "  \"keptHidden\" : ", in: $0, from: 0) }) else {
      preconditionFailure("a manifest without its keys")
    }
    text.insert(contentsOf: lines, at: place)
    return text
  }
}

/// `"inputs"`, as the encoder writes it; nil: it has to.
private func exportLines(_ inputs: [Manifest.Input]) -> [UInt8]? {
  guard !inputs.isEmpty else { return nil }
  var text: [UInt8] = []
  text.reserveCapacity(inputs.count * 320)
  text += "  \"inputs\" : [".utf8
  for (index, input) in inputs.enumerated() {
    guard input.setAside == nil else { return nil }
    text += (index == 0 ? "\n    {\n" : ",\n    {\n").utf8
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
  }
  text += "\n  ],\n".utf8
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
