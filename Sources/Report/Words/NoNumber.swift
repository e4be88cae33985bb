import Domain

/// What is printed where there is no number: a reader tells what is hidden from what is missing, in a table, in a picture and in the
/// words for those who do not see it.
enum NoNumber: String, CaseIterable {
  /// There is none.
  case missing = "nd"
  /// There is one, and it may not be told.
  case secret = "s"
  /// Nothing is asked for here.
  case notApplicable = "–"

  /// What it stands for.
  var french: String {
    switch self {
    case .missing: return "non disponible"
    case .secret: return "secret statistique"
    case .notApplicable: return "sans objet"
    }
  }

  /// Of a number that is not there: `masqué (s)`.
  var adjective: String {
    switch self {
    case .missing: return "absent (\(rawValue))"
    case .secret: return "masqué (\(rawValue))"
    case .notApplicable: return "sans objet (\(rawValue))"
    }
  }

  /// `nd : non disponible ; s : secret statistique`; of several in one order everywhere.
  static func key(to marks: Set<NoNumber>) -> String {
    allCases.filter(marks.contains).map { "\($0.rawValue) : \($0.french)" }.joined(separator: " ; ")
  }
}

/// Of a place in a table or a picture: nil where nothing is asked for.
extension ReleasedValue? {
  var shownNumber: Rational? { flatMap(\.number) }

  /// nil for a number.
  var noNumber: NoNumber? {
    switch self {
    case .shown: return nil
    case .hidden: return .secret
    case .missing: return .missing
    case nil: return .notApplicable
    }
  }
}
