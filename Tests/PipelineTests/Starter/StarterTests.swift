import Domain
import Testing

@testable import Pipeline

/// From what is said to ids, communes and duties; and what cannot be meant is refused with what to say instead.
struct StarterTests {
  private func starter(_ say: (inout StarterAnswers) -> Void) throws -> Starter {
    var answers = StarterAnswers()
    say(&answers)
    return try Starter(answers, folder: "mon-ptce", newest: Month("2024-06")!)
  }

  private func refusal(_ say: (inout StarterAnswers) -> Void) -> String? {
    do { _ = try starter(say) } catch { return (error as? StarterRefused)?.message }
    return nil
  }

  @Test func nothingSaid() throws {
    let starter = try starter { _ in }
    #expect(starter.programme == StarterEntry(id: "mon-ptce", label: "mon-ptce (à compléter)"))
    #expect(starter.start == Month("2024-01")!)
    #expect(starter.associations.map(\.entry.id) == ["association-a", "association-b"])
    #expect(starter.axes.map(\.id) == ["axe-1", "axe-2"])
    #expect(starter.funders.map(\.id) == ["financeur"])
  }

  @Test func idsAreMadeOrGiven() throws {
    let starter = try starter {
      $0.axes = ["Hauts de l'Escaut", "eau=L'eau = la vie"]
      $0.associations = [" Les  Jardins @Lille", "b=Bé@59009", "Cé"]
      $0.communes = ["59350=Lille=59000, 59800", "59009=Villeneuve-d'Ascq"]
    }
    #expect(starter.axes.map(\.id) == ["hauts-de-l-escaut", "eau"])
    #expect(starter.axes[1].label == "L'eau = la vie")
    #expect(starter.associations.map(\.entry.label) == ["Les Jardins", "Bé", "Cé"])
    #expect(starter.associations.map(\.commune) == [CommuneCode("59350"), CommuneCode("59009"), nil])
    #expect(starter.communes.map(\.postalCodes) == [["59000", "59800"], []])
  }

  @Test func theOnlyCommuneIsEverybodys() throws {
    let starter = try starter { $0.communes = ["2A004=Ajaccio"] }
    #expect(starter.associations.allSatisfy { $0.commune == CommuneCode("2A004") })
  }

  @Test func whoOwesWhat() throws {
    #expect(
      try starter { $0.associations = ["A", "B"] }.associations.map(\.owes) == [
        [.etp, .beneficiaires, .reunions], [.etp, .beneficiaires],
      ])
    #expect(
      try starter {
        $0.associations = ["Un", "Deux", "3=Trois"]; $0.insertion = ["DEUX", "3"]
      }.associations.map(\.owes) == [
        [.etp, .reunions], [.etp, .beneficiaires], [.etp, .beneficiaires],
      ])
  }

  @Test func whatCannotBeMeant() {
    #expect(refusal { $0.axes = ["Eau", "eau "] } == "« eau » : ce nom est déjà pris (axe, « eau »).")
    #expect(refusal { $0.axes = ["a=Eau", "a=Air"] } == "« a » : cet identifiant est donné deux fois (axe).")
    #expect(
      refusal { $0.funders = ["Région=La Région"] }
        == "« Région » : un identifiant est en minuscules sans accent, chiffres et tirets (« region » par exemple).")
    #expect(refusal { $0.funders = ["a="] } == "« a= » : un nom est attendu (financeur).")
    #expect(refusal { $0.communes = ["Lille"] }?.contains("59350=Lille=59000,59800") == true)
    #expect(refusal { $0.communes = ["59350=Lille=5900"] }?.hasSuffix("un code postal a cinq chiffres.") == true)
    #expect(
      refusal { $0.communes = ["59350=Lille", "59350=Lomme"] }?.hasSuffix("cette commune est donnée deux fois.") == true
    )
    #expect(refusal { $0.associations = ["A@Lille"] }?.contains("après @") == true)
    #expect(
      refusal {
        $0.associations = ["Un", "Deux"]; $0.insertion = ["Trois"]
      }
        == "« Trois » n'est aucune des associations : Un, Deux.")
  }
}
