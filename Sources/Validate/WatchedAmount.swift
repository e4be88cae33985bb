import Domain

/// An amount of an association's month that is held against its own past.
enum WatchedAmount: CaseIterable {
  case fullTimeEquivalent, headcount, hours, meetings

  var code: FindingCode {
    switch self {
    case .fullTimeEquivalent: return .plausibilityFTE
    case .headcount: return .plausibilityHeadcount
    case .hours: return .plausibilityHours
    case .meetings: return .plausibilityMeetings
    }
  }

  var kind: ExportKind { self == .meetings ? .reunions : .etp }

  /// The least spread, in ten-thousandths: three of them must be passed. An association of two people that hires a third
  /// does not cry wolf.
  var leastSpread: Int64 {
    switch self {
    case .fullTimeEquivalent: return 5_000
    case .headcount, .meetings: return 10_000
    // Half a full-time month.
    case .hours: return 76 * 10_000
    }
  }

  /// Rule of a month outside its usual range.
  func rule(_ value: Int64, _ usual: UsualRange) -> String {
    let side = value > usual.high ? "au-dessus" : "au-dessous"
    switch self {
    case .fullTimeEquivalent: return "\(number(value)) ETP ce mois, \(side) de l'habitude : \(range(usual)) ETP"
    case .hours: return "\(number(value)) heures ce mois, \(side) de l'habitude : \(range(usual)) heures"
    case .meetings: return "\(number(value)) réunions tenues ce mois, \(side) de l'habitude : \(range(usual)) réunions"
    case .headcount:
      // Counts of persons stand in pages where small ones are hidden, and rounded ones contradict what the file holds.
      return "l'effectif du mois est \(side) de l'habitude de l'association"
    }
  }

  private func range(_ usual: UsualRange) -> String { "\(number(usual.low)) à \(number(usual.high))" }

  private func number(_ value: Int64) -> String {
    Quantity(tenThousandths: value).rational.text(decimals: 2, separator: ",")
  }
}
