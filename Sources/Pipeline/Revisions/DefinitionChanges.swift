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
