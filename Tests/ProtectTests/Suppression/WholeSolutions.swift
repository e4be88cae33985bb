/// All whole numbers that meet given equations, found by trying: what an outsider who has patience can find out. It knows nothing of how
/// the program reads the equations.
struct WholeSolutions {
  struct Row {
    let terms: [(variable: Int, coefficient: Int)]
    let least: Int?
    let most: Int?

    /// Parts add up to a whole.
    static func sum(_ parts: [Int], _ whole: Int) -> Row {
      Row(terms: parts.map { ($0, 1) } + [(whole, -1)], least: 0, most: 0)
    }
    /// The first is at most the sum of the others.
    static func atMost(_ part: Int, _ wholes: [Int]) -> Row {
      Row(terms: [(part, 1)] + wholes.map { ($0, -1) }, least: nil, most: 0)
    }
    static func parts(_ parts: [Int], within whole: Int) -> Row {
      Row(terms: parts.map { ($0, 1) } + [(whole, -1)], least: nil, most: 0)
    }
    static func same(_ a: Int, _ b: Int) -> Row { Row(terms: [(a, 1), (b, -1)], least: 0, most: 0) }
  }

  /// By variable, what it may be, ascending.
  var domains: [[Int]]
  let rows: [Row]

  /// The numbers for which the sum of the terms has a solution, least and most.
  func ends(of terms: [(variable: Int, coefficient: Int)]) -> ClosedRange<Int>? {
    guard let domains = narrowed(domains) else { return nil }
    let numbers = terms.map { term in
      [domains[term.variable].first! * term.coefficient, domains[term.variable].last! * term.coefficient]
    }
    let range = numbers.reduce(0) { $0 + $1.min()! }...numbers.reduce(0) { $0 + $1.max()! }
    func stands(_ number: Int) -> Bool {
      WholeSolutions(domains: domains, rows: rows + [Row(terms: terms, least: number, most: number)]).hasOne
    }
    guard let least = range.first(where: stands), let most = range.reversed().first(where: stands) else { return nil }
    return least...most
  }

  var hasOne: Bool { narrowed(domains).map(search) ?? false }

  private func search(_ domains: [[Int]]) -> Bool {
    guard
      let open = domains.indices.filter({ domains[$0].count > 1 }).min(by: { domains[$0].count < domains[$1].count })
    else { return true }
    return domains[open].contains { number in
      var tried = domains
      tried[open] = [number]
      return narrowed(tried).map(search) ?? false
    }
  }

  /// Without what no row allows, each row by itself. nil: nothing is left.
  private func narrowed(_ domains: [[Int]]) -> [[Int]]? {
    var domains = domains
    if domains.contains(where: \.isEmpty) { return nil }
    var isMoving = true
    while isMoving {
      isMoving = false
      for row in rows {
        var (low, high) = (0, 0)
        for term in row.terms {
          let (first, last) = (domains[term.variable].first!, domains[term.variable].last!)
          low += term.coefficient * (term.coefficient > 0 ? first : last)
          high += term.coefficient * (term.coefficient > 0 ? last : first)
        }
        if row.least.map({ high < $0 }) ?? false || row.most.map({ low > $0 }) ?? false { return nil }
        if row.least.map({ low >= $0 }) ?? true, row.most.map({ high <= $0 }) ?? true { continue }
        for term in row.terms where domains[term.variable].count > 1 {
          let (first, last) = (domains[term.variable].first!, domains[term.variable].last!)
          let ends = [first * term.coefficient, last * term.coefficient]
          let (others, othersMost) = (low - ends.min()!, high - ends.max()!)
          let kept = domains[term.variable].filter { number in
            let own = number * term.coefficient
            return (row.least.map { own + othersMost >= $0 } ?? true) && (row.most.map { own + others <= $0 } ?? true)
          }
          guard !kept.isEmpty else { return nil }
          guard kept.count < domains[term.variable].count else { continue }
          domains[term.variable] = kept
          isMoving = true
          low = others + [kept.first! * term.coefficient, kept.last! * term.coefficient].min()!
          high = othersMost + [kept.first! * term.coefficient, kept.last! * term.coefficient].max()!
        }
      }
    }
    return domains
  }
}
