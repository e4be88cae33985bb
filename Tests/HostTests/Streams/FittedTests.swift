import Testing

@testable import Host

@Suite struct FittedTests {
  @Test("to a pipe, or a file, a text goes as it is") func plain() {
    let text = "✗ " + String(repeating: "mot ", count: 60) + "\n"
    #expect(fitted(text, columns: nil, isColoured: false) == text)
  }

  @Test("a line breaks at its spaces and goes on a little to the right", arguments: [33, 50, 80])
  func breaks(_ columns: Int) {
    let text = "  exports/apei/etp-2022-05.csv : " + String(repeating: "encore un mot ", count: 12) + "\nfin\n"
    let lines = fitted(text, columns: columns, isColoured: false).split(separator: "\n")
    // A path is never cut.
    #expect(lines.allSatisfy { $0.count <= columns || !$0.dropFirst(4).contains(" ") })
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix("    ") })
    #expect(lines.joined(separator: " ").split(separator: " ") == text.split { $0 == " " || $0 == "\n" })
  }

  @Test("no line begins with what French sets behind a space, nor ends with an opening quote", arguments: 20...60)
  func bound(_ columns: Int) {
    let text =
      "ce qui a été publié est-il encore ce qui a été publié ? oui ; « run » : non ! → lire « encore » puis finir"
    for line in fitted(text, columns: columns, isColoured: false).split(separator: "\n") {
      let line = line.drop { $0 == " " }
      #expect(!"?;:!»→".contains(line.first!) && line.last != "«" && line.count <= columns, "\(line)")
    }
  }

  @Test("a question keeps the space behind it") func question() {
    #expect(fitted("Nom du programme : ", columns: 80, isColoured: true) == "Nom du programme : ")
  }

  @Test("the signs have their colours, and nothing else") func colours() {
    let text = "✓ clé : là\n    ✗ disque : plein\n! heure : ?\nmot ✗ mot\n"
    #expect(
      fitted(text, columns: 80, isColoured: true)
        == "\u{1B}[32m✓\u{1B}[0m clé : là\n    \u{1B}[31m✗\u{1B}[0m disque : plein\n\u{1B}[33m!\u{1B}[0m heure : ?\nmot ✗ mot\n"
    )
    #expect(fitted(text, columns: 80, isColoured: false) == text)
    #expect(fitted("a\nb\n", columns: 80, isColoured: true, isTrouble: true) == "\u{1B}[31ma\u{1B}[0m\nb\n")
  }
}
