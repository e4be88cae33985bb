import Domain

/// Jobs created or in course of creation, with the two parts, then axis by axis.
func jobSentences(_ month: ReportedMonth) -> [String] {
  guard let jobs = JobsByAxis(month) else { return [] }
  let period = month.definitions.countedPeriod(of: Figures.Key(jobs.all.id, .programme), in: month.month).adverbial
  return [jobSentence(jobs.total, of: jobs.all, subject: nil, period: " " + period)]
    + jobs.rows.map { "  - " + jobSentence($0, of: jobs.all, subject: $0.label, period: "") }
}

/// `Quinze emplois créés ou en cours de création : onze créés et quatre en cours.`; on an axis `Mobilité : six emplois
/// (cinq créés et un en cours).`
private func jobSentence(_ row: JobsByAxis.Row, of indicator: Indicator, subject: String?, period: String) -> String {
  let label = indicator.label.fr
  let name = subject == nil ? CountNoun(plural: label) : CountNoun(plural: "emplois")
  guard let all = row.all?.value, let count = Int(exactly: all.numerator), all.isWhole else {
    return markdown(subject ?? label) + " : " + unsaid(row.all)
  }
  let counted = (name.map { $0.counted(Rational(count)) } ?? "\(markdown(label)) : \(numberWords(count))") + period
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
