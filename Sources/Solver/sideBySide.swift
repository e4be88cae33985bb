import Dispatch

/// Runs `work` for each index, several at once, the first ones first, and gives the results in the order of the indices. Each runs on one
/// thread from beginning to end, as a ``LinearProgramme`` must: the solver keeps its memory by thread.
package func sideBySide<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  guard count > 1 else { return (0..<count).map(work) }
  let slots = Slots<Value>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { slots.set($0, work($0)) }
  return slots.values()
}

/// One slot an index: no two threads write the same.
private final class Slots<Value>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Value?>
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  func set(_ index: Int, _ value: Value) { slots[index] = value }
  func values() -> [Value] { slots.map { $0! } }
}
