import Testing

@testable import Host

@Suite struct ConcurrentMapTests {
  private struct Failed: Error, Equatable { let index: Int }

  @Test func givesResultsInOrder() throws {
    #expect(try concurrentMap(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(try concurrentMap(0) { $0 }.isEmpty)
  }

  @Test func throwsTheErrorOfTheLowestIndex() {
    #expect(throws: Failed(index: 3)) {
      try concurrentMap(50) { index in if index >= 3 { throw Failed(index: index) } }
    }
  }
}
