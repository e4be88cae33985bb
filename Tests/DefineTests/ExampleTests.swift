import Define
import Domain
import Foundation
import Testing

/// The definitions that the project ships.
struct ExampleTests {
  private func read(_ file: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appendingPathComponent("inputs/" + file)))
  }

  private func catalogue() throws -> (Catalogue, Programme) {
    let programme = try decodeProgramme(String(decoding: read("programme.yaml"), as: UTF8.self))
    let reference = try decodeReference(
      territory: read("reference/territory.csv"), hours: read("reference/full-time-hours.csv"))
    return (
      try decodeCatalogue(
        String(decoding: read("indicators.yaml"), as: UTF8.self), programme: programme, reference: reference),
      programme
    )
  }

  @Test func theCatalogueOf45Entries() throws {
    let (catalogue, _) = try catalogue()
    #expect(catalogue.indicators.count == 45)
    #expect(Set(catalogue.indicators.map(\.id)).count == 45)
  }

  /// Said in 3-indicators.md of single entries.
  @Test func whatTheDesignSaysOfEntries() throws {
    let (catalogue, _) = try catalogue()
    let persons = catalogue.indicators.filter(\.countsPersons).map(\.id)
    for id in ["effectif", "part_cdi", "part_femmes_effectif"] { #expect(persons.contains(id)) }
    // completude reads every kind, and counts files.
    for indicator in catalogue.indicators where catalogue.kinds(of: indicator.term) == [.beneficiaires] {
      #expect(indicator.countsPersons, "\(indicator.id)")
    }
    #expect(catalogue.indicators.filter(\.isSensitive).map(\.id) == ["beneficiaires_rqth"])
    #expect(catalogue["taux_sorties_dynamiques"]?.targets.first?.value == Rational(60))
    #expect(catalogue["taux_sorties_durables"]?.targets.first?.value == Rational(25))
    #expect(catalogue["emplois_crees_ou_en_cours"]?.baselines.first?.value == Rational(15))
    #expect(catalogue["etp_insertion"]?.baselines.first?.cell == Cell([Cell.Member(.association, "afeji")]))
    #expect(catalogue["emplois_crees"]?.breakdowns == [[.axe], [.association], [.commune], [.axe, .association]])
    #expect(catalogue["beneficiaires_deld"]?.term.conditions == [Condition(.mois_chomage, .range(from: 12, to: 23))])
    #expect(catalogue["beneficiaires_moins_26"]?.term.conditions == [Condition(.age_entree, .range(from: nil, to: 25))])
  }

  @Test func theLettersProgramme() throws {
    let (_, programme) = try catalogue()
    #expect(programme.start == Month("2021-07"))
    #expect(programme.associations.count == 7)
    #expect(programme.axes.count == 4)
    #expect(programme.territory.communes.count == 14)
    #expect(programme.isIllustrative)
    #expect(programme.instances.filter { $0.trackedFrom == nil }.map(\.id) == ["cotech", "g2t"])
  }
}
