import Domain

/// An export as the fingerprint sees it; the hash is empty where it is not to be read.
struct ExportPrint {
  let month: Month
  let line: String
  init(_ id: DeliveryID, file: String, sha256: String) {
    month = id.month
    line = "export \(id.association) \(id.kind.id) \(id.month) \(file) \(sha256)"
  }
}
