import Domain
import Testing

@testable import Pipeline

/// Rows of two versions of an archived export, worked by hand.
@Suite struct RowChangesTests {
  private let head =
    "ligne,mois,poste_id,salarie_id,axe,commune,contrat,statut,etp,heures,dispositif,sexe,date_debut,date_fin\n"

  private func changes(_ old: [String], _ new: [String]) throws -> RowChanges {
    try rowChanges(
      .etp, from: Array((head + old.map { $0 + "\n" }.joined()).utf8),
      to: Array((head + new.map { $0 + "\n" }.joined()).utf8))
  }
  private func row(_ line: Int, _ job: String, _ etp: String) -> String {
    "\(line),2022-05,\(job),s,mobilite,62427,cdi,existant,\(etp),,,,,"
  }

  @Test func tellsAddedRemovedAndChanged() throws {
    let found = try changes(
      [row(2, "a", "1"), row(3, "b", "1"), row(4, "c", "1")], [row(2, "a", "1"), row(3, "c", "0.5"), row(4, "d", "1")])
    #expect(found == RowChanges(added: [4], removed: [3], changed: [3]))
  }

  /// A line put in above moves the others: they are the same rows.
  @Test func aMovedRowIsTheSame() throws {
    #expect(try changes([row(2, "a", "1"), row(3, "b", "1")], [row(3, "b", "1"), row(9, "a", "1")]) == RowChanges())
  }

  @Test func aFileThatCameOrWentIsAllItsRows() throws {
    let text = Array((head + row(2, "a", "1") + "\n" + row(3, "b", "1") + "\n").utf8)
    #expect(try rowChanges(.etp, from: nil, to: text) == RowChanges(added: [2, 3]))
    #expect(try rowChanges(.etp, from: text, to: nil) == RowChanges(removed: [2, 3]))
    #expect(try rowChanges(.etp, from: nil, to: nil) == RowChanges())
  }

  /// Several reports of one meeting have one key: those that are the same are matched first.
  @Test func meetingsMayRepeatTheirKey() throws {
    let head = "ligne,date,instance,axe,etat,membres,participants,partenaires\n"
    let old = head + "2,2022-05-02,ca,,tenue,adds,5,\n3,2022-05-02,ca,,tenue,afeji,6,\n"
    let new = head + "2,2022-05-02,ca,,tenue,afeji,6,\n3,2022-05-02,ca,,tenue,adds,7,\n4,2022-05-02,ca,,tenue,adds,7,\n"
    #expect(
      try rowChanges(.reunions, from: Array(old.utf8), to: Array(new.utf8)) == RowChanges(added: [4], changed: [3]))
  }

  @Test func inWords() {
    #expect(RowChanges().french.isEmpty)
    #expect(
      RowChanges(added: [4], removed: [3, 5], changed: [1]).french == [
        "1 ligne changée (ligne 1)", "1 ligne ajoutée (ligne 4)",
        "2 lignes retirées (lignes 3, 5 de l'ancien fichier)",
      ])
    #expect(RowChanges(added: Array(1...9)).french == ["9 lignes ajoutées (lignes 1, 2, 3, 4, 5, 6, 7, 8…)"])
  }
}
