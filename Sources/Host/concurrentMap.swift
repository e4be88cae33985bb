import Dispatch

/// Runs `work` for each index, several at once, and gives the results in order; throws the error of the lowest index that
/// failed. Before each is a safe point.
@discardableResult
package func concurrentMap<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) throws -> Value) throws -> [Value] {
  let slots = Slots<Value>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    slots.set(
      index,
      Result {
        try stopIfAsked()
        return try work(index)
      })
  }
  return try slots.values()
}

/// One slot an index: no two threads write the same.
private final class Slots<Value>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Result<Value, any Error>?>
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  func set(_ index: Int, _ result: Result<Value, any Error>) { slots[index] = result }
  func values() throws -> [Value] { try slots.compactMap { try $0?.get() } }
}
