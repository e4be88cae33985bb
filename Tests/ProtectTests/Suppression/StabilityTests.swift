import Domain
import Foundation
import SeededNumbers
import Testing

@testable import Protect

/// The same choice whatever the order of what has none; and the right cells are lost.
struct StabilityTests {
  /// Of every cell: what becomes of it, in an order of its own.
  private func text(_ suppressed: Suppressed) -> String {
    suppressed.hidden.sorted { $0.key < $1.key }.map { month, keys in
      let hidden = keys.map { "\($0.indicator) \($0.horizon) \($0.cell.text)" }.sorted()
      let unmarked = (suppressed.unmarked[month] ?? []).map { "\($0.indicator) \($0.horizon) \($0.cell.text)" }.sorted()
      let reasons = (suppressed.reasons[month] ?? [:]).map { "\($0.key) \($0.value)" }.sorted()
      return "\(month) \(hidden) \(unmarked) \(reasons)"
    }.joined(separator: "\n")
  }

  /// Sets and dictionaries of another size and history have another order.
  private func turned(_ publication: Publication) -> Publication {
    var printed = Set<Figures.Key>(minimumCapacity: 5_000)
    for figure in publication.figures.all.reversed() where publication.printed.contains(figure.key) {
      printed.insert(figure.key)
    }
    var hidden = [Figures.Key: Confidentiality](minimumCapacity: 5_000)
    for (key, mark) in publication.hidden.reversed() { hidden[key] = mark }
    return Publication(month: publication.month, figures: publication.figures, printed: printed, hidden: hidden)
  }

  @Test func ordersOfWhatHasNone() {
    for seed in 0..<30 {
      let table = RandomTables.make(seed)
      let publications = table.editions.map { edition in
        Publication(
          month: edition[0].month, figures: Figures(month: edition[0].month, edition.map(table.figure)),
          printed: Set(edition.map(\.key)), hidden: [:])
      }
      let upcoming = Array(publications.suffix(1))
      let published = publications.dropLast().map { publication in
        Publication(
          month: publication.month, figures: publication.figures, printed: publication.printed,
          hidden: publication.marked(by: SmallCounts(table.definitions.programme.confidentiality), Small.catalogue)
            .hidden)
      }
      let one = suppress(Disclosure(published: Array(published), upcoming: upcoming), under: table.definitions)
      let other = suppress(
        Disclosure(published: published.map(turned), upcoming: upcoming.map(turned)), under: table.definitions)
      #expect(text(one) == text(other), "seed \(seed)")
    }
  }

