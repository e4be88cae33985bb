import Domain

/// Complétude: what each association owed for the month and what became of it; and what of earlier months still lacks,
/// as it keeps figures provisional.
func deliverySheet(_ report: FunderReport) -> ReportSheet {
  let month = report.month
  let present = month.deliveries.filter { $0.month == month.month && ($0.isOwed || $0.outcome != .absent) }
  let earlier = month.deliveries.filter { $0.month < month.month && $0.isOwed && $0.outcome != .accepted }
  func name(_ delivery: Delivery) -> String { report.programme.label(of: delivery.association) }
  let rows = (present + earlier).map { deliveryRow($0, of: name($0)) }
  var table = ReportTable(
    "t_completude",
    [
      .init("Association", width: width(for: (present + earlier).map(name), atLeast: 18, atMost: 46)),
      .init("Fichier", width: 42), .init("Mois", width: 16), .init("État", width: 22),
      .init("Lignes gardées", width: 11, isNumber: true), .init("Lignes refusées", width: 11, isNumber: true),
      .init("Remarque", width: 46),
    ], rows: rows)
  table.whenEmpty = "Aucun fichier n’était attendu."
  var lines = ["Pour \(month.month.french) : \(completenessWords(month))."]
  if !earlier.isEmpty { lines.append("Les fichiers des mois antérieurs qui manquent encore suivent ceux du mois.") }
  lines += abbreviations(in: rows)
  return ReportSheet(
    name: FixedSheet.deliveries.rawValue, title: "Complétude des remontées",
    blocks: [ReportBlock(lines: lines, table: table)], colour: Palette.neutral)
}

private func deliveryRow(_ delivery: Delivery, of association: String) -> [ReportCell] {
  let isThere = delivery.outcome != .absent
  return [
    .text(readerText(association)), .text(readerText("\(delivery.kind.frenchLabel) (\(delivery.kind.id))")),
    .text(delivery.month.french), .text(deliveryWords(delivery)),
    isThere ? .whole(delivery.rowsKept) : .notApplicable, isThere ? .whole(delivery.rowsRefused) : .notApplicable,
    .text(delivery.waived.map { readerText("Dispensé : \($0)") } ?? remark(on: delivery)),
  ]
}

private func deliveryWords(_ delivery: Delivery) -> String {
  switch delivery.outcome {
  case .accepted: return delivery.isOwed ? "accepté" : "accepté (non attendu)"
  case .refused: return delivery.isOwed ? "refusé" : "refusé (non attendu)"
  case .absent: return "non reçu"
  }
}

private func remark(on delivery: Delivery) -> String {
  if delivery.outcome == .accepted && delivery.rowsKept + delivery.rowsRefused == 0 { return "Rien ce mois-ci." }
  if delivery.outcome == .accepted && delivery.rowsRefused > 0 { return "Les chiffres qu’il touche sont provisoires." }
  return "–"
}
