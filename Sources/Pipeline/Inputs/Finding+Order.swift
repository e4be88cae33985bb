import Domain

extension Finding {
  /// File, line, column, code: the order in which a person mends them.
  package static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    (a.file, a.line ?? 0, a.column ?? -1, a.code) < (b.file, b.line ?? 0, b.column ?? -1, b.code)
  }
}
