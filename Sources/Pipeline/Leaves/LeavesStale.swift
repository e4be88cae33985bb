import Compute
import Domain
import Failures

/// Another engine's result that answers something else than what is asked now: other definitions, other exports, other months.
package struct LeavesStale: Failure, Hashable {
  package enum Cause: Hashable, Sendable {
    case definitions
    /// Exports that are not those of the facts, as the contract names them.
    case exports([String])
    case month(Month, asked: [Month], last: Month)
    case question(String, breakdown: [Dimension])
  }
  package let file: String
  package let cause: Cause

  init(file: String, cause: Cause) {
    self.file = file
    self.cause = cause
  }

  init(file: String, _ month: Month, _ missing: LeafMissing) {
    self.file = file
    switch missing.what {
    case .month(let asked, let last): cause = .month(month, asked: asked, last: last)
    case .question(let question): cause = .question(question.leaf, breakdown: question.breakdown)
    }
  }

  package var exitCode: ExitCode { .data }

  package var message: String {
    switch cause {
    case .definitions:
      return
        "\(file) : ces tables ont été faites sous d'autres définitions (associations, axes, instances, communes, heures ou durées)."
    case .exports(let names):
      return
        "\(file) : \(names.count == 1 ? "un export a changé" : "\(names.count) exports ont changé") depuis que ces tables ont été faites."
    case .month(let month, _, let last) where month > last:
      return "\(file) : les tables s'arrêtent à \(last.french), \(month.french) n'y est pas."
    case .month(let month, _, _): return "\(file) : la requête n'a pas été faite pour \(month.french)."
    case .question(let leaf, let breakdown):
      let by = breakdown.isEmpty ? "" : " par \(breakdown.map(\.id).joined(separator: " et "))"
      return "\(file) : la requête n'a pas demandé « \(leaf) »\(by) ; le catalogue a changé depuis."
    }
  }

  package var details: [String] { if case .exports(let names) = cause { names } else { [] } }

  package var remedy: String? {
    switch cause {
    case .definitions, .exports: "Refaire les tables (bilan facts), puis la requête."
    case .month(let month, _, let last) where month > last: "Refaire les tables jusqu'à ce mois : bilan facts \(month)."
    case .month(let month, _, _): "La refaire : bilan catalogue --sql \(month)."
    case .question: "La refaire : bilan catalogue --sql."
    }
  }
}
