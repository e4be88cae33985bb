import Define
import Domain
import Glibc
import Ledger
import Testing
import Workbook

@testable import bilan
@testable import Ingest
@testable import Pipeline
@testable import Host

/// Every error of the house has its exit code and a French message that says what to do.
@Suite struct FailureTests {
  @Test func mapsSystemErrors() throws {
    let expected: [(SystemError, Int32)] = [
      (SystemError(.create, "reports", code: ENOTDIR), 73),
      (SystemError(.lock, "reports/.bilan/lock", code: EROFS), 73),
      (SystemError(.write, "x", code: ENOSPC), 74), (SystemError(.sync, "x", code: EIO), 74),
      (SystemError(.create, "reports", code: EACCES), 77), (SystemError(.rename, "x", code: EPERM), 77),
    ]
    for (error, code) in expected {
      let failure = try #require(Failure(error))
      #expect(failure.code == code)
      #expect(failure.message.hasPrefix(error.path))
    }
  }

  @Test func mapsTheOthers() throws {
    let month = Month(year: 2022, number: 5)
    let expected: [(any Error, Int32)] = [
      (MonthOutside(month: month, start: month), 64), (NoSuchEdition(edition: "2022-05.9", known: []), 64),
      (PublicationRefused(month: month, reason: "x", details: []), 65), (InputsUnreadable(description: "x"), 66),
      (InputChanging(file: "x"), 75), (DefinitionError(file: "programme.yaml", line: 3, "x"), 78),
      (MissingFullTimeHours(scheme: .aci, month: month), 78), (OtherProgramme(found: "a", expected: "b"), 78),
      (EditionDamaged(description: "x"), 74), (Interruption(signal: 15), 143),
    ]
    for (error, code) in expected { #expect(Failure(error)?.code == code, "\(error)") }
    let ledger: [(any Error, Int32)] = [
      (LedgerError.damaged("l"), 78), (LedgerError.newer("l"), 78), (LedgerError.older("l"), 78),
      (LedgerError.busy("l"), 75), (LedgerError.denied("l"), 77), (LedgerError.disk("l"), 74),
      (LedgerMissing(path: "l"), 78), (LedgerBehind(path: "l", editions: ["2022-05.2"]), 78),
      (LedgerInconsistent(path: "l", detail: "x"), 78), (ArchiveDamaged(path: "a", isMissing: true), 74),
      (KeyUnusable(message: "k", remedy: "r"), 78), (NothingToClose(message: "x"), 64),
      (NothingToCompare(message: "x"), 64),
    ]
    for (error, code) in ledger { #expect(Failure(error)?.code == code, "\(error)") }
    #expect(Failure(CancellationError()) == nil)
  }

  @Test func saysTwentyLinesAtMost() throws {
    let details = (1...50).map { "fichier \($0)" }
    let failure = try #require(
      Failure(PublicationRefused(month: Month(year: 2022, number: 5), reason: "x", details: details)))
    #expect(failure.message.split(separator: "\n").count <= 20)
    #expect(failure.message.contains("33 autres"))
  }
}
