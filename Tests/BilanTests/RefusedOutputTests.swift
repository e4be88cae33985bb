import ArgumentParser
import Foundation
import Testing

@testable import bilan

/// Where standard output takes nothing, no command ends as if it had been read.
@Suite struct RefusedOutputTests {
  /// Every command that prints, by a line of its own; and whether what it does lasts.
  static let commands: [(words: String, lasts: Bool)] = [
    ("run 2022-05", true), ("run 2022-05", true), ("run 2022-04 --json", true),
    ("run --from 2022-03 --to 2022-04", true),
    ("check 2022-05", false), ("check 2022-05 --format csv", false), ("check 2022-05 --letters lettres", true),
    ("figures 2022-05 --xlsx chiffres.xlsx", true), ("plan 2022-05", false),
    ("figures 2022-05", false), ("figures 2022-05 --json", false), ("figures 2022-05 --wide --format table", false),
    ("explain emplois_crees 2022-05", false), ("diff 2022-05 1 1", false), ("history", false),
    ("history --format csv", false), ("sent 2022-05 region", true), ("verify", false), ("close 2022-05", true),
    ("reopen 2022-05 --reason x", true), ("status", false), ("status --max-age 0d", false), ("template etp", false),
    ("template etp --schema", false), ("catalogue", false), ("catalogue --format markdown", false),
    ("catalogue --sql 2022-05", false), ("facts 2022-05 --to tables", true),
    ("purge --older-than 36m --dry-run", false), ("doctor", false), ("doctor --json", false),
    ("init neuf --name N", true), ("map inputs/exports/adds/etp-2022-05.csv --association adds --kind etp", false),
    ("--help", false), ("--version", false),
    ("help run", false), ("--generate-completion-script bash", false),
  ]

  /// The first line of each command.
  static var oneOfEach: [(words: String, lasts: Bool)] {
    var seen: Set<Substring> = []
    return commands.filter { seen.insert($0.words.prefix { $0 != " " }).inserted }
  }

  /// Of Tests/Cases: inputs that no run waits for, and one published month.
  private func place() throws -> URL {
    let place = FileManager.default.temporaryDirectory.appending(path: "bilan-output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Cases.root.appending(path: "inputs"), to: place.appending(path: "inputs"))
    #expect(try bash("find inputs -exec touch -h -d '2 minutes ago' {} +; bilan run 2022-05 --quiet", place).code == 0)
    return place
  }

  private func bash(_ line: String, _ place: URL) throws -> (code: Int32, words: String) {
    try shell(
      ["/bin/bash", "-c", line], in: place, ["PATH": "\(Cases.binary.path):/usr/bin:/bin", "HOME": place.path])
  }

  @Test func everyCommandIsHere() {
    let known = Set(RefusedOutputTests.commands.map { String($0.words.prefix { $0 != " " }) })
    for command in Bilan.configuration.subcommands {
      #expect(known.contains(command.configuration.commandName ?? ""), "\(command)")
    }
  }

  @Test(arguments: [(">/dev/full", "disque plein"), (">&-", "fermée")])
  func full(_ sink: String, _ reason: String) throws {
    let place = try place()
    defer { try? FileManager.default.removeItem(at: place) }
    for (words, lasts) in sink == ">&-" ? RefusedOutputTests.oneOfEach : RefusedOutputTests.commands {
      let seen = try bash("command bilan \(words) 2>&1 \(sink)", place)
      let told = seen.words.split(separator: "\n").filter { $0.contains("n'a pas pu être écrite") }
      #expect(seen.code == 74 && told.count == 1, "\(words) \(sink): \(seen)")
      #expect(told.first?.contains("sortie standard") == true && told.first?.contains(reason) == true, "\(seen)")
      #expect((told.first?.contains("mais la sortie") == true) == lasts, "\(words) \(sink): \(seen)")
      // What must be new is new for the next one.
      _ = try bash("rm -rf neuf chiffres.xlsx", place)
    }
    // What they did stands.
    guard sink != ">&-" else { return }
    #expect(try bash("ls lettres | grep -c html", place).words == "7\n")
    #expect(try bash("bilan history --json", place).words.contains("\"2022-03.1\""))
    #expect(try bash("bilan verify", place).code == 0)
  }

  /// `| head`: a reader that has had enough is no trouble, unless something was done that he should know of.
  @Test func aReaderThatWentAway() throws {
    let place = try place()
    defer { try? FileManager.default.removeItem(at: place) }
    for (words, lasts) in RefusedOutputTests.oneOfEach {
      // The reader has gone before the first word.
      let seen = try bash(
        "{ sleep 0.01; until [ -e gone ]; do sleep 0.01; done; command bilan \(words) 2>said; echo $? >code; } "
          + "| { exec <&-; touch gone; }; cat code said; rm gone", place)
      let isSaid = seen.words.contains("n'a pas pu être écrite")
      #expect(seen.words.hasPrefix(lasts ? "74\n" : "141\n") && isSaid == lasts, "\(words): \(seen)")
      // What must be new is new for the next one.
      _ = try bash("rm -rf neuf chiffres.xlsx", place)
    }
  }

  @Test func aPublishedEditionIsNamed() throws {
    let place = try place()
    defer { try? FileManager.default.removeItem(at: place) }
    let full = "(disque plein). Rien n'est à refaire."
    #expect(
      try bash("command bilan run --from 2022-01 --to 2022-02 2>&1 >/dev/full", place)
        == (74, "2022-01.1, 2022-02.1 sont publiées, mais la sortie standard n'a pas pu être écrite \(full)\n"))
    #expect(try bash("readlink reports/2022-02; bilan run 2022-02", place).words.contains("inchangé"))
  }

  @Test func theJournal() throws {
    let place = try place()
    defer { try? FileManager.default.removeItem(at: place) }
    // Known before anything is published.
    for path in ["/dev/full", "nulle/part.log", "inputs"] {
      let seen = try bash("command bilan run 2022-04 --log \(path) 2>&1", place)
      #expect(seen.code == (path == "/dev/full" ? 74 : 73) && seen.words.contains(path), "\(path): \(seen)")
      #expect(try bash("ls reports/editions", place).words == "2022-05.1\n")
    }
    // Lost once the run has begun: the first line is taken, the next ones are not.
    let late = try bash("mkfifo log; { read -r line <log; } & command bilan run 2022-04 --quiet --log log 2>&1", place)
    #expect(
      late.code == 74 && late.words.contains("2022-04.1 est publiée, mais le journal log n'a pas pu être écrit"),
      "\(late)")
  }
}
