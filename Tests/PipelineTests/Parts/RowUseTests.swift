import Domain
import Foundation
import Testing

@testable import Pipeline

/// Rows that are added up while they are read give what kept rows give.
@Suite struct RowUseTests {
  private func programme() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] {
      try small.jobs("adds", month, "1 cree 1", "2 existant 0.5 alimentation")
      try small.jobs("die", month, "1 \(month == "2022-02" ? "existant" : "cree") 0.8")
      try small.persons("adds", month, 7)
    }
    return small
  }

  @Test func figuresAreThoseOfKeptRows() throws {
    let small = try programme()
    let (inputs, months) = (try InputsFolder(small.inputs.path), Month("2022-01")!...Month("2022-03")!)
    let kept = try readInputs(inputs, month: months.upperBound, timings: Timings()).sharing(from: months.lowerBound)
    let added = try readInputs(inputs, month: months.upperBound, rows: .added(over: months), timings: Timings())
    #expect(!kept.facts.jobs.isEmpty && added.facts.jobs.isEmpty)
    #expect(kept.findings == added.findings && kept.facts.deliveries == added.facts.deliveries)
    for month in months {
      let figures = try added.parts.figures(of: month, added.facts).all
      #expect(try figures == kept.parts.figures(of: month, kept.facts).all)
      #expect(!figures.isEmpty)
    }
  }

  /// What is found by holding months against one another is found without rows, too.
  @Test func checkedRowsGiveTheSameFindings() throws {
    let small = try SmallProgramme()
    for number in 1...7 {
      let jobs = (1...(number == 7 ? 60 : 3)).map { "2022-0\(number);P\($0);mobilite;cdi;existant;1\n" }
      try small.write("exports/adds/etp-2022-0\(number).csv", "mois;poste_id;axe;contrat;statut;etp\n" + jobs.joined())
    }
    // A path that is gone: of registers no more than that is kept.
    try small.persons("adds", "2022-06", 3)
    try small.persons("adds", "2022-07", 2)
    let inputs = try InputsFolder(small.inputs.path)
    let kept = try readInputs(inputs, month: Month("2022-07")!, timings: Timings())
    let checked = try readInputs(inputs, month: Month("2022-07")!, rows: .checked, timings: Timings())
    #expect(checked.facts.jobs.isEmpty && !checked.parts.hasRows && checked.findings == kept.findings)
    #expect(checked.findings.contains { $0.code == "plausibility-fte" })
    #expect(checked.findings.contains { $0.code == "path-lost" })
    #expect(checked.facts.registers.allSatisfy { $0.count > 0 && $0.outcome.isEmpty })
  }
}
