import Domain

/// acknowledged.yaml → ``Acknowledged``. Throws ``DefinitionError`` or ``DefinitionErrors``.
package func decodeAcknowledged(
  _ text: String, programme: Programme, file: String = "acknowledged.yaml"
) throws -> Acknowledged {
  let faults = DefinitionFaults()
  let draft = ProgrammeDraft(programme)
  let acknowledged = YAMLDocument.root(text, file: file, faults: faults).map { decodeAcknowledged($0, draft) }
  try faults.throwAny()
  return acknowledged ?? Acknowledged()
}

func decodeAcknowledged(_ root: YAMLValue, _ programme: ProgrammeDraft) -> Acknowledged {
  let map = root.fields(AcknowledgedKeys.file)
  let waivers = WaiverDecoder(programme: programme)
  return Acknowledged(waived: waivers.waived(map.list("waived")), explained: waivers.explained(map.list("explained")))
}

/// Each entry must touch something that the programme owes, and not only what another entry touches already.
private struct WaiverDecoder {
  let programme: ProgrammeDraft
  private let kinds = ExportKind.allCases.map { ($0.id, $0) }

  init(programme: ProgrammeDraft) { self.programme = programme }

  func waived(_ entries: [YAMLValue]) -> [Acknowledged.Waived] {
    var before: [(entry: YAMLValue, waived: Acknowledged.Waived)] = []
    for entry in entries {
      let waived = entry.faults.sound {
        let map = entry.fields(AcknowledgedKeys.waived)
        let associations = map["association"]?.oneOrMore().compactMap { $0.member(of: programme.associations) }
        let kinds = map["kind"]?.oneOrMore().compactMap { $0.choice(self.kinds) }
        return Acknowledged.Waived(
          associations: Set(associations ?? []), kinds: Set(kinds ?? []), months: self.months(map),
          reason: map["reason"]?.label()?.fr ?? "")
      }
      guard let waived else { continue }
      if let other = before.first(where: { $0.waived.covers(waived) }) {
        entry.slip("cette dispense est déjà écrite\(already(other.entry.line)) ; en retirer une")
      } else if !isOwed(waived.associations, waived.kinds, waived.months) {
        entry.slip("cette dispense ne touche rien : \(nothingOwed) ; corriger ou retirer l'entrée")
      }
      before.append((entry, waived))
    }
    return before.map(\.waived)
  }

  func explained(_ entries: [YAMLValue]) -> [Acknowledged.Explained] {
    var before: [(entry: YAMLValue, explained: Acknowledged.Explained)] = []
    for entry in entries {
      let explained = entry.faults.sound {
        let map = entry.fields(AcknowledgedKeys.explained)
        return Acknowledged.Explained(
          association: map["association"]?.member(of: programme.associations) ?? "",
          kind: map["kind"]?.choice(kinds) ?? .etp, month: map["month"]?.month() ?? .unread,
          code: map["code"].flatMap(code) ?? "", reason: map["reason"]?.label()?.fr ?? "")
      }
      guard let explained else { continue }
      if let other = before.first(where: { $0.explained.isOf(explained) }) {
        entry.slip("cette explication est déjà écrite\(already(other.entry.line)) ; en retirer une")
      } else if !isOwed([explained.association], [explained.kind], explained.month...explained.month) {
        entry.slip("cette explication ne touche rien : \(nothingOwed) ; corriger ou retirer l'entrée")
      }
      before.append((entry, explained))
    }
    return before.map(\.explained)
  }

  private let nothingOwed = "l'association ne doit pas cet export ce mois-là"

  /// Whether one of the files is owed; where that cannot be known, one may be.
  private func isOwed(_ ids: Set<String>, _ kinds: Set<ExportKind>, _ months: ClosedRange<Month>) -> Bool {
    guard let start = programme.start, ids.isSubset(of: programme.soundAssociations),
      months.upperBound >= start
    else { return programme.start == nil || !ids.isSubset(of: programme.soundAssociations) }
    return programme.programme.associations.contains { association in
      ids.contains(association.id) && !association.owes.isDisjoint(with: kinds)
        && association.membership(within: max(start, months.lowerBound)...months.upperBound) != nil
    }
  }

  /// A warning that ``Acknowledged`` can silence.
  private func code(_ value: YAMLValue) -> String? {
    guard let text = value.text() else { return nil }
    let silenced = FindingCode.allCases.map(\.rawValue).filter { $0.hasPrefix("plausibility-") }
    if silenced.contains(text) { return text }
    let problem =
      FindingCode(rawValue: text) == nil
      ? "\(quoted(text)) n'est pas le code d'un constat" : "\(quoted(text)) ne se tait pas ainsi"
    value.slip("\(problem) ; \(expectedOne(of: silenced, for: text))")
    return text
  }

  /// `month`, or `from` and `until`; both included.
  private func months(_ map: YAMLFields) -> ClosedRange<Month> {
    if let month = map["month"] {
      (map["from"] ?? map["until"])?.fail("month, ou bien from et until : pas les deux")
      let month = month.month() ?? .unread
      return month...month
    }
    let (first, last) = (map["from"]?.month(), map["until"]?.month())
    for key in ["from", "until"] where map[key] == nil {
      map.place.fail(
        map["from"] == nil && map["until"] == nil && key == "from"
          ? "clé manquante : month (ou from et until)" : "clé manquante : \(key)")
      if map["from"] == nil && map["until"] == nil { break }
    }
    guard let first, let last else { return .unread ... .unread }
    if last < first { map["until"]?.fail("until (\(last)) précède from (\(first)) ; attendu : \(first) ou plus tard") }
    return first...max(first, last)
  }
}

extension Acknowledged.Waived {
  /// Whether the other one waives nothing that this one does not.
  fileprivate func covers(_ other: Acknowledged.Waived) -> Bool {
    other.associations.isSubset(of: associations) && other.kinds.isSubset(of: kinds)
      && months.contains(other.months.lowerBound) && months.contains(other.months.upperBound)
  }
}

extension Acknowledged.Explained {
  fileprivate func isOf(_ other: Acknowledged.Explained) -> Bool {
    association == other.association && kind == other.kind && month == other.month && code == other.code
  }
}
