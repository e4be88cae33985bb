import Testing

@testable import Protect

@Suite struct PartitionTests {
  @Test func whatBelongsTogether() {
    var partition = Partition(count: 8)
    partition.join([6, 2])
    partition.join([3])
    partition.join([5, 7])
    partition.join([7, 2])
    partition.join([])
    #expect(partition.parts { _ in true } == [[0], [1], [2, 5, 6, 7], [3], [4]])
    #expect(partition.parts { $0 > 2 } == [[3], [4], [5, 6, 7]])
  }

  /// A long chain, joined from its far end.
  @Test func aChain() {
    var partition = Partition(count: 1_000)
    for place in stride(from: 998, through: 0, by: -1) { partition.join([place + 1, place]) }
    #expect(partition.parts { _ in true } == [Array(0..<1_000)])
  }
}
