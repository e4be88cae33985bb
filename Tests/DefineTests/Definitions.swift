import Define
import Domain
import Testing

/// A programme.yaml that decodes: what a test breaks in one place.
let goodProgramme = """
  programme:
    id: essai
    label: {fr: "Essai", en: "Test"}
    start: 2021-07
  territory:
    id: cahc
    label: CAHC
    compared_to: region
    communes:
      - {id: "62427", label: Hénin-Beaumont, postal: ["62110"]}
  axes:
    - {id: x, label: Axe X, aliases: ["ixe"]}
    - {id: y, label: Axe Y}
  instances:
    - {id: ca, label: "Conseil", tracked_from: 2021-07}
    - {id: g2t, label: "Groupe", axe: required}
  associations:
    - {id: a, label: "Association A", axes: [x], commune: "62427", member_from: 2021-07, owes: [etp]}
    - {id: b, label: "Association B", commune: "62427", member_from: 2021-07}
  rules:
    max_rejected_share: 0.25
    minimum_stay_days: {aci: 80}
  """

/// One entry of a catalogue, on lines 2 to 8.
func entry(
  id: String = "i", unit: String = "postes", measure: String = "{count_first: {kind: etp, status: cree}}",
  horizons: String = "[mois]", more: String = ""
) -> String {
  """
    - id: \(id)
      label: {fr: "Essai"}
      definition: {fr: "Essai."}
      unit: \(unit)
      decimals: 0
      measure: \(measure)
      horizons: \(horizons)

  """ + (more.isEmpty ? "" : "    \(more)\n")
}

func decode(_ entries: String...) throws -> Catalogue {
  try decodeCatalogue(
    "indicators:\n" + entries.joined(), programme: decodeProgramme(goodProgramme),
    reference: Definitions.reference)
}

/// Decodes, and gives the error as it is printed: place and message.
func failure(_ decode: () throws -> some Any) -> String {
  do {
    _ = try decode()
    return "pas d'erreur"
  } catch let error as DefinitionError {
    return error.line == nil ? "\(error.file) : \(error.expected)" : "\(error.file):\(error.line!) : \(error.expected)"
  } catch {
    return "autre erreur : \(error)"
  }
}

extension String {
  func replacing(_ text: String, with other: String) -> String {
    let parts = split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "« \(text) » n'est pas dans le texte")
    return parts.joined(separator: other)
  }
}

/// What a reference table of the programme above would hold.
enum Definitions {
  static let reference = Reference(
    vintages: ["cahc", "region"].map {
      Reference.Vintage(
        territory: $0, asOf: Day(year: 2021, month: 12, day: 31), essPosts: Quantity(9), allPosts: Quantity(100),
        share: nil, source: "essai", standing: .official)
    }, fullTimeHours: [])
}
