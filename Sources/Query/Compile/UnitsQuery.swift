import Domain

/// Leaves that count distinct units of the same rows, in one pass: each row says in the bits of a number which leaves it meets, each
/// unit of a cell has the bits of its rows, and units are counted by bit.
struct UnitsQuery {
  let together: CountedTogether
  let unit: String
  let counts: [LeafCount]
  /// Every breakdown is by sex: a unit stands in the row of each sex that its rows give (1 to 3), or in the fourth where none does.
  let isBySex: Bool

  var text: String {
    var bits = Bits()
    var columns = Columns(prefix: "units")
    let cells = counts.map { count in
      let asked = bits.place(of: all(count.asked))
      let kept = count.kept.map { bits.place(of: all(count.asked + $0)) }
      let filled = count.filled.map { bits.place(of: all(count.asked + $0)) }
      return CellLeaf(
        count, value: kept.map { columns.name(of: number($0, unless: $0)) },
        answered: filled.map { columns.name(of: number($0, unless: asked)) },
        asked: count.filled == nil ? nil : columns.name(of: number(asked, unless: asked)))
    }
    return CellsQuery(
      together: together, dimensions: dimensions, leaves: cells,
      cells: "SELECT \((together.keys + dimensions.map(\.id) + columns.definitions).joined(separator: ", "))"
        + "\n    FROM (\(isBySex ? unitsBySex(bits) : units(bits))) AS units"
        + "\n    GROUP BY \((together.keys + dimensions.map(\.id)).joined(separator: ", "))"
    ).text
  }

  private var dimensions: [Dimension] { Set(counts.flatMap(\.breakdowns).joined()).sorted() }
  private var others: [Dimension] { dimensions.filter { $0 != .sexe } }

  /// How many units have a bit; by sex, in the fourth row, of those that have the other one under no sex.
  private func number(_ bit: Bits.Place, unless known: Bits.Place) -> String {
    let test =
      "(bits_\(bit.word) & \(bit.mask)) <> 0" + (isBySex ? " AND (known_\(known.word) & \(known.mask)) = 0" : "")
    return "CAST(SUM(CASE WHEN \(test) THEN 1 ELSE 0 END) AS BIGINT)"
  }

  private func units(_ bits: Bits) -> String { units(bits, bits.words.map { "BIT_OR(bits_\($0)) AS bits_\($0)" }) }

  /// A row for each sex of a unit, with the bits of its rows of that sex; in the fourth, what is known of it under another, too.
  private func unitsBySex(_ bits: Bits) -> String {
    let units = units(
      bits,
      bits.words.flatMap { word in
        (0...3).map { "BIT_OR(CASE WHEN sexe = \($0) THEN bits_\(word) ELSE 0 END) AS bits_\(word)_\($0)" }
      })
    let own = bits.words.flatMap { word in
      [
        "CASE code WHEN 1 THEN bits_\(word)_1 WHEN 2 THEN bits_\(word)_2 WHEN 3 THEN bits_\(word)_3 ELSE bits_\(word)_0 END AS bits_\(word)",
        "CASE code WHEN 4 THEN bits_\(word)_1 | bits_\(word)_2 | bits_\(word)_3 ELSE 0 END AS known_\(word)",
      ]
    }
    let codes = (1...4).map { "SELECT \($0) AS code" }.joined(separator: " UNION ALL ")
    return
      "SELECT \((together.keys + others.map(\.id) + ["code AS sexe"] + own).joined(separator: ", "))\n      FROM (\(units)) AS sexes CROSS JOIN (\(codes)) AS codes"
  }

  /// Each unit once in each cell, with the bits of its rows there, put together as `merged` says.
  private func units(_ bits: Bits, _ merged: [String]) -> String {
    let breakdowns = distinct(counts.flatMap(\.breakdowns).map { $0.filter { $0 != .sexe } })
    return
      "SELECT \((together.keys + others.map(\.id) + ["unit"] + merged).joined(separator: ", "))\n      FROM (\(rows(bits))) AS asked_rows"
      + "\n      WHERE \(bits.words.map { "bits_\($0) <> 0" }.joined(separator: " OR "))"
      + "\n      " + Dimension.groupingSets(together.keys, breakdowns, ["unit"])
  }

  private func rows(_ bits: Bits) -> String {
    let cell = others.map(\.id) + (isBySex ? ["sexe"] : [])
    return
      "SELECT \((together.keys + cell + ["\(unit) AS unit"] + bits.definitions).joined(separator: ", "))\n        FROM \(together.source.name)"
  }
}

/// Conditions as bits of whole numbers, each condition once.
private struct Bits {
  struct Place {
    let word: Int
    let mask: Int64
  }

  private static let perWord = 60
  private var tests: [String] = []

  mutating func place(of test: String) -> Place {
    let number = tests.firstIndex(of: test) ?? tests.count
    if number == tests.count { tests.append(test) }
    return Place(word: number / Bits.perWord, mask: 1 << Int64(number % Bits.perWord))
  }

  var words: Range<Int> { 0..<(tests.count + Bits.perWord - 1) / Bits.perWord }

  var definitions: [String] {
    words.map { word in
      let own = tests[(word * Bits.perWord)..<min((word + 1) * Bits.perWord, tests.count)]
      let flags = own.enumerated().map { "CASE WHEN \($1) THEN \(Int64(1) << Int64($0)) ELSE 0 END" }
      return "CAST(0 AS BIGINT) + " + flags.joined(separator: " + ") + " AS bits_\(word)"
    }
  }
}
