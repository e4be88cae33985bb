import Domain

@testable import Protect

/// A world of numbers, the equations that everybody knows of them, and what editions tell: what `suppress` is asked, and what an outsider
/// finds out of its answer by trying.
struct SmallWorld {
  struct Cell {
    let month: Month
    let key: Figures.Key
    /// A count has one variable, a rate its numerator and its denominator.
    let variables: [Int]
  }

  var truths: [Int] = []
  var rows: [WholeSolutions.Row] = []
  /// By edition, what it prints.
  var editions: [[Cell]] = [[]]
  let definitions: Definitions
  /// By edition and place in it, how cells are marked.
  private(set) var marks: [[Confidentiality]] = []
  private(set) var cost = 0

  init(_ definitions: Definitions) { self.definitions = definitions }

  mutating func number(_ truth: Int) -> Int {
    truths.append(truth)
    return truths.count - 1
  }

  /// A number, and the cell of the last edition that prints it.
  mutating func cell(_ key: Figures.Key, _ truth: Int, _ month: String = "2022-03") -> Int {
    let variable = number(truth)
    print(key, [variable], month)
    return variable
  }

  mutating func print(_ key: Figures.Key, _ variables: [Int], _ month: String = "2022-03") {
    editions[editions.count - 1].append(Cell(month: Month(month)!, key: key, variables: variables))
  }

  mutating func nextEdition() { editions.append([]) }

  func figure(_ cell: Cell) -> Figure {
    cell.variables.count == 1
      ? Small.count(cell.key, truths[cell.variables[0]])
      : Small.rate(cell.key, truths[cell.variables[0]], truths[cell.variables[1]])
  }

  /// Edition after edition, each knowing what was published before.
  mutating func publish(keeping kept: [Figures.Key] = [], largeFrom: Int = 1_000) -> [Suppressed] {
    var published: [Publication] = []
    marks = []
    var all: [Suppressed] = []
    for (place, edition) in editions.enumerated() {
      let month = edition[0].month
      let figures = Figures(month: month, edition.map(figure))
      let printed = Set(edition.map(\.key))
      let hidden = Dictionary(
        uniqueKeysWithValues: kept.filter { place > 0 && printed.contains($0) }.map { ($0, Confidentiality.D) })
      let upcoming = Publication(month: month, figures: figures, printed: printed, hidden: hidden)
      let suppressed = suppress(
        Disclosure(published: published, upcoming: [upcoming]), under: definitions, largeFrom: largeFrom)
      all.append(suppressed)
      cost += self.cost(of: suppressed, month)
      let found = Protect.marks(
        of: figures, hidden: suppressed.hidden[month] ?? [], unmarked: suppressed.unmarked[month] ?? [],
        under: definitions.programme.confidentiality, definitions.catalogue)
      marks.append(edition.map { found[$0.key] ?? .F })
      published.append(Publication(month: month, figures: figures, printed: printed, hidden: found))
    }
    return all
  }

  /// Of another choice, of the one edition there is.
  mutating func choose(_ marks: [Confidentiality]) { self.marks = [marks] }

  func price(of key: Figures.Key, _ month: Month) -> Int {
    CellCost(definitions: definitions, before: [:]).cost(of: key, in: month)
  }
  func priceOfUnmarking(_ key: Figures.Key) -> Int { key.cell == .total ? CellCost.unmarkedTotal : CellCost.unmarked }

  private func cost(of suppressed: Suppressed, _ month: Month) -> Int {
    (suppressed.hidden[month] ?? []).reduce(0) { $0 + price(of: $1, month) }
      + (suppressed.unmarked[month] ?? []).reduce(0) { $0 + priceOfUnmarking($1) }
  }

  func isSmall(_ number: Int, _ key: Figures.Key) -> Bool { number != 0 && abs(number) < threshold(key) }
  func threshold(_ key: Figures.Key) -> Int {
    definitions.programme.confidentiality.threshold(definitions.catalogue[key.indicator])
  }

