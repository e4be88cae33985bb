import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Ingest

/// Threads that do all there is to do, each thing once, and help one another.
@Suite struct CrewTests {
  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 2, 7, 100]) func eachIndexOnce(_ count: Int) {
    for _ in 0..<50 {
      let done = Mutex([Int](repeating: 0, count: count))
      Crew().perform(count) { index in done.withLock { $0[index] += 1 } }
      #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
    }
  }

  /// Whatever is handed over, or left to its owner: the results are the same.
  @Test(.timeLimit(.minutes(1)), arguments: [1, 3, 8]) func errandsGiveTheirResults(_ count: Int) {
    for _ in 0..<50 {
      let crew = Crew()
      let sums = Mutex([Int](repeating: 0, count: count))
      crew.perform(count) { index in
        var sum = 0
        for step in 0..<40 { sum += crew.handOver { step * step }?.result() ?? step * step }
        sums.withLock { $0[index] = sum }
      }
      #expect(sums.withLock { $0 } == [Int](repeating: (0..<40).reduce(0) { $0 + $1 * $1 }, count: count))
    }
  }

  /// Who has nothing left to do does what another hands over: here the first waits until somebody does.
  @Test(.timeLimit(.minutes(1))) func theIdleOneDoesIt() {
    let crew = Crew()
    let result = Atomic(0)
    let group = DispatchGroup()
    for _ in 0..<2 {
      group.enter()
      Thread.detachNewThread {
        crew.join(in: 1) { _ in
          let owner = pthread_self()
          while result.load(ordering: .relaxed) == 0 {
            guard let errand = crew.handOver({ pthread_self() == owner ? 1 : 2 }) else { continue }
            result.store(errand.result(), ordering: .relaxed)
          }
        }
        group.leave()
      }
    }
    group.wait()
    #expect(result.load(ordering: .relaxed) == 2)
  }

  /// An errand whose owner does not ask for it is done all the same before the crew goes.
  @Test(.timeLimit(.minutes(1))) func nothingIsLeftUndone() {
    for _ in 0..<50 {
      let crew = Crew()
      let handed = Atomic(0)
      let done = Atomic(0)
      crew.perform(2) { _ in
        for _ in 0..<20 where crew.handOver({ done.wrappingAdd(1, ordering: .relaxed) }) != nil {
          handed.wrappingAdd(1, ordering: .relaxed)
        }
      }
      #expect(handed.load(ordering: .relaxed) == done.load(ordering: .relaxed))
    }
  }

  @Test func outsideItsWorkNobodyIsIdle() { #expect(Crew().handOver { 1 } == nil) }
}
