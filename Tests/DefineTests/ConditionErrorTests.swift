import Define
import Domain
import Testing

/// Every kind of mistake in `where`, `except` and `within`.
struct ConditionErrorTests {
  private func failure(_ entry: String) -> String { DefineTests.failure { try decode(entry) } }

  private func condition(_ text: String) -> String {
    failure(entry(measure: "{count_first: {kind: etp, status: cree, \(text)}}"))
  }

  @Test func conditions() {
    #expect(condition("where: {axe: [z]}") == "indicators.yaml:7 : « z » est inconnu ; attendu : x, y")
    #expect(
      condition("where: {rsa: [oui]}").hasPrefix("indicators.yaml:7 : « rsa » est inconnu ; attendu : axe, association")
    )
    #expect(condition("where: {sexe: f}") == "indicators.yaml:7 : « f » ; attendu : une liste ([…]) ou known")
    #expect(condition("where: {sexe: []}") == "indicators.yaml:7 : liste vide ; attendu : au moins une valeur")
    #expect(
      condition("where: {sexe: {from: 3}}")
        == "indicators.yaml:7 : sexe n'est pas un nombre ; attendu : une liste ou known")
    #expect(
      condition("where: {poste_id: [P1]}")
        == "indicators.yaml:7 : poste_id ne se compare pas à une liste ; attendu : known")
    #expect(
      condition("where: {commune: [Lille]}")
        == "indicators.yaml:7 : « Lille » ; attendu : un code INSEE (\"62427\"), ou ailleurs")
    #expect(condition("within: france") == "indicators.yaml:7 : « france » est inconnu ; attendu : territory")
  }

  @Test func ranges() {
    func range(_ text: String) -> String {
      failure(entry(unit: "personnes", measure: "{count_persons: {kind: beneficiaires, where: {age_entree: \(text)}}}"))
    }
    #expect(range("{from: 18, to: 25}") == "pas d'erreur")
    #expect(range("{to: 25, below: 26}") == "indicators.yaml:7 : attendu : to ou below, pas les deux")
    #expect(range("{}") == "indicators.yaml:7 : attendu : from, to ou below")
    #expect(
      range("{from: vingt}") == "indicators.yaml:7 : « vingt » ; attendu : un nombre entier de -1000000 à 1000000")
    #expect(range("{above: 3}") == "indicators.yaml:7 : clé inconnue « above » ; attendu : from, to, below")
  }
}
