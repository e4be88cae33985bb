import Synchronization

/// Deliveries, in months' order (in another ``upTo(_:)`` has to look at each). Those up to an earlier month are the first of them and share
/// their place, and what is asked for with every edition is found without looking at all of them: of a series each edition has the deliveries
/// of the one before, after ten years thousands, and to go through them takes longer than to write its reports.
package struct Deliveries: RandomAccessCollection, Sendable {
  private let whole: Whole
  /// The first so many of the whole.
  package private(set) var endIndex: Int
  package var startIndex: Int { 0 }

  package init(_ deliveries: some Sequence<Delivery>) {
    whole = Whole(Array(deliveries))
    endIndex = whole.all.count
  }

  /// For who goes through all of them.
  package var elements: ArraySlice<Delivery> { whole.all[..<endIndex] }

  package subscript(position: Int) -> Delivery { elements[position] }

  /// Those of one month.
  package func of(_ month: Month) -> [Delivery] { found(whole.places.ofMonths[month] ?? []) }

  /// Of any month, those that are not whole: absent, refused, or with refused rows.
  package var open: [Delivery] { found(whole.places.open) }

  /// Of any month: they keep figures provisional.
  package var lacking: [Delivery] { open.filter(\.isLacking) }

  /// The month of the newest register that came from an association.
  package func newestRegister(of association: Association.ID) -> Month? {
    let places = whole.places.registers[association] ?? []
    return places.last { $0 < endIndex }.map { whole.all[$0].month }
  }

  /// Those up to a month.
  package func upTo(_ month: Month) -> Deliveries {
    guard whole.places.isInOrder else { return Deliveries(filter { $0.month <= month }) }
    var first = self
    first.endIndex = Swift.min(endIndex, whole.all.partitioningIndex { $0.id.month > month })
    return first
  }

  private func found(_ places: [Int]) -> [Delivery] {
    places.prefix { $0 < endIndex }.map { whole.all[$0] }
  }

  private final class Whole: Sendable {
    let all: [Delivery]
    private let known = AtomicLazyReference<Places>()
    init(_ all: [Delivery]) { self.all = all }
    /// Made when somebody asks: to read or check exports nobody needs to.
    var places: Places { known.load() ?? known.storeIfNil(Places(all)) }
  }

  /// Places, ascending.
  private final class Places: Sendable {
    let isInOrder: Bool
    let ofMonths: [Month: [Int]]
    let open: [Int]
    /// Registers that came, by association.
    let registers: [Association.ID: [Int]]

    init(_ all: [Delivery]) {
      var isInOrder = true
      var ofMonths: [Month: [Int]] = [:]
      var open: [Int] = []
      var registers: [Association.ID: [Int]] = [:]
      for place in all.indices {
        let delivery = all[place]
        if place > 0, all[place - 1].id.month > delivery.id.month { isInOrder = false }
        ofMonths[delivery.id.month, default: []].append(place)
        if delivery.outcome != .accepted || delivery.rowsRefused > 0 { open.append(place) }
        if delivery.id.kind == .beneficiaires, delivery.outcome != .absent {
          registers[delivery.id.association, default: []].append(place)
        }
      }
      (self.isInOrder, self.ofMonths, self.open, self.registers) = (isInOrder, ofMonths, open, registers)
    }
  }
}

extension Deliveries: Equatable, ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Delivery...) { self.init(elements) }
  package static func == (a: Deliveries, b: Deliveries) -> Bool { a.elements == b.elements }
}
