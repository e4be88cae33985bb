import PlainText

/// A piece of a page: well-formed XML that is HTML5 too. Text can only come in escaped, so no label breaks the page.
struct Markup: Sendable {
  let source: String

  /// The only door that escapes nothing: for sources written in this program.
  init(trusting source: String) { self.source = source }

  /// Prose, set in French typography.
  static func text(_ prose: String) -> Markup { Markup(trusting: escape(typeset(prose))) }

  /// Data that must stand as it was written: file names, headers.
  static func verbatim(_ data: String) -> Markup { Markup(trusting: escape(data)) }

  static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Lets the children of a tag be written as statements: strings are prose, `if` and `for` work.
@resultBuilder
enum Content {
  static func buildExpression(_ prose: String) -> [Markup] { [.text(prose)] }
  static func buildExpression(_ piece: Markup) -> [Markup] { [piece] }
  static func buildExpression(_ pieces: [Markup]) -> [Markup] { pieces }
  static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
  static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  static func buildEither(first part: [Markup]) -> [Markup] { part }
  static func buildEither(second part: [Markup]) -> [Markup] { part }
  static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}

private let voidTags: Set<String> = ["meta", "br", "link", "rect", "line", "circle", "path"]
/// After these a line break changes nothing for a reader and much for who compares two pages.
private let blockTags: Set<String> = [
  "article", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "head",
  "header", "html", "details", "summary", "li", "main", "meta", "nav", "ol", "p", "section", "style", "table", "tbody",
  "td", "th", "thead",
  "title", "tr", "ul",
]

/// An element. Names and attribute names are literals of this program; values are escaped; nil leaves an attribute out.
func tag(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
  @Content _ content: () -> [Markup] = { [] }
) -> Markup {
  let name = "\(name)"
  var source = "<" + name
  for (key, value) in attributes {
    if let value { source += " \(key)=\"" + Markup.escape(value) + "\"" }
  }
  if voidTags.contains(name) {
    source += "/>"
  } else {
    source += ">" + content().map(\.source).joined() + "</" + name + ">"
  }
  return Markup(trusting: blockTags.contains(name) ? source + "\n" : source)
}
