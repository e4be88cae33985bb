import Define
import Host

/// inputs/, and the way to its files.
package struct InputsFolder: Sendable {
  package let path: String

  package init(_ path: String) throws(InputsUnreadable) {
    self.path = path
    do { _ = try listFolder(path) } catch { throw InputsUnreadable(error) }
  }

  /// A definition, its bytes as they are. Throws ``InputsUnreadable``, and ``DefinitionError`` where there is none.
  func text(_ file: String) throws -> [UInt8] {
    do {
      return try readFile(path + "/" + file, limit: 16 << 20)
    } catch let error as SystemError where error.isMissing {
      throw DefinitionError(file: file, "introuvable dans \(path) ; c'est une définition du programme")
    } catch let error as SystemError {
      throw InputsUnreadable(error)
    } catch let error as FileRefused {
      throw InputsUnreadable(
        description: "\(path)/\(file) : ce n'est pas un fichier ordinaire, ou il est trop gros", cause: error)
    }
  }

  func has(_ file: String) -> Bool { exists(path + "/" + file) }

  func list(_ folder: String) throws(InputsUnreadable) -> [(name: String, kind: EntryKind)] {
    do { return try listFolder(path + "/" + folder) } catch { throw InputsUnreadable(error) }
  }
}
