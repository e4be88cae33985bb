import Domain

/// What a figure is read against: nobody computed it, somebody wrote it down.
package struct DeclaredValue: Hashable, Sendable {
  package enum Subject: Hashable, Sendable { case baseline, target, objective(Objective.Kind) }

  package let subject: Subject
  package let key: Figures.Key
  package let value: Rational
  /// Month a base holds for, or a target from.
  package let month: Month?
  /// What an objective is agreed for.
  package let period: ClosedRange<Month>?
  package let source: String
  /// As the definitions of the edition before had it.
  package var isBefore = false

  init(_ benchmark: Benchmark, _ subject: Subject, of key: Figures.Key) {
    self.subject = subject
    self.key = key
    value = benchmark.value
    month = benchmark.month
    period = nil
    source = benchmark.source
  }

  init(_ objective: Objective) {
    subject = .objective(objective.kind)
    key = objective.key
    value = objective.value
    month = nil
    period = objective.period
    source = objective.source
  }

  init(_ aim: AimChange.Aim, of change: AimChange) {
    switch aim {
    case .benchmark(let benchmark):
      self.init(benchmark, change.subject == .baseline ? .baseline : .target, of: change.key)
    case .objective(let objective): self.init(objective)
    }
  }

  /// The same in the definitions of the edition before.
  var before: DeclaredValue {
    var value = self
    value.isBefore = true
    return value
  }
}

extension FunderFigure {
  var declaredBaseline: DeclaredValue? { baseline.map { DeclaredValue($0, .baseline, of: key) } }
  /// What was agreed with the funder, else the catalogue's target.
  var declaredAim: DeclaredValue? {
    objective.map { DeclaredValue($0) } ?? target.map { DeclaredValue($0, .target, of: key) }
  }
}
