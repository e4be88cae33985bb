import Domain
import Testing

@testable import Pipeline

/// Names of exports, and names that are nearly one.
@Suite struct ExportNameTests {
  private func almost(_ name: String) -> String? { almostExportName(name).map { "\($0.kind.id) \($0.month)" } }

  @Test(arguments: ["etp-2022-05.csv", "ETP-2022-05.CSV", "Bénéficiaires-2022-05.csv", "Re\u{301}unions-2022-05.csv"])
  func exact(_ name: String) { #expect(exportName(name)?.month == Month("2022-05")) }

  @Test(
    "marks of a copy, doubled and hidden extensions, another dash",
    arguments: [
      "etp-2022-05 (1).csv", "etp-2022-05(12).csv", "etp-2022-05 - Copie.csv", "etp-2022-05 - Copie (2).csv",
      "Copie de etp-2022-05.csv", "Copie (3) de etp-2022-05.csv", "Copy of ETP-2022-05.csv", "etp-2022-05 - Copy.csv",
      "etp-2022-05-1.csv", "etp-2022-05_2.csv", "etp-2022-05.csv.csv", "etp-2022-05.csv.txt", "etp-2022-05.CSV.TXT",
      "etp–2022-05.csv", "etp_2022-05.csv", "etp - 2022 - 05.csv", "etp\u{2011}2022\u{2212}05.csv",
      "etp-2022-05 copie.csv", "etp-2022-05 copie 2.csv", "Copie de etp-2022-05 (1).csv.csv", "etp-2022-05 (1) (2).csv",
      "etp-2022-05.csv (1).csv",
    ])
  func nearly(_ name: String) {
    #expect(exportName(name) == nil)
    #expect(almost(name) == "etp 2022-05")
  }

  @Test(
    "other names are no export's",
    arguments: [
      "etp-2022-13.csv", "etp-2022-05.txt", "etp-2022-05.xlsx", "etp-2022-05.csv.bak", "effectifs-2022-05.csv",
      "etp-2022-05-final.csv", "etp 2022-05.csv", "etp-2022-5.csv", "mon etp-2022-05.csv", "etp-2022-05 (123).csv",
      "etp-2022-05.csv.zip", "", ".csv",
    ])
  func other(_ name: String) { #expect(exportName(name) == nil && almost(name) == nil) }
}
