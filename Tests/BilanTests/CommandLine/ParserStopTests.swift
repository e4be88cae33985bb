import ArgumentParser
import Foundation
import Testing

@testable import bilan

/// Whatever the argument parser ends a command for is told in French: every command's help, and every way to write a command wrongly.
@Suite struct ParserStopTests {
  /// What is printed, and whether all is well; nil: the line is a command.
  private func told(_ line: String, width: Int = 80) throws -> (text: String, isWell: Bool)? {
    let typed = line.split(separator: " ").map(String.init)
    return try told(typed, width: width)
  }

  private func told(_ typed: [String], width: Int = 80) throws -> (text: String, isWell: Bool)? {
    do {
      var command = try Bilan.parseAsRoot(typed)
      // Help, and the first page, are commands; others are not carried out.
      let isOurs = Bilan.configuration.subcommands.contains { $0 == type(of: command) }
      if !isOurs { try command.run() }
      return nil
    } catch {
      switch try ParserStop(error, typed: typed, width: width) {
      case .told(let text): return (text, true)
      case .fault(let fault): return (fault.text, false)
      default:
        Issue.record("\(typed): \(error)")
        return nil
      }
    }
  }

  static var names: [String] { Bilan.configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// Words of the library's sentences that French has not, in whatever capitals. Options are English words, and names.
  static let english = [
    "overview", "subcommand", "subcommands", "unknown", "unexpected", "missing", "invalid", "value", "values",
    "did",
    "mean", "see", "more", "information", "show", "default", "please", "provide", "expected", "the", "and", "for",
    "with",
    "was", "been", "already", "error", "help", "required", "state", "take", "any", "specified", "one", "of", "is",
    "month",
    "week", "year", "folder",
  ]

  private func expectFrench(_ text: String, _ line: String) {
    // What stands in quotes, or begins with dashes, is a word that somebody types.
    let bare = text.replacing(/«[^»]*»/, with: "").replacing(/--?[a-z-]+/, with: "").replacing(/bilan help/, with: "")
    let words = Set(bare.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init))
    let found = words.intersection(ParserStopTests.english)
    #expect(!text.lowercased().contains("usage:"))
    #expect(found.isEmpty, "\(line) says \(found.sorted()):\n\(text)")
  }

