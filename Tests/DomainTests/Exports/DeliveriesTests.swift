import Domain
import SeededNumbers
import Testing

/// What is found without looking at all of them is what looking at all of them finds.
@Suite struct DeliveriesTests {
  private let months = (1...5).map { Month(year: 2022, number: $0) }

  private func list(_ seed: Int) -> [Delivery] {
    var random = Seeded(UInt64(seed))
    let list = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Delivery(
        DeliveryID(
          ["a", "b", "c"].randomElement(using: &random)!, ExportKind.allCases.randomElement(using: &random)!,
          months.randomElement(using: &random)!),
        outcome: Delivery.Outcome.allCases.randomElement(using: &random)!, isOwed: Bool.random(using: &random),
        rowsRefused: Int.random(in: 0...1, using: &random), waived: Bool.random(using: &random) ? "fermé" : nil)
    }
    // As everywhere, and as in tests.
    return seed % 4 == 0 ? list : list.sorted { $0.month < $1.month }
  }

  private func requireSame(_ deliveries: Deliveries, _ list: [Delivery]) {
    #expect(Array(deliveries) == list && deliveries.count == list.count && Array(deliveries.elements) == list)
    #expect(deliveries.open == list.filter { $0.outcome != .accepted || $0.rowsRefused > 0 })
    #expect(deliveries.lacking == list.filter { $0.isOwed && $0.outcome != .accepted && $0.waived == nil })
    for month in months { #expect(deliveries.of(month) == list.filter { $0.month == month }) }
    for association in ["a", "b", "c", "d"] {
      #expect(
        deliveries.newestRegister(of: association)
          == list.last {
            $0.association == association && $0.kind == .beneficiaires && $0.outcome != .absent
          }?.month)
    }
  }

  @Test(arguments: 1...40) func partsOfAList(seed: Int) {
    let list = list(seed)
    let all = Deliveries(list)
    requireSame(all, list)
    for month in months {
      let part = list.filter { $0.month <= month }
      requireSame(all.upTo(month), part)
      requireSame(all.upTo(month).upTo(months[1]), part.filter { $0.month <= months[1] })
      #expect(all.upTo(month) == Deliveries(part))
    }
  }

  /// Of a series the earlier ones are the first: nothing is copied.
  @Test func shareTheirPlace() {
    let all = Deliveries(months.map { Delivery(DeliveryID("a", .etp, $0), outcome: .accepted) })
    let places = [all, all.upTo(months[2])].map { $0.elements.withUnsafeBufferPointer { $0.baseAddress } }
    #expect(places[0] == places[1] && all.upTo(months[2]).count == 3)
    let facts = Facts(
      jobs: months.map { JobRows(association: 0, month: $0, file: "") }[...], registers: [], meetings: [],
      deliveries: all)
    for (number, month) in months.enumerated() {
      let part = facts.upTo(month)
      #expect(part.jobs.map(\.month) == Array(months[...number]) && part.deliveries.count == number + 1)
    }
    #expect(
      facts.upTo(Month(year: 2021, number: 12)).jobs.isEmpty && facts.upTo(Month(year: 2023, number: 1)).jobs.count == 5
    )
  }
}
