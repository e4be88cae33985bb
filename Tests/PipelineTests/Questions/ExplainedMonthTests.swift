import Domain
import Foundation
import Testing

@testable import Pipeline

/// What explain explains: an edition as its archive tells it, or the inputs as they are.
@Suite struct ExplainedMonthTests {
  private let month = Month("2022-05")!

  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.publish("2022-05")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    return small
  }

  private func etp(_ explained: ExplainedMonth) throws -> Rational? {
    let request = ExplainRequest(indicator: "etp_total", horizon: .mois, cell: .total)
    return try explainFigures(request, of: explained.checked)[0].figure.value
  }

  private func explained(_ small: SmallProgramme, edition: String? = nil, compute: Bool = false) throws
    -> ExplainedMonth
  {
    try ExplainedMonth(
      month, edition: edition, compute: compute, inputs: { try InputsFolder(small.inputs.path) }, reports: small.reports
    )
  }

  @Test func editionOrInputs() throws {
    let small = try published()
    let current = try explained(small)
    #expect(current.edition == "2022-05.1" && current.successor == nil)
    #expect(try etp(current) == Rational(1))
    let computed = try explained(small, compute: true)
    #expect(computed.edition == nil)
    #expect(try etp(computed) == Rational(1, over: 2))
    try small.publish("2022-05")
    let old = try explained(small, edition: "2022-05.1")
    #expect(old.successor == "2022-05.2")
    #expect(try etp(old) == Rational(1) && etp(explained(small)) == Rational(1, over: 2))
    // Nothing was published of this month: the inputs are what there is.
    let june = try ExplainedMonth(
      Month("2022-06")!, edition: nil, compute: false, inputs: { try InputsFolder(small.inputs.path) },
      reports: small.reports)
    #expect(june.edition == nil)
  }

  @Test func whatThereIsNot() throws {
    let small = try published()
    let checked = try explained(small).checked
    func refused(_ indicator: String, _ horizon: Horizon?, _ cell: Cell) {
      #expect(throws: NothingToExplain.self) {
        try explainFigures(ExplainRequest(indicator: indicator, horizon: horizon, cell: cell), of: checked)
      }
    }
    refused("inconnu", nil, .total)
    refused("etp_total", .programme, .total)
    refused("etp_total", .mois, Cell([Cell.Member(.sexe, "f")]))
    // Without a horizon, each of the indicator's.
    let all = try explainFigures(ExplainRequest(indicator: "emplois_crees", horizon: nil, cell: .total), of: checked)
    #expect(all.map(\.figure.horizon) == [.mois, .annee, .programme])
    let january = Month("2022-01")!
    #expect(all.map(\.sources[0].period) == [month...month, january...month, january...month])
    #expect(all.map(\.sources[0].rows.count) == [1, 1, 1] && all.allSatisfy { $0.adds })
  }
}
