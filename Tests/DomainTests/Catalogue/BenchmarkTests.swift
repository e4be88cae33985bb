import Domain
import Testing

/// Which baseline or target holds.
struct BenchmarkTests {
  let west = Cell([Cell.Member(.association, "ouest")])

  private func value(_ list: [Benchmark], _ month: String, in cell: Cell = .total, _ horizon: Horizon = .annee)
    -> String?
  {
    list.applying(to: cell, horizon: horizon, in: Month(month)!)?.value.text()
  }

  private func benchmark(_ value: Int, _ month: String?, cell: Cell = .total, horizon: Horizon? = nil) -> Benchmark {
    Benchmark(value: Rational(value), month: month.flatMap { Month($0) }, source: "", cell: cell, horizon: horizon)
  }

  @Test func theNewestNotLaterElseTheOldest() {
    let list = [benchmark(3, "2022-12"), benchmark(1, "2021-01"), benchmark(2, "2022-02")]
    #expect(value(list, "2022-01") == "1")
    #expect(value(list, "2022-02") == "2")
    #expect(value(list, "2023-01") == "3")
    #expect(value(list, "2020-01") == "1")
    #expect(value([], "2022-01") == nil)
  }

  @Test func withoutADateItIsTheOldest() {
    let list = [benchmark(2, "2022-02"), benchmark(1, nil)]
    #expect(value(list, "2022-01") == "1")
    #expect(value(list, "2022-02") == "2")
  }

  @Test func onlyItsOwnCellAndHorizon() {
    let list = [benchmark(1, nil), benchmark(2, nil, cell: west), benchmark(3, "2022-01", horizon: .mois)]
    #expect(value(list, "2022-05", in: west) == "2")
    #expect(value(list, "2022-05") == "1")
    #expect(value(list, "2022-05", .mois) == "3")
    #expect(value(list, "2022-05", in: Cell([Cell.Member(.association, "est")])) == nil)
  }
}
