import Domain
import Host
import Ledger

/// What only the old ledger knows, where it says what was noted; and in words what is lost.
func salvage(_ old: EditionStore?, _ found: [FoundEdition]) throws -> (Salvage, lost: [String]) {
  var salvage = try old.map { try Salvage($0.ledger) } ?? Salvage()
  var lost: [String] = []
  func keep<Record>(_ records: inout [Record], _ isSound: (Record) -> Bool, _ name: (Record) -> String) {
    for record in records where !isSound(record) {
      lost.append("\(name(record)) : n'était plus lisible dans l'ancien registre")
    }
    records.removeAll { !isSound($0) }
  }
  keep(&salvage.closings, { isSealed($0.text, $0.seal) }, { "une clôture de \($0.month)" })
  keep(&salvage.sendings, { isSealed($0.text, $0.seal) }, { "un envoi de l'édition \($0.edition)" })
  keep(&salvage.purges, { isSealed($0.text, $0.seal) }, { "la purge de l'archive \($0.archive)" })
  let known = Set(((try? old?.editions()) ?? [])?.map(\.name) ?? [])
  if known != Set(found.map(\.name)), old != nil {
    lost.append("ce qui a été noté (clôtures, envois) depuis que cette copie du registre a été faite")
  }
  if salvage.unread.contains("closing") {
    lost.append("quels mois étaient clos ; les clore à nouveau : bilan close MOIS")
  }
  if salvage.unread.contains("sending") {
    lost.append("ce qui a été envoyé, et quand ; le noter à nouveau : bilan sent MOIS FINANCEUR --on JOUR")
    lost += found.flatMap { edition in
      edition.manifest.sentReports.sorted { $0.key < $1.key }.map { funder, sent in
        "  l'édition \(edition.name) savait : bilan sent \(edition.month) \(funder) --edition \(sent.edition)"
      }
    }
  }
  if salvage.unread.contains("purge") {
    lost.append("quelles archives ont été purgées (bilan purge) : bilan verify dira qu'elles manquent")
  }
  if salvage.unread.contains("run") { lost.append("la trace des exécutions (bilan status la reprend à la prochaine)") }
  return (salvage, lost)
}

private func isSealed(_ text: String, _ seal: String?) -> Bool { seal.map { $0 == sha256(text.utf8) } ?? true }
