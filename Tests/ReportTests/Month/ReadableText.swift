import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a page says, a line for each block, cells separated by ` | `; and a failure where it is not well-formed.
/// No-break spaces are shown as `~`.
func readableText(_ page: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
  let reader = PageReader()
  let parser = XMLParser(data: Data(page.utf8))
  parser.delegate = reader
  #expect(parser.parse(), "not well-formed: \(String(describing: parser.parserError))", sourceLocation: sourceLocation)
  return reader.lines.joined(separator: "\n")
}

func visibleSpaces(_ text: String) -> String {
  text.replacingOccurrences(of: "\u{00A0}", with: "~").replacingOccurrences(of: "\u{202F}", with: "~")
}

final class PageReader: NSObject, XMLParserDelegate {
  private(set) var lines: [String] = []
  private(set) var ids: [String] = []
  private var line = ""
  private var silent = 0
  private var isInRow = false
  private static let blocks: Set<String> = [
    "h1", "h2", "h3", "p", "li", "tr", "caption", "div", "dl", "dt", "figcaption", "ul", "ol", "title", "desc", "svg",
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let id = attributes["id"] { ids.append(id) }
    if name == "style" || name == "head" { silent += 1 }
    if isInRow && name == "div" { line += " / " } else if PageReader.blocks.contains(name) { flush() }
    if name == "tr" { isInRow = true }
    if name == "h1" || name == "h2" || name == "h3" {
      line = String(repeating: "#", count: Int(name.suffix(1)) ?? 1) + " "
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "style" || name == "head" { silent -= 1 }
    if name == "td" || name == "th" || name == "dt" { line += " | " }
    if name == "tr" { isInRow = false }
    if PageReader.blocks.contains(name) && name != "dt" && !isInRow { flush() }
    if name == "dd" { flush() }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if silent == 0 { line += string.replacingOccurrences(of: "\n", with: "") }
  }

  private func flush() {
    var text = visibleSpaces(line).trimmingCharacters(in: .whitespaces)
    while text.hasSuffix("|") { text = String(text.dropLast()).trimmingCharacters(in: .whitespaces) }
    if !text.isEmpty && !text.allSatisfy({ $0 == "#" }) { lines.append(text) }
    line = ""
  }
}
