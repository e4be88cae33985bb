import Foundation

/// What somebody else does, and its owner waits for when it is needed. Whoever was idle when it was handed over has begun it, or is
/// about to.
final class Errand<Value>: @unchecked Sendable {
  private let condition: NSCondition
  /// Guarded by the condition.
  private var value: Value?

  init(_ condition: NSCondition) { self.condition = condition }

  func end(with value: Value) {
    condition.withLock { self.value = value }
    condition.broadcast()
  }

  /// Waits for it.
  func result() -> Value {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let value { return value }
      condition.wait()
    }
  }
}