  /// One number of all choices: two processes have other orders, and print the same (scripts/fuzz-suppression).
  @Test func choicesInOneNumber() {
    guard let wanted = ProcessInfo.processInfo.environment["BILAN_TABLES"].flatMap({ Int($0) }) else { return }
    var sum: UInt64 = 14_695_981_039_346_656_037
    for seed in 0..<wanted {
      var table = RandomTables.make(seed)
      for byte in table.publish().map(text).joined().utf8 { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
    }
    print("choices \(sum)")
  }

  private func funder(_ id: String, _ keyFigures: [Figures.Key]) -> Funder {
    Funder(id: id, label: Label(fr: id), title: Label(fr: id), keyFigures: keyFigures, sections: [])
  }

  /// Women 3 of 9 employees, and two schemes of exits: what is lost follows from what is dear.
  private func lost(keep: [KeptCells] = [], funders: [Funder] = []) -> Set<Figures.Key> {
    var told = SmallWorld(Small.definitions(keep: keep, funders: funders))
    let parts = [("aci", 3), ("ai", 8), ("ei", 9), ("eiti", 10)].map {
      told.cell(Small.key("sorties", .mois, "dispositif=\($0)"), $1)
    }
    let total = told.cell(Small.key("sorties"), 30)
    told.rows.append(.sum(parts, total))
    let hidden = told.publish()[0].hidden[Month("2022-03")!] ?? []
    #expect(told.leaks().told.isEmpty)
    return hidden
  }

  @Test func totalsAreLostLast() {
    #expect(lost().count == 1)
    #expect(!lost().contains(Small.key("sorties")))
  }

  @Test(arguments: ["ai", "ei", "eiti"]) func keyFiguresAreLostLate(last: String) {
    let all = ["ai", "ei", "eiti"].filter { $0 != last }.map { Small.key("sorties", .mois, "dispositif=\($0)") }
    #expect(lost(funders: [funder("f", all)]) == [Small.key("sorties", .mois, "dispositif=\(last)")])
    // In whatever order funders come.
    let (first, second) = (funder("f", [all[0]]), funder("g", [all[1]]))
    #expect(lost(funders: [first, second]) == lost(funders: [second, first]))
  }

  /// A breakdown that is kept is dearer than its total.
  @Test func whatIsKept() {
    let kept = KeptCells(indicator: "sorties", horizon: .mois, by: [.dispositif])
    #expect(lost(keep: [kept]) == [Small.key("sorties")])
    // Of another horizon, or another breakdown: nothing to keep here.
    #expect(
      !lost(keep: [KeptCells(indicator: "sorties", horizon: .annee, by: [.dispositif])]).contains(Small.key("sorties")))
    #expect(!lost(keep: [KeptCells(indicator: "sorties", by: [.sexe])]).contains(Small.key("sorties")))
    // Everything is kept: something goes all the same.
    #expect(
      lost(keep: [KeptCells(indicator: "sorties", by: [.dispositif]), KeptCells(indicator: "sorties")]).count == 1)
  }

  /// What was hidden last month is hidden rather than what was shown.
  @Test(arguments: ["ai", "ei", "eiti"]) func habits(hidden: String) {
    let definitions = Small.definitions()
    func publication(_ month: String, _ marks: [Figures.Key: Confidentiality]) -> Publication {
      let figures =
        [("aci", 3), ("ai", 8), ("ei", 8), ("eiti", 8)].map {
          Small.count(Small.key("sorties", .mois, "dispositif=\($0)"), $1)
        } + [Small.count(Small.key("sorties"), 27)]
      let month = Month(month)!
      return Publication(
        month: month, figures: Figures(month: month, figures), printed: Set(figures.map(\.key)), hidden: marks)
    }
    let key = Small.key("sorties", .mois, "dispositif=\(hidden)")
    let before = publication("2022-02", [key: .D, Small.key("sorties", .mois, "dispositif=aci"): .C])
    let suppressed = suppress(
      Disclosure(published: [before], upcoming: [publication("2022-03", [:])]), under: definitions)
    #expect(suppressed.hidden[Month("2022-03")!] == [key])
  }

  /// A table of a hundred associations: no more than some seconds, in a slow build too.
  @Test(.timeLimit(.minutes(1))) func manyAssociations() {
    var told = SmallWorld(Small.definitions())
    var numbers = Seeded(7)
    var columns: [[Int]] = [[], []]
    for place in 0..<40 {
      let parts = ["f", "h"].enumerated().map { column, sex in
        let cell = told.cell(
          Small.key("effectif", .mois, "association=a\(place) sexe=\(sex)"), Int.random(in: 1...30, using: &numbers))
        columns[column].append(cell)
        return cell
      }
      let whole = told.truths[parts[0]] + told.truths[parts[1]]
      told.rows.append(.sum(parts, told.cell(Small.key("effectif", .mois, "association=a\(place)"), whole)))
    }
    for (column, sex) in ["f", "h"].enumerated() {
      _ = told.cell(Small.key("effectif", .mois, "sexe=\(sex)"), columns[column].reduce(0) { $0 + told.truths[$1] })
    }
    _ = told.cell(Small.key("effectif"), columns.joined().reduce(0) { $0 + told.truths[$1] })
    let start = ContinuousClock.now
    let hidden = told.publish()[0].hidden[Month("2022-03")!] ?? []
    #expect(!hidden.isEmpty && !hidden.contains(Small.key("effectif")))
    if ProcessInfo.processInfo.environment["BILAN_TABLES"] != nil {
      print("many associations: \(ContinuousClock.now - start)")
    }
  }
}
