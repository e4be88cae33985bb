import Testing

@testable import Pipeline

/// Ids made of names.
struct SlugTests {
  @Test(arguments: [
    ("Hauts de l'Escaut", "hauts-de-l-escaut"), ("Émergence  Hénin–Carvin ", "emergence-henin-carvin"),
    ("Cœur d’Œuvre", "coeur-d-oeuvre"), ("Mille & un", "mille-un"), ("3e Lieu (asso)", "3e-lieu-asso"),
    ("Αθήνα", ""), ("!", ""),
  ])
  func ofALabel(_ label: String, _ id: String) {
    #expect(slug(of: label) == id)
    #expect(isSlug(id) == !id.isEmpty)
  }

  /// At a word's end where there is one.
  @Test func aLongOneIsCut() {
    let words = slug(of: Array(repeating: "association", count: 9).joined(separator: " "))
    #expect(words == Array(repeating: "association", count: 5).joined(separator: "-"))
    #expect(slug(of: String(repeating: "a", count: 99)) == String(repeating: "a", count: 64))
  }

  @Test func noneTwice() {
    #expect(slug(of: "Jardins", besides: [], otherwise: "x") == "jardins")
    #expect(slug(of: "Jardins", besides: ["jardins", "jardins-2"], otherwise: "x") == "jardins-3")
    #expect(slug(of: "Αθήνα", besides: [], otherwise: "axe-1") == "axe-1")
    let long = String(repeating: "a", count: 64)
    let other = slug(of: long, besides: [long], otherwise: "x")
    #expect(other.count == 62 && isSlug(other))
  }

  @Test(arguments: ["", "-a", "É", "a b", "A", "a_b", String(repeating: "a", count: 65)])
  func whatIsNone(_ text: String) { #expect(!isSlug(text)) }
}
