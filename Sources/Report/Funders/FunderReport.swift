import Domain

/// One funder's report as a value: what the workbook, the page, the CSV and the data package are made from.
package struct FunderReport: Sendable {
  let month: ReportedMonth
  let funder: Funder
  /// The key figures, each at the horizon and in the cell that the funder's file gives it.
  let headlines: [FunderFigure]
  /// What was agreed for the month, in the file's order.
  let objectives: [FunderFigure]
  let sections: [FunderSection]
  /// The key figures, then the sections' figures; each once.
  let figures: [FunderFigure]
  /// Not one number in it, or in one of its sections.
  let isIncomplete: Bool
  /// `provisoire`, `partiel` where any of the report's figures is, `incomplet` where a section has no figure at all;
  /// `définitif` where none of it is.
  let status: String
  /// The same as rows of ``DataColumn``: what the CSV writes and the Données sheet shows.
  private(set) var data: [[DataField]] = []
  /// The CSV.
  private(set) var table: [UInt8] = []
  private(set) var restated: [Restatement] = []
  private(set) var restatedKeys: Set<Figures.Key> = []
  private let revisionsByKey: [Figures.Key: ReleasedRevision]

  package init(_ month: ReportedMonth, _ funder: Funder) {
    self.month = month
    self.funder = funder
    func figures(_ keys: [Figures.Key]) -> [FunderFigure] {
      keys.compactMap { key in
        month.definitions.catalogue[key.indicator].map { FunderFigure($0, key, for: funder, in: month) }
      }
    }
    headlines = figures(funder.keyFigures)
    objectives = figures(funder.objectives(in: month.month).map(\.key))
    let sections = funder.sections.map { FunderSection($0, for: funder, in: month) }
    self.sections = sections
    let told = month.revisions.filter(\.isTellable)
    revisionsByKey = Dictionary(told.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Figures.Key> = []
    self.figures = (headlines + sections.flatMap(\.figures)).filter { seen.insert($0.key).inserted }
    isIncomplete =
      !self.figures.isEmpty && self.figures.allSatisfy { $0.status == .M } || sections.contains(where: \.isEmpty)
    status = statusOfReport(self.figures, isIncomplete: isIncomplete)
    restated = findRestatements()
    restatedKeys = Set(restated.map(\.figure.key))
    data = self.figures.map { figure in DataColumn.allCases.map { $0.field(of: figure, in: self) } }
    table = funderTable(self)
  }

  var programme: Programme { month.definitions.programme }

  /// Indicators of the report, in the order in which they are met.
  var indicators: [Indicator] {
    var seen: Set<String> = []
    return figures.map(\.indicator).filter { seen.insert($0.id).inserted }
  }

  /// Comments of the month, in the file's order.
  var comments: [FunderFigure] {
    funder.comments.filter { $0.month == month.month }.compactMap { comment in figure(of: comment.key) }
  }

  /// The figure of a revision; without a value where it is gone.
  func figure(of key: Figures.Key) -> FunderFigure? {
    month.definitions.catalogue[key.indicator].map { FunderFigure($0, key, for: funder, in: month) }
  }

  func revision(of key: Figures.Key) -> ReleasedRevision? { revisionsByKey[key] }

  func label(of indicator: Indicator) -> String { funder.labels[indicator.id]?.fr ?? indicator.label.fr }

  /// With `révisé` from the second edition of this report on.
  var editionStatus: String { isRevision ? "\(status), révisé" : status }

  var hasAgreement: Bool { funder.agreementFrom.map { $0 <= month.month } ?? false }
}

extension FunderReport {
  /// Whether the edition before had a report to this funder: a first report replaces none.
  var isRevision: Bool { month.predecessor?.definitions.funders.contains { $0.id == funder.id } ?? false }

  /// Of its own figures, in the table's order; those that are gone too (an association that left).
  var revisions: [ReleasedRevision] {
    guard isRevision else { return [] }
    let shown = Set(figures.map(\.key))
    return month.revisions.filter { $0.isTellable && (shown.contains($0.key) || isGone($0.key)) }
  }

  /// Figures that the edition before told this funder and that his report has no more, by choice.
  var departures: [FunderFigure] { chosen { before, now in before && !now } }

  /// Figures that are told this funder for the first time, by choice.
  var arrivals: [FunderFigure] { chosen { before, now in !before && now } }

  /// Figures of which the edition before told this funder the number and this one tells none. Whether they moved is not told: all of
  /// them are named, so that nobody must wonder where a number went, and none can be told from the others.
  var concealed: [FunderFigure] {
    guard isRevision, let predecessor = month.predecessor,
      let before = predecessor.definitions.funders.first(where: { $0.id == funder.id })
    else { return [] }
    let shown = Set(predecessor.told.filter { $0.value != nil }.map(\.key))
    return figures.filter { $0.isHidden && shown.contains($0.key) && before.shows($0.key) }
  }

  private func chosen(_ isMeant: (_ before: Bool, _ now: Bool) -> Bool) -> [FunderFigure] {
    guard let before = month.predecessor?.definitions.funders.first(where: { $0.id == funder.id }) else { return [] }
    let revised = Set(month.revisions.filter { $0.isGone || $0.isNew }.map(\.key))
    return month.figures.all.map(\.key).filter { !revised.contains($0) && isMeant(before.shows($0), funder.shows($0)) }
      .compactMap(figure)
  }

  private func isGone(_ key: Figures.Key) -> Bool {
    funder.shows(key) && month.figures[key] == nil
      && month.definitions.catalogue[key.indicator] != nil
  }

  /// Whether anything in it is not as it was: a figure, what it is read against, a comment, or an earlier month.
  var isTouched: Bool {
    !revisions.isEmpty || !restated.isEmpty || isTouchedEarlier || !departures.isEmpty || !arrivals.isEmpty
      || !concealed.isEmpty
  }

  /// Whether files of earlier months changed of which its key figures are made: its movements and its évolution may be others.
  var isTouchedEarlier: Bool {
    guard isRevision, let changed = month.predecessor?.changedEarlier, !changed.isEmpty else { return false }
    return headlines.contains { !month.definitions.catalogue.kinds(of: $0.indicator.term).isDisjoint(with: changed) }
  }

  /// Whether some of its figures are hidden: of these it does not say whether they changed.
  var hidesSome: Bool { figures.contains(where: \.isHidden) }

  /// `mineure` or `substantielle` by the figures of this report; nil where none of them moved, as far as may be told.
  var materiality: Materiality? {
    let moves = revisions.filter { $0.isMove && $0.old != .hidden }
    return moves.isEmpty ? nil : Materiality(moves, threshold: programme.rules.materialThreshold)
  }
}

private func statusOfReport(_ figures: [FunderFigure], isIncomplete: Bool) -> String {
  let words =
    [Status.P, .U].filter { status in
      figures.contains { $0.status == status || status == .U && $0.status == .P && $0.released?.figure.answers != nil }
    }.map(\.french) + (isIncomplete ? ["incomplet"] : [])
  return words.isEmpty ? Status.A.french : words.joined(separator: ", ")
}
