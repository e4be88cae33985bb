import Domain
import Testing

@testable import Ingest

/// The byte is the raw value, which is the place in the contract's order.
@Suite struct ContractColumnTests {
  @Test func cellPlaces() {
    #expect(JobColumn.allCases.map(\.cellPlace) == Array(0..<13))
    #expect(PathColumn.allCases.map(\.cellPlace) == Array(0..<14))
    #expect(MeetingColumn.allCases.map(\.cellPlace) == Array(0..<7))
    #expect(JobColumn.allCases.map(\.place) == JobColumn.allCases.map(\.cellPlace))
  }
}
