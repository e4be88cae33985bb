import Define
import Domain
import Testing

/// YAML that cannot be read, whatever it should say.
struct YAMLErrorTests {
  /// libyaml's messages, in French, where they are mended.
  @Test(arguments: [
    ("a: \"b\nc: d\n", 1, "guillemet non fermé"),
    ("a: 'b\n", 1, "guillemet non fermé"),
    ("a: 1\nb 2\nc: 3\n", 2, "deux-points manquant"),
    ("a: b: c\n", 1, "deux-points inattendu"),
    ("a: [1, 2\nb: 3\n", 1, "crochet « [ » non fermé"),
    ("a: {b: 1\nc: [2]\n", 1, "accolade « { » non fermée"),
    ("a: 1\n  b: 2\n", 2, "deux-points inattendu"),
    ("a:\n  - 1\n  b: 2\n", 3, "attendu : un tiret"),
    ("a:\n    b: 1\n  c: 2\n", 3, "attendu : une clé"),
    ("a: - 1\n", 1, "tiret inattendu"),
    ("a: [1,, 2]\n", 1, "valeur manquante"),
    ("a: @b\n", 1, "caractère inattendu"),
    ("a:\n\tb: 1\n", 2, "tabulation : indenter avec des espaces"),
    ("a: 1\n\tb: 1\n", 2, "tabulation : indenter avec des espaces"),
    ("a: *b\n", 1, "renvoi"),
    ("%b\na: 1\n", 1, "directive"),
    ("a: !<b 1\n", 1, "étiquette"),
    ("a: |x\n  b\n", 1, "texte en bloc"),
    ("a: \"\\q\"\n", 1, "barre oblique inverse"),
    ("a: 1\n---\nb: 2\n", 2, "un second document"),
    ("a: 1\nb: \u{7}\n", 2, "caractère interdit (U+7)"),
  ]) func french(_ text: String, _ line: Int, _ words: String) {
    let error = failure { try decodeProgramme(text) }
    #expect(error.hasPrefix("programme.yaml:\(line) : "), "\(error)")
    #expect(error.contains(words), "\(error)")
    for english in ["expected", "found", "did not", "while", "not allowed"] { #expect(!error.contains(english)) }
  }

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
