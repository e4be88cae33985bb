import Domain

/// A whole page: title, look, skip link and landmarks. It may load nothing and run nothing, and says so to the browser.
func pageShell(title: String, bodyClass: String? = nil, header: [Markup], main: [Markup], footer: [Markup]) -> String {
  let head = tag("head") {
    tag("meta", ["charset": "utf-8"])
    tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    tag("meta", ["name": "color-scheme", "content": "light dark"])
    tag("meta", ["name": "referrer", "content": "no-referrer"])
    tag(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'",
      ])
    tag("title") { title }
    tag("style") { Markup(trusting: Stylesheet.css) }
  }
  let body = tag("body", ["class": bodyClass]) {
    tag("a", ["class": "skip", "href": "#contenu"]) { "Aller au contenu" }
    hatch
    tag("header") { header }
    tag("main", ["id": "contenu", "tabindex": "-1"]) { main }
    tag("footer") { footer }
  }
  return "<!DOCTYPE html>\n" + tag("html", ["lang": "fr"]) { [head, body] }.source
}

/// The pattern of pieces that differ from others by more than a colour.
private let hatch = Markup(
  trusting: """
    <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" \
    stroke-width="2"/></pattern></defs></svg>
    """)

/// A table that scrolls by itself where the page is too narrow, reachable by keyboard, named by its caption.
///
/// `isTitled`: a heading above has just said what it is; the caption is read out alone.
func scrollingTable(id: String, caption: String, isTitled: Bool = false, head: [Markup], rows: [[Markup]]) -> Markup {
  tag("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-labelledby": "\(id)-titre"]) {
    tag("table") {
      tag("caption", ["id": "\(id)-titre", "class": isTitled ? "unseen" : nil]) { tag("span") { caption } }
      tag("thead") { tag("tr") { head } }
      tag("tbody") { for row in rows { tag("tr") { row } } }
    }
  }
}

func columnHead(_ title: String, isNumber: Bool = false) -> Markup {
  tag("th", ["scope": "col", "class": isNumber ? "number" : nil]) { title }
}

/// Made-up data must never be taken for real.
func illustrativeNotice(_ programme: Programme) -> [Markup] {
  guard programme.isIllustrative else { return [] }
  return [
    tag("p", ["class": "notice"]) {
      tag("strong") { "Données illustratives." }
      " Une partie des chiffres de ce programme est inventée pour la démonstration."
    }
  ]
}
