import Foundation
import Host

extension Manifest {
  /// The file, with these exports, which are not in it yet.
  package func encoded(_ exports: [ExportLine]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let lines = exports.compactMap(\.text)
    guard !lines.isEmpty, lines.count == exports.count else {
      var whole = self
      whole.inputs = exports.map(\.input)
      return Array(try encoder.encode(whole)) + [UInt8(ascii: "\n")]
    }
    let rest = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    // Keys are sorted, and this one is always there.
    guard let place = rest.withUnsafeBytes({ place(ofLine: "  \"keptHidden\" : ", in: $0, from: 0) }) else {
      preconditionFailure("a manifest without its keys")
    }
    var text: [UInt8] = []
    text.reserveCapacity(rest.count + lines.reduce(32) { $0 + $1.count + 2 })
    text += rest[..<place]
    text += "  \"inputs\" : [\n".utf8
    for (index, line) in lines.enumerated() {
      if index > 0 { text += ",\n".utf8 }
      text += line
    }
    text += "\n  ],\n".utf8
    text += rest[place...]
    return text
  }
}
