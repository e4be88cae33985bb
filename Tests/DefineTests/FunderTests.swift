import Define
import Domain
import Testing

/// inputs/funders/<funder>.yaml and acknowledged.yaml.
struct FunderTests {
  let funder = """
    funder: {id: region, label: Région, title: "Bilan"}
    key_figures: [i]
    sections:
      - title: Emplois
        sentence: Les emplois.
        rows: axe
        columns: [{indicator: i, horizon: mois}]
        chart: none
    """

  private func decode(_ text: String) throws -> Funder {
    try decodeFunder(
      text, catalogue: DefineTests.decode(entry(more: "by: [axe]")), programme: decodeProgramme(goodProgramme),
      file: "funders/region.yaml")
  }

  private func failure(_ text: String, _ other: String) -> String {
    DefineTests.failure { try decode(funder.replacing(text, with: other)) }
  }

  @Test func aGoodOne() throws {
    let funder = try decode(funder)
    #expect(funder.keyFigures == [Figures.Key("i", .mois)])
    #expect(funder.sections.map(\.rows) == [.axe])
    #expect(funder.agreementFrom == nil)
    #expect(funder.dialect == Funder.Dialect())
  }

  @Test func mistakes() {
    #expect(failure("[i]", "[j]") == "funders/region.yaml:2 : « j » est inconnu ; attendu : i")
    #expect(
      failure("rows: axe", "rows: commune")
        == "funders/region.yaml:7 : « i » n'est pas ventilé par « commune » dans indicators.yaml ; attendu : axe")
    #expect(
      failure("horizon: mois", "horizon: annee")
        == "funders/region.yaml:7 : « i » n'a pas l'horizon « annee » dans indicators.yaml ; attendu : mois")
    #expect(
      failure("sections:", "section:").hasPrefix("funders/region.yaml:3 : clé inconnue « section » ; attendu : funder"))
    #expect(
      failure("id: region", "id: Région").hasPrefix(
        "funders/region.yaml:1 : « Région » ; attendu : un identifiant en minuscules sans accent, chiffres et tirets (64 caractères au plus) : écrire « region »"
      ))
  }

  @Test func acknowledged() throws {
    let programme = try decodeProgramme(goodProgramme)
    func decode(_ text: String) throws -> Acknowledged { try decodeAcknowledged(text, programme: programme) }
    let good = try decode("waived: [{association: a, kind: etp, month: 2022-01, reason: perdu}]\n")
    #expect(good.reason(association: "a", kind: .etp, month: Month("2022-01")!) == "perdu")
    #expect(good.reason(association: "a", kind: .etp, month: Month("2022-02")!) == nil)
    #expect(
      DefineTests.failure { try decode("waived:\n  - {association: z, kind: etp, month: 2022-01, reason: perdu}\n") }
        == "acknowledged.yaml:2 : « z » est inconnu ; attendu : a, b")
    #expect(
      DefineTests.failure { try decode("waived:\n  - {association: a, kind: etp, month: 2022-01}\n") }
        == "acknowledged.yaml:2 : clé manquante : reason (exemple : reason: \"fichier perdu\")")
  }
}
