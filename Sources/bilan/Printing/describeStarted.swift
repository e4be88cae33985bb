import Domain
import Pipeline

/// What was made, what is still to be filled in, and what to do next: in the order in which a first report comes about.
func describe(_ started: StartedProgramme, in folder: String) -> String {
  let definitions = started.definitions
  let programme = definitions.programme
  let counts = [
    counted(definitions.catalogue.indicators.count, "indicateur"), counted(programme.associations.count, "association"),
    counted(programme.axes.count, "axe"), counted(definitions.funders.count, "financeur"),
  ]
  var text = "Programme créé dans \(folder)/inputs : \(counts.joined(separator: ", ")).\n"
  if !started.placeholders.isEmpty {
    text += "\nÀ compléter (dans \(folder)/inputs ; bilan check le redit) :\n"
    for placeholder in started.placeholders { text += "  \(placeholder.french)\n" }
  }
  let month = programme.start
  let first = programme.associations[0].id
  text += """

    Ensuite :
      cd \(folder)
      déposer les exports de chaque mois, comme inputs/exports/\(first)/etp-\(month).csv
        (des modèles à remplir : inputs/modeles/ ; pour une association : bilan template etp --association \(first))
      bilan check \(month)
      bilan run \(month)

    """
  return text
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count < 2 ? "" : "s")" }
