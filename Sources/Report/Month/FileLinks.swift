import Domain

/// Every file of the edition, by folder. `links` are paths relative to the edition's folder, as in ``ReportFile``; the
/// page itself stands in `interne/`.
func linkSection(_ links: [String]) -> [Markup] {
  let others = links.filter { $0 != "interne/index.html" }
  let folders = [
    ("financeurs", "Pour les financeurs"), ("retours", "Lettres aux associations"), ("interne", "Pour le PTCE"),
  ]
  func folder(_ path: String) -> String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "" }
  let known = Set(folders.map(\.0))
  let groups =
    folders.map { id, title in (title, others.filter { folder($0) == id }) }
    + [("Autres fichiers", others.filter { !known.contains(folder($0)) })]
  return [
    tag("section", ["aria-labelledby": "fichiers"]) {
      tag("h2", ["id": "fichiers"]) { "Fichiers de l'édition" }
      tag("div", ["class": "two"]) {
        for (title, paths) in groups where !paths.isEmpty {
          tag("details", ["open": paths.count > 9 ? nil : ""]) {
            tag("summary") { "\(title) (\(paths.count))" }
            tag("ul") { for path in paths { tag("li") { link(path) } } }
          }
        }
      }
    }
  ]
}

private func link(_ path: String) -> Markup {
  tag("a", ["href": "../" + percentEncoded(path)]) { Markup.verbatim(String(path.split(separator: "/").last ?? "")) }
}

/// Only what RFC 3986 leaves alone, and the slashes between folders.
private func percentEncoded(_ path: String) -> String {
  var result = ""
  for byte in path.utf8 {
    switch byte {
    case 45...47, 48...57, 65...90, 95, 97...122, 126: result.append(Character(Unicode.Scalar(byte)))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count < 2 ? "0" : "") + digits
    }
  }
  return result
}
