import Domain

/// Paths of an export that are gone from the association's next one: a register only grows.
func lostPaths(_ facts: Facts, _ programme: Programme) -> [Finding] {
  var findings: [Finding] = []
  for registers in Dictionary(grouping: facts.registers, by: \.association).values {
    for (earlier, later) in zip(registers, registers.dropFirst()) {
      let kept = Set(later.keys)
      let lost = zip(earlier.keys, earlier.line).filter { !kept.contains($0.0) }.map { Int($0.1) }
      guard !lost.isEmpty else { continue }
      let lines = lost.prefix(20).map(String.init).joined(separator: ", ") + (lost.count > 20 ? "…" : "")
      findings.append(
        Finding(
          .pathLost, .warning, association: programme.associations[later.association].id, kind: .beneficiaires,
          month: later.month, file: later.file,
          rule:
            "\(lost.count) parcours de l'export \(earlier.month) n'y sont plus (lignes \(lines) de \(earlier.file))",
          remedy: "remettre ces lignes : un parcours terminé garde sa ligne, avec sa date de sortie"))
    }
  }
  return findings
}

extension PathRows {
  /// (beneficiary, entry) of each row.
  fileprivate var keys: [UInt64] {
    zip(beneficiary, entry).map { UInt64($0) << 32 | UInt64(UInt32(bitPattern: $1)) }
  }
}
