import Domain

@testable import Protect

/// A publication written down as a test needs it: numbers, and how each is printed.
struct Told {
  enum Cell {
    case shown(Int)
    case few(Int)
    case other(Int)
    case unprinted(Int)

    var number: Int {
      switch self {
      case .shown(let number), .few(let number), .other(let number), .unprinted(let number): number
      }
    }
    var mark: Confidentiality? {
      switch self {
      case .few: .C
      case .other: .D
      default: nil
      }
    }
    var isPrinted: Bool { if case .unprinted = self { false } else { true } }
  }

  private let month: Month
  private var figures: [Figure] = []
  private var printed: Set<Figures.Key> = []
  private var hidden: [Figures.Key: Confidentiality] = [:]
  private var fullTime: [Figure] = []

  init(_ month: String) { self.month = Month(month)! }

  /// Cells as ``Domain/Cell/text`` writes them.
  func with(_ indicator: String, _ horizon: Horizon, _ cells: KeyValuePairs<String, Cell>) -> Told {
    var told = self
    for (text, cell) in cells { told.add(indicator, horizon, text, cell, rate: nil) }
    return told
  }

  /// Of rates: `number` is the numerator.
  func with(_ indicator: String, _ horizon: Horizon, _ text: String, _ cell: Cell, over denominator: Int) -> Told {
    var told = self
    told.add(indicator, horizon, text, cell, rate: denominator)
    return told
  }

  /// Full-time equivalents of the month, in hundredths.
  func withFullTime(_ text: String, _ hundredths: Int, _ indicator: String = "etp") -> Told {
    var told = self
    told.fullTime.append(
      Figure(
        indicator: indicator, horizon: .mois, cell: Domain.Cell(text: text)!,
        value: Rational(Int128(hundredths), over: 100),
        numerator: nil, denominator: nil, status: .A))
    return told
  }

  private mutating func add(_ indicator: String, _ horizon: Horizon, _ text: String, _ cell: Cell, rate: Int?) {
    let number = Rational(cell.number)
    var figure = Figure(
      indicator: indicator, horizon: horizon, cell: Domain.Cell(text: text)!,
      value: rate.map { $0 == 0 ? nil : number * Rational(100) / Rational($0) } ?? number,
      numerator: rate.map { _ in number }, denominator: rate.map { Rational($0) }, status: .A)
    figure.personCounts = rate.map { [number, Rational($0), Rational($0) - number] } ?? [number]
    figures.append(figure)
    if cell.isPrinted { printed.insert(figure.key) }
    if let mark = cell.mark { hidden[figure.key] = mark }
  }

  var publication: Publication {
    Publication(
      month: month, figures: Figures(month: month, figures), printed: printed, hidden: hidden, fullTime: fullTime)
  }
}

/// What was found, as a line: `narrow 2022-05 sorties mois [3, 3]`.
func attacked(
  _ published: [Told] = [], upcoming: [Told], k: Int = 5, _ definitions: Definitions = Asked.definitions
) -> [String] {
  var definitions = definitions
  definitions.programme.confidentiality.personsThreshold = k
  let found = attack(published.map(\.publication), upcoming: upcoming.map(\.publication), under: definitions)
  return found.map { one in
    let number = one.number == .value ? "" : " \(one.number)"
    let cell = one.key.cell.text.isEmpty ? "" : " \(one.key.cell.text)"
    return
      "\(one.what) \(one.month) \(one.key.indicator) \(one.key.horizon.id)\(cell)\(number) [\(one.lowest), \(one.highest)]"
  }
}
