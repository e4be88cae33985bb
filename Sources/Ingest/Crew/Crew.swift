import Dispatch
import Foundation

/// Threads that take associations one after the other, and lend a hand to those who are still at work once none is left: seven equal
/// associations on two cores leave one idle for an eighth of the time, and one large association half of it.
final class Crew: @unchecked Sendable {
  private let condition = NSCondition()
  /// Guarded by the condition, as everything below.
  private var next = 0
  private var ended = 0
  private var idle = 0
  private var errands: [@Sendable () -> Void] = []

  /// Does `work` for each index; the first ones begin first.
  func perform(_ count: Int, _ work: @Sendable (Int) -> Void) {
    // A thread that begins late, or never, is missed by nobody: who is there does all.
    let threads = count == 0 ? 0 : ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: threads) { _ in join(in: count, work) }
  }

  /// What one thread of it does: its share, then what others hand over, until all is done.
  func join(in count: Int, _ work: (Int) -> Void) {
    while let index = take(of: count) {
      work(index)
      condition.withLock { ended += 1 }
      condition.broadcast()
    }
    help(until: count)
  }

  /// Work for one who has nothing else to do; nil: nobody has, and it is left to the caller.
  func handOver<Value>(_ work: @escaping @Sendable () -> Value) -> Errand<Value>? {
    condition.lock()
    defer { condition.unlock() }
    guard idle > errands.count else { return nil }
    let errand = Errand<Value>(condition)
    errands.append { errand.end(with: work()) }
    condition.broadcast()
    return errand
  }

  private func take(of count: Int) -> Int? {
    condition.withLock {
      guard next < count else { return nil }
      next += 1
      return next - 1
    }
  }

  private func help(until count: Int) {
    condition.lock()
    idle += 1
    // What was handed over is done even where its owner has gone.
    while ended < count || !errands.isEmpty {
      if errands.isEmpty {
        condition.wait()
        continue
      }
      let errand = errands.removeFirst()
      idle -= 1
      condition.unlock()
      errand()
      condition.lock()
      idle += 1
    }
    idle -= 1
    condition.unlock()
  }
}
