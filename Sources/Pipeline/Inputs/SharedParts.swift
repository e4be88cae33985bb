import Compute
import Domain
import Host
import Synchronization

/// What the accepted rows give the figures of some months, made when it is first asked for and then shared by all of them: however
/// many months are wanted, rows are gone through once.
final class SharedParts: Sendable {
  let months: ClosedRange<Month>
  private let facts: Facts
  private let definitions: Definitions
  /// Another engine's answers, which go before the rows' own for the months that they answer.
  private let answers: (file: LeavesFile, result: LeafResult)?
  private let made = Mutex<(Computation, MonthlyParts)?>(nil)

  init(
    _ facts: Facts, _ definitions: Definitions, over months: ClosedRange<Month>,
    answers: (file: LeavesFile, result: LeafResult)? = nil
  ) {
    self.answers = answers
    self.months = months
    self.facts = facts
    self.definitions = definitions
  }

  /// The same rows, with another engine's answers.
  func answered(by file: LeavesFile, _ result: LeafResult) -> SharedParts {
    SharedParts(facts, definitions, over: months, answers: (file, result))
  }

  /// Throws `Interruption` and ``LeavesStale``.
  func figures(of month: Month, only indicators: [Indicator]? = nil, _ facts: Facts) throws -> Figures {
    if let (file, result) = answers, result.months.contains(month), month <= result.last {
      return try file.figures(of: month, definitions, result, only: indicators)
    }
    let (computation, parts) = try made.withLock { made in
      if let made { return made }
      let new = try make()
      made = new
      return new
    }
    return computation.figures(of: month, only: indicators, from: parts, facts)
  }

  private func make() throws -> (Computation, MonthlyParts) {
    let computation = Computation(
      definitions.catalogue, of: definitions.programme, with: definitions.reference, over: months)
    let files = Array(Dictionary(grouping: facts.jobs, by: \.association).values)
    var parts = computation.parts(ofMeetings: facts.meetings)
    for part in try concurrentMap(files.count, { computation.parts(ofJobs: files[$0]) }) { parts.merge(part) }
    parts.seal()
    return (computation, parts)
  }
}
