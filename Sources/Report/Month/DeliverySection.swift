import Domain

/// Who owed what for the month, and what became of it.
func deliverySection(_ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  let current = month.deliveries.of(month.month).byAssociation
  let members = programme.associations.filter { $0.isMember(in: month.month) || current[$0.id] != nil }
  return [
    tag("section", ["aria-labelledby": "fichiers-recus"]) {
      tag("h2", ["id": "fichiers-recus"]) { "Fichiers des associations" }
      tag("p") { deliverySentence(month) }
      scrollingTable(
        id: "livraisons", caption: "Fichiers \(ofMonth(month.month)), par association",
        head: [columnHead("Association")] + ExportKind.allCases.map { columnHead($0.frenchLabel) },
        rows: members.map { association in
          [tag("th", ["scope": "row"]) { association.label }]
            + ExportKind.allCases.map { kind in
              let delivery = current[association.id]?.first { $0.kind == kind }
              return tag("td") { deliveryState(delivery, due: dueDay(of: month.month, under: programme.rules)) }
            }
        })
      stillLacking(month)
    }
  ]
}

/// `20 fichiers reçus sur 21 attendus, dont 1 refusé.`
func deliverySentence(_ month: ReportedMonth) -> String {
  let owed = month.deliveries.of(month.month).filter(\.isOwed)
  guard !owed.isEmpty else { return "Aucun fichier n'était attendu pour \(month.month.french)." }
  let received = owed.count { $0.outcome != .absent }
  let refused = owed.count { $0.outcome == .refused }
  return "\(received) \(received < 2 ? "fichier reçu" : "fichiers reçus") sur \(owed.count)"
    + (refused == 0 ? "" : ", dont \(refused) \(refused < 2 ? "refusé" : "refusés")") + "."
}

private func deliveryState(_ delivery: Delivery?, due: Day) -> [Markup] {
  guard let delivery, delivery.isOwed || delivery.outcome != .absent else {
    return [tag("span", ["class": "soft"]) { "non attendu" }]
  }
  func state(_ sign: String, _ word: String, isFault: Bool = false) -> Markup {
    tag("span", ["class": isFault ? "state faulty" : "state"]) {
      tag("span", ["aria-hidden": "true"]) { sign + "\u{00A0}" }
      word
    }
  }
  func remark(_ text: String) -> Markup { tag("div", ["class": "small soft"]) { text } }
  switch delivery.outcome {
  case .accepted:
    let waiver = delivery.rowsRefused > 0 ? delivery.waived.map { remark("dispensé : \($0)") } : nil
    return [state("✓", "accepté"), remark(rowCounts(delivery))] + [waiver].compactMap { $0 }
  case .refused:
    if let reason = delivery.waived { return [state("–", "refusé, dispensé"), remark(reason)] }
    return [state("✗", "refusé", isFault: true), remark("à renvoyer corrigé")]
  case .absent:
    if let reason = delivery.waived { return [state("–", "dispensé"), remark(reason)] }
    return [state("…", "en attente", isFault: true), remark("échéance : \(frenchDay(due))")]
  }
}

/// `21 lignes, 1 refusée`
func rowCounts(_ delivery: Delivery) -> String {
  let kept = delivery.rowsKept
  var text = kept == 0 && delivery.rowsRefused == 0 ? "rien ce mois-ci" : "\(kept) \(kept < 2 ? "ligne" : "lignes")"
  if delivery.rowsRefused > 0 {
    text += ", \(delivery.rowsRefused) \(delivery.rowsRefused < 2 ? "refusée" : "refusées")"
  }
  for setAside in delivery.setAside { text += " ; \(setAside.french)" }
  return text
}

/// Files of earlier months that are owed, not accepted, and not waived: they keep figures provisional. One line an association.
private func stillLacking(_ month: ReportedMonth) -> [Markup] {
  let lacking = month.deliveries.lacking.filter { $0.month < month.month }.byAssociation
  guard !lacking.isEmpty else { return [] }
  return [
    tag("h3") { "Mois antérieurs encore incomplets" },
    tag("ul") {
      for association in month.definitions.programme.associations {
        if let files = lacking[association.id] { tag("li") { "\(association.label) : \(lackingWords(files))" } }
      }
    },
  ]
}

/// `Emplois et ETP : mars 2021, juin à août 2021 ; Réunions : mai 2021`
func lackingWords(_ files: [Delivery]) -> String {
  ExportKind.allCases.compactMap { kind -> String? in
    let months = files.filter { $0.kind == kind }.map(\.month)
    return months.isEmpty ? nil : "\(kind.frenchLabel) : \(monthSpans(months))"
  }.joined(separator: " ; ")
}
