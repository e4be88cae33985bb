import Dispatch
import Synchronization

/// Runs `work` for each index, several at once, the first ones first, and gives the results in the order of the indices. Each runs on one
/// thread from beginning to end, as a ``LinearProgramme`` must: the solver keeps its memory by thread.
package func sideBySide<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  let results = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = work(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.map { $0! } }
}
