/// One file of an edition, as its bytes.
package struct ReportFile: Sendable, Equatable {
  /// Relative to the edition's folder: `interne/index.html`.
  package var path: String
  package var bytes: [UInt8]
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
