import Domain

/// A member of the new programme.
struct StarterAssociation: Hashable, Sendable {
  let entry: StarterEntry
  /// nil: nobody said which.
  let commune: CommuneCode?
  var owes: [ExportKind]

  /// `[id=]label[@commune]`, the commune by its code or by its name in the territory. Throws ``StarterRefused``.
  init(
    saying text: String, besides taken: [StarterEntry], in communes: [StarterCommune], owes: [ExportKind]
  ) throws(StarterRefused) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(trimmed)
    entry = try StarterEntry(saying: parts[0], besides: taken, noun: "association")
    self.owes = owes
    guard parts.count > 1 else {
      // One commune: it is that one.
      commune = communes.count == 1 ? communes[0].code : nil
      return
    }
    let named = communes.first { normalForm($0.label) == normalForm(parts[1]) }?.code
    guard parts.count == 2, let code = named ?? CommuneCode(parts[1]) else {
      throw StarterRefused(
        message:
          "« \(text) » : après @, attendu : le code INSEE d'une commune, ou le nom d'une de celles du territoire.")
    }
    commune = code
  }
}
