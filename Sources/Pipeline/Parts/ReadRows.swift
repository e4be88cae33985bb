import Compute
import Domain
import Ingest
import Synchronization
import Validate

/// What is made of `etp` rows while they are read: the staff of every month, which is held against the months before, and where that is
/// wanted their parts of figures. Associations come side by side; what one gave is added when it ends.
final class ReadRows: Sendable {
  private struct Sums {
    var staff: [StaffMonth] = []
    var parts: MonthlyParts?
  }
  private let sums: Mutex<Sums>
  private let reference: Reference
  private let isKept: Bool
  private let isOnlyChecked: Bool
  private let computation: Computation?

  init(_ use: RowUse, _ definitions: Definitions) {
    reference = definitions.reference
    switch use {
    case .kept: (isKept, isOnlyChecked, computation) = (true, false, nil)
    case .checked: (isKept, isOnlyChecked, computation) = (false, true, nil)
    case .added(let months):
      (isKept, isOnlyChecked) = (false, false)
      computation = Computation(
        definitions.catalogue, of: definitions.programme, with: definitions.reference, over: months)
    }
    sums = Mutex(Sums())
  }

  /// Who takes the rows of one association.
  func taker() -> any JobsTaker { Taker(rows: self) }

  /// Of all accepted files, in no order.
  var staff: [StaffMonth] { sums.withLock { $0.staff } }

  /// What all rows, and these meetings, give the figures; nil: nobody wanted it.
  func parts(with meetings: ArraySlice<MeetingRows>) -> (Computation, MonthlyParts)? {
    guard let computation else { return nil }
    var parts = computation.parts(ofMeetings: meetings)
    if let jobs = sums.withLock({ $0.parts }) { parts.merge(jobs) }
    parts.seal()
    return (computation, parts)
  }

  private func add(_ staff: [StaffMonth], _ parts: MonthlyParts?) {
    sums.withLock { sums in
      sums.staff += staff
      guard let parts else { return }
      if sums.parts == nil { sums.parts = parts } else { sums.parts!.merge(parts) }
    }
  }

  private final class Taker: JobsTaker {
    private struct State {
      var staff: [StaffMonth] = []
      var pass: JobParts?
    }
    private let rows: ReadRows
    /// One thread at a time, but not always the same.
    private let state: Mutex<State>
    var keepsRows: Bool { rows.isKept }
    var keepsPaths: Bool { !rows.isOnlyChecked }

    init(rows: ReadRows) {
      self.rows = rows
      state = Mutex(State(pass: rows.computation.map(JobParts.init)))
    }

    func take(_ file: JobRows) {
      state.withLock { state in
        state.staff.append(StaffMonth(file, rows.reference))
        state.pass?.read([file], of: file.month)
      }
    }

    func finish() { state.withLock { rows.add($0.staff, $0.pass?.parts) } }
  }
}
