import Dispatch
import Domain
import Foundation
import Synchronization
import Testing

@testable import Pipeline

/// Parts are made once, whoever asks for them, and by all who wait for them.
@Suite struct SharedPartsTests {
  private func checked() throws -> CheckedMonth {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] {
      for association in ["adds", "die"] { try small.jobs(association, month) }
      try small.persons("adds", month, 7)
    }
    return try readInputs(InputsFolder(small.inputs.path), month: Month("2022-03")!, timings: Timings())
  }

  /// Many at once, on few threads: nobody waits for a thread that another holds, and all have the same.
  @Test(.timeLimit(.minutes(1))) func manyAskAtOnce() throws {
    let checked = try checked()
    let months = Array(Month("2022-01")!...Month("2022-03")!)
    for _ in 0..<20 {
      let shared = SharedParts(checked.facts, checked.definitions, over: months[0]...months[2])
      let alone = SharedParts(checked.facts, checked.definitions, over: months[0]...months[2])
      let expected = try months.map { try alone.figures(of: $0, checked.facts).all }
      let different = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 60) { turn in
        let figures = try? shared.figures(of: months[turn % 3], checked.facts)
        if figures?.all != expected[turn % 3] { different.withLock { $0 += 1 } }
      }
      #expect(different.withLock { $0 } == 0)
      #expect(expected.allSatisfy { !$0.isEmpty })
    }
  }
}
