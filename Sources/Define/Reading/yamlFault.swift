import Yams

/// libyaml's own errors, in French, at the place where a person would mend them.
func yamlFault(_ error: any Error, in text: String, file: String) -> DefinitionError {
  switch error as? YamlError {
  case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
    .composer(let context, let problem, let mark, _):
    if let quote = openQuote(text, until: mark.line) {
      return DefinitionError(
        file: file, line: quote.line, column: quote.column,
        "YAML mal formé : guillemet non fermé ; attendu : un guillemet à la fin du texte")
    }
    let message = french(context?.text ?? "", problem, text, mark)
    let place = message.isAtContext ? context?.mark ?? mark : mark
    return DefinitionError(file: file, line: place.line, column: place.column, "YAML mal formé : \(message.text)")
  case .reader(_, let offset, let value, let yaml):
    let before = offset.map { yaml.prefix($0) } ?? ""
    let line = before.reduce(1) { $1.isNewline ? $0 + 1 : $0 }
    return DefinitionError(
      file: file, line: offset == nil ? nil : line,
      "caractère interdit (U+\(String(value, radix: 16, uppercase: true))) ; attendu : du texte ; le retirer")
  default: return DefinitionError(file: file, "YAML mal formé ; vérifier l'indentation et les guillemets")
  }
}

private struct Message {
  var text: String
  /// Told where the thing began, and not where it was missed.
  var isAtContext = false
}

private func french(_ context: String, _ problem: String, _ text: String, _ mark: Mark) -> Message {
  if isTab(problem, text, mark) { return Message(text: "tabulation : indenter avec des espaces") }
  if context.contains("quoted scalar") { return ofQuoted(problem) }
  switch problem {
  case "could not find expected ':'":
    return Message(text: "deux-points manquant ; attendu : clé: valeur", isAtContext: true)
  case "mapping values are not allowed in this context":
    return Message(
      text:
        "deux-points inattendu ; attendu : une seule « clé: valeur » par ligne, et des guillemets autour d'un texte qui contient « : »"
    )
  case "did not find expected ',' or ']'":
    return Message(
      text: "crochet « [ » non fermé, ou virgule manquante ; attendu : une virgule ou « ] »", isAtContext: true)
  case "did not find expected ',' or '}'":
    return Message(
      text: "accolade « { » non fermée, ou virgule manquante ; attendu : une virgule ou « } »", isAtContext: true)
  case "did not find expected key":
    return Message(text: "ligne mal alignée ou texte en trop ; attendu : une clé, alignée sur les précédentes")
  case "did not find expected '-' indicator":
    return Message(text: "ligne mal alignée ; attendu : un tiret « - », aligné sur les précédents")
  case "did not find expected node content":
    return Message(text: "valeur manquante ; attendu : une valeur, ou la fin de la liste (« ] » ou « } »)")
  case "block sequence entries are not allowed in this context":
    return Message(text: "tiret inattendu ; attendu : une liste, un tiret par ligne, sous sa clé")
  case "mapping keys are not allowed in this context":
    return Message(text: "clé inattendue ; attendu : clé: valeur, sur une ligne à elle")
  case "found character that cannot start any token":
    return Message(text: "caractère inattendu ; attendu : un texte entre guillemets s'il commence par @, ` ou %")
  case "but found another document":
    return Message(text: "« --- » : un second document ; attendu : un seul par fichier, retirer la ligne")
  default: return ofRest(context + ", " + problem)
  }
}

private func ofQuoted(_ problem: String) -> Message {
  switch problem {
  case "found unexpected end of stream", "found unexpected document indicator":
    return Message(text: "guillemet non fermé ; attendu : un guillemet à la fin du texte", isAtContext: true)
  default:
    return Message(
      text:
        "barre oblique inverse « \\ » mal employée dans un texte entre guillemets ; attendu : « \\\\ », ou des apostrophes"
    )
  }
}

/// What hardly anybody meets who does not write YAML as a trade.
/// `problem`: with what was being read.
private func ofRest(_ problem: String) -> Message {
  if problem.contains("alias") || problem.contains("alphabetic or numeric") {
    return Message(text: "renvoi (* ou &) inconnu ; attendu : un texte entre guillemets")
  }
  if problem.contains("directive") || problem.contains("version") || problem.contains("incompatible") {
    return Message(text: "directive « % » inattendue ; attendu : un texte entre guillemets")
  }
  if problem.contains("tag") || problem.contains("'!'") || problem.contains("URI") {
    return Message(text: "étiquette « ! » inattendue ; attendu : un texte entre guillemets")
  }
  if problem.contains("indentation indicator") || problem.contains("comment or line break") {
    return Message(text: "texte en bloc (| ou >) mal commencé ; attendu : la suite à la ligne, indentée")
  }
  if problem.contains("nesting level") { return Message(text: "trop de niveaux imbriqués") }
  if problem.contains("<document start>") {
    return Message(text: "texte en trop après la fin ; attendu : des clés alignées sur la première colonne")
  }
  return Message(text: "vérifier l'indentation et les guillemets")
}

/// The first quote that its own line does not close, up to the line where that was noticed: a text of several lines is rare in
/// these files, and a forgotten quote is not.
private func openQuote(_ text: String, until last: Int) -> (line: Int, column: Int)? {
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(last).enumerated() {
    var (open, before): (quote: (character: Character, column: Int)?, before: Character) = (nil, "-")
    for (column, character) in line.enumerated() {
      if let quote = open {
        if character == quote.character, before != "\\" || character == "'" { open = nil }
      } else if character == "#", column == 0 || line[line.index(line.startIndex, offsetBy: column - 1)] == " " {
        break
      } else if "\"'".contains(character), ":[{,-".contains(before) {
        open = (character, column + 1)
      }
      if open != nil || !character.isWhitespace { before = character }
    }
    if let open { return (number + 1, open.column) }
  }
  return nil
}

/// A tab where the line's indentation is.
private func isTab(_ problem: String, _ text: String, _ mark: Mark) -> Bool {
  if problem.contains("tab character") { return true }
  let lines = text.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
  guard lines.indices.contains(mark.line - 1) else { return false }
  return lines[mark.line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
}
