import Pipeline

/// What `bilan doctor --rebuild` did; nil: nothing had to be done.
func describe(_ ledger: RebuiltLedger?) -> String {
  guard let ledger else { return "✓ registre : il dit ce qui a été publié ; rien à refaire\n" }
  let count = ledger.editions.count
  var text = "✓ registre : refait, \(count) édition\(count < 2 ? "" : "s") : \(ledger.path)\n"
  if let kept = ledger.keptLedger { text += "  l'ancien est gardé : \(kept)\n" }
  for line in ledger.lost { text += line.hasPrefix(" ") ? "  \(line)\n" : "! perdu : \(line)\n" }
  return text + ledger.verifications.map(describe).joined()
}
