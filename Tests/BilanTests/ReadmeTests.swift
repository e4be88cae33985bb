import ArgumentParser
import Foundation
import Testing

@testable import bilan

/// README.md against the program's own commands, options and exit codes, and against the tree.
@Suite struct ReadmeTests {
  private let readme: Readme
  /// Options by command, as each command's help lists them.
  private let options: [String: Set<String>]

  init() throws {
    readme = try Readme()
    options = Dictionary(
      uniqueKeysWithValues: Bilan.configuration.subcommands.map { command in
        (command.configuration.commandName ?? "", Self.listed(Bilan.helpMessage(for: command, columns: 120)))
      })
  }

  /// The left column of a help text.
  private static func listed(_ help: String) -> Set<String> {
    Set(
      help.split(separator: "\n").filter { $0.hasPrefix("  -") }
        .flatMap { Readme.options($0.dropFirst(2).split(separator: "  ")[0]) })
  }

  /// `bilan run 2022-05 --strict` in a span or between fences: the command, and the options after it.
  private func calls(_ text: String) -> [(command: String, options: [String])] {
    text.matches(of: /(?:^|[ \/])bilan ([a-z]+)\b([^`]*)/).map { (String($0.1), Readme.options($0.2)) }
  }

  @Test func theTableHasEveryCommandAndNoOther() {
    let rows = Readme.rows(readme.section("## Commands", isAlone: true))
    let named = rows.flatMap { Readme.spans($0[0]) }.flatMap(calls).map(\.command)
    #expect(Set(named) == Set(options.keys))
  }

  @Test func everyCallIsOfACommandWithThoseOptions() {
    let spans = Readme.spans(readme.text).filter { !$0.hasPrefix("--") }
    // `status --max-age`, without the program's name.
    let short = spans.filter { options[String($0.prefix { $0 != " " })] != nil }.map { "bilan " + $0 }
    let calls = (spans + short + readme.fenced).flatMap(calls)
    #expect(calls.count > 30)
    for call in calls {
      guard let known = options[call.command] else {
        Issue.record("README.md calls bilan \(call.command), which does not exist")
        continue
      }
      for option in call.options { #expect(known.contains(option), "bilan \(call.command) has no \(option)") }
    }
  }

  @Test func theTablesOptionsAreTheirCommands() {
    for row in Readme.rows(readme.section("## Commands", isAlone: true)) {
      let commands = Readme.spans(row[0]).flatMap(calls).map(\.command)
      for option in Readme.spans(row[1]).flatMap(Readme.options) {
        for command in commands { #expect(options[command]?.contains(option) == true, "\(command) has no \(option)") }
      }
    }
  }

  /// Below the table a sentence speaks of the commands that it names, or of all but init, which makes the folders that the others
  /// read.
  @Test func theOptionsBelowTheTableAreTheirCommands() {
    let prose = readme.section("## Commands", isAlone: true).split(separator: "\n").filter { !$0.hasPrefix("|") }
    for sentence in prose.joined(separator: " ").split(separator: ". ") {
      let spans = Readme.spans(String(sentence))
      let named = spans.filter { options[$0] != nil }
      for option in spans.flatMap(Readme.options) {
        for command in named.isEmpty ? options.keys.filter({ $0 != "init" }) : named {
          #expect(options[command]?.contains(option) == true, "\(command) has no \(option)")
        }
      }
    }
  }

  @Test func everyOtherOptionIsSomeCommands() {
    let all = options.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for span in Readme.spans(readme.text) where span.hasPrefix("--") {
      for option in Readme.options(span) { #expect(all.contains(option), "no command has \(option)") }
    }
  }

  @Test func theExitCodesAreTheProgramsOwn() throws {
    let told = Readme.rows(readme.section("### Exit codes")).flatMap { $0[0].components(separatedBy: ", ") }
    let declared = try Tree.swift("Sources").flatMap { text in
      text.matches(of: /static let \w+ = ExitCode\((\d+)\)/).map { String($0.1) }
    }
    #expect(told.count == Set(told).count)
    #expect(Set(told) == Set(declared + ["128+N"]))
    let helped = Bilan.configuration.discussion.matches(of: /[0-9]+(\+N)?/).map { String($0.0) }
    #expect(Set(helped) == Set(told))
  }

  @Test func noCaseShowsAnotherExitCode() throws {
    let told = Readme.rows(readme.section("### Exit codes")).flatMap { $0[0].components(separatedBy: ", ") }
    let seen = try Cases.names().flatMap { name in
      try String(contentsOf: Cases.folder.appending(path: "\(name)/expected"), encoding: .utf8)
        .matches(of: /(?m)^(?:code|exit) (\d+)$/).compactMap { Int($0.1) }
    }
    #expect(seen.count > 30)
    for code in Set(seen) { #expect(told.contains(code > 128 ? "128+N" : "\(code)"), "\(code)") }
  }

  @Test func whatToTouchExists() throws {
    let sources = try Tree.swift("Sources")
    let rows = Readme.rows(readme.section("## To add"))
    #expect(rows.count >= 5)
    for row in rows {
      let spans = Readme.spans(row[1])
      #expect(!spans.isEmpty, "\(row[0]): names nothing")
      for span in spans {
        let declared = sources.contains { text in
          ["struct", "enum", "class", "protocol", "func"].contains { word in
            text.contains("\(word) \(span) ") || text.contains("\(word) \(span):") || text.contains("\(word) \(span)(")
          }
        }
        #expect(
          declared || Tree.exists(span.contains("/") || span.contains(".") ? span : "Sources/\(span)"),
          "\(row[0]): there is no \(span)")
      }
    }
  }

  @Test func theTableOfScriptsHasEveryScriptAndNoOther() throws {
    let rows = Readme.rows(readme.section("## What is where"))
    let named = rows.flatMap { Readme.spans($0[0]) }.map { String($0.prefix { $0 != " " }) }
    #expect(named.count == Set(named).count)
    #expect(Set(named) == Set(try Tree.scripts()))
  }

  /// The page of mappings shows what its case runs, and what is printed there.
  @Test func thePageOfMappingsIsItsCase() throws {
    let shown = Readme.fenced(readme.section("### From my payroll file to an accepted file"))
    let folder = Cases.root.appending(path: "Tests/Cases/from-payroll")
    let ran = try ["cmd", "expected"].flatMap {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8).split(separator: "\n").map(String.init)
    }
    #expect(shown.count > 50)
    for line in shown where !line.isEmpty {
      let command = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : line
      #expect(ran.contains(command), "README.md shows what case from-payroll does not: \(line)")
    }
  }
}
