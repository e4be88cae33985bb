import Domain
import Testing

@testable import Define

/// mappings/<association>.yaml: what is refused, with its line, and what is understood.
@Suite struct MappingTests {
  private func decode(_ text: String, of id: String = "a") throws -> [ExportKind: Mapping] {
    let programme = try decodeMappings(
      [("mappings/\(id).yaml", Array(text.utf8))], into: decodeProgramme(goodProgramme),
      checking: { value, column, _, _, _ in value == "faux" ? "\(column.id) ne l'accepte pas" : nil })
    return programme.association(id)?.mappings ?? [:]
  }

  @Test(arguments: [
    ("etp:\n  fichier: x\n", 2, "clé inconnue"),
    ("emplois:\n  file: x\n", 1, "clé inconnue"),
    ("etp:\n  columns:\n    poste: X\n", 3, "« poste » est inconnu"),
    ("etp:\n  file: x.csv\n", 2, "le nom n'a pas de mois"),
    ("etp:\n  file: \"{AAAA}.csv\"\n", 2, "un mois au plus"),
    ("etp:\n  file: \"{AAAA-MM}{MM-AAAA}.csv\"\n", 2, "un mois au plus"),
    ("etp:\n  file: \"a/{AAAA-MM}.csv\"\n", 2, "sans dossier"),
    ("etp:\n  file: \"{AAAA-MM}.xlsx\"\n", 2, "un classeur n'est pas lu"),
    ("beneficiaires:\n  file: x.csv\n", 2, "un registre est celui d'un mois"),
    ("beneficiaires:\n  months: rows\n", 2, "un registre est celui d'un mois"),
    ("reunions:\n  file: x.csv\n  months: columns\n  value: etp\n", 3, "une réunion a sa date"),
    ("etp:\n  months: columns\n", 2, "clé manquante : value"),
    ("etp:\n  value: etp\n", 2, "value ne va qu'avec months: columns"),
    ("etp:\n  months: columns\n  value: statut\n", 3, "« statut » est inconnu"),
    ("etp:\n  months: columns\n  value: etp\n  columns: {mois: M}\n", 4, "le mois est celui de l'en-tête"),
    ("etp:\n  months: columns\n  value: etp\n  columns: {etp: E}\n", 4, "vient des colonnes des mois"),
    ("etp:\n  months: rows\n  columns: {mois: {constant: 2022-05}}\n", 3, "une colonne dit le mois"),
    ("etp:\n  drop: [\"--\"]\n", 2, "n'a ni lettre ni chiffre"),
    ("etp:\n  keep: {E: V}\n", 2, "une liste ([…]) ou known"),
    ("etp:\n  keep: {E: []}\n", 2, "liste vide"),
    ("etp:\n  quotes: non\n", 2, "« non » est inconnu"),
    ("etp:\n  columns: {poste_id: \"\"}\n", 2, "un texte"),
    ("etp:\n  columns: {contrat: {values: {A: cdi}}}\n", 2, "clé manquante : from"),
    ("etp:\n  columns: {contrat: {from: C, else: cdi}}\n", 2, "else ne va qu'avec values"),
    ("etp:\n  columns: {contrat: {constant: cdi, from: C}}\n", 2, "constant va seul"),
    ("etp:\n  columns: {contrat: {constant: \"\"}}\n", 2, "contrat est obligatoire"),
    ("etp:\n  columns: {contrat: {constant: faux}}\n", 2, "contrat ne l'accepte pas"),
    ("etp:\n  columns:\n    contrat:\n      from: C\n      values:\n        A: faux\n", 6, "contrat ne l'accepte pas"),
    (
      "etp:\n  columns:\n    contrat:\n      from: C\n      values: {A: cdi}\n      else: faux\n", 6, "ne l'accepte pas"
    ),
    (
      "etp:\n  columns:\n    contrat:\n      from: C\n      values:\n        É: cdi\n        e: cdd\n", 7,
      "écrit deux fois"
    ),
    ("etp:\n  columns: {contrat: {from: C, values: {\"\": cdi}}}\n", 2, "une cellule vide reste vide"),
    ("etp:\n  columns: {axe: {from: [A, B]}}\n", 2, "deux en-têtes ne se lisent ensemble que pour mois"),
    ("etp:\n  columns: {mois: {from: [A]}}\n", 2, "deux en-têtes, l'année puis le mois"),
    ("etp:\n  columns: {heures: {from: H, unit: percent}}\n", 2, "percent ne va qu'avec etp"),
    ("etp:\n  columns: {etp: {from: H, unit: \"hh:mm\"}}\n", 2, "hh:mm ne va qu'avec heures"),
    ("etp:\n  columns: {etp: {from: H, unit: percent, values: {A: 1}}}\n", 2, "values ou unit, pas les deux"),
    ("etp:\n  file: reunions-{AAAA-MM}.csv\n", 2, "le nom d'un autre export"),
    ("etp:\n  file: \"X{AAAAMM}.csv\"\nreunions:\n  file: \"x{AAAAMM}.csv\"\n", 4, "est déjà le fichier de etp"),
  ]) func refused(_ text: String, line: Int, message: String) {
    let told = failure { try decode(text) }
    #expect(told.contains("mappings/a.yaml:\(line) :") && told.contains(message), "\(told)")
  }

