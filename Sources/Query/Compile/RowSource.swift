import Domain

/// Rows that a leaf is counted over, as the SQL has them: a named subquery, and a column for every field that conditions and
/// breakdowns ask about.
enum RowSource: Hashable {
  case jobs, paths
  /// Meetings held, each once; of each association's own reports where it is broken down by association.
  case meetings(own: Bool)

  init(_ kind: ExportKind, _ breakdown: [Dimension]) {
    switch kind {
    case .etp: self = .jobs
    case .beneficiaires: self = .paths
    case .reunions: self = .meetings(own: breakdown.contains(.association))
    }
  }

  var name: String {
    switch self {
    case .jobs: "job_facts"
    case .paths: "path_facts"
    case .meetings(let own): own ? "own_meetings" : "held_meetings"
    }
  }

  /// Counted for each span anew; the others for each month.
  var hasSpans: Bool { self == .paths }

  /// A field's column, and whether it is empty where nothing is known; 0 says that otherwise.
  func column(_ field: Field) -> (name: String, mayBeEmpty: Bool) {
    switch (self, field) {
    case (.jobs, .poste_id): ("poste", false)
    case (.jobs, .salarie_id): ("salarie", false)
    case (.jobs, .etp), (.jobs, .heures), (.jobs, .date_debut), (.jobs, .date_fin): (field.rawValue, true)
    case (.paths, .naissance), (.paths, .age_entree): ("age_entree", true)
    case (.paths, .date_entree), (.paths, .date_sortie), (.paths, .mois_chomage): (field.rawValue, true)
    // A meeting that is not held is counted nowhere.
    case (.meetings, .etat): (String(MeetingState.tenue.rawValue), false)
    case (.meetings, .membres): ("listed", false)
    case (.meetings, .participants), (.meetings, .partenaires): (field.rawValue, true)
    default: (field.rawValue, false)
    }
  }

  func isFilled(_ field: Field) -> String {
    let column = column(field)
    return column.mayBeEmpty ? "\(column.name) IS NOT NULL" : "\(column.name) <> 0"
  }

  /// A condition as SQL that is true or false, never NULL: a blank meets no test, so `except` keeps it.
  func sql(_ condition: Condition) -> String {
    let test = test(condition)
    return condition.isExcluded ? "NOT (\(test))" : test
  }

  private func test(_ condition: Condition) -> String {
    let column = column(condition.field)
    switch condition.test {
    case .known: return isFilled(condition.field)
    case .withinTerritory: return "in_territory = 1"
    case .oneOf(let codes):
      guard !codes.isEmpty else { return "1 = 0" }
      let list = codes.sorted().map(String.init).joined(separator: ", ")
      return (column.mayBeEmpty ? "\(column.name) IS NOT NULL AND " : "") + "\(column.name) IN (\(list))"
    case .range(let from, let to):
      let bounds = [from.map { "\(column.name) >= \($0)" }, to.map { "\(column.name) <= \($0)" }].compactMap { $0 }
      return (["\(column.name) IS NOT NULL"] + bounds).joined(separator: " AND ")
    }
  }
}
