import Domain

/// A new programme, every id settled. What nobody said stands as a placeholder: ``unsaid`` in what its readers will see, where
/// `check` finds it.
struct Starter: Hashable, Sendable {
  /// The words by which ``listPlaceholders(in:)`` knows a line that is still to be filled in.
  static let unsaid = placeholderWords

  let programme: StarterEntry
  let start: Month
  let isStartSaid: Bool
  let contact: String?
  let territory: StarterEntry
  let compared: StarterEntry
  let isComparedSaid: Bool
  let communes: [StarterCommune]
  let axes: [StarterEntry]
  let associations: [StarterAssociation]
  let funders: [StarterEntry]

  /// `folder` names a programme that nobody named, `newest` is the last whole month. Throws ``StarterRefused``.
  init(_ answers: StarterAnswers, folder: String, newest: Month) throws(StarterRefused) {
    let folderID = slug(of: folder, besides: [], otherwise: "ptce")
    programme =
      try Self.entry(answers.name, noun: "programme") ?? StarterEntry(id: folderID, label: "\(folder) (\(Self.unsaid))")
    isStartSaid = answers.start != nil
    start = answers.start ?? Month(year: newest.year, number: 1)
    contact = answers.contact.map(trimmed)
    territory =
      try Self.entry(answers.territory, noun: "territoire")
      ?? StarterEntry(id: "territoire", label: "Territoire (\(Self.unsaid))")
    compared =
      try Self.entry(answers.compared, besides: [territory], noun: "région")
      ?? StarterEntry(id: "region", label: "Région")
    isComparedSaid = answers.compared != nil
    communes = try StarterCommune.list(saying: answers.communes)
    axes =
      answers.axes.isEmpty
      ? (1...2).map { StarterEntry(id: "axe-\($0)", label: "Axe \($0) (\(Self.unsaid))") }
      : try StarterEntry.list(saying: answers.axes, noun: "axe")
    associations = try Self.associations(answers, communes)
    funders =
      answers.funders.isEmpty
      ? [StarterEntry(id: "financeur", label: "Financeur (\(Self.unsaid))")]
      : try StarterEntry.list(saying: answers.funders, noun: "financeur")
  }

  private static func entry(
    _ text: String?, besides taken: [StarterEntry] = [], noun: String
  ) throws(StarterRefused) -> StarterEntry? {
    guard let text else { return nil }
    return try StarterEntry(saying: text, besides: taken, noun: noun)
  }

  /// The first carries the programme, and reports the meetings.
  private static func associations(
    _ answers: StarterAnswers, _ communes: [StarterCommune]
  ) throws(StarterRefused) -> [StarterAssociation] {
    let texts =
      answers.associations.isEmpty
      ? ["A", "B"].map { "association-\($0.lowercased())=Association \($0) (\(unsaid))" } : answers.associations
    var associations: [StarterAssociation] = []
    for text in texts {
      associations.append(
        try StarterAssociation(
          saying: text, besides: associations.map(\.entry), in: communes,
          owes: associations.isEmpty ? [.etp, .beneficiaires, .reunions] : [.etp, .beneficiaires]))
    }
    guard !answers.insertion.isEmpty else { return associations }
    var keepers: Set<String> = []
    for text in answers.insertion {
      let form = normalForm(text)
      guard let found = associations.first(where: { [$0.entry.id, $0.entry.label].map(normalForm).contains(form) })
      else {
        throw StarterRefused(
          message:
            "« \(text) » n'est aucune des associations : \(associations.map(\.entry.label).joined(separator: ", ")).")
      }
      keepers.insert(found.entry.id)
    }
    for index in associations.indices where !keepers.contains(associations[index].entry.id) {
      associations[index].owes.removeAll { $0 == .beneficiaires }
    }
    return associations
  }
}
