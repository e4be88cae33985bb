import Domain
import Testing

@testable import Pipeline

/// Which months a run is for.
@Suite struct RunRequestTests {
  private func months(_ first: String?, _ last: String?, published: [String] = []) -> String {
    var request = RunRequest()
    request.first = first.flatMap { Month($0) }
    request.last = last.flatMap { Month($0) }
    let range = request.months(published: published.compactMap { Month($0) })
    return "\(range.lowerBound) \(range.upperBound)"
  }

  @Test func oneMonthOrASeries() {
    #expect(months(nil, "2022-05") == "2022-05 2022-05")
    #expect(months("2022-02", "2022-05") == "2022-02 2022-05")
  }

  /// A correction runs to the newest published month; a first run, and one after all of them, to the last whole month.
  @Test func anOpenSeriesEndsWithWhatWasPublished() {
    #expect(months("2022-02", nil, published: ["2022-01", "2022-05", "2022-04"]) == "2022-02 2022-05")
    #expect(months("2022-02", nil) == "2022-02 \(lastWholeMonth())")
    #expect(months("2022-02", nil, published: ["2022-01"]) == "2022-02 \(lastWholeMonth())")
    #expect(months(nil, nil, published: ["2022-05"]) == "\(lastWholeMonth()) \(lastWholeMonth())")
  }
}
