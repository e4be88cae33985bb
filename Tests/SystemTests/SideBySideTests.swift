import Testing

@testable import System

@Suite struct SideBySideTests {
  private struct Failed: Error, Equatable { let index: Int }

  @Test func givesResultsInOrder() throws {
    #expect(try sideBySide(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(try sideBySide(0) { $0 }.isEmpty)
  }

  @Test func throwsTheErrorOfTheLowestIndex() {
    #expect(throws: Failed(index: 3)) {
      try sideBySide(50) { index in if index >= 3 { throw Failed(index: index) } }
    }
  }
}
