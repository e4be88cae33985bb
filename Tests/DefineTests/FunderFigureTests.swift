import Define
import Domain
import Testing

/// Key figures, objectives and comments of inputs/funders/<funder>.yaml.
struct FunderFigureTests {
  private func decode(_ head: String, horizons: String = "[mois, programme]") throws -> Funder {
    let text = """
      funder: {id: region, label: Région, title: "Bilan"}
      \(head)
      sections:
        - {title: Emplois, sentence: ".", rows: axe, columns: [{indicator: i, horizon: programme}], chart: none}
      """
    return try decodeFunder(
      text, catalogue: DefineTests.decode(entry(horizons: horizons, more: "by: [axe]")),
      programme: decodeProgramme(goodProgramme), file: "funders/region.yaml")
  }

  private func failure(_ head: String) -> String { DefineTests.failure { try decode(head) } }

  @Test func keyFigures() throws {
    let funder = try decode("key_figures: [i, {indicator: i, horizon: mois}, {indicator: i, at: {axe: y}}]")
    let cell = Cell([Cell.Member(.axe, "y")])
    #expect(
      funder.keyFigures == [
        Figures.Key("i", .programme), Figures.Key("i", .mois), Figures.Key("i", .programme, cell),
      ])
    #expect(
      failure("key_figures: [i, i]").hasSuffix("ce chiffre clé est déjà dans la liste (déjà ligne 2) ; en retirer un"))
    #expect(
      failure("key_figures: [{indicator: i, horizon: annee}]").hasSuffix(
        "n'a pas l'horizon « annee » dans indicators.yaml ; attendu : mois, programme"))
    #expect(failure("key_figures: [{indicator: i, at: {axe: z}}]").hasSuffix("« z » est inconnu ; attendu : x, y"))
    #expect(
      failure("key_figures: [{indicator: i, at: {association: a}}]").contains("n'est pas ventilé par « association »"))
    #expect(failure("key_figures: [{indicateur: i}]").contains("clé inconnue « indicateur »"))
  }

  @Test func objectives() throws {
    func objective(_ more: String) -> String {
      "key_figures: []\nobjectives: [{indicator: i, \(more), value: 20, kind: objectif, source: \"Convention\"}]"
    }
    let funder = try decode(objective("horizon: programme, at: {axe: x}, from: 2021-07, until: 2022-12"))
    let one = try #require(funder.objectives.first)
    #expect(one.key == Figures.Key("i", .programme, Cell([Cell.Member(.axe, "x")])))
    #expect(one.period == Month(year: 2021, number: 7)...Month(year: 2022, number: 12))
    #expect(one.value == Rational(20) && one.kind == .objectif && one.source == "Convention")
    #expect(funder.objective(of: one.key, in: Month(year: 2023, number: 1)) == nil)
    #expect(
      failure(objective("horizon: programme, from: 2022-12, until: 2021-07")).hasSuffix(
        "finit (until) avant de commencer (from) ; attendu : 2022-12 ou plus tard"))
    // The section shows the programme's figure, and no other.
    #expect(
      failure(objective("horizon: mois, from: 2021-07, until: 2022-12")).contains(
        "ce rapport ne montre pas ce chiffre (mois)"))
    let twice = """
      key_figures: []
      objectives:
        - {indicator: i, from: 2021-07, until: 2022-03, value: 1, kind: plafond, source: s}
        - {indicator: i, from: 2022-03, until: 2022-12, value: 2, kind: conventionne, source: s}
      """
    #expect(
      failure(twice).hasSuffix(
        "ce chiffre a déjà un objectif pour une partie de cette période (déjà ligne 4) ; en retirer un"))
  }

  @Test func comments() throws {
    func comment(_ more: String) -> String { "key_figures: []\ncomments: [{indicator: i, \(more)}]" }
    let funder = try decode(comment("month: 2022-05, text: {fr: \"Ouvert en mai.\"}"))
    #expect(
      funder.comment(on: Figures.Key("i", .programme), in: Month(year: 2022, number: 5))?.text.fr == "Ouvert en mai.")
    #expect(funder.comment(on: Figures.Key("i", .programme), in: Month(year: 2022, number: 6)) == nil)
    #expect(failure(comment("horizon: mois, month: 2022-05, text: t")).contains("ce rapport ne montre pas ce chiffre"))
    #expect(
      failure(comment("month: 2022-05")).hasSuffix("clé manquante : text (exemple : text: {fr: \"Ouvert en mai.\"})"))
  }

  @Test func elapsed() {
    let objective = Objective(
      key: Figures.Key("i", .mois), period: Month(year: 2021, number: 7)...Month(year: 2022, number: 12),
      value: Rational(20), kind: .objectif, source: "")
    #expect(objective.elapsed(in: Month(year: 2022, number: 5)) == Rational(11, over: 18))
    #expect(objective.elapsed(in: Month(year: 2021, number: 6)) == .zero)
    #expect(objective.elapsed(in: Month(year: 2024, number: 1)) == Rational(1))
  }
}
