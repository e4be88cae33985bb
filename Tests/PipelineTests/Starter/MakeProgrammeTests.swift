import Domain
import Failures
import Foundation
import Host
import Testing

@testable import Pipeline

/// A programme made on the disk: whole, understood, its own; or nothing.
final class MakeProgrammeTests {
  private let scratch = FileManager.default.temporaryDirectory.appending(path: "bilan-starter-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: scratch) }

  private func path(_ name: String) -> String { scratch.appending(path: name).path }

  private var another: StarterAnswers {
    var answers = StarterAnswers()
    answers.name = "PTCE \"Bro\" \\ Fougères"
    answers.start = Month("2024-01")!
    answers.territory = "Fougères Agglomération"
    answers.compared = "Bretagne"
    answers.communes = ["35115=Fougères=35300", "35137=Javené=35133"]
    answers.axes = ["Habitat", "Forêt & bois", "Textile"]
    answers.associations = ["Un toit@Fougères", "Le Relais@35137", "Bois d'ici@Fougères", "Fil à fil@Javené"]
    answers.funders = ["Région Bretagne", "dep=Ille-et-Vilaine"]
    return answers
  }

  @Test func whatWasSaidIsWhatCommandsRead() throws {
    let started = try makeProgramme(another, in: path("a"))
    let read = try loadDefinitions(InputsFolder(path("a/inputs"))).definitions
    #expect(read.programme == started.definitions.programme)
    #expect(read.programme.label.fr == "PTCE \"Bro\" \\ Fougères" && read.programme.id == "ptce-bro-fougeres")
    #expect(read.programme.axes.map(\.id) == ["habitat", "foret-bois", "textile"])
    #expect(read.programme.associations.map(\.commune.description) == ["35115", "35137", "35115", "35137"])
    #expect(read.funders.map(\.id) == ["dep", "region-bretagne"])
    #expect(Set(read.reference.vintages.map(\.territory)) == ["fougeres-agglomeration", "bretagne"])
    #expect(
      try listFolder(path("a/inputs/exports")).map(\.name) == ["bois-d-ici", "fil-a-fil", "le-relais", "un-toit"])
    #expect(try listFolder(path("a/inputs/modeles")).map(\.name) == ["beneficiaires.csv", "etp.csv", "reunions.csv"])
    #expect(try listFolder(path("a")).map(\.name) == ["inputs"])
  }

  /// Nothing of the demonstration's own: its territories, its starting points, its letter.
  @Test func theCatalogueIsWholeAndNobodyElses() throws {
    let catalogue = try makeProgramme(another, in: path("a")).definitions.catalogue
    let ids = CatalogueText.demonstration.matches(of: #/(?m)^  - id: (\w+)$/#).map { String($0.1) }
    #expect(catalogue.indicators.map(\.id) == ids.filter { $0 != "ecart_reference" })
    #expect(catalogue.indicators.allSatisfy { $0.baselines.isEmpty })
    let text = try String(contentsOfFile: path("a/inputs/indicators.yaml"), encoding: .utf8)
    for word in ["cahc", "CAHC", "hauts-de-france", "Lettre", "afeji", "9 %"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("  # - id: ecart_reference\n"))
  }

  /// A territory may be called as one of the demonstration's.
  @Test func territoriesDoNotMix() throws {
    var answers = another
    answers.territory = "Hauts-de-France"
    answers.compared = "cahc=France"
    let catalogue = try makeProgramme(answers, in: path("a")).definitions.catalogue
    #expect(catalogue["part_ess_reference"]?.term.measure == .reference(territory: "hauts-de-france", .share))
    #expect(catalogue["part_ess_region"]?.term.measure == .reference(territory: "cahc", .share))
  }

  @Test func whatNobodySaidIsListed() throws {
    let all = try makeProgramme(StarterAnswers(), in: path("nu")).placeholders
    for (file, key) in [
      ("programme.yaml", "contact"), ("programme.yaml", "start"), ("programme.yaml", "commune"),
      ("funders/financeur.yaml", "agreement_from"), ("reference/territory.csv", "territoire"),
    ] { #expect(all.contains { $0.file == file && $0.key == key }, "\(file) \(key)") }
    let rest = try makeProgramme(another, in: path("dit")).placeholders.map { "\($0.file) \($0.key ?? "")" }
    #expect(
      rest == [
        "funders/dep.yaml agreement_from", "funders/region-bretagne.yaml agreement_from", "programme.yaml contact",
        "reference/territory.csv fougeres-agglomeration", "reference/territory.csv bretagne",
      ])
  }

  @Test func intoAnEmptyFolderAloneAndWhole() throws {
    try makeFolder(path("vide"))
    // What a killed one left.
    try makeFolder(path("vide/.inputs.partial"))
    _ = try makeProgramme(another, in: path("vide"))
    #expect(try listFolder(path("vide")).map(\.name) == ["inputs"])
    #expect(throws: FolderInUse(path: path("vide"), name: "inputs")) { try makeProgramme(another, in: path("vide")) }
    try createFile(path("fichier"), [])
    #expect(throws: FolderInUse(path: path("fichier"), name: nil)) { try makeProgramme(another, in: path("fichier")) }
    #expect(FolderInUse(path: "x", name: "y").exitCode == .cannotCreate)
  }

  @Test func nothingWhereAnAnswerIsRefused() throws {
    var answers = another
    answers.axes.append("habitat")
    #expect(throws: StarterRefused.self) { try makeProgramme(answers, in: path("b")) }
    #expect(!exists(path("b")))
  }
}
