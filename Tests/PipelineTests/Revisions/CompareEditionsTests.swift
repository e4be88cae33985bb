import Domain
import Foundation
import Testing

@testable import Pipeline

/// What moved between two editions, and why: each cause by itself and two at once, on figures worked out by hand.
@Suite struct CompareEditionsTests {
  /// May, published once: ADDS has two created jobs of 1 and 0,5 FTE and 20 persons, DIE one existing job of 1 FTE.
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1", "2 cree 0,5")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.persons("adds", "2022-05", 20)
    try small.publish("2022-05")
    return small
  }

  /// `etp_total mois axe=mobilite 1.5→2 donnee`, in the table's order.
  private func moves(_ comparison: Comparison?) -> [String] {
    (comparison?.revisions ?? []).map { revision in
      let cell = revision.key.cell.text
      let values = "\(revision.old?.text() ?? "nd")→\(revision.new?.text() ?? "nd")"
      return [revision.key.indicator, revision.key.horizon.id, cell, values]
        .filter { !$0.isEmpty }.joined(separator: " ") + " "
        + revision.steps.causes.map(\.rawValue).joined(separator: " ")
    }
  }

  private func correctJob(_ small: SmallProgramme) throws {
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
  }

  /// The sum of FTE of created jobs alone: DIE's existing one no longer counts.
  private func changeFilter(_ small: SmallProgramme) throws {
    try small.edit("indicators.yaml", "except: {statut: [supprime]}", "where: {statut: [cree]}")
  }

  @Test func nothing() throws {
    let small = try published()
    let plan = try small.plan("2022-05")[0]
    #expect(plan.next == nil && plan.comparison == nil && plan.current == "2022-05.1")
    guard case .unchanged(let edition)? = try small.run("2022-05").first else {
      Issue.record("not unchanged")
      return
    }
    #expect(edition == "2022-05.1" && small.editions == ["2022-05.1"])
  }

  @Test func anExport() throws {
    let small = try published()
    try correctJob(small)
    let planned = try small.plan("2022-05")[0]
    let moved = [
      "etp_total mois 2.5→3 donnee", "etp_total mois association=adds 1.5→2 donnee",
      "etp_total mois axe=mobilite 1.5→2 donnee",
    ]
    #expect(moves(planned.comparison) == moved)
    #expect(planned.next == "2022-05.2" && planned.comparison?.causes == [.donnee])
    #expect(planned.comparison?.materiality == .substantielle)
    #expect(planned.comparison?.files.map(\.summary) == ["ADDS, Emplois et ETP de mai 2022 : lignes changées"])
    #expect(planned.comparison?.files[0].rows == RowChanges(changed: [3]))
    let published = try #require(try small.publish("2022-05"))
    #expect(moves(published.comparison) == moved)
    #expect(published.edition.changes == 3 && published.edition.predecessor == "2022-05.1")
    #expect(published.edition.reason == "donnée modifiée (ADDS, Emplois et ETP de mai 2022)")
    // From the archive alone it is the same.
    let diff = try diffEditions(Month("2022-05")!, nil, nil, reports: small.reports)
    #expect(moves(diff.comparison) == moved && diff.old == "2022-05.1" && diff.new == "2022-05.2")
  }

  @Test func aDefinition() throws {
    let small = try published()
    try changeFilter(small)
    let comparison = try small.plan("2022-05")[0].comparison
    #expect(
      moves(comparison) == [
        "etp_total mois 2.5→1.5 methode", "etp_total mois association=die 1→0 methode",
        "etp_total mois axe=alimentation 1→0 methode",
      ])
    #expect(comparison?.causes == [.methode] && comparison?.definitions.map(\.french) == ["indicateur « ETP »"])
    let indicator = DefinitionChange(.indicator("etp_total"), .methode, in: "indicators.yaml", "indicateur « ETP »")
    #expect(comparison?.revisions[0].steps.map(\.change) == [.definitions([indicator])])
  }

  /// Definitions go first: a figure that both move names both, one that a step moved and the next moved back neither.
  @Test func bothAtOnce() throws {
    let small = try published()
    try changeFilter(small)
    try correctJob(small)
    let comparison = try small.plan("2022-05")[0].comparison
    #expect(
      moves(comparison) == [
        "etp_total mois 2.5→2 methode donnee", "etp_total mois association=adds 1.5→2 donnee",
        "etp_total mois association=die 1→0 methode", "etp_total mois axe=alimentation 1→0 methode",
        "etp_total mois axe=mobilite 1.5→2 donnee",
      ])
    #expect(comparison?.causes == [.donnee, .methode])
    #expect(
      comparison?.revisions[0].steps.map(\.change) == [
        .definitions([
          DefinitionChange(.indicator("etp_total"), .methode, in: "indicators.yaml", "indicateur « ETP »")
        ]),
        .exports([DeliveryID("adds", .etp, Month("2022-05")!)]),
      ])
  }

  @Test func theReferenceTable() throws {
    let small = try published()
    try small.edit("reference/territory.csv", "9.0", "9.1")
    let comparison = try small.plan("2022-05")[0].comparison
    #expect(moves(comparison) == ["part_ess mois 9→9.1 reference"])
    #expect(comparison?.causes == [.reference])
    #expect(comparison?.french == "donnée de référence (données du territoire (Pays, 31/12/2021))")
  }

  @Test func wordsAndTargets() throws {
    let small = try published()
    try small.edit("indicators.yaml", "value: 100, source", "value: 90, source")
    var comparison = try small.plan("2022-05")[0].comparison
    #expect(moves(comparison).isEmpty && comparison?.causes == [.objectif] && comparison?.materiality == .mineure)
    try small.edit("funders/region.yaml", "Bilan", "Le bilan")
    comparison = try small.plan("2022-05")[0].comparison
    #expect(comparison?.causes == [.objectif, .presentation])
    #expect(
      comparison?.french
        == "objectif (base ou cible de « Complétude ») ; présentation (rapport à Région)"
    )
    // A threshold is method, although no figure moves; the funder's words are presentation beside it.
    try small.edit("programme.yaml", "persons_threshold: 5", "persons_threshold: 6")
    comparison = try small.plan("2022-05")[0].comparison
    #expect(moves(comparison).isEmpty && comparison?.causes == [.methode, .objectif, .presentation])
  }

  /// From then on the FTE of DIE's one employee is hidden, and nothing else: no figure is another, and there is an edition. Where no
  /// sum is so small, or nothing must be hidden beside small counts, nobody would see a difference.
  @Test(arguments: [
    ("sums_threshold: 2", true), ("sums_threshold: 1", false), ("keep: [{indicator: part_cdi}]", false),
  ])
  func sumsOfFew(_ rule: String, _ isSeen: Bool) throws {
    let small = try published()
    try small.edit("programme.yaml", "sensitive_threshold: 11", "sensitive_threshold: 11\n  \(rule)")
    let plan = try small.plan("2022-05")[0]
    guard isSeen else {
      #expect(plan.comparison == nil && plan.next == nil)
      return
    }
    let comparison = try #require(plan.comparison)
    #expect(moves(comparison).isEmpty && comparison.causes == [.methode])
    #expect(comparison.french == "méthode (seuils du secret statistique)")
    _ = try small.run("2022-05")
    let cells = try small.store().figureRecords(of: small.edition("2022-05.2")).filter { $0.indicator == "etp_total" }
    #expect(
      cells.map { "\($0.cell) \($0.confidentiality)" } == [
        " F", "association=adds F", "association=die C", "axe=alimentation C", "axe=mobilite F",
      ])
  }

  /// Each entry is a step of its own: a figure names the one that moved it, and no other that changed beside it.
  @Test func entryByEntry() throws {
    let small = try published()
    try changeFilter(small)
    try small.edit("indicators.yaml", "where: {contrat: [cdi]}", "where: {contrat: [cdd]}")
    try small.edit("reference/territory.csv", "9.0", "9.1")
    try small.edit(
      "programme.yaml", "owes: [etp, beneficiaires]}", "owes: [etp, beneficiaires, reunions]}")
    let comparison = try #require(try small.plan("2022-05")[0].comparison)
    func steps(_ indicator: String, _ cell: String = "") -> [String] {
      comparison.revisions.first { $0.key.indicator == indicator && $0.key.cell.text == cell }?.steps.map(\.french)
        ?? []
    }
    #expect(steps("etp_total") == ["indicateur « ETP »"])
    #expect(steps("part_cdi") == ["indicateur « Part des CDI »"])
    #expect(steps("part_ess") == ["données du territoire (Pays, 31/12/2021)"])
    #expect(steps("completude") == ["association ADDS"])
    #expect(
      comparison.french
        == "méthode (association ADDS, indicateur « ETP », indicateur « Part des CDI ») ; donnée de référence (données du territoire (Pays, 31/12/2021))"
    )
  }

  /// An axis in the middle of the list: codes in the old catalogue are places in the list, and stand for the same axes.
  @Test func anAxisThatCame() throws {
    let small = try published()
    try small.edit(
      "indicators.yaml", "except: {statut: [supprime]}", "where: {axe: [mobilite]}")
    try small.publish("2022-05")
    try small.edit(
      "programme.yaml", "  - {id: mobilite", "  - {id: culture, label: {fr: \"Culture\"}}\n  - {id: mobilite")
    let comparison = try #require(try small.plan("2022-05")[0].comparison)
    #expect(comparison.definitions.map(\.french) == ["axe « Culture »"])
    #expect(Set(comparison.revisions.map(\.key.cell.text)) == ["axe=culture"], "\(moves(comparison))")
    #expect(comparison.revisions.allSatisfy { $0.isNew && $0.steps.map(\.french) == ["axe « Culture »"] })
  }

  /// An axis goes that the old catalogue speaks of: until the catalogue changes too, nothing can be computed, and what moved is
  /// put down to both.
  @Test func whatFitsTogetherNoMore() throws {
    let small = try published()
    try small.edit("indicators.yaml", "except: {statut: [supprime]}", "where: {axe: [mobilite]}")
    try small.publish("2022-05")
    try small.edit("indicators.yaml", "where: {axe: [mobilite]}", "where: {axe: [alimentation]}")
    try small.edit("programme.yaml", "  - {id: mobilite, label: {fr: \"Mobilité\"}}\n", "")
    try small.edit("programme.yaml", "axes: [mobilite]", "axes: [alimentation]")
    let comparison = try #require(try small.plan("2022-05") { $0.acceptsLoss = true }[0].comparison)
    let total = try #require(comparison.revisions.first { $0.key == Figures.Key("etp_total", .mois) })
    #expect(
      Set(total.steps.map(\.french)).isSuperset(of: ["axe « Mobilité »", "indicateur « ETP »"]), "\(total.steps)")
  }

  @Test func aRatioOfOtherParts() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.publish("2022-05")
    try small.jobs("adds", "2022-05", "1 cree 1", "2 existant 0")
    let comparison = try #require(try small.plan("2022-05")[0].comparison)
    let ratio = try #require(comparison.revisions.first { $0.key.indicator == "part_cdi" })
    #expect(ratio.changesPartsAlone && !ratio.isMove && ratio.partsDiffer)
    #expect([ratio].french == "1 chiffre garde sa valeur, avec d'autres parts")
  }

  @Test func rowsThatLeft() throws {
    let small = try published()
    let line = try #require(try small.read("programme.yaml").split(separator: "\n").first { $0.contains("id: die") })
    try small.edit("programme.yaml", line + "\n", "")
    try small.publish("2022-05") { $0.acceptsLoss = true }
    let comparison = try diffEditions(Month("2022-05")!, nil, nil, reports: small.reports).comparison
    let gone = comparison.revisions.filter(\.isGone)
    #expect(!gone.isEmpty && gone.allSatisfy { $0.key.cell[.association] == "die" && $0.new == nil })
    #expect(gone.french == "\(gone.count) chiffres n'y sont plus")
  }

  @Test func aims() throws {
    let small = try published()
    try small.edit("indicators.yaml", "value: 100, source", "value: 90, source")
    try small.write("funders/cahc.yaml", small.read("funders/region.yaml").replacing("id: region", with: "id: cahc"))
    let comparison = try #require(try small.plan("2022-05")[0].comparison)
    #expect(comparison.aims.map(\.subject) == [.target])
    #expect(comparison.aims[0].old == Rational(100) && comparison.aims[0].new == Rational(90))
    #expect(comparison.firstReports == ["cahc"])
    #expect(comparison.definitions.map(\.french) == ["base ou cible de « Complétude »", "premier rapport à Région"])
  }

  @Test func aLateFile() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.persons("adds", "2022-05", 20)
    try small.publish("2022-05")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    let comparison = try small.plan("2022-05")[0].comparison
    #expect(comparison?.causes == [.retard])
    #expect(comparison?.files.map(\.summary) == ["DIE, Emplois et ETP de mai 2022 : fichier arrivé"])
    #expect(moves(comparison).contains("etp_total mois 1→2 retard"))
    #expect(moves(comparison).contains("completude mois 66.666667→100 retard"))
    // What ADDS has on its axis keeps its value, and is provisional no longer; its own figure was never provisional.
    #expect(moves(comparison).contains("etp_total mois axe=mobilite 1→1 retard"))
    #expect(!moves(comparison).contains { $0.hasPrefix("etp_total mois association=adds") })
  }

  @Test func aFileThatIsRefusedOrTakenAway() throws {
    let small = try published()
    try small.jobs(
      "die", "2022-05", "1 existant 7 alimentation", "2 existant 7 alimentation", "3 existant 7 alimentation")
    #expect(try small.plan("2022-05")[0].refusals.count > 0)
    let refused = try small.plan("2022-05")[0].comparison?.files.map(\.summary)
    #expect(refused == ["DIE, Emplois et ETP de mai 2022 : fichier accepté d'abord, refusé"])
    try small.remove("exports/die/etp-2022-05.csv")
    let comparison = try small.plan("2022-05")[0].comparison
    #expect(comparison?.files.map(\.summary) == ["DIE, Emplois et ETP de mai 2022 : fichier retiré"])
    #expect(comparison?.causes == [.donnee])
    #expect(moves(comparison).contains("etp_total mois association=die 1→nd donnee"))
  }

  /// Two files of one name are refused together, and have no hash: they change when one of them goes, and not before.
  @Test func twoFilesOfOneName() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.write("exports/die/ETP-2022-05.csv", try small.read("exports/die/etp-2022-05.csv"))
    try small.publish("2022-05")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    #expect(try small.plan("2022-05")[0].comparison?.files.map(\.id.association) == ["adds"])
    try small.remove("exports/die/ETP-2022-05.csv")
    #expect(
      try small.plan("2022-05")[0].comparison?.files.map(\.summary) == [
        "ADDS, Emplois et ETP de mai 2022 : lignes changées",
        "DIE, Emplois et ETP de mai 2022 : fichier refusé d'abord, accepté",
      ])
    // Both gone: neither had a hash, and yet something changed.
    try small.remove("exports/die/etp-2022-05.csv")
    let gone = try small.plan("2022-05")[0].comparison?.files.map(\.summary) ?? []
    #expect(gone.count == 2 && gone[1].hasSuffix(" : fichier retiré"))
  }

  /// More than 24 changed exports go in groups by association, kind and cause.
  @Test func manyExports() throws {
    let small = try SmallProgramme()
    let months = (1...12).map { "2022-" + ($0 < 10 ? "0" : "") + "\($0)" } + ["2023-01"]
    for month in months {
      try small.jobs("adds", month, "1 cree 1")
      try small.jobs("die", month, "1 existant 1 alimentation")
    }
    try small.publish("2023-01")
    for month in months {
      try small.edit("exports/adds/etp-\(month).csv", "cree;1", "cree;0,5")
      try small.edit("exports/die/etp-\(month).csv", "existant;1", "existant;0,5")
    }
    let comparison = try #require(try small.plan("2023-01")[0].comparison)
    #expect(comparison.files.count == 26)
    let total = try #require(comparison.revisions.first { $0.key == Figures.Key("etp_total", .mois) })
    #expect(
      total.steps.map(\.french) == [
        "13 fichiers de ADDS (Emplois et ETP, janvier 2022 à janvier 2023)",
        "13 fichiers de DIE (Emplois et ETP, janvier 2022 à janvier 2023)",
      ])
    #expect(comparison.french.hasSuffix("et 23 autres)"))
    // One less, and each is a step of its own: only January's two move January's figure.
    try small.edit("exports/adds/etp-2022-01.csv", "cree;0,5", "cree;1")
    try small.edit("exports/die/etp-2022-01.csv", "existant;0,5", "existant;1")
    let fewer = try #require(try small.plan("2023-01")[0].comparison)
    #expect(
      fewer.revisions.first { $0.key == Figures.Key("etp_total", .mois) }?.steps.map(\.french) == [
        "ADDS, Emplois et ETP de janvier 2023 : lignes changées",
        "DIE, Emplois et ETP de janvier 2023 : lignes changées",
      ])
  }
}
