import Domain

/// How accepted exports are kept for later: what `ingest` asks of its caller. Called from several threads.
package struct Archiving: Sendable {
  /// Whether the rows of this export (the hash of its raw bytes, and what else its reading rests on) are to be written down.
  package var isWanted: @Sendable (Export, _ sha256: String, _ context: String) -> Bool
  /// Who makes the pseudonyms of a domain: plain ASCII, the same for the same identifier.
  package var pseudonyms: @Sendable (_ domain: String) -> @Sendable (UnsafeBufferPointer<UInt8>) -> String
  /// Takes the rows, as ``archiveText(_:_:_:)`` writes them.
  package var keep: @Sendable (Export, _ sha256: String, _ context: String, _ text: [UInt8]) throws -> Void

  package init(
    isWanted: @escaping @Sendable (Export, String, String) -> Bool,
    pseudonyms: @escaping @Sendable (String) -> @Sendable (UnsafeBufferPointer<UInt8>) -> String,
    keep: @escaping @Sendable (Export, String, String, [UInt8]) throws -> Void
  ) {
    self.isWanted = isWanted
    self.pseudonyms = pseudonyms
    self.keep = keep
  }
}

/// The column that an archive adds in front of the contract's: the physical line of the row in the raw file.
package let archiveLineColumn = "ligne"
