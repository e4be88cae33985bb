/// One sheet of a file, with its tables and charts.
struct SheetPart {
  private(set) var reading: ParsedBook.Sheet

  init(
    _ part: String, named name: String, in parts: Parts, texts: SharedTexts
  ) throws(ReadBackError) {
    var grid = GridReader(texts: texts.texts, reading: ParsedBook.Sheet(name: name))
    try parts.parse(part) { grid.take($0) }
    if let fault = grid.fault { throw .unexpected(part: part, fault) }
    reading = grid.reading
    let relations = try Relations(of: part, in: parts)
    reading.links += relations.links
    for table in relations.targets(ofKind: "table") {
      reading.tables.append(try Self.table(table, in: parts))
    }
    for drawing in relations.targets(ofKind: "drawing") {
      let (texts, drawn) = try Self.charts(drawing, in: parts)
      reading.charts += texts
      reading.drawn += drawn
      reading.links += try Relations(of: drawing, in: parts).links
    }
  }

  private static func table(
    _ part: String, in parts: Parts
  ) throws(ReadBackError) -> ParsedBook.Table {
    var table = ParsedBook.Table(name: "", area: "", headers: [])
    try parts.parse(part) { event in
      switch event {
      case .start("table", let attributes):
        table.name = XMLEvent.value(of: "displayName", in: attributes) ?? ""
        table.area = XMLEvent.value(of: "ref", in: attributes) ?? ""
      case .start("tableColumn", let attributes):
        table.headers.append(XMLEvent.value(of: "name", in: attributes) ?? "")
      default: break
      }
    }
    return table
  }

  /// The charts of a drawing, each of which must have its part, and their alternative texts.
  private static func charts(
    _ part: String, in parts: Parts
  ) throws(ReadBackError) -> ([String], [ParsedBook.Chart]) {
    var texts: [String] = []
    var ids: [String] = []
    var isFrame = false
    try parts.parse(part) { event in
      switch event {
      case .start("xdr:graphicFrame", _): isFrame = true
      case .end("xdr:graphicFrame"): isFrame = false
      case .start("xdr:cNvPr", let attributes) where isFrame:
        texts.append(XMLEvent.value(of: "descr", in: attributes) ?? "")
      case .start("c:chart", let attributes):
        ids.append(XMLEvent.value(of: "r:id", in: attributes) ?? "")
      default: break
      }
    }
    let relations = try Relations(of: part, in: parts)
    var drawn: [ParsedBook.Chart] = []
    for id in ids { drawn.append(try ChartPart(try relations.target(of: id), in: parts).reading) }
    return (texts, drawn)
  }
}
