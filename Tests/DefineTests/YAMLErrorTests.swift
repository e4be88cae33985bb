import Define
import Domain
import Testing

/// YAML that cannot be read, whatever it should say.
struct YAMLErrorTests {
  @Test func brokenSyntax() {
    let error = failure { try decodeProgramme("programme:\n  id: \"essai\n  start: 2021-07\n") }
    #expect(error.hasPrefix("programme.yaml:"))
    #expect(error.contains("YAML mal formé"))
    let tab = failure { try decodeProgramme("programme:\n\tid: essai\n") }
    #expect(tab.hasPrefix("programme.yaml:2 : YAML mal formé ("))
  }

  @Test func duplicateKey() {
    #expect(
      failure { try decodeProgramme(goodProgramme.replacing("  id: essai\n", with: "  id: essai\n  id: autre\n")) }
        == "programme.yaml:2 : clé écrite deux fois : id")
  }

  @Test func emptyFile() {
    #expect(failure { try decodeProgramme("") } == "programme.yaml : fichier vide ; attendu : du YAML")
    #expect(failure { try decodeProgramme("# rien\n") } == "programme.yaml : fichier vide ; attendu : du YAML")
  }

  @Test func notAMapping() {
    #expect(
      failure { try decodeProgramme("- a\n- b\n") }
        == "programme.yaml:1 : attendu : des clés et des valeurs (clé: valeur)")
  }
}
