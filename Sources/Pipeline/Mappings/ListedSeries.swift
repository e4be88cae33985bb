import Domain
import Ingest

/// A file that holds many months, by its mapping; which ones, nobody knows before it is read.
struct ListedSeries: Hashable {
  let association: Int
  let kind: ExportKind
  let file: String
  /// For its name: there are two of it, or it is nearly it.
  var isRefused = false

  /// The file as an export of some month: to be loaded, not to be understood.
  func export(for month: Month) -> Export {
    var export = Export(association: association, kind: kind, month: month, file: file)
    export.isMapped = true
    return export
  }
}

/// What a file that holds many months was found to be, for the fingerprint of each month.
struct SeriesPrint: Hashable, Sendable {
  let association: Association.ID
  let kind: ExportKind
  let file: String
  /// Empty where it is not to be read.
  let sha256: String

  var line: String { "series \(association) \(kind.id) \(file) \(sha256)" }
}
