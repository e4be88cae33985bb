/// The texts of all cells, from xl/sharedStrings.xml; a book of numbers only has no such part.
struct SharedTexts {
  private(set) var texts: [String] = []

  init(in parts: Parts, _ relations: Relations) throws(ReadBackError) {
    guard let part = relations.targets(ofKind: "sharedStrings").first else { return }
    var found: [String] = []
    var bytes: [UInt8] = []
    var isText = false
    try parts.parse(part) { event in
      switch event {
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let piece) where isText: bytes.append(contentsOf: piece)
      case .end("si"):
        found.append(CellText.decoded(String(decoding: bytes, as: UTF8.self)))
        bytes.removeAll(keepingCapacity: true)
      default: break
      }
    }
    texts = found
  }
}
