import CSV
import Define
import Domain
import Testing

/// `words` of the programme and of an association, encodings, and what is derived from a measure.
struct OwnWordsTests {
  private func programme(_ words: String, more: String = "") throws -> Programme {
    try decodeProgramme(
      goodProgramme.replacing("owes: [etp]}", with: "owes: [etp]\(more)}") + "\n" + words)
  }

  @Test func ofAllAndOfOne() throws {
    let programme = try programme(
      "words: {contrat: {cddi: [\"CDD insertion\"]}, sexe: {f: [dame], h: [sieur]}}",
      more: ", words: {statut: {cree: [\"nouveau\"]}}, encoding: cp850")
    #expect(
      programme.words.byColumn == ["contrat": ["cddi": ["CDD insertion"]], "sexe": ["f": ["dame"], "h": ["sieur"]]])
    #expect(programme.associations[0].words.byColumn == ["statut": ["cree": ["nouveau"]]])
    #expect(programme.associations[0].encoding == .codePage850)
    for name in ["macintosh", "macroman"] {
      #expect(try self.programme("", more: ", encoding: \(name)").associations[0].encoding == .macRoman)
    }
  }

  @Test func closedListsOnly() {
    func failure(_ words: String) -> String { DefineTests.failure { try programme(words) } }
    let known = "contrat, statut, dispositif, sexe, sortie, etat"
    for column in ["axe", "rsa", "instance", "commune"] {
      #expect(failure("words: {\(column): {oui: [x]}}").hasSuffix("« \(column) » est inconnu ; attendu : \(known)"))
    }
    #expect(failure("words: {sexe: {g: [x]}}").hasSuffix("« g » est inconnu ; attendu : f, h, x"))
    #expect(
      failure("words: {sexe: {f: [Dame], h: [\"dame !\"]}}").hasSuffix("« dame ! » désigne déjà « f » ; en retirer un"))
  }

  @Test func protectionIsDerived() throws {
    let catalogue = try decode(
      entry(id: "persons", unit: "personnes", measure: "{count_persons: {kind: beneficiaires}}"),
      entry(id: "staff", unit: "personnes", measure: "{count_stock: {kind: etp, of: salarie}}"),
      entry(
        id: "share", unit: "\"%\"",
        measure: "{ratio: {of: persons, over: {count_paths: {kind: beneficiaires, at: date_entree}}, factor: 100}}"),
      entry(id: "jobs"), entry(id: "more", more: "counts_persons: true"))
    #expect(catalogue.indicators.filter(\.countsPersons).map(\.id) == ["persons", "staff", "share", "more"])
    #expect(
      failure {
        try decode(
          entry(unit: "personnes", measure: "{count_persons: {kind: beneficiaires}}", more: "counts_persons: false"))
      }
        == "indicators.yaml:9 : cet indicateur compte des personnes : ses petits effectifs sont toujours masqués (enlever la clé)"
    )
    #expect(try decode(entry(more: "counts_persons: false")).indicators[0].countsPersons == false)
  }
}
