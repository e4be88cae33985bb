import Domain

/// Jobs created or in course of creation, with the two parts, then axis by axis, then full-time equivalents.
func jobSentences(_ month: ReportedMonth) -> [String] {
  var sentences: [String] = []
  if let jobs = JobsByAxis(month) {
    sentences.append(jobSentence(jobs.total, subject: nil))
    sentences += jobs.rows.map { "  - " + jobSentence($0, subject: $0.label) }
  }
  if let indicator = month.definitions.catalogue["etp_total"], let figure = month.figures[indicator.id, .mois] {
    let value = figure.value.map { brief($0, of: indicator) }
    sentences.append(
      value.map { "\($0) en \(month.month.french)\(firmness(figure))." } ?? "ETP : \(unsaid(figure))")
  }
  return sentences
}

/// `Quinze emplois créés ou en cours de création : onze créés et quatre en cours.`; on an axis `Mobilité : six emplois
/// (cinq créés et un en cours).`
private func jobSentence(_ row: JobsByAxis.Row, subject: String?) -> String {
  let noun = subject == nil ? "emploi créé ou en cours de création" : "emploi"
  let nouns = subject == nil ? "emplois créés ou en cours de création" : "emplois"
  guard let all = row.all?.value, let count = Int(exactly: all.numerator), all.isWhole else {
    return markdown(subject ?? "Emplois créés ou en cours de création") + " : " + unsaid(row.all)
  }
  let counted = "\(numberWords(count)) \(count < 2 ? noun : nouns)"
  let start = subject.map { markdown($0) + " : " + counted } ?? sentence(counted)
  let parts = count == 0 ? nil : jobParts(row)
  if subject != nil { return start + (parts.map { " (\($0))" } ?? "") + "." }
  return start + (parts.map { " : \($0)" } ?? "") + firmness(row.all) + "."
}

private func jobParts(_ row: JobsByAxis.Row) -> String? {
  guard let created = row.created?.value, let pending = row.pending.number, created.isWhole, pending.isWhole,
    let made = Int(exactly: created.numerator), let recruiting = Int(exactly: pending.numerator)
  else { return nil }
  let words = [
    made == 0 ? nil : "\(numberWords(made)) \(made < 2 ? "créé" : "créés")",
    recruiting == 0 ? nil : "\(numberWords(recruiting)) en cours",
  ]
  return French.list(words.compactMap { $0 })
}
