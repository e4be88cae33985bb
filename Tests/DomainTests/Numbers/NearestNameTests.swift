import Domain
import Testing

/// The name that was meant, where one is near.
@Suite struct NearestNameTests {
  @Test(arguments: [
    ("mobilité", "mobilite"), ("Mobilite", "mobilite"), ("mobliite", "mobilite"), ("transitoin", "transition"),
    ("alimentations", "alimentation"), ("cpa", "cap"),
  ]) func near(_ text: String, _ name: String) {
    #expect(nearestName(to: text, among: ["alimentation", "mobilite", "transition", "cap"]) == name)
  }

  @Test(arguments: ["logement", "z", "", "mob"]) func noneIsNear(_ text: String) {
    #expect(nearestName(to: text, among: ["alimentation", "mobilite", "transition", "cap"]) == nil)
  }

  /// Of several the nearest, and of as near ones the first.
  @Test func theNearest() {
    #expect(nearestName(to: "entree", among: ["entrees", "entre", "centre"]) == "entrees")
    #expect(nearestName(to: "sortie", among: ["sorties", "sortir"]) == "sorties")
  }
}
