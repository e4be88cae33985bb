import Domain
import Foundation
import Testing

@testable import Pipeline

/// Unchanged is what nobody outside would see: noise makes no edition, never troubles a closed month, and `plan`, `run` and
/// `status` say the same of it; whatever a reader can see makes one.
@Suite struct StandingTests {
  private static let may = Month("2022-05")!

  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1", "2 cree 0,5", "3 existant 1,2")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation", "2 existant 0,5 alimentation")
    try small.persons("adds", "2022-05", 20)
    try small.publish("2022-05")
    return small
  }

  static let noises: [(String, @Sendable (SmallProgramme) throws -> Void)] = [
    ("CRLF for LF", { try $0.edit("exports/die/etp-2022-05.csv", "\n", "\r\n") }),
    (
      "a byte-order mark",
      { try $0.write("exports/die/etp-2022-05.csv", "\u{FEFF}" + $0.read("exports/die/etp-2022-05.csv")) }
    ),
    ("another delimiter", { try $0.edit("exports/die/etp-2022-05.csv", ";", "|") }),
    ("rows in another order", { try reverse("exports/die/etp-2022-05.csv", $0) }),
    ("rows in another order, one of them refused", { try reverse("exports/adds/etp-2022-05.csv", $0) }),
    (
      "an unknown column",
      { small in
        let text = try small.read("exports/die/etp-2022-05.csv").split(separator: "\n")
        try small.write(
          "exports/die/etp-2022-05.csv",
          text.enumerated().map { "\($1);\($0 == 0 ? "téléphone" : "06")" }.joined(separator: "\n") + "\n")
      }
    ),
    ("a comment in a definition", { try $0.write("programme.yaml", "# un commentaire\n" + $0.read("programme.yaml")) }),
    (
      "an association to come",
      {
        try $0.edit(
          "programme.yaml", "rules:",
          "  - {id: plus-tard, label: Plus tard, axes: [mobilite], commune: \"62427\", member_from: 2023-01, owes: [etp, reunions]}\nrules:"
        )
      }
    ),
    (
      "an alias that no file uses",
      { try $0.edit("programme.yaml", "label: \"DIE\"", "label: \"DIE\", aliases: [\"jardins\"]") }
    ),
    ("a stray file", { try $0.write("exports/die/notes.txt", "x") }),
    ("a workbook beside its export", { try $0.write("exports/die/etp-2022-05.xlsx", "x") }),
    (
      "an indicator that no report shows",
      {
        try $0.write(
          "indicators.yaml",
          $0.read("indicators.yaml") + """

              - id: inconnu_de_tous
                label: {fr: "Postes"}
                definition: {fr: "Postes."}
                unit: postes
                measure: {count_stock: {kind: etp, of: poste}}
                horizons: [mois]

            """)
      }
    ),
  ]

  /// One after the other, and each alone: a file saved again beside a definition that no report shows.
  @Test("noise upon noise") func together() throws {
    let small = try published()
    try small.edit("exports/die/etp-2022-05.csv", "\n", "\r\n")
    try small.publish("2022-05")
    try small.edit("indicators.yaml", "by: [association]", "by: []")
    try small.edit("exports/adds/etp-2022-05.csv", "\n", "\r\n")
    #expect(try small.publish("2022-05") == nil)
    #expect(small.editions == ["2022-05.1"])
  }

  @Test("rows that move a figure of no report alone make an edition") func unseenFigure() throws {
    let small = try published()
    try small.edit("exports/die/etp-2022-05.csv", "P2;S2;alimentation;cdi", "P2;S2;alimentation;cdd")
    #expect(try small.publish("2022-05")?.edition.description == "2022-05.2")
  }

  private static func reverse(_ file: String, _ small: SmallProgramme) throws {
    let lines = try small.read(file).split(separator: "\n")
    try small.write(file, ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n")
  }

  @Test("noise makes no edition", arguments: noises.indices) func noise(_ index: Int) throws {
    let (name, make) = Self.noises[index]
    let small = try published()
    try make(small)
    #expect(throws: Never.self, "\(name)") {
      _ = try closeMonth(Self.may, isClosed: true, reason: nil, reports: small.reports)
    }
    func agree() throws {
      let plan = try small.plan("2022-05")[0]
      if case .unchanged(nil) = plan.kind {} else { Issue.record("\(name): plan") }
      let status = try programmeStatus(inputs: InputsFolder(small.inputs.path), reports: small.reports)
      #expect(status.stale.isEmpty, "\(name)")
    }
    try agree()
    let outcome = try small.run("2022-05").first
    if case .unchanged("2022-05.1")? = outcome {} else { Issue.record("\(name): run") }
    #expect(small.editions == ["2022-05.1"], "\(name)")
    // The second time it is known by its hash alone.
    let store = try small.store()
    let checked = try readInputs(InputsFolder(small.inputs.path), month: Self.may, timings: Timings())
    #expect(try standing(of: checked, to: small.edition("2022-05.1"), store) == .same, "\(name)")
    #expect(try store.ledger.lastRun()?.outcome == .unchanged, "\(name)")
    try agree()
  }

  static let changes: [(String, @Sendable (SmallProgramme) throws -> Void)] = [
    ("a value", { try $0.edit("exports/die/etp-2022-05.csv", "existant;0,5", "existant;0,6") }),
    ("a row", { try $0.jobs("die", "2022-05", "1 existant 1 alimentation") }),
    ("a row refused that was not", { try $0.edit("exports/die/etp-2022-05.csv", "existant;0,5", "existant;5") }),
    ("a file gone, and accepted as lost", { try $0.remove("exports/die/etp-2022-05.csv") }),
    ("a label", { try $0.edit("programme.yaml", "label: \"DIE\"", "label: \"Les jardins\"") }),
    ("a due day", { try $0.edit("programme.yaml", "due_day: 15", "due_day: 20") }),
    ("a refused row gone", { try $0.jobs("adds", "2022-05", "1 cree 1", "2 cree 0,5") }),
  ]

  @Test("what a reader sees makes an edition", arguments: changes.indices) func change(_ index: Int) throws {
    let (name, make) = Self.changes[index]
    let small = try published()
    try make(small)
    let plan = try small.plan("2022-05")[0]
    if case .revision = plan.kind {} else { Issue.record("\(name): plan") }
    try small.run("2022-05") { $0.acceptsLoss = true }
    #expect(small.editions == ["2022-05.1", "2022-05.2"], "\(name)")
  }

  @Test("a series leaves closed months that would change, where it is asked") func openOnly() throws {
    let small = try published()
    try small.jobs("die", "2022-06", "1 existant 1 alimentation")
    _ = try closeMonth(Self.may, isClosed: true, reason: nil, reports: small.reports)
    try small.edit("exports/die/etp-2022-05.csv", "existant;0,5", "existant;0,6")
    #expect(throws: PublicationRefused.self) { try small.run("2022-05", to: "2022-06") }
    #expect(small.editions == ["2022-05.1"])
    let outcomes = try small.run("2022-05", to: "2022-06") { $0.leavesClosed = true }
    if case .leftClosed("2022-05.1") = outcomes[0] {} else { Issue.record("\(outcomes[0])") }
    #expect(small.editions == ["2022-05.1", "2022-06.1"])
  }
}
