import CSV
import Domain
import Host
import Ingest

/// Largest export read, in bytes: a million rows. A larger one is a mistake, or an attack.
let exportLimit = CSVLimits.textBytes

/// The bytes of an export, fixed by their hash; anything but a regular file of a sane size is a finding. The only door to raw
/// exports: what it finds is what every earlier look of this command found (``FixedExports``). A safe point. Throws
/// ``InputChanging``, ``InputsUnreadable`` and `Interruption`.
///
/// `isOnlyLook`: nobody reads it again, and nobody asks for its hash, which is then empty (it is a tenth of reading a million rows).
func loadExport(
  _ export: Export, _ inputs: InputsFolder, _ programme: Programme, isOnlyLook: Bool = false
) throws -> LoadedExport {
  try stopIfAsked()
  let place = inputs.place(of: export.file)
  let isHashed = !isOnlyLook || inputs.fixed.hasSeen(place)
  let loaded = try readBytes(export, at: place, programme, isHashed: isHashed)
  switch loaded {
  case .bytes(let buffer, let sha256):
    do {
      try inputs.fixed.compareWithGlance(buffer, at: place, of: export.file)
      if isHashed { try inputs.fixed.hold(sha256: sha256, at: place, of: export.file) }
    } catch {
      buffer.deallocate()
      throw error
    }
  case .refused(let finding): try inputs.fixed.hold(refused: finding.code, at: place, of: export.file)
  }
  return loaded
}

/// The hash of an export, without reading it again where it is known; nil: not to be read, and why. Throws the same.
func exportHash(
  _ export: Export, _ inputs: InputsFolder, _ programme: Programme
) throws -> (sha256: String?, finding: Finding?) {
  if let known = inputs.fixed.sha256(of: inputs.place(of: export.file)) { return (known, nil) }
  switch try loadExport(export, inputs, programme) {
  case .bytes(let buffer, let sha256):
    buffer.deallocate()
    return (sha256, nil)
  case .refused(let finding): return (nil, finding)
  }
}

private func readBytes(_ export: Export, at place: String, _ programme: Programme, isHashed: Bool) throws
  -> LoadedExport
{
  func refused(_ code: FindingCode, _ rule: String, _ remedy: String) -> LoadedExport {
    .refused(
      Finding(
        code, .file, association: programme.associations[export.association].id, kind: export.kind, month: export.month,
        file: export.file, rule: rule, remedy: remedy))
  }
  do {
    let buffer = try RegularFile(place, limit: exportLimit).read()
    return .bytes(buffer, sha256: isHashed ? sha256(buffer) : "")
  } catch RegularFile.Refusal.notRegular {
    return refused(
      .notRegularFile, "ce n'est pas un fichier ordinaire (lien, tube ou périphérique)",
      "déposer le fichier lui-même")
  } catch RegularFile.Refusal.tooLarge {
    return refused(
      .fileTooLarge, "le fichier dépasse \(exportLimit >> 20) Mo", "vérifier que c'est bien l'export d'un seul mois")
  } catch RegularFile.Refusal.changing {
    throw InputChanging(file: export.file)
  } catch let error as SystemError where error.isMissing {
    // It was listed: somebody is taking it away, or putting another in its place.
    throw InputChanging(file: export.file)
  } catch let error as SystemError where error.isPermission {
    // One association's mistake is that association's: the others' files are read. A disk that fails is everybody's.
    return refused(.unreadable, unreadable.rule, unreadable.remedy)
  } catch let error as SystemError {
    throw InputsUnreadable(error)
  }
}

/// Of a file, or of the folder that it would stand in.
let unreadable = (
  rule: "bilan n'a pas le droit de lire ce fichier, ou le dossier où il est",
  remedy: "donner au groupe de bilan le droit de lire (bilan doctor donne la commande)"
)
