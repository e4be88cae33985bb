/// The list of parts that a workbook itself declares, `[Content_Types].xml`.
enum ContentTypes {
  /// Compares the list with the parts that are there: a part lost or renamed in the zip's
  /// directory makes Excel offer a repair, whether or not anything refers to it.
  static func check(_ parts: Parts) throws(ReadBackError) {
    let name = "[Content_Types].xml"
    var declared: Set<String> = []
    try parts.parse(name) { event in
      guard case .start("Override", let attributes) = event else { return }
      declared.insert(String((XMLEvent.value(of: "PartName", in: attributes) ?? "").dropFirst()))
    }
    let present = parts.contents.keys.filter { $0 != name && !$0.hasSuffix(".rels") }
    for part in present.sorted() where !declared.contains(part) {
      throw .unexpected(part: part, "partie non déclarée")
    }
    for part in declared.subtracting(present).sorted() { throw .missing(part: part) }
  }
}
