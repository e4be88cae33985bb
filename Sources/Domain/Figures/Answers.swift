/// Of how many a figure asks a column about, and how many answer: `renseigné pour 73 personnes sur 79`.
package struct Answers: Hashable, Sendable {
  /// What is asked.
  package enum Unit: Hashable, Sendable {
    case jobs, employees, rows, persons, paths, meetings

    fileprivate func french(_ count: Int) -> String {
      switch self {
      case .jobs: count < 2 ? "poste" : "postes"
      case .employees: count < 2 ? "salarié" : "salariés"
      case .rows: count < 2 ? "ligne" : "lignes"
      case .persons: count < 2 ? "personne" : "personnes"
      case .paths: "parcours"
      case .meetings: count < 2 ? "réunion" : "réunions"
      }
    }
  }
  package let answered: Int
  package let asked: Int
  package let unit: Unit

  package init(answered: Int, asked: Int, unit: Unit) {
    self.answered = answered
    self.asked = asked
    self.unit = unit
  }

  /// Some answer, and some do not.
  package var arePartial: Bool { answered > 0 && answered < asked }

  /// By the share that answers: the least answered of several columns is told.
  package static func < (a: Answers, b: Answers) -> Bool { a.answered * b.asked < b.answered * a.asked }

  /// In a sentence.
  package var french: String { "renseigné pour \(answered) \(unit.french(answered)) sur \(asked)" }
}
