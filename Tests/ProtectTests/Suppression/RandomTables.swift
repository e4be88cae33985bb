import Domain
import SeededNumbers

/// Little worlds of numbers that are true together, by a seed; with the equations between them written by hand.
enum RandomTables {
  static let makers: [@Sendable (Int, inout Seeded) -> SmallWorld] = [
    cross, persons, rates, kinds, horizons, corrections,
  ]

  static func make(_ seed: Int) -> SmallWorld {
    var numbers = Seeded(UInt64(seed))
    return makers[seed % makers.count](2 + seed / makers.count % 2, &numbers)
  }

  /// Employees by association and sexe, with margins: two or three by two.
  static func cross(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k))
    let associations = Array(["a", "b", "c"].prefix(Int.random(in: 2...3, using: &numbers)))
    let sexes = ["f", "h"]
    var inner: [String: Int] = [:]
    for association in associations {
      for sex in sexes {
        let truth = Int.random(in: 1...6, using: &numbers)
        inner[association + sex] = told.cell(
          Small.key("effectif", .mois, "association=\(association) sexe=\(sex)"), truth)
      }
    }
    func margin(_ parts: [Int], _ cell: String) {
      let whole = told.cell(Small.key("effectif", .mois, cell), parts.reduce(0) { $0 + told.truths[$1] })
      told.rows.append(.sum(parts, whole))
    }
    for association in associations { margin(sexes.map { inner[association + $0]! }, "association=\(association)") }
    for sex in sexes { margin(associations.map { inner[$0 + sex]! }, "sexe=\(sex)") }
    margin(Array(inner.values).sorted(), "")
    return told
  }

  /// Distinct persons: by association the total is at most the sum and at least the largest; by sexe it is the sum; women twice.
  static func persons(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k))
    var (wholes, women): ([Int], [Int]) = ([], [])
    for association in ["a", "b"] {
      let whole = Int.random(in: 0...7, using: &numbers)
      wholes.append(told.cell(Small.key("beneficiaires", .annee, "association=\(association)"), whole))
      women.append(
        told.cell(Small.key("femmes", .annee, "association=\(association)"), Int.random(in: 0...whole, using: &numbers))
      )
      told.rows.append(.atMost(women.last!, [wholes.last!]))
    }
    func total(_ parts: [Int], least: Int = 0) -> Int {
      let truths = parts.map { told.truths[$0] }
      return Int.random(in: max(least, truths.max()!)...max(least, truths.reduce(0, +)), using: &numbers)
    }
    let allWomen = total(women)
    let men = max(0, total(wholes, least: allWomen) - allWomen)
    let unknown = Int.random(in: 0...1, using: &numbers) * Int.random(in: 0...3, using: &numbers)
    let sum = allWomen + men + unknown
    // As many as the associations have.
    guard sum <= wholes.reduce(0, { $0 + told.truths[$1] }), sum >= wholes.map({ told.truths[$0] }).max()! else {
      return persons(k: k, &numbers)
    }
    let all = told.cell(Small.key("beneficiaires", .annee), sum)
    let f = told.cell(Small.key("femmes", .annee), allWomen)
    let cells = [("f", allWomen), ("h", men), ("inconnu", unknown)].map {
      told.cell(Small.key("beneficiaires", .annee, "sexe=\($0)"), $1)
    }
    let known = told.number(allWomen + men)
    told.print(Small.key("part_femmes", .annee), [f, known])
    told.rows += wholes.map { .atMost($0, [all]) } + women.map { .atMost($0, [f]) }
    told.rows += [
      .atMost(all, wholes), .atMost(f, women), .same(f, cells[0]), .sum(cells, all), .sum([cells[0], cells[1]], known),
      .sum([known, cells[2]], all), .atMost(f, [known]),
    ]
    return told
  }

  /// Rates of exits with their parts, by association and in all.
  static func rates(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k))
    var (all, dynamic): ([Int], [Int]) = ([], [])
    for cell in ["association=a", "association=b", "association=c", ""] {
      let isTotal = cell.isEmpty
      let whole = isTotal ? all.reduce(0) { $0 + told.truths[$1] } : Int.random(in: 0...6, using: &numbers)
      let part = isTotal ? dynamic.reduce(0) { $0 + told.truths[$1] } : Int.random(in: 0...whole, using: &numbers)
      // One of the two is printed in the rate alone, here and there.
      let prints = Bool.random(using: &numbers)
      let over = told.cell(Small.key("sorties", .annee, cell), whole)
      let of = prints ? told.cell(Small.key("dynamiques", .annee, cell), part) : told.number(part)
      told.print(Small.key("taux", .annee, cell), [of, over])
      told.rows.append(.atMost(of, [over]))
      if isTotal { told.rows += [.sum(all, over), .sum(dynamic, of)] }
      all.append(over)
      dynamic.append(of)
    }
    return told
  }

  /// Kinds of exit of two schemes: the three make the dynamic ones, within all.
  static func kinds(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k))
    var columns: [[Int]] = []
    for cell in ["dispositif=aci", "dispositif=ei", ""] {
      let truths: [Int] =
        cell.isEmpty
        ? (0..<4).map { place in columns.reduce(0) { $0 + told.truths[$1[place]] } }
        : (0..<4).map { _ in Int.random(in: 0...4, using: &numbers) }
      let three = zip(["durables", "transition", "positives"], truths).map { told.cell(Small.key($0, .mois, cell), $1) }
      let other = told.number(truths[3])
      let dynamic = told.cell(Small.key("dynamiques", .mois, cell), truths.prefix(3).reduce(0, +))
      let all = told.cell(Small.key("sorties", .mois, cell), truths.reduce(0, +))
      told.rows += [.sum(three, dynamic), .sum([dynamic, other], all)]
      let column = three + [other, dynamic, all]
      if cell.isEmpty {
        for place in column.indices { told.rows.append(.sum(columns.map { $0[place] }, column[place])) }
      }
      columns.append(column)
    }
    return told
  }

  /// Exits of two associations over three months, published one after the other; at times a month is left out.
  static func horizons(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k, start: ["2021-11", "2022-01"].randomElement(using: &numbers)!))
    let startsBefore = told.definitions.programme.start < Month("2022-01")!
    let places = ["association=a", "association=b", ""]
    let leftOut = [nil, nil, 2].randomElement(using: &numbers)!
    var before = places.map { $0.isEmpty || !startsBefore ? 0 : Int.random(in: 0...5, using: &numbers) }
    before[2] = before[0] + before[1]
    var old = before.map { told.number($0) }
    let past = old
    if !startsBefore {
      for variable in past { told.rows.append(WholeSolutions.Row(terms: [(variable, 1)], least: 0, most: 0)) }
    }
    var years: [Int?] = [nil, nil, nil]
    for number in 1...3 {
      let month = "2022-0\(number)"
      var (gains, sinceJanuary, sinceStart): ([Int], [Int], [Int]) = ([], [], [])
      for (place, cell) in places.enumerated() {
        let gain =
          cell.isEmpty ? told.truths[gains[0]] + told.truths[gains[1]] : max(0, Int.random(in: -1...4, using: &numbers))
        func add(_ horizon: Horizon, _ truth: Int) -> Int {
          number == leftOut ? told.number(truth) : told.cell(Small.key("sorties", horizon, cell), truth, month)
        }
        gains.append(add(.mois, gain))
        sinceJanuary.append(add(.annee, gain + (years[place].map { told.truths[$0] } ?? 0)))
        sinceStart.append(add(.programme, gain + told.truths[old[place]]))
        told.rows += [
          .sum([gains[place]] + [years[place]].compactMap { $0 }, sinceJanuary[place]),
          .sum([gains[place], old[place]], sinceStart[place]),
          .sum([past[place], sinceJanuary[place]], sinceStart[place]),
        ]
      }
      for column in [gains, sinceJanuary, sinceStart] { told.rows.append(.sum([column[0], column[1]], column[2])) }
      (old, years) = (sinceStart, sinceJanuary.map { $0 })
      if number < 3, number != leftOut { told.nextEdition() }
    }
    return told
  }

  /// Two editions of a month; between them a few numbers changed, and what was hidden stays so.
  static func corrections(k: Int, _ numbers: inout Seeded) -> SmallWorld {
    var told = SmallWorld(Small.definitions(k: k))
    let schemes = ["aci", "ei", "ai"]
    var truths = schemes.map { _ in Int.random(in: 0...6, using: &numbers) }
    for edition in 0..<2 {
      if edition == 1 {
        told.nextEdition()
        truths[Int.random(in: 0...2, using: &numbers)] = Int.random(in: 0...6, using: &numbers)
      }
      let parts = zip(schemes, truths).map { told.cell(Small.key("sorties", .mois, "dispositif=\($0)"), $1) }
      let whole = told.cell(Small.key("sorties", .mois), truths.reduce(0, +))
      let durable = told.cell(Small.key("durables", .mois), truths.map { $0 / 2 }.reduce(0, +))
      told.rows += [.sum(parts, whole), .atMost(durable, [whole])]
    }
    return told
  }
}
