import Host

/// `bilan help run`: what a command does, how it is written, and each of its arguments and options.
func helpPage(of path: [CommandTree], width: Int) -> String {
  guard let command = path.last else { return "" }
  let title = path.map(\.commandName).joined(separator: " ")
  var text = wrapped("\(title) : \(command.abstract ?? "")", to: width) + "\n"
  text += wrapped("Utilisation : \(usage(of: path))", to: width, indent: 14)
  if let discussion = command.discussion {
    // A paragraph is one: where it was broken in the source is nobody's concern.
    for paragraph in discussion.split(separator: "\n\n") {
      text += "\n" + wrapped(paragraph.replacing("\n", with: " "), to: width)
    }
  }
  text += list("Arguments", command.positionals.map { ($0.label, described($0)) }, width)
  text += list("Options", command.options.map { ($0.label, described($0)) }, width)
  text += list("Commandes", command.commands.map { ($0.commandName, $0.abstract ?? "") }, width)
  if !command.commands.isEmpty { text += "\n\(title) help <commande> : l'aide d'une commande.\n" }
  return text
}

/// `bilan run [options] [<mois>]`
func usage(of path: [CommandTree]) -> String {
  guard let command = path.last else { return "" }
  let needed = command.options.filter { !$0.isOptional }.map(\.shortLabel)
  let positionals = command.positionals.map { argument -> String in
    let label = argument.label + (argument.isRepeating ? "…" : "")
    return argument.isOptional ? "[\(label)]" : label
  }
  let rest = command.commands.isEmpty ? ["[options]"] : ["<commande>", "[options]"]
  return (path.map(\.commandName) + rest + needed + positionals).joined(separator: " ")
}

/// What it is for, and what is taken where nothing is said.
private func described(_ argument: CommandTree.Argument) -> String {
  var notes: [String] = []
  let words = argument.words
  if let values = argument.allValues, !values.isEmpty, !values.allSatisfy({ words.contains($0) }) {
    notes.append(values.joined(separator: ", "))
  }
  if let value = argument.defaultValue, !value.isEmpty, argument.kind == "option" {
    notes.append("par défaut : \(value)")
  }
  guard !notes.isEmpty else { return words }
  let isSentence = words.hasSuffix(".")
  return "\(isSentence ? String(words.dropLast()) : words) (\(notes.joined(separator: " ; ")))\(isSentence ? "." : "")"
}

private func list(_ title: String, _ entries: [(label: String, words: String)], _ width: Int) -> String {
  guard !entries.isEmpty else { return "" }
  let indent = 26
  return "\n\(title) :\n"
    + entries.map { label, words in
      let start = "  \(label)"
      // A label that leaves no room stands on a line of its own.
      guard start.count < indent - 1 else {
        return start + "\n" + wrapped(String(repeating: " ", count: indent) + words, to: width, indent: indent)
      }
      let padding = String(repeating: " ", count: indent - start.count)
      return wrapped(start + padding + words, to: width, indent: indent)
    }.joined()
}

/// One line, broken at its spaces, with its end.
private func wrapped(_ line: some StringProtocol, to width: Int, indent: Int = 0) -> String {
  wrappedLine(String(line), to: width, indent: indent) + "\n"
}
