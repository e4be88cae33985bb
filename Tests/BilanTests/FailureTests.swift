import Define
import Domain
import Failures
import Glibc
import Ledger
import Testing
import Workbook

@testable import Host
@testable import Ingest
@testable import Pipeline
@testable import bilan

/// Every failure of the house, word for word as it is printed, with its exit code.
@Suite struct FailureTests {
  private static let month = Month(year: 2022, number: 5)

  private func expect(_ expected: [(any Failure, Int32, String)]) {
    for (failure, code, text) in expected {
      #expect(failure.exitCode.rawValue == code, "\(failure)")
      #expect(failure.text == text)
    }
  }

  @Test func saysWhatTheSystemAnswered() {
    let path = "Vérifier le chemin et le disque, puis relancer."
    let room = "Faire de la place sur le disque, puis relancer."
    let rights = "Vérifier le propriétaire et les droits de ce dossier."
    expect([
      (SystemError(.create, "r", code: ENOTDIR), 73, "r : création impossible (ce n'est pas un dossier).\n\(path)"),
      (SystemError(.lock, "l", code: EROFS), 73, "l : verrou impossible (disque en lecture seule).\n\(path)"),
      (SystemError(.write, "x", code: ENOSPC), 74, "x : écriture impossible (disque plein).\n\(room)"),
      (
        SystemError(.sync, "x", code: EIO), 74,
        "x : écriture sur le disque non confirmée (erreur du disque).\n\(path)"
      ),
      (SystemError(.create, "r", code: EACCES), 77, "r : création impossible (accès refusé).\n\(rights)"),
      (SystemError(.rename, "x", code: EPERM), 77, "x : renommage impossible (accès refusé).\n\(rights)"),
      (
        LinkBehind(edition: "2022-05.1", SystemError(.link, "x", code: ENOSPC)), 74,
        """
        2022-05.1 est publiée, mais le lien de son mois ne la montre pas : x : lien impossible (disque plein).
        La prochaine exécution remet le lien.
        """
      ),
      (
        FileLock.Held(holder: "processus 7"), 75,
        "Une autre exécution est en cours (processus 7).\nAttendre qu'elle finisse, puis relancer."
      ),
      (Interruption(signal: 15), 143, "Arrêté par le signal 15."),
      (
        FileRefused(path: "x", refusal: .notRegular), 74,
        "x : ce n'est pas un fichier ordinaire.\nMettre le fichier lui-même à cette place."
      ),
    ])
  }

  @Test func saysWhatTheCommandLineCannotMean() {
    expect([
      (
        MonthOutside(month: FailureTests.month, start: FailureTests.month.advanced(by: 1)), 64,
        "2022-05 : avant le début du programme (2022-06).\nChoisir un mois à partir de juin 2022."
      ),
      (UsageError(message: "x existe déjà."), 64, "x existe déjà."),
      (
        NoSuchName.association("x", known: ["adds", "die"]), 64,
        "L'association « x » n'existe pas ; il y a : adds, die."
      ),
      (NoSuchEdition(edition: "2022-05.9", known: []), 64, "L'édition 2022-05.9 n'existe pas."),
      (
        NoSuchEdition(edition: "x", known: (1...9).map { "2022-05.\($0)" }), 64,
        "L'édition x n'existe pas ; il y a : "
          + "2022-05.2, 2022-05.3, 2022-05.4, 2022-05.5, 2022-05.6, 2022-05.7, 2022-05.8, 2022-05.9."
      ),
      (NothingToExplain(message: "x."), 64, "x."), (NoFigureThere(message: "x."), 64, "x."),
      (MissingEdition(message: "x."), 64, "x."), (MissingEdition(message: "x."), 64, "x."),
    ])
  }

