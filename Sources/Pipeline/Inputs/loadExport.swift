import Domain
import Host
import Ingest

/// Largest export read, in bytes: a million rows. A larger one is a mistake, or an attack.
let exportLimit = 128 << 20

/// The bytes of an export, fixed by their hash; anything but a regular file of a sane size is a finding. Throws
/// ``InputChanging`` and ``InputsUnreadable``.
func loadExport(_ export: Export, _ inputs: InputsFolder, _ programme: Programme) throws -> LoadedExport {
  func refused(_ code: FindingCode, _ rule: String, _ remedy: String) -> LoadedExport {
    .refused(
      Finding(
        code, .file, association: programme.associations[export.association].id, kind: export.kind, month: export.month,
        file: export.file, rule: rule, remedy: remedy))
  }
  do {
    let buffer = try RegularFile(inputs.place(of: export.file), limit: exportLimit).read()
    return .bytes(buffer, sha256: sha256(buffer))
  } catch RegularFile.Refusal.notRegular {
    return refused(
      .notRegularFile, "ce n'est pas un fichier ordinaire (lien, tube ou périphérique)",
      "déposer le fichier lui-même")
  } catch RegularFile.Refusal.tooLarge {
    return refused(
      .fileTooLarge, "le fichier dépasse \(exportLimit >> 20) Mo", "vérifier que c'est bien l'export d'un seul mois")
  } catch RegularFile.Refusal.changing {
    throw InputChanging(file: export.file)
  } catch let error as SystemError {
    throw InputsUnreadable(error)
  }
}
