import Dispatch

/// Runs `work` for each index, several at once; throws the error of the lowest index that failed.
package func sideBySide(_ count: Int, _ work: @Sendable (Int) throws -> Void) throws {
  let errors = Errors(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    do { try work(index) } catch { errors.set(index, error) }
  }
  if let error = errors.first { throw error }
}

/// One slot an index: no two threads write the same.
private final class Errors: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<(any Error)?>
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  func set(_ index: Int, _ error: any Error) { slots[index] = error }
  var first: (any Error)? { slots.lazy.compactMap { $0 }.first }
}
