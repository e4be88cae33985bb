import ArgumentParser
import Foundation

/// A command with its arguments, options and subcommands, as the argument parser itself tells them. Help, usage and errors are made
/// of it, in French: of the library's own sentences nothing is printed.
struct CommandTree: Decodable, Sendable {
  struct Argument: Decodable, Sendable {
    struct Name: Decodable, Sendable {
      let kind: String
      let name: String
      /// As it is typed: `--from`, `-h`.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    /// `positional`, `option` or `flag`.
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    private let abstract: String?
  }
  private struct Dump: Decodable {
    let command: CommandTree
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  /// bilan itself. Throws `DecodingError` where the library tells it otherwise than the version that is pinned.
  static func root() throws -> CommandTree {
    try JSONDecoder().decode(Dump.self, from: Data(Bilan._dumpHelp().utf8)).command
  }

  /// The library adds one of its own, `help`.
  var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }
  var positionals: [Argument] { (arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay } }
  var options: [Argument] { (arguments ?? []).filter { $0.kind != "positional" && $0.shouldDisplay } }
  func command(_ name: String) -> CommandTree? { commands.first { $0.commandName == name } }
}

extension CommandTree.Argument {
  /// What it is for; the library's own two options in our words.
  var words: String {
    switch preferredName?.name {
    case "help": "Cette aide."
    case "version": "La version de bilan."
    default: abstract ?? ""
    }
  }

  /// `--from <mois>`, `<mois>`, `-h, --help`
  var label: String {
    guard kind != "positional" else { return value }
    let all = (names ?? []).sorted { $0.kind > $1.kind }.map(\.typed).joined(separator: ", ")
    return kind == "flag" ? all : "\(all) \(value)"
  }

  /// Of several names the one to speak of: `--from <mois>`.
  var shortLabel: String {
    guard let name = preferredName?.typed else { return value }
    return kind == "flag" ? name : "\(name) \(value)"
  }

  var value: String { "<\(valueName ?? "valeur")>" }

  /// What a value may be, where it is one of a few or has a form; nil: anything.
  var expected: String? {
    if let allValues, !allValues.isEmpty {
      return allValues.count == 1
        ? allValues[0] : allValues.dropLast().joined(separator: ", ") + " ou \(allValues[allValues.count - 1])"
    }
    return switch valueName {
    case "mois", "2024-01": "un mois, comme 2022-05"
    case "jour": "un jour, comme 2022-06-16"
    case "âge": "un âge, comme 35d (jours) ou 12h (heures)"
    case "durée": "un nombre de mois, comme 36m"
    default: nil
    }
  }
}
