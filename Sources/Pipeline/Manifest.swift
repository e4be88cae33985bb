import Domain
import Foundation

/// manifest.json of an edition: what it was made from, and the SHA-256 of each of its files. Holds no time and no path of
/// a machine.
package struct Manifest: Codable, Hashable, Sendable {
  package struct Program: Codable, Hashable, Sendable {
    package var name = "bilan"
    package var version: String
  }
  package struct Input: Codable, Hashable, Sendable {
    package var file: String
    package var sha256: String
    package var association: String
    package var kind: String
    package var month: String
    /// `accepted`, `refused` or `absent` (owed, nothing came).
    package var outcome: String
    package var rowsKept: Int
    package var rowsRefused: Int
  }
  package struct File: Codable, Hashable, Sendable {
    package var path: String
    package var sha256: String
    package var bytes: Int
  }
  package struct Protection: Codable, Hashable, Sendable {
    package var personsThreshold: Int
    package var sensitiveThreshold: Int
    package var hiddenPrimary: Int
    package var hiddenSecondary: Int
  }

  /// Of this file's own format.
  package var format = 1
  package var edition: String
  package var month: String
  package var predecessor: String?
  package var reason: String?
  package var program: Program
  package var programme: String
  /// Same fingerprint: same inputs, definitions and program.
  package var fingerprint: String
  package var inputs: [Input]
  package var definitions: [File]
  package var protection: Protection
  /// SHA-256 of the figures' table.
  package var figures: String
  package var files: [File]

  package func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  package init(decoding bytes: [UInt8]) throws { self = try JSONDecoder().decode(Manifest.self, from: Data(bytes)) }

  init(
    edition: Edition, programme: Programme, fingerprint: String, inputs: [Input], definitions: [File],
    protection: Protection, figures: String, files: [File]
  ) {
    self.edition = edition.description
    month = edition.month.description
    predecessor = edition.predecessor
    reason = edition.reason
    program = Program(version: programVersion)
    self.programme = programme.id
    self.fingerprint = fingerprint
    self.inputs = inputs
    self.definitions = definitions
    self.protection = protection
    self.figures = figures
    self.files = files
  }
}