  @Test("every command's help, however it is asked for, is French and fits") func help() throws {
    for name in [""] + ParserStopTests.names {
      for line in name.isEmpty ? ["--help", "-h", "help", ""] : ["\(name) --help", "\(name) -h", "help \(name)"] {
        for width in [80, 120] {
          let (text, isWell) = try #require(try told(line, width: width), "\(line)")
          #expect(isWell)
          expectFrench(text, line)
          #expect(text.contains(name.isEmpty ? "bilan <commande> [options]" : "Utilisation : bilan \(name)"))
          for word in ["Options :", "-h, --help", "Cette aide."] { #expect(text.contains(word), "\(line)") }
          let wide = text.split(separator: "\n").filter { $0.count > width && $0.contains(" ") }
          #expect(wide.isEmpty, "\(line) at \(width): \(wide)")
        }
      }
    }
  }

  @Test("each command is on the first page, each option on its command's") func complete() throws {
    let first = try #require(try told("--help")).text
    let root = try CommandTree.root()
    #expect(root.commands.map(\.commandName) == ParserStopTests.names)
    for command in root.commands {
      #expect(first.contains("\n  \(command.commandName) "), "\(command.commandName)")
      #expect(command.abstract?.isEmpty == false)
      let page = try #require(try told("\(command.commandName) --help")).text
      for argument in (command.arguments ?? []) where argument.shouldDisplay {
        #expect(page.contains("\n  \(argument.label)"), "\(command.commandName) \(argument.label)")
        #expect(!argument.words.isEmpty, "\(command.commandName) \(argument.label)")
      }
    }
  }

  /// A command line, what it is answered first, and the library's name for the error.
  static let faults: [(line: [String], answer: String, label: String)] = [
    (["rnu"], "Commande inconnue : « rnu » ; vouliez-vous dire « run » ?", "unexpectedExtraValues"),
    (["statu", "--max-age", "35d"], "Commande inconnue : « statu » ; vouliez-vous dire « status » ?", "unknownOption"),
    (["xyzzy", "2022-05"], "Commande inconnue : « xyzzy »", "unexpectedExtraValues"),
    (["help", "verfiy"], "Commande inconnue : « verfiy » ; vouliez-vous dire « verify » ?", ""),
    (["rnu", "--help"], "Commande inconnue : « rnu » ; vouliez-vous dire « run » ?", ""),
    (["--versio"], "Option inconnue : --versio ; vouliez-vous dire « --version » ?", "unknownOption"),
    (["run", "--form", "2021-07"], "Option inconnue : --form ; vouliez-vous dire « --from » ?", "unknownOption"),
    (["run", "--xyzzy"], "Option inconnue : --xyzzy", "unknownOption"),
    (["run", "-q"], "Option inconnue : -q", "unknownOption"),
    (
      ["run", "--from"], "Il manque la valeur de --from <mois> ; attendu : un mois, comme 2022-05",
      "missingValueForOption"
    ),
    (
      ["run", "--from", "--to", "2022-05"], "Il manque la valeur de --from <mois> ; attendu : un mois, comme 2022-05",
      "missingValueForOption"
    ),
    (["run", "--quiet=oui"], "--quiet ne prend pas de valeur : « oui » est en trop", "unexpectedValueForOption"),
    (["run", "2022-04", "2022-05"], "En trop : « 2022-05 »", "unexpectedExtraValues"),
    (["close", "2022-05", "a", "b"], "En trop : « a », « b »", "unexpectedExtraValues"),
    (["close"], "Il manque <mois> : le mois, comme 2022-05", "noValue"),
    (["reopen", "2022-05"], "Il manque --reason <texte> : pourquoi ; obligatoire", "noValue"),
    (
      ["run", "2022-13"], "<mois> ne peut pas être « 2022-13 » ; attendu : un mois, comme 2022-05", "unableToParseValue"
    ),
    (
      ["run", "--to", "mai 'x' is invalid for 'y'"],
      "--to <mois> ne peut pas être « mai 'x' is invalid for 'y' » ; attendu : un mois, comme 2022-05",
      "unableToParseValue"
    ),
    (["run", "a\nb"], "<mois> ne peut pas être « a b » ; attendu : un mois, comme 2022-05", "unableToParseValue"),
    (
      ["status", "--max-age", "35"],
      "--max-age <âge> ne peut pas être « 35 » ; attendu : un âge, comme 35d (jours) ou 12h (heures)",
      "unableToParseValue"
    ),
    (
      ["check", "--format", "jsn"],
      "--format <format> ne peut pas être « jsn » ; attendu : table, csv ou json ; vouliez-vous dire « json » ?",
      "unableToParseValue"
    ),
    (
      ["template", "etpp"],
      "<export> ne peut pas être « etpp » ; attendu : etp, beneficiaires ou reunions ; vouliez-vous dire « etp » ?",
      "unableToParseValue"
    ),
    (
      ["purge", "--older-than", "36"],
      "--older-than <durée> ne peut pas être « 36 » ; attendu : un nombre de mois, comme 36m",
      "unableToParseValue"
    ),
    (["run", "2022-05", "--from", "2021-07"], "Un mois, ou --from et --to, pas les deux", "userValidationError"),
    (["run", "---x"], "Option mal écrite : ---x", "invalidOption"),
    (["--generate-completion-script", "tcsh"], "Complétion : bash, zsh ou fish", "completionScriptRequested"),
  ]

  @Test("every kind of usage error is French, says how it is written, and ends with 64", arguments: faults)
  func fault(_ fault: (line: [String], answer: String, label: String)) throws {
    let line = fault.line.joined(separator: " ")
    let (text, isWell) = try #require(try told(fault.line), "\(line)")
    #expect(!isWell)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == fault.answer + (fault.answer.hasSuffix("?") ? "" : "."), "\(line)")
    #expect(lines.count == 3 && lines[1].hasPrefix("Utilisation : bilan "), "\(text)")
    #expect(lines[2].hasSuffix(" --help dit tout."))
    expectFrench(text, line)
  }

  @Test("what the tables above cause is what the library has") func labels() throws {
    let caused = Set(ParserStopTests.faults.map(\.label)).subtracting([""])
    // Of the others: no option of two words exists that could be mixed up, no flags that exclude each other, no command without
    // a default; and two are the library's own defects. Each has its sentence all the same.
    for (label, sentence, answer) in [
      (
        "missingValueOrUnknownCompositeOption", "Unknown option '-abc'\n   or: Missing value for '-a' in '-abc'",
        "Option inconnue : -abc"
      ),
      (
        "duplicateExclusiveValues", "Value to be set with flag '--oui' had already been set with flag '--non'",
        "--oui et --non : l'un ou l'autre"
      ),
      ("nonAlphanumericShortOption", "Invalid option: -+", "Option mal écrite : -+"),
      ("missingSubcommand", "Missing required subcommand.", "Il manque la commande"),
      (
        "invalidState", "Internal error. Invalid state while parsing command-line arguments.",
        "Ligne de commande non comprise"
      ),
      ("noValue", "a sentence that is another by now", "Ligne de commande non comprise"),
    ] {
      #expect(!caused.contains(label) || label == "noValue")
      #expect(usageFault(label, sentence, [try CommandTree.root()]).message == answer + ".")
    }
  }

  @Test("completions and the description for tools have no English sentence") func others() throws {
    for line in ["--generate-completion-script bash", "--generate-completion-script fish", "--experimental-dump-help"] {
      let text = try #require(try told(line)).text
      #expect(!text.contains("Show "), "\(line)")
    }
    #expect(try told("--version")?.text.hasSuffix("\n") == true)
  }
}
