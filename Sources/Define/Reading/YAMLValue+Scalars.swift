import Domain

extension YAMLValue {
  /// A text as it stands, quoted or not; never empty.
  func text() -> String? {
    guard let raw, !raw.isEmpty else {
      expected("un texte")
      return nil
    }
    return raw
  }

  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard let value = raw.flatMap({ Int($0) }), range.contains(value) else {
      expected("un nombre entier de \(range.lowerBound) à \(range.upperBound)")
      return nil
    }
    return value
  }

  func flag() -> Bool? {
    switch raw {
    case "true": return true
    case "false": return false
    default:
      expected("true ou false")
      return nil
    }
  }

  /// A decimal with a point, exact.
  func decimal() -> Rational? {
    guard let text = raw, let value = rational(text) else {
      if let point = raw?.replacing(",", with: "."), point != raw, rational(point) != nil {
        expected("un nombre décimal avec un point : écrire \(point)")
      } else {
        expected("un nombre décimal, avec un point (9.5)")
      }
      return nil
    }
    return value
  }

  private func rational(_ text: String) -> Rational? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      digits.count <= 18, let value = Int(parts.joined())
    else { return nil }
    var power: Int128 = 1
    for _ in 0..<(parts.count == 2 ? parts[1].count : 0) { power *= 10 }
    return Rational(Int128(text.hasPrefix("-") ? -value : value), over: power)
  }

  /// Of one whole, as 0.2: 0 to 1.
  func share() -> Quantity? {
    guard let decimal = decimal() else { return nil }
    let scaled = decimal * Rational(Int(Quantity.scale))
    guard scaled.isWhole, let value = Int64(exactly: scaled.numerator) else {
      expected("au plus quatre décimales")
      return nil
    }
    if !(0...Quantity.scale).contains(value) { expected("une part de 0 à 1 (0.2 pour 20 %)") }
    return Quantity(tenThousandths: value)
  }

  func month() -> Month? {
    guard let month = raw.flatMap({ Month($0) }) else {
      expected("un mois (2022-05)")
      return nil
    }
    guard Month.accepted.contains(month) else {
      expected("un mois de \(Month.accepted.lowerBound) à \(Month.accepted.upperBound)")
      return nil
    }
    return month
  }

  /// An id that may become a file name: lower-case letters, digits and hyphens (underscores too where `underscores`).
  func slug(underscores: Bool = false) -> String? {
    guard let text = text() else { return nil }
    let isSlug =
      text.utf8.count <= 64 && text.utf8.first != 45
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || (underscores && $0 == 95)
      }
    guard !isSlug else { return text }
    let suggestion = Define.slug(of: text, underscores: underscores)
    let remedy = suggestion.isEmpty || suggestion.utf8.count > 64 ? "" : " : écrire « \(suggestion) »"
    expected(
      "un identifiant en minuscules sans accent, chiffres et \(underscores ? "soulignés" : "tirets") (64 caractères au plus)\(remedy)"
    )
    return nil
  }

  /// One of a closed list.
  func choice<Value>(_ known: [(String, Value)]) -> Value? {
    guard let text = text() else { return nil }
    if let found = known.first(where: { $0.0 == text }) { return found.1 }
    fail("\(quoted(text)) est inconnu ; \(expectedOne(of: known.map(\.0), for: text))")
    return nil
  }

  /// One of the ids of a list; a broken entry's own id will do.
  func member(of roster: Roster) -> String? {
    guard let text = text() else { return nil }
    if roster.ids.contains(text) || roster.claimed.contains(text) || !roster.isWhole { return text }
    fail("\(quoted(text)) est inconnu ; \(expectedOne(of: roster.ids, for: text))")
    return nil
  }

  /// A French text, or `{fr, en}`.
  func label() -> Label? {
    if !isMapping { return text().map { Label(fr: $0) } }
    let map = fields(LabelKeys.all)
    let en = map["en"]?.text()
    return map["fr"]?.text().map { Label(fr: $0, en: en) }
  }
}

enum LabelKeys {
  static let all = KeyGroup(
    "a label",
    [
      .required("fr", "In French; a label may also be this text alone.", "\"Mobilité\""),
      .optional("en", "In English.", "\"Mobility\""),
    ])
}

extension Label {
  /// Stands where none could be read; never printed.
  static let unread = Label(fr: "")
}
