import Domain
import Pipeline

/// Asks for a new programme, question by question. An empty line leaves a question open; an answer of which nothing can be made
/// is asked for again. Throws `UsageError` where the answers end before the questions.
func askStarter(_ ask: @escaping (String) -> String?) throws -> StarterAnswers {
  var dialog = StarterDialog(ask: ask)
  try dialog.one("Nom du programme", \.name)
  try dialog.month("Premier mois suivi, comme 2024-01 (vide : janvier de cette année)")
  try dialog.one("Territoire, comme Rennes Métropole", \.territory)
  try dialog.one("Territoire auquel il est comparé : la région", \.compared)
  try dialog.many("Commune du territoire, comme 59350=Lille=59000,59800", \.communes)
  try dialog.many("Axe", \.axes)
  try dialog.many("Association, et sa commune après un @ (la première porte le programme)", \.associations)
  try dialog.many("Parmi elles, qui tient un registre d'insertion (aucune : toutes)", \.insertion)
  try dialog.many("Financeur", \.funders)
  try dialog.one("Qui répond aux associations : nom, fonction, téléphone", \.contact)
  return dialog.answers
}

private struct StarterDialog {
  let ask: (String) -> String?
  private(set) var answers = StarterAnswers()

  init(ask: @escaping (String) -> String?) { self.ask = ask }

  mutating func one(_ question: String, _ key: WritableKeyPath<StarterAnswers, String?>) throws {
    try answer("\(question) : ") { text, answers in answers[keyPath: key] = text }
  }

  mutating func many(_ question: String, _ key: WritableKeyPath<StarterAnswers, [String]>) throws {
    var prompt = "\(question) (vide pour finir) : "
    while try answer(prompt, { text, answers in answers[keyPath: key].append(text) }) { prompt = "  encore : " }
  }

  mutating func month(_ question: String) throws {
    try answer("\(question) : ") { text, answers in
      guard let month = Month(argument: text) else {
        throw StarterRefused(message: "« \(text) » : attendu : un mois (2024-01).")
      }
      answers.start = month
    }
  }

  /// Asks until the answer can be taken; false: it was left open.
  @discardableResult
  private mutating func answer(
    _ prompt: String, _ take: (String, inout StarterAnswers) throws -> Void
  ) throws -> Bool {
    var prompt = prompt
    while true {
      guard let line = ask(prompt) else { throw UsageError(message: "Arrêté avant la fin : rien n'est écrit.") }
      let text = line.split(separator: " ").joined(separator: " ")
      guard !text.isEmpty else { return false }
      do {
        var tried = answers
        try take(text, &tried)
        try tried.check()
        answers = tried
        return true
      } catch let refused as StarterRefused {
        prompt = refused.message + "\n" + prompt
      }
    }
  }
}
