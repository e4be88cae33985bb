import Domain

/// Warns where hours and FTE tell different stories.
struct HoursCheck {
  private let month: Month
  /// Full-time hours of a year in ten-thousandths, by scheme's code; 0: nobody gave them.
  private let annual: [Int64]
  private let counted: [Reference.FullTimeHours.Counted]

  init(_ reference: Reference, month: Month) {
    self.month = month
    let hours = [reference.hours(of: nil, in: month)] + Scheme.allCases.map { reference.hours(of: $0, in: month) }
    annual = hours.map { $0?.annual.tenThousandths ?? 0 }
    counted = hours.map { $0?.counted ?? .paid }
  }

  func check(_ source: RowSource, _ declared: Int64?, _ paid: Int64?, scheme: UInt8) throws {
    guard let paid else { return }
    let annual = annual[Int(scheme)]
    guard annual > 0 else { throw MissingFullTimeHours(scheme: Scheme(rawValue: scheme), month: month) }
    // FTE from hours, in ten-thousandths, is paid × 12 × 10⁴ ÷ annual: compared without dividing.
    let fromHours = Int128(paid) * 120_000
    if let declared {
      if (Int128(declared) * Int128(annual) - fromHours).magnitude > UInt128(annual) * 200 { warnOfGap(source) }
    } else if fromHours > Int128(annual) * 11_000 {
      warnOfExcess(source, counted[Int(scheme)])
    }
  }

  private func warnOfGap(_ source: RowSource) {
    source.warn(
      "fte-hours-gap", column: JobColumn.etp,
      rule: "l'ETP déclaré et celui des heures s'écartent de plus de 0,02 ; l'ETP déclaré est retenu",
      remedy: "vérifier l'ETP et les heures")
  }

  private func warnOfExcess(_ source: RowSource, _ counted: Reference.FullTimeHours.Counted) {
    let word = counted == .paid ? "payées" : "travaillées"
    source.warn(
      "fte-above-one", column: JobColumn.heures,
      rule: "ces heures font plus de 1,10 ETP (l'année de référence compte des heures \(word))",
      remedy: "vérifier les heures, et que ce sont des heures \(word)")
  }
}
