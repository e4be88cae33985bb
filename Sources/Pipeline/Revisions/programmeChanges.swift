import Domain

/// What differs between two states of programme.yaml, entry by entry.
func programmeChanges(_ old: Programme, _ new: Programme, _ month: Month) -> [DefinitionChange] {
  func change(
    _ entry: DefinitionChange.Entry, _ cause: RevisionCause, _ french: String, isSilent: Bool = false
  ) -> DefinitionChange {
    DefinitionChange(entry, cause, in: DefinitionName.programme, french, isSilent: isSilent)
  }
  var changes: [DefinitionChange] = []
  if old.start != new.start { changes.append(change(.programme, .methode, "début du programme")) }
  if old.territory.meaning != new.territory.meaning {
    changes.append(change(.territory, .methode, "communes du territoire"))
  }
  changes += differing(old.axes.map { ($0.id, true) }, new.axes.map { ($0.id, true) }).map { id in
    change(.axis(id), .methode, "axe « \((new.axes + old.axes).first { $0.id == id }?.label.fr ?? id) »")
  }
  changes += differing(old.instances.map { ($0.id, $0.meaning) }, new.instances.map { ($0.id, $0.meaning) }).map { id in
    change(
      .instance(id), .methode, "instance « \((new.instances + old.instances).first { $0.id == id }?.label.fr ?? id) »")
  }
  changes += associationChanges(old, new, month).map {
    change(.association($0.id), .methode, $0.french, isSilent: $0.isSilent)
  }
  changes += differing(old.rules.minimumStayDays.map { ($0, $1) }, new.rules.minimumStayDays.map { ($0, $1) })
    .sorted { $0.id < $1.id }.map {
      change(.stay($0), .methode, "durée minimale d'un parcours (\($0.id.uppercased()))")
    }
  if old.rules.maxRejectedShare != new.rules.maxRejectedShare {
    changes.append(change(.reading, .methode, "part de lignes refusées qui fait refuser un fichier"))
  }
  if old.readingHabits != new.readingHabits {
    changes.append(change(.reading, .methode, "mots reconnus dans les fichiers", isSilent: true))
  }
  if let words = secrecyWords(old.confidentiality, new.confidentiality) {
    changes.append(change(.confidentiality, .methode, words))
  }
  if old.words(sharedWith: new, in: month) != new.words(sharedWith: old, in: month) {
    changes.append(change(.programme, .presentation, "libellés et mentions du programme"))
  }
  return changes
}

/// nil where both hide the same.
private func secrecyWords(_ old: Programme.Confidentiality, _ new: Programme.Confidentiality) -> String? {
  if old.thresholds != new.thresholds { return "seuils du secret statistique" }
  return Set(old.keep) == Set(new.keep) ? nil : "cellules à masquer en dernier"
}

private func associationChanges(
  _ old: Programme, _ new: Programme, _ month: Month
) -> [(id: Association.ID, french: String, isSilent: Bool)] {
  func begun(_ programme: Programme) -> [Association] { programme.associations.filter { $0.memberFrom <= month } }
  func pairs(_ value: (Association) -> Association) -> ([(String, Association)], [(String, Association)]) {
    (begun(old).map { ($0.id, value($0)) }, begun(new).map { ($0.id, value($0)) })
  }
  let meant = pairs { $0.meaning(in: month) }
  let read = pairs { $0.reading(in: month) }
  let meaning = Set(differing(meant.0, meant.1))
  return differing(read.0, read.1).map { id in
    let label = (new.association(id) ?? old.association(id))?.label ?? id
    let known = (old.association(id), new.association(id))
    let isMembership = known.0?.memberFrom != known.1?.memberFrom || known.0?.memberUntil != known.1?.memberUntil
    return (id, isMembership ? "adhésion de \(label)" : "association \(label)", !meaning.contains(id))
  }
}

extension Territory {
  fileprivate struct Meaning: Equatable {
    let id: String
    let comparedTo: String?
    let communes: [CommuneCode: [String]]
  }
  fileprivate var meaning: Meaning {
    Meaning(
      id: id, comparedTo: comparedTo,
      communes: Dictionary(communes.map { ($0.code, $0.postalCodes) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension Instance {
  fileprivate var meaning: Instance {
    var instance = self
    instance.label = Label(fr: "")
    instance.aliases = []
    return instance
  }
}

extension Association {
  /// What its files, and what is asked of it, depend on.
  fileprivate func reading(in month: Month) -> Association {
    var association = self
    association.label = ""
    association.isCarrier = false
    // An end that lies ahead has no part in this month.
    if let end = memberUntil, end >= month { association.memberUntil = nil }
    return association
  }

  /// The same without how it writes: its files are read already.
  fileprivate func meaning(in month: Month) -> Association {
    var association = reading(in: month)
    association.aliases = []
    association.axes = []
    association.encoding = nil
    association.columns = [:]
    association.mappings = [:]
    return association
  }
}

extension Programme {
  fileprivate var readingHabits: [AnyHashable] {
    [
      words, axes.map(\.aliases), instances.map(\.aliases), territory.communes.map(\.aliases),
      territory.communes.map(\.label),
    ]
  }

  /// What is only read; of what came or went nothing is a matter of words.
  fileprivate func words(sharedWith other: Programme, in month: Month) -> [AnyHashable] {
    let (axisIDs, instanceIDs) = (Set(other.axes.map(\.id)), Set(other.instances.map(\.id)))
    let members = associations.filter { $0.memberFrom <= month && other.association($0.id) != nil }
    return [
      label, AnyHashable(legal), AnyHashable(contact), isIllustrative, rules.dueDay, rules.materialThreshold,
      territory.label, territory.communes.map(\.label),
      axes.filter { axisIDs.contains($0.id) }.map { [$0.id, $0.label.fr] },
      instances.filter { instanceIDs.contains($0.id) }.map { [$0.id, $0.label.fr] },
      members.map { [$0.id, $0.label, $0.isCarrier ? "carrier" : ""] },
    ]
  }
}

extension Programme.Confidentiality {
  fileprivate var thresholds: [Int] { [personsThreshold, sensitiveThreshold, sumsThreshold] }
}