  /// What is hidden, and must not be found.
  struct Secret: Hashable {
    let edition: Int
    let key: Figures.Key
    let terms: [[Int]]
    let mark: Confidentiality
    let k: Int
    var pairs: [(variable: Int, coefficient: Int)] { terms.map { ($0[0], $0[1]) } }
  }

  func secrets(in range: Range<Int>) -> [Secret] {
    range.flatMap { place in
      zip(editions[place], marks[place]).flatMap { cell, mark -> [Secret] in
        guard mark != .F else { return [] }
        func secret(_ terms: [[Int]]) -> Secret {
          Secret(edition: place, key: cell.key, terms: terms, mark: mark, k: threshold(cell.key))
        }
        guard cell.variables.count == 2 else { return [secret([[cell.variables[0], 1]])] }
        let (of, over) = (cell.variables[0], cell.variables[1])
        guard mark == .C else { return [] }
        return [[[of, 1]], [[over, 1]], [[over, 1], [of, -1]]].filter { terms in
          isSmall(terms.reduce(0) { $0 + $1[1] * truths[$1[0]] }, cell.key)
        }.map(secret)
      }
    }
  }

  /// The numbers that could stand there, up to so far from the true ones. `knowsMarks`: he holds what they mean against them.
  func solutions(knowsMarks: Bool, upTo last: Int, reach: Int? = nil) -> WholeSolutions {
    let most = reach ?? (0...last).flatMap { editions[$0] }.map { threshold($0.key) }.max()! + 3
    var domains = truths.map { Array(max(0, $0 - 3 * most)...($0 + most)) }
    var rows = self.rows
    for place in 0...last {
      for (cell, mark) in zip(editions[place], marks[place]) {
        if mark == .F {
          for variable in cell.variables { domains[variable] = [truths[variable]] }
          continue
        }
        guard knowsMarks else { continue }
        let k = threshold(cell.key)
        if cell.variables.count == 1 {
          let variable = cell.variables[0]
          if mark == .C { domains[variable] = domains[variable].filter { (1..<k).contains($0) } }
          // Small ones may be marked D, too: of these it says nothing.
          if mark == .D, !isSmall(truths[variable], cell.key) {
            domains[variable] = domains[variable].filter { $0 == 0 || $0 >= k }
          }
          continue
        }
        // He is taken to know which number of a rate is the small one.
        guard mark == .C else { continue }
        let small = cell.variables.filter { isSmall(truths[$0], cell.key) }
        for variable in small { domains[variable] = domains[variable].filter { (1..<k).contains($0) } }
        if small.isEmpty {
          rows.append(
            WholeSolutions.Row(terms: [(cell.variables[1], 1), (cell.variables[0], -1)], least: 1, most: k - 1))
        }
      }
    }
    return WholeSolutions(domains: domains, rows: rows)
  }

  /// Secrets that are out after the editions so far, in words; and how many hidden cells that are not small whoever knows the marks knows
  /// exactly.
  func leaks(upTo last: Int? = nil) -> (told: [String], waived: Int) {
    let last = last ?? editions.count - 1
    var told: [String] = []
    var waived: Set<Figures.Key> = []
    let (simple, knowing) = (solutions(knowsMarks: false, upTo: last), solutions(knowsMarks: true, upTo: last))
    for secret in secrets(in: 0..<(last + 1)) {
      let range = simple.ends(of: secret.pairs)
      let width = range.map { $0.upperBound - $0.lowerBound } ?? -1
      if width < secret.k {
        told.append(
          "\(secret.edition) \(secret.key.indicator) \(secret.key.horizon) \(secret.key.cell.text) in \(range.map { "\($0)" } ?? "nothing"), k \(secret.k)"
        )
      }
      let known = knowing.ends(of: secret.pairs)
      guard known.map({ $0.count < 2 }) ?? true else { continue }
      let truth = secret.terms.reduce(0) { $0 + $1[1] * truths[$1[0]] }
      if secret.mark == .C || isSmall(truth, secret.key) {
        told.append(
          "\(secret.edition) \(secret.key.indicator) \(secret.key.horizon) \(secret.key.cell.text) is known from its marks"
        )
      } else {
        waived.insert(secret.key)
      }
    }
    return (told, waived.count)
  }
}
