import Define
import Domain
import Ingest
import Ledger
import Pipeline
import Host
import Workbook

/// What went wrong, for a person (French, 20 lines at most) and for a script (sysexits, 7-operations.md).
struct Failure {
  let code: Int32
  let message: String

  /// nil: not one of the house's errors.
  init?(_ error: any Error) {
    switch error {
    case let error as RunFailed:
      guard let cause = Failure(error.cause) else { return nil }
      self.init(cause.code, cause.message, Failure.state(after: error, code: cause.code))
    case let error as MonthOutside:
      self.init(
        64, "\(error.month) : avant le début du programme (\(error.start)).",
        "Choisir un mois à partir de \(error.start.french).")
    case let error as UsageError: self.init(64, error.message)
    case let error as NoSuchAssociation:
      self.init(64, "L'association « \(error.id) » n'existe pas ; il y a : \(error.known.joined(separator: ", ")).")
    case let error as NothingToExplain: self.init(64, error.message)
    case let error as NoFigureThere: self.init(64, error.message)
    case let error as NoSuchEdition:
      let known = error.known.suffix(8).joined(separator: ", ")
      self.init(64, "L'édition \(error.edition) n'existe pas\(known.isEmpty ? "" : " ; il y a : \(known)").")
    case let error as NothingToCompare: self.init(64, error.message)
    case let error as NothingToClose: self.init(64, error.message)
    case let error as PublicationRefused:
      self.init(65, "Rien n'est publié : \(error.reason).", lines: error.details)
    case let error as InputsUnreadable: self.init(66, "\(error).")
    case let error as InputChanging:
      self.init(
        75, "\(error.file) : le fichier change pendant la lecture.", "Attendre la fin de la copie, puis relancer.")
    case let error as FileLock.Held:
      self.init(75, "Une autre exécution est en cours (\(error.holder)).", "Attendre qu'elle finisse, puis relancer.")
    case let error as DefinitionError: self.init(78, "\(error).")
    case let error as MissingFullTimeHours:
      self.init(
        78,
        "reference/full-time-hours.csv : pas d'heures annuelles pour « \(error.scheme?.id ?? "permanent") » en \(error.month.french).",
        "Ajouter une ligne valable à cette date, avec sa source.")
    case let error as OtherProgramme:
      self.init(
        78, "Ces rapports sont ceux du programme « \(error.found) », pas de « \(error.expected) ».",
        "Indiquer un autre dossier avec --reports.")
    case let error as KeyUnusable: self.init(78, "\(error.message).", error.remedy)
    case let error as LedgerError: self.init(error.code, error.french)
    case let error as LedgerMissing: self.init(78, error.french)
    case let error as LedgerBehind: self.init(78, error.french)
    case let error as LedgerInconsistent:
      self.init(78, "\(error.path) : \(error.detail).", "Remettre le registre depuis une sauvegarde.")
    case let error as ArchiveDamaged: self.init(74, "\(error).")
    case let error as SystemError: self.init(error)
    case let error as LinkBehind:
      self.init(
        Failure.code(of: error.cause),
        "\(error.edition) est publiée, mais le lien de son mois ne la montre pas : \(error.cause).",
        "La prochaine exécution remet le lien.")
    case let error as EditionDamaged: self.init(74, "\(error).")
    case let error as ReadBackError:
      self.init(74, "Un classeur relu diffère de ce qui a été écrit : \(error). Vérifier la place sur le disque.")
    case let error as WriteError:
      self.init(74, "Classeur : \(error).", "Vérifier la place sur le disque et les droits du dossier, puis relancer.")
    case let error as BookError:
      self.init(70, "Classeur impossible : \(error). C'est un défaut de bilan : le signaler.")
    case let error as Interruption:
      self.init(128 + error.signal, "Arrêté par le signal \(error.signal).")
    default: return nil
    }
  }

  /// What the reports are by now: the first question of whoever reads of a failure.
  private static func state(after failure: RunFailed, code: Int32) -> String? {
    guard failure.published.isEmpty else {
      return
        "Publié avant cela : \(failure.published.joined(separator: ", ")) ; la même commande continue avec les autres mois."
    }
    // A link that lags says itself what was published; and nobody thinks so of a word that is misspelt.
    guard [73, 74, 77].contains(code) || code > 128, !(failure.cause is LinkBehind) else { return nil }
    return "Rien n'est publié ; le dernier bilan reste en place."
  }

  private init(_ error: SystemError) { self.init(Failure.code(of: error), "\(error).", Failure.remedy(of: error)) }

  private static func code(of error: SystemError) -> Int32 {
    error.isPermission ? 77 : [.create, .lock].contains(error.operation) ? 73 : 74
  }

  private static func remedy(of error: SystemError) -> String {
    if error.isPermission { return "Vérifier le propriétaire et les droits de ce dossier." }
    return error.isFull
      ? "Faire de la place sur le disque, puis relancer." : "Vérifier le chemin et le disque, puis relancer."
  }

  private init(_ code: Int32, _ first: String, _ second: String? = nil, lines: [String] = []) {
    self.code = code
    var all = [first] + lines.prefix(17).map { "  " + $0 }
    if lines.count > 17 { all.append("  … et \(lines.count - 17) autres") }
    if let second { all.append(second) }
    message = all.joined(separator: "\n")
  }
}

extension LedgerError {
  var code: Int32 {
    switch self {
    case .damaged, .newer, .older: return 78
    case .busy: return 75
    case .denied: return 77
    case .disk: return 74
    }
  }
}

/// A command line that cannot be meant so: exit 64.
struct UsageError: Error {
  let message: String
}
