import Define
import Domain
import Testing

/// Every kind of mistake in indicators.yaml: file, line, and what was expected.
struct CatalogueErrorTests {
  private func failure(_ entries: String...) -> String {
    DefineTests.failure {
      try decodeCatalogue(
        "indicators:\n" + entries.joined(), programme: decodeProgramme(goodProgramme),
        reference: Definitions.reference)
    }
  }

  private func ratio(_ of: String, _ over: String) -> String { "{ratio: {of: \(of), over: \(over), factor: 100}}" }

  @Test func theEntryItselfIsGood() { #expect(failure(entry()) == "pas d'erreur") }

  @Test func unknownKey() {
    #expect(
      failure(entry(more: "unite: postes"))
        == "indicators.yaml:9 : clé inconnue « unite » ; attendu : id, label, definition, unit, decimals, measure, where, except, within, by, horizons, counts_persons, baseline, target, tags (vouliez-vous dire « unit » ?)"
    )
    #expect(
      failure(entry(measure: "{count_first: {kind: etp, status: cree, before: cree}}"))
        == "indicators.yaml:7 : clé inconnue « before » ; attendu : kind, status, after, where, except, within")
  }

  @Test func missingKey() {
    #expect(
      failure(entry().replacing("    unit: postes\n", with: ""))
        == "indicators.yaml:2 : clé manquante : unit (exemple : unit: postes)")
    #expect(
      failure(entry(measure: "{count_first: {kind: etp}}"))
        == "indicators.yaml:7 : clé manquante : status (exemple : status: cree)")
    #expect(
      failure(entry(measure: "{count_first: {status: cree}}"))
        == "indicators.yaml:7 : clé manquante : kind (exemple : kind: etp)")
  }

  @Test func wrongType() {
    #expect(
      failure(entry().replacing("decimals: 0", with: "decimals: beaucoup"))
        == "indicators.yaml:6 : « beaucoup » ; attendu : un nombre entier de 0 à 6")
    #expect(
      failure(entry().replacing("decimals: 0", with: "decimals: 7")).hasPrefix(
        "indicators.yaml:6 : « 7 » ; attendu : un nombre entier de 0 à 6"))
    #expect(failure(entry(horizons: "mois")) == "indicators.yaml:8 : « mois » ; attendu : une liste (- … ou [ ])")
    #expect(failure(entry(more: "counts_persons: oui")) == "indicators.yaml:9 : « oui » ; attendu : true ou false")
    #expect(
      failure("  - emplois\n")
        == "indicators.yaml:2 : « emplois » ; attendu : des clés et des valeurs (id, label, definition, unit, decimals, measure, where, except, within, by, horizons, counts_persons, baseline, target, tags)"
    )
    #expect(
      failure(entry(more: "baseline: {value: neuf, source: s}"))
        == "indicators.yaml:9 : « neuf » ; attendu : un nombre décimal, avec un point (9.5)")
    #expect(
      failure(entry(more: "baseline: {value: 9, as_of: mai, source: s}"))
        == "indicators.yaml:9 : « mai » ; attendu : un mois (2022-05)")
    #expect(
      failure(entry(id: "\"Emplois créés\""))
        == "indicators.yaml:2 : « Emplois créés » ; attendu : un identifiant en minuscules sans accent, chiffres et soulignés (64 caractères au plus) : écrire « emplois_crees »"
    )
  }

  @Test func unknownWord() {
    #expect(
      failure(entry(horizons: "[mois, siecle]"))
        == "indicators.yaml:8 : « siecle » est inconnu ; attendu : mois, annee, programme")
    #expect(
      failure(entry(measure: "{count_first: {kind: etp, status: créé}}"))
        == "indicators.yaml:7 : « créé » est inconnu ; attendu : existant, cree, en_cours, consolide, supprime (vouliez-vous dire « cree » ?)"
    )
    #expect(
      failure(entry(measure: "{count_first: {kind: reunions, status: cree}}"))
        == "indicators.yaml:7 : « reunions » est inconnu ; attendu : etp")
    #expect(
      failure(entry(measure: "{compter: {kind: etp}}")).hasPrefix(
        "indicators.yaml:7 : mesure inconnue « compter » ; attendu : count_first, count_ever,"))
    #expect(
      failure(entry(more: "by: [couleur]")).hasPrefix(
        "indicators.yaml:9 : « couleur » est inconnu ; attendu : axe, association"))
  }

  @Test func twoMeasures() {
    #expect(
      failure(entry(measure: "{count_persons: {kind: beneficiaires}, delivery: {}}")).hasPrefix(
        "indicators.yaml:7 : des clés et des valeurs ; attendu : une mesure et ses paramètres ; une de : count_first, count_ever, count_stock, sum_stock, sum_flow, count_paths, count_persons, count_meetings, sum_meetings, attendance, ratio, difference, sum, reference, reference_share, delivery"
      ))
  }

  @Test func minimumStayOfAnEntry() {
    #expect(
      failure(
        entry(unit: "entrees", measure: "{count_paths: {kind: beneficiaires, at: date_entree, minimum_stay: true}}"))
        == "indicators.yaml:7 : minimum_stay demande at: date_sortie")
  }

  // MARK: References

  @Test func missingReference() {
    #expect(
      failure(entry(unit: "\"%\"", measure: ratio("absent", "{delivery: {}}")))
        == "indicators.yaml:7 : l'indicateur « absent » n'existe pas ; attendu : i")
    #expect(
      failure(entry(measure: "{difference: [i2, {baseline_of: absent}]}"), entry(id: "i2"))
        == "indicators.yaml:7 : l'indicateur « absent » n'existe pas ; attendu : i, i2")
    #expect(
      failure(entry(), entry(id: "i2", measure: "{difference: [i, {baseline_of: i}]}"))
        == "indicators.yaml:14 : l'indicateur « i » n'a pas de base ; attendu : une baseline dans son entrée")
    #expect(
      failure(entry(measure: "{reference: {territory: ailleurs, of: all_posts}}"))
        == "indicators.yaml:7 : reference/territory.csv n'a pas de ligne pour « ailleurs » ; attendu : cahc, region")
  }

  @Test func cycles() {
    #expect(
      failure(
        entry(measure: "{sum: [i2, i2]}"), entry(id: "i2", measure: "{sum: [i3, i3]}"),
        entry(id: "i3", measure: "{sum: [i, i]}"))
        == "indicators.yaml:7 : définition en cercle : i → i2 → i3 → i")
    #expect(failure(entry(measure: "{sum: [i, i]}")) == "indicators.yaml:7 : définition en cercle : i → i")
    // A part used twice is no circle.
    #expect(failure(entry(measure: "{sum: [i2, i2]}"), entry(id: "i2")) == "pas d'erreur")
  }

  @Test func duplicateIds() {
    #expect(
      failure(entry(), entry())
        == "indicators.yaml:9 : l'indicateur « i » est écrit deux fois (déjà ligne 2) ; en renommer ou retirer un")
  }

  // MARK: Units and dimensions

  @Test func unitsThatDoNotFit() {
    #expect(
      failure(entry(unit: "ETP"))
        == "indicators.yaml:5 : l'unité « ETP » ne va pas avec la mesure ; attendu : postes")
    #expect(
      failure(
        entry(), entry(id: "e", unit: "ETP", measure: "{sum_stock: {kind: etp, of: etp}}"),
        entry(id: "d", measure: "{difference: [i, e]}"))
        == "indicators.yaml:21 : les parties n'ont pas la même unité (on ne mêle pas des postes et des ETP) ; attendu : la même unité partout"
    )
    #expect(
      failure(
        entry(
          unit: "postes",
          measure: ratio("{count_persons: {kind: beneficiaires}}", "{count_persons: {kind: beneficiaires}}")))
        == "indicators.yaml:5 : l'unité « postes » ne va pas avec la mesure ; attendu : % ou points")
    let rate = ratio("{count_persons: {kind: beneficiaires}}", "{count_persons: {kind: beneficiaires}}")
    #expect(
      failure(entry(id: "r", unit: "\"%\"", measure: rate), entry(unit: "\"%\"", measure: "{difference: [r, r]}"))
        == "indicators.yaml:12 : l'unité « % » ne va pas avec la mesure ; attendu : points")
    #expect(
      failure(entry(id: "r", unit: "\"%\"", measure: rate), entry(unit: "points", measure: "{difference: [r, r]}"))
        == "pas d'erreur")
  }

  @Test func dimensionsThatDoNotFit() {
    #expect(
      failure(entry(more: "by: [instance]"))
        == "indicators.yaml:9 : by : « instance » ne va pas avec la mesure ; attendu : axe, association, commune, dispositif, sexe"
    )
    #expect(
      failure(entry(measure: "{reference: {territory: cahc, of: all_posts}}", more: "by: [axe]"))
        == "indicators.yaml:9 : by : cette mesure n'a pas de ventilation ; attendu : pas de by")
    #expect(
      failure(entry(unit: "\"%\"", measure: "{delivery: {}}", more: "by: [axe]"))
        == "indicators.yaml:9 : by : « axe » ne va pas avec la mesure ; attendu : association")
    #expect(
      failure(entry(more: "by: [[axe, axe]]"))
        == "indicators.yaml:9 : une liste ; attendu : une dimension, ou une paire de deux dimensions ([axe, association])"
    )
    #expect(
      failure(entry(more: "by: [[axe, sexe, commune]]"))
        == "indicators.yaml:9 : une liste ; attendu : une dimension, ou une paire de deux dimensions ([axe, association])"
    )
    #expect(
      failure(entry(more: "by: [axe, axe]")) == "indicators.yaml:9 : by : « axe » est écrit deux fois ; en retirer un")
    // The same pair the other way round.
    #expect(
      failure(entry(more: "by: [[axe, sexe], [sexe, axe]]"))
        == "indicators.yaml:9 : by : « axe et sexe » est écrit deux fois ; en retirer un")
    #expect(
      failure(entry(horizons: "[mois, mois]"))
        == "indicators.yaml:8 : horizons : « mois » est écrit deux fois ; en retirer un")
    #expect(failure(entry(horizons: "[]")) == "indicators.yaml:8 : liste vide ; attendu : au moins un horizon")
  }
}
