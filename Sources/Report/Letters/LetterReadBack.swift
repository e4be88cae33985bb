import Domain

/// What was understood of the month's files, for the association to say whether it is so.
func readBackSection(_ letter: Letter) -> [Markup] {
  guard let readBack = letter.readBack else { return [] }
  let lines = readBack.lines(since: letter.programme.start)
  guard !lines.isEmpty else { return [] }
  return [
    tag("section", ["aria-labelledby": "compris"]) {
      tag("h2", ["id": "compris"]) { "Ce que nous avons compris" }
      tag("ul") { for line in lines { tag("li") { line } } }
      tag("p") {
        "Vous seuls pouvez le vérifier : si un de ces nombres n'est pas celui que vous attendez, dites-le-nous."
      }
    }
  ]
}

extension ReadBack {
  /// One a file: `Emplois et ETP : 16,00 ETP, 19 salariés, 2 emplois créés ou en cours depuis juillet 2021`: jobs are counted since
  /// the programme's start.
  func lines(since start: Month) -> [String] {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(French.number(Rational(number), decimals: 0))\(French.noBreakSpace)\(number < 2 ? one : many)"
    }
    return [
      staff.map {
        "\(ExportKind.etp.frenchLabel) : \(French.number($0.fullTimeEquivalent, decimals: 2, unit: .ETP)), "
          + "\(count($0.employees, "salarié", "salariés")), "
          + count($0.jobs, "emploi créé ou en cours", "emplois créés ou en cours") + " depuis \(start.french)"
      },
      register.map {
        "\(ExportKind.beneficiaires.frenchLabel) : \(count($0.persons, "personne accompagnée", "personnes accompagnées")) ce mois-ci, "
          + "\(count($0.entries, "entrée", "entrées")), \(count($0.exits, "sortie", "sorties"))"
      },
      meetings.map { "\(ExportKind.reunions.frenchLabel) : \(count($0.held, "réunion tenue", "réunions tenues"))" },
    ].compactMap { $0 }
  }
}
