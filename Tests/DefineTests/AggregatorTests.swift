import Define
import Domain
import Testing

/// A funder's file with `sections: all`: every released figure instead of a report.
struct AggregatorTests {
  private let text = """
    funder:
      id: etat
      label: {fr: "État"}
      title: {fr: "Chiffres du PTCE"}
      contact: "ess@exemple.fr"
    csv: {dialect: sdmx}
    sections: all
    """

  private func decode(_ text: String) throws -> Funder {
    try decodeFunder(
      text, catalogue: DefineTests.decode(entry(more: "by: [axe]")), programme: decodeProgramme(goodProgramme),
      file: "funders/etat.yaml")
  }

  private func failure(_ old: String, _ new: String) -> String {
    DefineTests.failure { try decode(text.replacing(old, with: new)) }
  }

  @Test func aGoodOne() throws {
    let funder = try decode(text)
    #expect(funder.isAggregator && funder.keyFigures.isEmpty && funder.sections.isEmpty)
    #expect(funder.id == "etat" && funder.label.fr == "État" && funder.title.fr == "Chiffres du PTCE")
    #expect(funder.contact?.fr == "ess@exemple.fr")
    let dialect = funder.dialect
    #expect(dialect.separator == "," && dialect.decimal == "." && !dialect.byteOrderMark && dialect.lineEnd == .lf)
    #expect(funder.shows(Figures.Key("i", .mois)) && funder.shows(Figures.Key("whatever", .annee)))
  }

  /// One goes with the other.
  @Test func halves() {
    #expect(
      failure("csv: {dialect: sdmx}\n", "")
        == "funders/etat.yaml:1 : clé manquante : csv (exemple : csv: {dialect: sdmx})")
    #expect(
      failure("sections: all", "").hasPrefix("funders/etat.yaml:1 : clé manquante : sections (exemple : sections: all)")
    )
    #expect(
      failure("sections: all", "sections: []")
        == "funders/etat.yaml:7 : avec « csv: {dialect: sdmx} », le fichier donne tous les chiffres publiés ; attendu : sections: all"
    )
    #expect(failure("sdmx}", "SDMX}").hasPrefix("funders/etat.yaml:6 : « SDMX » est inconnu ; attendu : sdmx"))
    #expect(failure("{dialect: sdmx}", "{dialect: sdmx, bom: true}").contains(":6 : « bom » n'a pas de sens avec"))
    #expect(failure("{dialect: sdmx}", "{}").contains(":6 : clé manquante : dialect (exemple : dialect: sdmx)"))
    #expect(failure("sections: all", "sections: tout\n").contains("attendu : sections: all"))
  }

  /// What only a report has.
  @Test(arguments: ["key_figures: [i]", "objectives: []", "comments: []", "labels: {i: {fr: \"I\"}}"])
  func unfit(_ line: String) {
    let key = line.prefix { $0 != ":" }
    #expect(
      failure("sections: all", "sections: all\n\(line)")
        == "funders/etat.yaml:8 : « \(key) » n'a pas de sens avec « sections: all », qui donne tous les chiffres publiés sans rapport ; retirer cette clé"
    )
  }

  @Test func anAgreement() {
    #expect(
      failure("  contact:", "  agreement_from: 2022-01\n  contact:").hasPrefix(
        "funders/etat.yaml:5 : « agreement_from » n'a pas de sens avec « sections: all »"))
  }

  /// A report's own mistakes stay what they were.
  @Test func aReport() {
    let report = """
      funder: {id: etat, label: État, title: "Bilan"}
      sections: tout
      """
    let message = DefineTests.failure { try decode(report) }
    #expect(message.contains("funders/etat.yaml:1:1 : clé manquante : key_figures"))
    #expect(message.contains("funders/etat.yaml:2:11 : « tout » ; attendu : une liste (- … ou [ ])"))
  }

  @Test func itsFileHasItsName() {
    #expect(failure("id: etat", "id: cress").contains("attendu : funders/cress.yaml"))
  }
}
