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
    #expect(tab.hasPrefix("programme.yaml:2 : YAML mal formé : tabulation : indenter avec des espaces"))
  }

  @Test func duplicateKey() {
    #expect(
      failure { try decodeProgramme(goodProgramme.replacing("  id: essai\n", with: "  id: essai\n  id: autre\n")) }
        == "programme.yaml:3 : clé écrite deux fois : « id » (déjà ligne 2) ; en retirer une")
  }

  @Test func emptyFile() {
    #expect(failure { try decodeProgramme("") } == "programme.yaml : fichier vide ; attendu : du YAML (clé: valeur)")
    #expect(
      failure { try decodeProgramme("# rien\n") } == "programme.yaml : fichier vide ; attendu : du YAML (clé: valeur)")
  }

  @Test func notAMapping() {
    #expect(
      failure { try decodeProgramme("- a\n- b\n") }
        == "programme.yaml:1 : une liste ; attendu : des clés et des valeurs (programme, territory, axes, instances, associations, rules, confidentiality, words)"
    )
  }
}
