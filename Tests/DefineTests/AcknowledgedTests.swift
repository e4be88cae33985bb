import Define
import Domain
import Testing

/// acknowledged.yaml: one waiver, lists, spans of months.
struct AcknowledgedTests {
  private func decode(_ waived: String) throws -> Acknowledged {
    try decodeAcknowledged("waived:\n  - \(waived)\n", programme: decodeProgramme(goodProgramme))
  }

  @Test func listsAndSpans() throws {
    let one = try decode("{association: a, kind: etp, month: 2022-05, reason: perdu}")
    #expect(one.reason(association: "a", kind: .etp, month: Month("2022-05")!) == "perdu")
    #expect(one.reason(association: "a", kind: .etp, month: Month("2022-04")!) == nil)
    let many = try decode(
      "{association: [a, b], kind: [etp, reunions], from: 2022-01, until: 2022-03, reason: \"pas encore membre\"}")
    for id in ["a", "b"] {
      for kind in [ExportKind.etp, .reunions] {
        for month in ["2022-01", "2022-02", "2022-03"] {
          #expect(many.reason(association: id, kind: kind, month: Month(month)!) == "pas encore membre")
        }
        #expect(many.reason(association: id, kind: kind, month: Month("2022-04")!) == nil)
      }
      #expect(many.reason(association: id, kind: .beneficiaires, month: Month("2022-02")!) == nil)
    }
  }

  @Test func errors() {
    func failure(_ waived: String) -> String { DefineTests.failure { try decode(waived) } }
    #expect(
      failure("{association: a, kind: etp, reason: x}")
        == "acknowledged.yaml:2 : clé manquante : month (ou from et until)")
    #expect(
      failure("{association: a, kind: etp, from: 2022-01, reason: x}") == "acknowledged.yaml:2 : clé manquante : until")
    #expect(
      failure("{association: a, kind: etp, month: 2022-01, until: 2022-03, reason: x}")
        == "acknowledged.yaml:2 : month, ou bien from et until : pas les deux")
    #expect(
      failure("{association: a, kind: etp, from: 2022-03, until: 2022-01, reason: x}")
        == "acknowledged.yaml:2 : until (2022-01) précède from (2022-03) ; attendu : 2022-03 ou plus tard")
    #expect(
      failure("{association: [], kind: etp, month: 2022-01, reason: x}")
        == "acknowledged.yaml:2 : liste vide ; attendu : au moins une valeur")
    #expect(
      failure("{association: [a, c], kind: etp, month: 2022-01, reason: x}")
        == "acknowledged.yaml:2 : « c » est inconnu ; attendu : a, b")
  }
}
