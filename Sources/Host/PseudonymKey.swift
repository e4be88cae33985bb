import Crypto
import Glibc

/// The secret under which identifiers become pseudonyms: 32 random bytes in a file of its own, 0600. Never printed.
package struct PseudonymKey: Sendable {
  package static let bytes = 32

  private let key: SymmetricKey

  /// nil: there is no such file. Throws ``Refusal``, ``FileRefused`` and ``SystemError``.
  package init?(readingFrom path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw SystemError(.open, path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Refusal.notRegular(path) }
    guard status.st_mode & 0o077 == 0 else { throw Refusal.readable(path) }
    guard status.st_size == PseudonymKey.bytes else { throw Refusal.length(path) }
    let bytes: [UInt8]
    do { bytes = try readFile(path, limit: PseudonymKey.bytes) } catch let error as SystemError where error.isPermission
    {
      throw Refusal.anothers(path, Owner(of: path) ?? .root)
    }
    guard bytes.count == PseudonymKey.bytes else { throw Refusal.length(path) }
    key = SymmetricKey(data: bytes)
  }

  /// Makes a new key in a new file, and has it on the disk before anything depends on it. Made by root, it is `owner`'s. Throws
  /// ``SystemError``.
  package init(creating path: String, owner: Owner? = nil) throws {
    key = SymmetricKey(size: .bits256)
    // Whole or not at all: half a key could never be mended.
    let temporary = path + ".part"
    try removeTree(temporary)
    try createFile(temporary, key.withUnsafeBytes { Array($0) }, mode: 0o600, owner: owner)
    try syncPath(temporary)
    try renameNew(temporary, to: path)
    try syncPath(parentFolder(of: path))
  }

  /// Has a key that was found on the disk before anything depends on it: who made it may have been killed, or be a person with a
  /// copy. Throws ``SystemError``.
  package static func sync(_ path: String) throws {
    try syncPath(path)
    try syncPath(parentFolder(of: path))
  }

  /// Tells this key from another without giving it away.
  package var id: String { String(domain("bilan key id").pseudonym(of: []).prefix(16)) }

  /// Domains are kept apart: the same identifier in two domains has two pseudonyms that nobody can tell are one's. The name holds no
  /// NUL.
  package func domain(_ name: String) -> Domain {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array(name.utf8) + [0])
    return Domain(code: code)
  }

  /// Where pseudonyms are made. Key and name have gone into the code already: half of what each pseudonym takes.
  package struct Domain: Sendable {
    fileprivate let code: HMAC<SHA256>

    /// HMAC-SHA-256 in lower-case hexadecimal.
    package func pseudonym(of identifier: some Sequence<UInt8>) -> String {
      var code = code
      let isAdded: Void? = identifier.withContiguousStorageIfAvailable { code.update(data: UnsafeRawBufferPointer($0)) }
      if isAdded == nil { code.update(data: Array(identifier)) }
      return hexadecimal(code.finalize())
    }
  }
}
