/// The list of sheets, from xl/workbook.xml.
struct BookPart {
  private(set) var sheets: [(name: String, id: String)] = []

  init(in parts: Parts) throws(ReadBackError) {
    var found: [(name: String, id: String)] = []
    try parts.parse("xl/workbook.xml") { event in
      guard case .start("sheet", let attributes) = event else { return }
      let name = XMLEvent.value(of: "name", in: attributes) ?? ""
      found.append((name, XMLEvent.value(of: "r:id", in: attributes) ?? ""))
    }
    sheets = found
  }
}