  @Test(
    "no list of persons",
    arguments: ["constant: X", "from: N, values: {DUPONT: X}", "from: N, values: {A: b}, else: X"])
  func persons(_ source: String) {
    for (kind, column) in [
      ("etp", "salarie_id"), ("beneficiaires", "beneficiaire_id"), ("beneficiaires", "cle_personne"),
      ("beneficiaires", "naissance"),
    ] {
      let told = failure { try decode("\(kind):\n  columns:\n    \(column): {\(source)}\n") }
      #expect(told.contains("mappings/a.yaml") && told.contains("interdit pour \(column)"), "\(told)")
    }
  }

  @Test func unknownAssociation() {
    #expect(
      failure { try decode("etp: {}\n", of: "z") }.contains(
        "mappings/z.yaml : « z » n'est l'identifiant d'aucune association"))
  }

  @Test func understood() throws {
    let mapping = try #require(
      try decode(
        """
        etp:
          file: "Flux.txt"
          months: rows
          quotes: none
          drop: ["DEB", "Fin de"]
          keep: {État: [VALIDE, ""], Matricule: known}
          columns:
            mois: {from: [An, Mois]}
            poste_id: "N° de contrat"
            statut: {from: S, values: {"À pourvoir": en_cours, "-": ""}, else: existant}
            heures: {from: H, unit: "hh:mm"}
        """)[.etp])
    #expect(mapping.isSeries && mapping.months == .rows && mapping.quotes == .none)
    #expect(mapping.drop.map(\.beginning) == ["deb", "fin de"] && mapping.drop.map(\.line.number) == [5, 5])
    #expect(mapping.keep.map(\.test) == [.oneOf(["valide", ""]), .known])
    #expect(mapping.columns["mois"]?.origin == .yearAndMonth(year: "An", month: "Mois"))
    #expect(mapping.columns["statut"]?.values == ["a pourvoir": "en_cours", "-": ""])
    #expect(mapping.columns["statut"]?.otherwise == "existant" && mapping.columns["heures"]?.unit == .hoursAndMinutes)
    #expect(mapping.place(of: mapping.keep[0].line) == "mappings/a.yaml:6")
  }

  @Test(
    "names of files",
    arguments: [
      ("Paie_{MMAAAA}.csv", "paie_052022.CSV", "2022-05"), ("x {AAAA-MM}.txt", "x 2022-05.txt", "2022-05"),
      ("{AAAAMM}-é.csv", "202205-e\u{301}.csv", "2022-05"), ("{MM-AAAA}.csv", "05-2022.csv", "2022-05"),
    ]) func names(_ pattern: String, _ name: String, _ month: String) throws
  {
    let file = try #require(MappedFileName(pattern))
    #expect(file.reading(of: name).isThis && file.reading(of: name).month == Month(month))
    for other in [
      "Paie_132022.csv", "x 2022-5.txt", "x 202205.txt", "05 2022.csv", "paie_052022.csv.csv", "05-20222.csv",
    ] {
      #expect(!file.reading(of: other).isThis, "\(other)")
    }
  }
}
