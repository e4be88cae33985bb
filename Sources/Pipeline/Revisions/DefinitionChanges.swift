import Domain

/// Which definitions differ between two states, and what that can do to figures.
struct DefinitionChanges {
  /// Files that changed, came or went.
  let all: [String]

  init(_ old: ComparedEdition, _ new: ComparedEdition) {
    all = Set(old.definitionHashes.keys).union(new.definitionHashes.keys)
      .filter { old.definitionHashes[$0] != new.definitionHashes[$0] }.sorted()
  }

  var isReferenceChanged: Bool { all.contains(DefinitionName.territory) }
  var areFundersChanged: Bool { all.contains { $0.hasPrefix(DefinitionName.funders) } }

  /// Those that may move a figure, the reference table aside.
  var method: [String] {
    all.filter { $0 != DefinitionName.territory && !$0.hasPrefix(DefinitionName.funders) }
  }

  /// Some change may be one of words and layout.
  var isPresentation: Bool { areFundersChanged || !method.isEmpty }

  /// Whether an association was a member in a month by both states. Old definitions that this program can no longer read
  /// say nothing.
  func membership(_ old: ComparedEdition, _ new: ComparedEdition) -> (DeliveryID) -> Bool {
    guard all.contains(DefinitionName.programme), let before = try? old.definitions().programme,
      let after = try? new.definitions().programme
    else { return { _ in true } }
    func isMember(_ id: DeliveryID, _ programme: Programme) -> Bool {
      programme.association(id.association)?.isMember(in: id.month) ?? false
    }
    return { isMember($0, before) && isMember($0, after) }
  }

  /// Whether a threshold, a filter, a measure, the hours of a year or a waiver changed, and not only words and targets. Old
  /// definitions that this program can no longer read mean something else.
  func meansSomethingElse(_ old: ComparedEdition, _ new: ComparedEdition) -> Bool {
    guard !method.isEmpty else { return false }
    guard let before = try? old.definitions(), let after = try? new.definitions() else { return true }
    return before.catalogue.meaning != after.catalogue.meaning || before.programme.meaning != after.programme.meaning
      || before.reference.fullTimeHours != after.reference.fullTimeHours
      || before.acknowledged.waived != after.acknowledged.waived
  }
}

extension DefinitionChanges {
  /// Whether what figures are read against changed (objectives, targets, bases), and whether nothing else did. Definitions that
  /// this program can no longer read say neither.
  func aims(_ old: ComparedEdition, _ new: ComparedEdition) -> (differ: Bool, areAll: Bool) {
    guard isPresentation, let before = try? old.definitions(), let after = try? new.definitions() else {
      return (false, false)
    }
    // A funder that came or went takes its objectives with it: that is no change of an objective.
    let kept = Set(before.funders.map(\.id)).intersection(after.funders.map(\.id))
    func objectives(_ definitions: Definitions) -> [[Objective]] {
      definitions.funders.filter { kept.contains($0.id) }.sorted { $0.id < $1.id }.map(\.objectives)
    }
    let differ =
      objectives(before) != objectives(after)
      || before.catalogue.indicators.map { [$0.baselines, $0.targets] }
        != after.catalogue.indicators.map { [$0.baselines, $0.targets] }
    return (differ, differ && before.withoutAims == after.withoutAims)
  }
}

extension Definitions {
  fileprivate struct Rest: Equatable {
    let programme: Programme
    let indicators: [Indicator]
    let funders: [Funder]
    let hours: [Reference.FullTimeHours]
    let waived: [Acknowledged.Waived]
  }
  fileprivate var withoutAims: Rest {
    Rest(
      programme: programme,
      indicators: catalogue.indicators.map { indicator in
        var indicator = indicator
        indicator.baselines = []
        indicator.targets = []
        return indicator
      },
      funders: funders.map { funder in
        var funder = funder
        funder.objectives = []
        return funder
      }, hours: reference.fullTimeHours, waived: acknowledged.waived)
  }
}

extension Catalogue {
  /// Without what is only read: labels, sentences, decimals, baselines and targets. (A baseline that a figure is computed
  /// from shows in the figure.)
  fileprivate var meaning: [Indicator] {
    indicators.map { indicator in
      var indicator = indicator
      indicator.label = Label(fr: "")
      indicator.definition = Label(fr: "")
      indicator.decimals = 0
      indicator.baselines = []
      indicator.targets = []
      return indicator
    }
  }
}

extension Programme {
  /// Without what is only read, and without how associations write: their files are read already.
  fileprivate var meaning: Programme {
    let blank = Label(fr: "")
    var programme = self
    programme.label = blank
    programme.legal = nil
    programme.contact = nil
    programme.isIllustrative = false
    programme.rules.dueDay = 0
    programme.rules.retentionMonths = nil
    programme.rules.materialThreshold = Quantity(0)
    programme.confidentiality.keyFile = nil
    programme.territory.label = blank
    for index in territory.communes.indices {
      programme.territory.communes[index].label = ""
      programme.territory.communes[index].aliases = []
    }
    programme.axes = axes.map { Axis(id: $0.id, label: blank) }
    for index in instances.indices {
      programme.instances[index].label = blank
      programme.instances[index].aliases = []
    }
    for index in associations.indices {
      programme.associations[index].label = ""
      programme.associations[index].aliases = []
      programme.associations[index].isCarrier = false
      programme.associations[index].axes = []
      programme.associations[index].encoding = nil
      programme.associations[index].columns = [:]
    }
    return programme
  }
}
