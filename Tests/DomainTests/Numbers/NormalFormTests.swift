import Domain
import Testing

struct NormalFormTests {
  @Test(arguments: [
    ("poste_id", "poste id"), ("Poste ID", "poste id"), ("poste-id", "poste id"), ("posteid", "posteid"),
    ("  N° poste ", "n poste"), ("Équivalent temps plein", "equivalent temps plein"), ("Œuvre", "oeuvre"),
    ("cœur", "coeur"),
    ("ÉTAT", "etat"), ("e\u{301}tat", "etat"), ("l’été", "l ete"), ("Né(e) en", "ne e en"),
    ("nb\u{A0}heures", "nb heures"),
    ("a\u{202F}b", "a b"), ("½", "1 2"), ("ﬁn", "fin"), ("№ 5", "no 5"), ("", ""), ("---", ""), ("ß", "ß"),
    ("ÇA", "ca"),
    ("Mobilité sociale, solidaire & inclusive", "mobilite sociale solidaire inclusive"), ("２０２２", "2022"),
  ])
  func form(text: String, expected: String) { #expect(normalForm(text) == expected) }

  /// A form is its own form.
  @Test(arguments: ["Poste ID", "Œuvre", "Né(e) en", "½ Été"]) func isStable(text: String) {
    #expect(normalForm(normalForm(text)) == normalForm(text))
  }
}
