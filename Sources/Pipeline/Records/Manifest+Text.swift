import Foundation
import Host

extension Manifest {
  /// The file, with these exports, which are not in it yet.
  package func encoded(_ exports: ExportLines) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let lines = exports.text else {
      var whole = self
      whole.inputs = Array(exports.inputs)
      return Array(try encoder.encode(whole)) + [UInt8(ascii: "\n")]
    }
    let rest = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    // Keys are sorted, and this one is always there.
    guard let place = rest.withUnsafeBytes({ place(ofLine: "  \"keptHidden\" : ", in: $0, from: 0) }) else {
      preconditionFailure("a manifest without its keys")
    }
    var text: [UInt8] = []
    text.reserveCapacity(rest.count + lines.count + 32)
    text += rest[..<place]
    text += "  \"inputs\" : [\n".utf8
    text += lines
    text += "\n  ],\n".utf8
    text += rest[place...]
    return text
  }
}
