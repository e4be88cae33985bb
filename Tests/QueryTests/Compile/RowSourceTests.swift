import Domain
import Testing

@testable import Query

/// A blank meets no condition, in SQL as in the engine, so no test may be NULL.
@Suite struct RowSourceTests {
  @Test(arguments: [
    (Condition(.statut, .oneOf([3, 5]), isExcluded: true), "NOT (statut IN (3, 5))"),
    (Condition(.salarie_id, .known), "salarie <> 0"),
    (Condition(.heures, .known), "heures IS NOT NULL"),
    (Condition(.commune, .withinTerritory), "in_territory = 1"),
    (Condition(.axe, .oneOf([])), "1 = 0"),
  ])
  func conditionsOfJobs(_ condition: Condition, _ sql: String) { #expect(RowSource.jobs.sql(condition) == sql) }

  @Test(arguments: [
    (Condition(.age_entree, .range(from: nil, to: 25)), "age_entree IS NOT NULL AND age_entree <= 25"),
    (
      Condition(.mois_chomage, .range(from: 12, to: 23)),
      "mois_chomage IS NOT NULL AND mois_chomage >= 12 AND mois_chomage <= 23"
    ),
    (Condition(.mois_chomage, .oneOf([7]), isExcluded: true), "NOT (mois_chomage IS NOT NULL AND mois_chomage IN (7))"),
    (Condition(.naissance, .known), "age_entree IS NOT NULL"),
    (Condition(.rsa, .oneOf([2])), "rsa IN (2)"),
  ])
  func conditionsOfPaths(_ condition: Condition, _ sql: String) { #expect(RowSource.paths.sql(condition) == sql) }

  @Test func aMeetingThatIsCountedWasHeld() {
    #expect(RowSource.meetings(own: false).sql(Condition(.etat, .oneOf([1]))) == "1 IN (1)")
  }
}
