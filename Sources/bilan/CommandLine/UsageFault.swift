import ArgumentParser
import Failures
import Foundation
import PlainText

/// A command line that the argument parser did not take, in French, with how it is written.
struct UsageFault: Failure, Equatable {
  let message: String
  /// The command that it was, as far as it is known: `bilan run`.
  let command: String
  let usage: String

  var exitCode: Failures.ExitCode { .usage }
  var text: String { "\(message)\nUtilisation : \(usage)\n  \(command) --help dit tout." }

  init(_ message: String, _ path: [CommandTree]) {
    self.message = message.hasSuffix("?") ? message : message + "."
    command = path.map(\.commandName).joined(separator: " ")
    usage = bilan.usage(of: path)
  }
}

/// Which of the library's errors it is, by the name of its case, and its own sentence, from which the words that were typed are
/// taken. The version of the library is pinned, and the tests cause each of them; one that they do not know is told in general.
func usageFault(_ label: String, _ sentence: String, _ path: [CommandTree]) -> UsageFault {
  let command = path.last
  let quoted = words(of: sentence, label)
  func argument(_ shown: String) -> CommandTree.Argument? {
    let name = shown.split(separator: " ").first.map(String.init) ?? shown
    return command?.arguments?.first { ($0.names ?? []).contains { $0.typed == name } || $0.label == name }
  }
  func fault(_ message: String) -> UsageFault { UsageFault(message, path) }
  switch (label, quoted.count) {
  case ("userValidationError", _): return fault(capitalised(sentence))
  case ("unknownOption", 1...), ("missingValueOrUnknownCompositeOption", 1...):
    let known = command?.options.flatMap { $0.names ?? [] }.map(\.typed).filter { $0.count > 2 } ?? []
    return fault("Option inconnue : \(quoted[0])\(meant(quoted[0], known))")
  case ("invalidOption", 1...), ("nonAlphanumericShortOption", 1...): return fault("Option mal écrite : \(quoted[0])")
  case ("missingValueForOption", 1...):
    let expected = argument(quoted[0])?.expected.map { " ; attendu : \($0)" } ?? ""
    return fault("Il manque la valeur de \(quoted[0])\(expected)")
  case ("unexpectedValueForOption", 2...):
    return fault("\(quoted[0]) ne prend pas de valeur : « \(quoted[1]) » est en trop")
  case ("unexpectedExtraValues", 1...):
    return fault("En trop : \(quoted.map { "« \($0) »" }.joined(separator: ", "))")
  case ("duplicateExclusiveValues", 2...): return fault("\(quoted[0]) et \(quoted[1]) : l'un ou l'autre")
  case ("noValue", 1...):
    let missing = quoted.joined(separator: " ou ")
    let explained = argument(quoted[0])?.words ?? ""
    return fault("Il manque \(missing)\(explained.isEmpty ? "" : " : \(uncapitalised(explained))")")
  case ("unableToParseValue", 2...): return fault(refusedValue(quoted[0], of: quoted[1], argument(quoted[1])))
  case ("completionScriptRequested", _), ("unsupportedShell", _): return fault("Complétion : bash, zsh ou fish")
  case ("missingSubcommand", _): return fault("Il manque la commande")
  default: return fault("Ligne de commande non comprise")
  }
}

/// `bilan rnu`, `bilan help rnu`
func unknownCommand(_ word: String, _ root: CommandTree) -> UsageFault {
  let known = root.commands.map(\.commandName) + ["help"]
  return UsageFault("Commande inconnue : « \(visible(word)) »\(meant(word, known))", [root])
}

private func refusedValue(_ value: String, of shown: String, _ argument: CommandTree.Argument?) -> String {
  let expected = argument?.expected.map { " ; attendu : \($0)" } ?? ""
  return "\(shown) ne peut pas être « \(value) »\(expected)\(meant(value, argument?.allValues ?? []))"
}

private func meant(_ word: String, _ known: [String]) -> String {
  nearest(to: word, among: known).map { " ; vouliez-vous dire « \($0) » ?" } ?? ""
}

/// What stands between the quotes of the library's sentence; empty where it is not as expected.
private func words(of sentence: String, _ label: String) -> [String] {
  let pattern: String
  switch label {
  case "unknownOption", "missingValueOrUnknownCompositeOption":
    pattern = #"^Unknown option '(.+?)'(?:\. Did you mean|\n|$)"#
  case "invalidOption", "nonAlphanumericShortOption": pattern = #"^Invalid option: (.+)$"#
  case "missingValueForOption": pattern = #"^Missing value for '(.+)'$"#
  case "unexpectedValueForOption":
    pattern = #"^The option '(.+?)' does not take any value, but '(.*)' was specified\.$"#
  case "unexpectedExtraValues": pattern = #"^(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'$"#
  case "duplicateExclusiveValues":
    pattern = #"^Value to be set with flag '(.+?)' had already been set with flag '(.+?)'$"#
  case "noValue": pattern = #"^(?:Missing expected argument|Missing one of:) '(.+)'$"#
  // The value may hold anything; what it is of has no quote.
  case "unableToParseValue": pattern = #"^The value '(.*)' is invalid for '([^']+)'"#
  default: return []
  }
  guard let expression = try? NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators]),
    let match = expression.firstMatch(in: sentence, range: NSRange(sentence.startIndex..., in: sentence))
  else { return [] }
  let found = (1..<match.numberOfRanges).compactMap { Range(match.range(at: $0), in: sentence) }.map {
    visible(String(sentence[$0]))
  }
  return ["unexpectedExtraValues", "noValue"].contains(label)
    ? found.flatMap { $0.components(separatedBy: "', '") } : found
}

private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// A sentence as a part of another one.
private func uncapitalised(_ text: String) -> String {
  let text = text.hasSuffix(".") ? String(text.dropLast()) : text
  return text.prefix(1).lowercased() + text.dropFirst()
}
