import Domain
import Foundation
import Testing

@testable import Pipeline

/// Files that a mapping reads, among others: which months they are, what they do to editions, and what a change of the mapping is.
@Suite struct MappedFilesTests {
  private static let mapping = """
    etp:
      file: "Flux.csv"
      months: rows
      keep: {Etat: [ok]}
      columns:
        poste_id: Poste
        salarie_id: Agent
        axe: {constant: mobilite}
        contrat: {constant: cdi}
        statut: {from: Nature, values: {N: cree, E: existant}}
        etp: Taux

    """
  private static let header = "Mois;Poste;Agent;Nature;Taux;Etat\n"

  private func programme(_ rows: String...) throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.write("mappings/adds.yaml", Self.mapping)
    try small.write("exports/adds/Flux.csv", Self.header + rows.map { $0 + "\n" }.joined())
    return small
  }
  private func checked(_ small: SmallProgramme, _ month: String = "2022-04") throws -> CheckedMonth {
    try readInputs(InputsFolder(small.inputs.path), month: Month(month)!, timings: Timings())
  }
  /// `2022-02 accepted 2+0`, of the association's jobs.
  private func outcomes(_ checked: CheckedMonth) -> [String] {
    checked.facts.deliveries.filter { $0.association == "adds" && $0.kind == .etp }.map {
      "\($0.month) \($0.outcome.rawValue) \($0.rowsKept)+\($0.rowsRefused)"
    }
  }

  @Test("between its first and its last month nothing is nothing; after it, not received; before, files of their own")
  func months() throws {
    let small = try programme(
      "02/2022;P1;A;E;1;ok", "02/2022;P2;B;N;1;non", "04/2022;P1;A;E;x;ok", "04/2022;P3;C;E;1;ok")
    try small.jobs("adds", "2022-01", "1 existant 1")
    let found = try checked(small, "2022-05")
    #expect(
      outcomes(found) == [
        "2022-01 accepted 1+0", "2022-02 accepted 1+0", "2022-03 accepted 0+0", "2022-04 accepted 1+1",
        "2022-05 absent 0+0",
      ])
    #expect(
      found.facts.deliveries.first { $0.outcome == .absent && $0.association == "adds" && $0.kind == .etp }?.name
        == "exports/adds/Flux.csv")
    #expect(
      found.facts.deliveries.first { $0.month == Month("2022-02") }?.setAside.map(\.french) == [
        "1 ligne écartée : keep, mappings/adds.yaml:4"
      ])
    #expect(outcomes(try checked(small, "2022-02")) == ["2022-01 accepted 1+0", "2022-02 accepted 1+0"])
  }

  @Test("a month with rows there and a file of its own is refused, both") func twice() throws {
    let small = try programme("02/2022;P1;A;E;1;ok", "04/2022;P1;A;E;1;ok")
    try small.jobs("adds", "2022-02", "1 existant 1")
    try small.jobs("adds", "2022-03", "1 existant 1", "2 existant 1")
    let found = try checked(small)
    #expect(
      outcomes(found) == ["2022-01 absent 0+0", "2022-02 refused 0+0", "2022-03 accepted 2+0", "2022-04 accepted 1+0"])
    #expect(found.findings.filter { $0.severity == .file }.map { "\($0.code) \($0.month!)" } == ["month-twice 2022-02"])
    let prints = try fingerprints(
      of: Month("2022-04")!...Month("2022-04")!, InputsFolder(small.inputs.path), found.loaded.files,
      found.definitions.programme)
    #expect(prints[Month("2022-04")!] == fingerprint(found))
  }

  @Test("a file that cannot be understood refuses every month that it may hold") func unreadable() throws {
    let small = try programme("02/2022;P1;A;E;1;ok")
    try small.jobs("adds", "2022-01", "1 existant 1")
    try small.edit("exports/adds/Flux.csv", "Taux", "Quotite")
    let found = try checked(small, "2022-03")
    #expect(outcomes(found) == ["2022-01 accepted 1+0", "2022-02 refused 0+0", "2022-03 refused 0+0"])
    #expect(found.findings.filter { $0.severity == .file }.map(\.code) == ["missing-column"])
    try small.edit("exports/adds/Flux.csv", "Quotite", "Taux")
    try small.write("exports/adds/flux.CSV", small.read("exports/adds/Flux.csv"))
    #expect(try checked(small).findings.filter { $0.severity == .file }.map(\.code) == ["duplicate-file"])
    try small.remove("exports/adds/Flux.csv")
    try small.remove("exports/adds/flux.CSV")
    try small.write("exports/adds/Copie de Flux.csv", Self.header)
    #expect(try checked(small).findings.filter { $0.severity == .file }.map(\.code) == ["misnamed-export"])
  }

  @Test("a corrected row moves its month and those that it reaches; old editions hold") func correction() throws {
    let small = try programme("01/2022;P1;A;E;1;ok", "02/2022;P1;A;E;1;ok", "03/2022;P1;A;E;1;ok")
    try small.run("2022-01", to: "2022-03")
    #expect(small.editions == ["2022-01.1", "2022-02.1", "2022-03.1"])
    try small.edit("exports/adds/Flux.csv", "02/2022;P1;A;E;1;ok", "02/2022;P1;A;E;0,5;ok")
    let plans = try small.plan("2022-01", to: "2022-03")
    #expect(plans.map(\.next) == [nil, "2022-02.2", "2022-03.2"] || plans.map(\.next) == [nil, "2022-02.2", nil])
    let files = plans.compactMap(\.comparison).flatMap(\.files).map { "\($0.id.month) \($0.name)" }
    #expect(Set(files) == ["2022-02 exports/adds/Flux.csv"])
    try small.run("2022-01", to: "2022-03")
    for edition in small.editions { #expect(try small.verify(edition).discrepancies == [], "\(edition)") }
    #expect(!small.editions.contains("2022-01.2"))
    // The archive holds each month by itself.
    let names = try small.store().inputs(of: small.edition("2022-03.1")).compactMap(\.archive?.name)
    #expect(names.count { $0.hasSuffix("-2022-01.csv") } == 1 && Set(names).count == names.count)
  }

  @Test("a change of the mapping is a method's; of its places and comments, nothing") func method() throws {
    let small = try programme("01/2022;P1;A;E;1;ok", "01/2022;P2;B;N;1;ok")
    try small.publish("2022-01")
    try small.write("mappings/adds.yaml", Self.mapping.replacing("N: cree", with: "N: existant"))
    let comparison = try #require(try small.plan("2022-01")[0].comparison)
    #expect(comparison.causes.contains(.methode) && !comparison.causes.contains(.donnee))
    #expect(comparison.files.isEmpty)
    try small.write("mappings/adds.yaml", "# commentaire\n" + Self.mapping)
    #expect(try small.plan("2022-01")[0].next == nil)
    try small.remove("mappings/adds.yaml")
    let plan = try small.plan("2022-01")[0]
    #expect(plan.refusals.contains { $0.contains("mappings/adds.yaml") } || !plan.refusals.isEmpty)
  }
}
