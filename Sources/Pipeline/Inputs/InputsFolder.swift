import Define
import Host

/// The inputs folder, or a file of it, cannot be read: exit 66.
package struct InputsUnreadable: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}

/// An export is still being written: try later (exit 75).
package struct InputChanging: Error, Hashable, Sendable {
  package let file: String
}

/// inputs/, and the way to its files.
package struct InputsFolder: Sendable {
  package let path: String

  package init(_ path: String) throws {
    self.path = path
    do { _ = try listFolder(path) } catch let error as SystemError { throw InputsUnreadable(error) }
  }

  /// A definition: UTF-8 text, a byte-order mark dropped.
  func text(_ file: String) throws -> [UInt8] {
    do {
      return try readFile(path + "/" + file, limit: 16 << 20)
    } catch let error as SystemError where error.isMissing {
      throw DefinitionError(file: file, "introuvable dans \(path) ; c'est une définition du programme")
    } catch let error as SystemError {
      throw InputsUnreadable(error)
    } catch is RegularFile.Refusal {
      throw InputsUnreadable(description: "\(path)/\(file) : ce n'est pas un fichier ordinaire, ou il est trop gros")
    }
  }

  func has(_ file: String) -> Bool { exists(path + "/" + file) }

  func list(_ folder: String) throws -> [(name: String, kind: EntryKind)] {
    do { return try listFolder(path + "/" + folder) } catch let error as SystemError { throw InputsUnreadable(error) }
  }
}

extension InputsUnreadable {
  init(_ error: SystemError) { description = "\(error) ; vérifier le chemin et les droits du dossier des données" }
}
