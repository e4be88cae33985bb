import ArgumentParser
import Domain
import Host
import Pipeline

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Un nouveau programme : définitions commentées, catalogue entier, modèles vides.",
    discussion: """
      DOSSIER est nouveau ou vide. Les données sont dans DOSSIER/inputs, les rapports viendront dans DOSSIER/reports : \
      dans DOSSIER, les autres commandes n'ont besoin ni de --inputs ni de --reports.

      Sur un terminal et sans option, chaque réponse est demandée. Ce qui n'est pas dit est marqué « à compléter » dans \
      les fichiers, et bilan check le liste. Un identifiant se fait du nom (« Hauts de l'Escaut » : hauts-de-l-escaut), \
      ou se donne devant : "escaut=Hauts de l'Escaut". Deux mêmes options font deux entrées : --axis Mobilité --axis Habitat.
      """)

  @Argument(help: ArgumentHelp("Le dossier du programme.", valueName: "dossier"), completion: .directory) var folder:
    String
  @Option(help: ArgumentHelp("Le nom du programme.", valueName: "nom")) var name: String?
  @Option(
    help: ArgumentHelp("Le premier mois suivi ; sans lui, janvier de cette année.", valueName: "2024-01"))
  var start: Month?
  @Option(help: ArgumentHelp("Le territoire dont l'emploi est observé.", valueName: "[id=]nom")) var territory: String?
  @Option(help: ArgumentHelp("Le territoire auquel il est comparé : la région.", valueName: "[id=]nom"))
  var compared: String?
  @Option(
    help: ArgumentHelp(
      "Une commune du territoire : code INSEE, nom, codes postaux.", valueName: "59350=Lille=59000,59800"))
  var commune: [String] = []
  @Option(help: ArgumentHelp("Un axe.", valueName: "[id=]nom")) var axis: [String] = []
  @Option(
    help: ArgumentHelp(
      "Une association et sa commune, code ou nom ; la première porte le programme.",
      valueName: "[id=]nom[@commune]"))
  var association: [String] = []
  @Option(
    help: ArgumentHelp(
      "Une association qui tient un registre d'insertion ; sans cette option, toutes.", valueName: "nom"))
  var insertion: [String] = []
  @Option(help: ArgumentHelp("Un financeur : un rapport.", valueName: "[id=]nom")) var funder: [String] = []
  @Option(help: ArgumentHelp("Qui répond aux associations : nom, fonction, téléphone.", valueName: "texte"))
  var contact: String?

  func run() throws {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var answers = said
    if answers == StarterAnswers(), Terminal.isAttended {
      try requireUnused(path)
      answers = try askStarter { Terminal.answer(to: $0) }
    }
    let started = try makeProgramme(answers, in: path)
    try Output.standard.write(describe(started, in: path), done: "le programme est créé dans \(path)/inputs")
  }

  private var said: StarterAnswers {
    var answers = StarterAnswers()
    answers.name = name
    answers.start = start
    answers.territory = territory
    answers.compared = compared
    answers.communes = commune
    answers.axes = axis
    answers.associations = association
    answers.insertion = insertion
    answers.funders = funder
    answers.contact = contact
    return answers
  }
}
