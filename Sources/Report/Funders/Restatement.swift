import Domain

/// What a figure is read against, and what is said of it, where the edition before said otherwise: no figure moves, its gap does.
struct Restatement: Sendable {
  enum Subject: String, CaseIterable, Sendable {
    case baseline = "base", target = "cible", objective = "objectif", comment = "commentaire"
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
    return figures.flatMap { figure in
      let indicator = before.catalogue[figure.key.indicator]
      func applying(_ benchmarks: [Benchmark]?) -> Benchmark? {
        benchmarks?.applying(to: figure.key.cell, horizon: figure.key.horizon, in: month.month)
      }
      let objective = old.objective(of: figure.key, in: month.month)
      let comment = old.comment(on: figure.key, in: month.month)
      return [
        restatement(
          figure, .baseline, applying(indicator?.baselines).map { DeclaredValue($0, .baseline, of: figure.key) },
          figure.declaredBaseline),
        restatement(
          figure, .target, applying(indicator?.targets).map { DeclaredValue($0, .target, of: figure.key) },
          figure.target.map { DeclaredValue($0, .target, of: figure.key) }),
        restatement(
          figure, .objective, objective.map { DeclaredValue($0) }, figure.objective.map { DeclaredValue($0) }),
        comment?.text.fr == figure.comment?.text.fr
          ? nil
          : Restatement(
            figure: figure, subject: .comment, old: comment.map { .text(readerText($0.text.fr)) },
            new: figure.comment.map { .text(readerText($0.text.fr)) }, difference: nil, source: ""),
      ].compactMap { $0 }
    }
  }

  private func restatement(
    _ figure: FunderFigure, _ subject: Restatement.Subject, _ old: DeclaredValue?, _ new: DeclaredValue?
  ) -> Restatement? {
    guard old?.value != new?.value else { return nil }
    func cell(_ declared: DeclaredValue?) -> ReportCell? {
      declared.map { declared in
        .number(declared.value, NumberLook(of: declared.value, decimals: figure.indicator.decimals))
          .from(.declared(declared))
      }
    }
    let difference = old.flatMap { old in new.map { $0.value - old.value } }
    return Restatement(
      figure: figure, subject: subject, old: cell(old?.before), new: cell(new), difference: difference,
      source: new?.source ?? "")
  }
}

extension FunderReport {
  /// Whether the edition before said something else of the figure, or of what it is read against.
  func isRevised(_ key: Figures.Key) -> Bool {
    isRevision && (revision(of: key) != nil || restatedKeys.contains(key))
  }
}

extension Restatement.Subject {
  /// `une base`, `un objectif`
  var one: String { (self == .baseline || self == .target ? "une " : "un ") + rawValue }
}