  @Test func saysWhatIsWrongWithTheInputs() {
    expect([
      (
        PublicationRefused(month: FailureTests.month, reason: "mois clos", details: ["a", "b"]), 65,
        "Rien n'est publié : mois clos.\n  a\n  b"
      ),
      (InputsUnreadable(description: "x : dossier illisible"), 66, "x : dossier illisible."),
      (
        InputChanging(file: "x"), 75,
        "x : le fichier change pendant la lecture.\nAttendre la fin de la copie, puis relancer."
      ),
      (
        DefinitionError(file: "programme.yaml", line: 3, column: 5, "clé inconnue"), 78,
        "programme.yaml:3:5 : clé inconnue."
      ),
      (
        MissingFullTimeHours(scheme: .aci, month: FailureTests.month), 78,
        """
        reference/full-time-hours.csv : pas d'heures annuelles pour « aci » en mai 2022.
        Ajouter une ligne valable à cette date, avec sa source.
        """
      ),
      (
        MissingFullTimeHours(scheme: nil, month: FailureTests.month), 78,
        """
        reference/full-time-hours.csv : pas d'heures annuelles pour « permanent » en mai 2022.
        Ajouter une ligne valable à cette date, avec sa source.
        """
      ),
      (KeyUnusable(message: "k : disparue.", remedy: "La remettre."), 78, "k : disparue.\nLa remettre."),
      (
        PseudonymKey.Refusal.length("k"), 78,
        "k : une clé a exactement 32 octets.\nLa remettre depuis une sauvegarde."
      ),
    ])
  }

  @Test func saysWhatIsWrongWithTheReports() {
    let rebuild = "Le refaire depuis les éditions et l'archive, rien n'est effacé : bilan doctor --rebuild --reports r"
    expect([
      (
        OtherProgramme(found: "a", expected: "b"), 78,
        "Ces rapports sont ceux du programme « a », pas de « b ».\nIndiquer un autre dossier avec --reports."
      ),
      (
        LedgerMissing(path: "r/.bilan/l"), 78,
        "r/.bilan/l : le registre a disparu, mais il y a des éditions. \(rebuild)"
      ),
      (
        LedgerBehind(path: "reports/.bilan/l", editions: ["2022-05.2"]), 78,
        "reports/.bilan/l : le registre ne connaît pas des éditions publiées (2022-05.2) : c'est une ancienne copie. "
          + "Le refaire depuis les éditions et l'archive, rien n'est effacé : bilan doctor --rebuild"
      ),
      (
        LedgerInconsistent(path: "r/.bilan/l", detail: "mois illisible"), 78,
        "r/.bilan/l : mois illisible. \(rebuild)"
      ),
      (
        ArchiveDamaged(path: "a", isMissing: true), 74,
        "a : absent de l'archive ; le remettre depuis une sauvegarde."
      ),
      (
        ArchiveDamaged(path: "a", isMissing: true, purgedOn: Day(year: 2027, month: 1, day: 2)), 74,
        "a : purgé le 02/01/2027 (durée de conservation) ; ce qui en venait ne se recalcule plus."
      ),
      (
        RetentionUnknown(), 64,
        "Durée de conservation inconnue : ni --older-than, ni retention_months dans programme.yaml.\nPar exemple : bilan purge --older-than 36m --dry-run"
      ),
      (EditionDamaged(description: "x : absent"), 74, "x : absent."),
    ])
  }

  @Test func saysWhatIsWrongWithAWorkbook() {
    expect([
      (
        WriteError.outOfMemory, 74,
        """
        Classeur : mémoire insuffisante pour le classeur.
        Vérifier la place sur le disque et les droits du dossier, puis relancer.
        """
      ),
      (
        ReadBackError.missing(part: "xl/workbook.xml"), 74,
        "Un classeur relu diffère de ce qui a été écrit : xl/workbook.xml : absent du classeur. Vérifier le disque et sa place, puis relancer."
      ),
      (
        BookError(.noSheet, at: "t"), 70,
        "Classeur impossible : t : un classeur a au moins une feuille. C'est un défaut de bilan : le signaler."
      ),
    ])
  }

  @Test func saysWhatARunLeavesBehind() {
    let refused = PublicationRefused(month: FailureTests.month, reason: "x", details: [])
    let nothing = "Rien n'est publié ; le dernier bilan reste en place."
    let full = SystemError(.write, "x", code: ENOSPC)
    expect([
      (RunFailed(refused, published: []), 65, refused.text),
      (RunFailed(full, published: []), 74, full.text + "\n" + nothing),
      (RunFailed(Interruption(signal: 2), published: []), 130, "Arrêté par le signal 2.\n" + nothing),
      (
        RunFailed(full, published: ["2022-04.1", "2022-05.1"]), 74,
        full.text + "\nPublié avant cela : 2022-04.1, 2022-05.1 ; la même commande continue avec les autres mois."
      ),
    ])
    // A link that lags says itself what was published.
    let behind = LinkBehind(edition: "2022-05.1", full)
    #expect(RunFailed(behind, published: []).text == behind.text)
  }
}
