import Domain
import System

/// What an edition is a function of, as one hash: program version, month, definitions, and what every file is and became.
/// Findings are part of it because names alone (a stray folder) can make one.
func fingerprint(_ gathered: Gathered) -> String {
  var lines = ["bilan \(programVersion)", "month \(gathered.month)"]
  lines += gathered.definitionHashes.map { "definition \($0.file) \($0.sha256)" }
  lines += gathered.facts.deliveries.map {
    "delivery \($0.association) \($0.kind.id) \($0.month) \($0.file) \($0.sha256) \($0.outcome)"
  }
  lines += gathered.findings.map { "finding \($0.code) \($0.file) \($0.line ?? 0) \($0.column ?? -1)" }
  return sha256(Array(lines.joined(separator: "\n").utf8))
}
