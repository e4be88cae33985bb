import Domain
import Failures
import Host
import Ledger
import Workbook

/// A workbook that is an edition's to the byte, wherever it stands and whatever it is called: browsers and mailers rename.
struct DeliveredWorkbook {
  let path: String
  let edition: String
  let month: Month
  let funder: String

  /// Throws ``NoFigureThere`` and ``EditionDamaged``.
  init(_ workbook: String, asking cell: String, among reports: ReportsFolder) throws {
    // A link is followed: whoever asks chose the file. In messages a path stands as it was typed.
    path = linkTarget(workbook) == nil ? workbook : realPath(workbook) ?? workbook
    let bytes: [UInt8]
    do { bytes = try readFile(path) } catch let error as SystemError {
      throw NoFigureThere(message: "\(error)", cause: error)
    } catch let error as FileRefused {
      throw NoFigureThere(message: error.message, cause: error)
    }
    let hash = sha256(bytes)
    var damaged: (any Error)?
    for name in try editionNames(reports) {
      let manifest: Manifest
      // A manifest that cannot be read is only in the way where no other knows the workbook.
      do { manifest = try reports.manifest(name) } catch {
        damaged = damaged ?? error
        continue
      }
      guard let file = manifest.files.first(where: { $0.sha256 == hash }), let (funder, month) = nameParts(file.path)
      else { continue }
      (edition, self.month, self.funder) = (manifest.edition, month, funder)
      return
    }
    if let damaged { throw damaged }
    throw noEdition(workbook, asking: cell, bytes, path, reports)
  }
}

/// The newest first: of workbooks that are the same in two editions, the later one is meant.
private func editionNames(_ reports: ReportsFolder) throws -> [String] {
  let editions: [String]
  do { editions = try reports.editionFolders() } catch let error as SystemError {
    throw NoFigureThere(message: "\(error)", cause: error)
  }
  func number(_ name: String) -> Int { Int(name.dropFirst(8)) ?? 0 }
  return editions.sorted { ($1.prefix(7), number($1)) < ($0.prefix(7), number($0)) }
}

/// `financeurs/region-2022-05.xlsx`
private func nameParts(_ path: String) -> (funder: String, Month)? {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard name.hasSuffix(".xlsx"), name.count > 13, let month = Month(name.dropLast(5).suffix(7)) else { return nil }
  return (String(name.dropLast(13)), month)
}

/// Says what the workbook may be, and which one to ask instead.
private func noEdition(
  _ workbook: String, asking cell: String, _ bytes: [UInt8], _ path: String, _ reports: ReportsFolder
) -> NoFigureThere {
  guard bytes.starts(with: Array("PK".utf8)) else {
    return NoFigureThere(message: "\(workbook) : ce n'est pas un classeur .xlsx")
  }
  guard let place = original(workbook, path, reports) else {
    return NoFigureThere(
      message:
        "\(workbook) : ce classeur n'est d'aucune édition de \(reports.path) (ou il a été modifié depuis) ; d'autres rapports : --reports"
    )
  }
  let isItself = realPath(place) == realPath(path)
  let remedy =
    isItself
    ? "voir bilan verify, et remettre l'édition depuis une sauvegarde"
    : "ce qui a été livré : bilan explain --cell \(shellWord(place)) \(shellWord(cell))"
  return NoFigureThere(
    message:
      "\(workbook) : ce classeur a été modifié ou enregistré de nouveau depuis qu'il a été livré, ses cases ne font plus foi ; \(remedy)"
  )
}

/// The delivered workbook that another was made of: by the edition that its document properties name (they survive being saved
/// again), else by funder and month in its name, of the month's newest edition.
private func original(_ workbook: String, _ path: String, _ reports: ReportsFolder) -> String? {
  func place(_ edition: String, where isMeant: (_ funder: String, Month) -> Bool) -> String? {
    guard let manifest = try? reports.manifest(edition) else { return nil }
    let file = manifest.files.first { file in nameParts(file.path).map { isMeant($0.funder, $0.1) } == true }
    return file.map { "\(reports.folder(edition))/\($0.path)" }
  }
  let editions = (try? editionNames(reports)) ?? []
  // Ids and names of editions hold neither comma nor space; LibreOffice drops the commas.
  let words = readKeywords(of: path)?.split { $0 == "," || $0.isWhitespace }.map(String.init) ?? []
  if let edition = editions.first(where: words.contains),
    let place = place(edition, where: { id, _ in words.contains(id) })
  {
    return place
  }
  let name = workbook.split(separator: "/").last.map(String.init) ?? workbook
  for edition in editions {
    if let place = place(edition, where: { name.contains("\($0)-\($1)") }) { return place }
  }
  return nil
}
