import Define
import Domain
import Glibc
import Testing
import Workbook

@testable import bilan
@testable import Ingest
@testable import Pipeline
@testable import System

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
      (PublicationRefused(reason: "x", details: []), 65), (InputsUnreadable(description: "x"), 66),
      (InputChanging(file: "x"), 75), (DefinitionError(file: "programme.yaml", line: 3, "x"), 78),
      (MissingFullTimeHours(scheme: .aci, month: month), 78), (OtherProgramme(found: "a", expected: "b"), 78),
      (EditionDamaged(description: "x"), 74), (Interruption(signal: 15), 143),
    ]
    for (error, code) in expected { #expect(Failure(error)?.code == code, "\(error)") }
    #expect(Failure(CancellationError()) == nil)
  }

  @Test func saysTwentyLinesAtMost() throws {
    let details = (1...50).map { "fichier \($0)" }
    let failure = try #require(Failure(PublicationRefused(reason: "x", details: details)))
    #expect(failure.message.split(separator: "\n").count <= 20)
    #expect(failure.message.contains("33 autres"))
  }
}
