/// How far long work has come, told by whoever does it to whoever asked for it. What is not listened to costs nothing, and no result
/// depends on it.
package struct Headway: Sendable {
  package enum Event: Hashable, Sendable {
    /// Something begins: `lecture`.
    case step(String)
    /// So many are done: 3 of 11 `mois`.
    case count(done: Int, total: Int, unit: String)
  }
  private let hear: @Sendable (Event) -> Void

  package init(_ hear: @escaping @Sendable (Event) -> Void) { self.hear = hear }

  package static let unheard = Headway { _ in }

  package func step(_ name: String) { hear(.step(name)) }
  package func count(_ done: Int, of total: Int, _ unit: String) {
    hear(.count(done: done, total: total, unit: unit))
  }
}
