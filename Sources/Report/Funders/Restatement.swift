import Domain

/// What a figure is read against, and what is said of it, where the edition before said otherwise: no figure moves, its gap does.
struct Restatement: Sendable {
  enum Subject: Hashable, Sendable {
    case aim(AimChange.Subject)
    case comment
    static let allCases = AimChange.Subject.allCases.map { Subject.aim($0) } + [.comment]
  }

  let figure: FunderFigure
  let subject: Subject
  /// A number or a text; nil where there was none.
  let old: ReportCell?
  let new: ReportCell?
  /// Of two numbers.
  let difference: Rational?
  /// Of the difference.
  var origin: CellOrigin? {
    guard let new = new?.origin, let old = old?.origin else { return nil }
    return .difference(new, old)
  }
  /// Where the new value comes from.
  let source: String
}

extension FunderReport {
  /// In the order of the report's figures.
  func findRestatements() -> [Restatement] {
    guard let before = month.predecessor?.definitions, let old = before.funders.first(where: { $0.id == funder.id })
    else { return [] }
    let now = month.definitions
    return figures.flatMap { figure -> [Restatement] in
      let key = figure.key
      let objective = objectiveChange(of: key, for: funder.id, from: before, to: now, in: month.month)
      let aims = benchmarkChanges(of: key, from: before, to: now, in: month.month) + [objective].compactMap { $0 }
      return aims.map { Restatement($0, of: figure) }
        + [commentChange(of: figure, since: old.comment(on: key, in: month.month))].compactMap { $0 }
    }
  }

  private func commentChange(of figure: FunderFigure, since before: Comment?) -> Restatement? {
    guard before?.text.fr != figure.comment?.text.fr else { return nil }
    func cell(_ comment: Comment?) -> ReportCell? { comment.map { .text(readerText($0.text.fr)) } }
    return Restatement(
      figure: figure, subject: .comment, old: cell(before), new: cell(figure.comment), difference: nil, source: "")
  }
}

extension Restatement {
  fileprivate init(_ change: AimChange, of figure: FunderFigure) {
    func cell(_ declared: DeclaredValue?) -> ReportCell? {
      declared.map { declared in
        .number(declared.value, NumberLook(of: declared.value, decimals: figure.indicator.decimals))
          .from(.declared(declared))
      }
    }
    self.init(
      figure: figure, subject: .aim(change.subject),
      old: cell(change.before.map { DeclaredValue($0, of: change).before }),
      new: cell(change.after.map { DeclaredValue($0, of: change) }), difference: change.difference,
      source: change.source)
  }
}

extension FunderReport {
  /// Whether the edition before said something else of the figure, or of what it is read against.
  func isRevised(_ key: Figures.Key) -> Bool {
    isRevision && (revision(of: key) != nil || restatedKeys.contains(key))
  }
}

extension Restatement.Subject {
  var name: String {
    switch self {
    case .aim(let subject): subject.rawValue
    case .comment: "commentaire"
    }
  }

  /// `une base`, `un objectif`
  var one: String {
    switch self {
    case .aim(let subject): subject.one
    case .comment: "un commentaire"
    }
  }
}
