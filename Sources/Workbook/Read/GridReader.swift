/// Reads the cells of one sheet as the parser meets them.
struct GridReader {
  let texts: [String]
  var reading: ParsedBook.Sheet
  /// The first thing that no workbook of ours has.
  private(set) var fault: String?

  private var place: CellPlace?
  private var kind: String?
  private var value: [UInt8] = []
  private var isValue = false

  init(texts: [String], reading: ParsedBook.Sheet) {
    self.texts = texts
    self.reading = reading
  }

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("c", let attributes):
      place = XMLEvent.value(of: "r", in: attributes).flatMap { CellPlace(name: $0.utf8) }
      kind = XMLEvent.value(of: "t", in: attributes)
    case .start("v", _):
      isValue = true
    case .text(let piece) where isValue:
      value.append(contentsOf: piece)
    case .end("v"):
      isValue = false
      addValue()
    case .start("f", _):
      reading.formulas += 1
    case .start("hyperlink", let attributes):
      guard XMLEvent.value(of: "r:id", in: attributes) == nil,
        let cell = XMLEvent.value(of: "ref", in: attributes), let to = XMLEvent.value(of: "location", in: attributes)
      else {
        reading.links += 1
        return
      }
      reading.jumps.append("\(cell) → \(to)")
    case .start("is", _):
      fault = fault ?? "texte hors de la liste commune"
    default:
      break
    }
  }

  private mutating func addValue() {
    let text = String(decoding: value, as: UTF8.self)
    value.removeAll(keepingCapacity: true)
    guard let place else {
      fault = fault ?? "cellule sans position"
      return
    }
    switch kind {
    case nil, "n":
      if let number = Double(text) { return reading.add(number: number, at: place) }
    case "s":
      if let index = Int(text), texts.indices.contains(index) {
        return reading.add(text: texts[index], at: place)
      }
    default:
      break
    }
    fault = fault ?? "cellule illisible en \(place.name)"
  }
}
