import Define
import Domain
import Host

/// inputs/, and the way to its files.
package struct InputsFolder: Sendable {
  package let path: String
  /// Exports that stand elsewhere, for what-if: by their place here, the path to read.
  private(set) var replaced: [String: String] = [:]
  /// What its exports were found to be: this value is one look at the inputs, and a new one is made for the next.
  let fixed = FixedExports()

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

  /// Where the bytes of an export are.
  func place(of file: String) -> String { replaced[file] ?? path + "/" + file }

  /// With a file read in an export's place: `apei/etp-2022-05` or `exports/apei/etp-2022-05.csv`. Whatever is there under almost
  /// this name (capitals, accents) is what it replaces. Throws ``NotAnExport`` and ``NoSuchName``.
  package func replacing(_ export: String, with file: String, of programme: Programme) throws -> InputsFolder {
    var name = export
    if name.hasPrefix("exports/") { name = String(name.dropFirst("exports/".count)) }
    let parts = name.split(separator: "/").map(String.init)
    guard parts.count == 2 else { throw NotAnExport(given: export) }
    guard let association = programme.association(parts[0]) else {
      throw NoSuchName.association(parts[0], known: programme.associations.map(\.id))
    }
    func exact(_ name: String) -> NamedExport? {
      let (found, isExact) = named(name, by: association)
      return isExact ? found : nil
    }
    guard let asked = exact(parts[1]) ?? exact(parts[1] + ".csv") else { throw NotAnExport(given: export) }
    guard FileGlance(file) != nil else {
      throw InputsUnreadable(description: "\(file) : introuvable, illisible, ou pas un fichier ordinaire")
    }
    let folder = "exports/\(association.id)"
    let present = try has(folder) ? try list(folder) : []
    let there = present.first { exact($0.name) == asked }
    let right =
      asked.month.map { month in
        asked.isMapped
          ? association.expectedFile(asked.kind, month) : DeliveryID(association.id, asked.kind, month).file
      } ?? association.expectedFile(asked.kind, programme.start)
    var inputs = self
    inputs.replaced[there.map { "\(folder)/\($0.name)" } ?? right] = file
    return inputs
  }

  /// Whether it is there. What cannot be known is not taken for absent: a report would go without it. Throws ``InputsUnreadable``.
  func has(_ file: String) throws(InputsUnreadable) -> Bool {
    do { return try isPresent(path + "/" + file) } catch { throw InputsUnreadable(error) }
  }

  func list(_ folder: String) throws(InputsUnreadable) -> [(name: String, kind: EntryKind)] {
    let imagined = imagined(in: folder)
    if !imagined.isEmpty, try !has(folder) { return imagined }
    do {
      let found = try listFolder(path + "/" + folder)
      let known = Set(found.map(\.name))
      return found + imagined.filter { !known.contains($0.name) }
    } catch { throw InputsUnreadable(error) }
  }

  /// How far an association's folder can be looked into. It may be a link to a folder elsewhere, as its upload folder is; one that
  /// leads nowhere, to a share that is not mounted, is no empty folder.
  enum FolderAccess: Hashable {
    case open, denied, noFolder
  }

  func access(toFolder folder: String, _ kind: EntryKind) -> FolderAccess {
    let place = path + "/" + folder
    if !imagined(in: folder).isEmpty { return .open }
    switch kind {
    case .file: return .noFolder
    case .other where isLink(place):
      guard let real = realPath(place) else { return .denied }
      guard entryKind(real) == .folder else { return .noFolder }
    case .other: return .noFolder
    case .folder: break
    }
    // Trouble of the disk is told when it is listed.
    do { try requireListable(place) } catch  where error.isPermission { return .denied } catch {}
    return .open
  }

  /// What replaced exports add to a folder: themselves, or the folders that they are to come in.
  private func imagined(in folder: String) -> [(name: String, kind: EntryKind)] {
    let names = replaced.keys.filter { $0.hasPrefix(folder + "/") }.map {
      $0.dropFirst(folder.count + 1).split(separator: "/")
    }
    return Set(names.map { $0.count > 1 ? "\($0[0])/" : String($0[0]) }).sorted().map {
      $0.hasSuffix("/") ? (String($0.dropLast()), .folder) : ($0, .file)
    }
  }
}
