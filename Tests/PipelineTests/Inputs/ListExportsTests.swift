import Domain
import Foundation
import Testing

@testable import Pipeline

/// What stands in exports/: what is read, what is refused for its name or its bytes, and what is only said.
@Suite struct ListExportsTests {
  private func checked(_ small: SmallProgramme, _ month: String = "2022-02") throws -> CheckedMonth {
    try readInputs(InputsFolder(small.inputs.path), month: Month(month)!, timings: Timings())
  }
  private func found(_ checked: CheckedMonth) -> [String] {
    checked.findings.map { "\($0.code) \($0.file.split(separator: "/").dropFirst().joined(separator: "/"))" }
  }
  private func outcome(_ checked: CheckedMonth, _ id: String, _ month: String = "2022-02") -> String? {
    checked.facts.deliveries.first { $0.association == id && $0.kind == .etp && $0.month == Month(month)! }?.outcome
      .rawValue
  }

  @Test("what systems and tools drop is nothing; an empty folder neither") func ignored() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    for name in [
      "Thumbs.db", "desktop.ini", ".DS_Store", "~$etp.xlsx", "etp-2022-02.csv~", "a.part", "b.crdownload", "c.TMP",
      "d.filepart",
    ] {
      try small.write("exports/adds/\(name)", "x")
    }
    try FileManager.default.createDirectory(
      at: small.inputs.appending(path: "exports/die/vide"), withIntermediateDirectories: true)
    #expect(try found(checked(small)) == [])
  }

  @Test("other names are said, and change neither figure nor edition") func strays() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    try small.publish("2022-02")
    let before = fingerprint(try checked(small))
    try small.write("exports/adds/notes.txt", "x")
    try small.write("exports/adds/etp-2022-02.xlsx", "x")
    try small.write("exports/autre/etp-2022-02.csv", "x")
    try small.write("exports/lisez-moi.txt", "x")
    try small.write("exports/adds/etp-2021-12.csv", "x")
    let after = try checked(small)
    #expect(
      found(after) == [
        "not-member adds/etp-2021-12.csv", "spreadsheet-file adds/etp-2022-02.xlsx", "unknown-file adds/notes.txt",
        "unknown-folder autre", "unknown-file lisez-moi.txt",
      ])
    #expect(fingerprint(after) == before)
  }

  @Test("what a longer list says of an earlier month is what a list of that month says") func partsOfAList() throws {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] {
      try small.jobs("adds", month, "1 cree 1")
      try small.jobs("die", month, "1 cree 1 alimentation")
    }
    let copied = try small.read("exports/adds/etp-2022-02.csv")
    for name in [
      "adds/etp-2022-02 (1).csv", "adds/etp-2022-03 (1).csv", "die/etp-2022-03.csv.csv", "adds/notes.txt",
      "adds/etp-2021-12.csv", "adds/reunions-2022-02.csv.csv", "autre/etp-2022-02.csv", "adds/etp-2022-03.xlsx",
    ] {
      try small.write("exports/\(name)", copied)
    }
    let inputs = try InputsFolder(small.inputs.path)
    let programme = try loadDefinitions(inputs).definitions.programme
    func words(_ listed: ListedExports) -> [String] {
      [
        "\(listed.exports.map { "\($0.file) \($0.month)" })", "\(listed.refused.map(\.file))",
        "\(listed.findings.map { "\($0.code) \($0.file) \($0.rule)" })",
      ]
    }
    let last = try listExports(inputs, programme, upTo: Month(year: 2022, number: 4))
    for number in 1...4 {
      let month = Month(year: 2022, number: number)
      let listed = try words(listExports(inputs, programme, upTo: month))
      #expect(words(last.upTo(month)) == listed)
      #expect(try words(inputs.listed(programme, upTo: month)) == listed)
    }
    // Of one command: the names that stood there first.
    let (command, february) = (try InputsFolder(small.inputs.path), Month(year: 2022, number: 2))
    _ = try command.listed(programme, upTo: Month(year: 2022, number: 4))
    try small.jobs("adds", "2022-01", "9 cree 1")
    try small.remove("exports/adds/etp-2022-02.csv")
    #expect(try words(command.listed(programme, upTo: february)) == words(last.upTo(february)))
    #expect(try words(command.listed(programme, upTo: february, anew: true)) != words(last.upTo(february)))
  }

  @Test("a copy beside the export refuses both; alone it is refused for its name") func copies() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    try small.jobs("die", "2022-02", "1 cree 1 alimentation")
    try small.write("exports/adds/etp-2022-02 (1).csv", small.read("exports/adds/etp-2022-02.csv"))
    try small.write("exports/die/etp-2022-02.csv.csv", small.read("exports/die/etp-2022-02.csv"))
    try small.remove("exports/die/etp-2022-02.csv")
    let checked = try checked(small)
    #expect(found(checked) == ["duplicate-file adds/etp-2022-02 (1).csv", "misnamed-export die/etp-2022-02.csv.csv"])
    #expect(outcome(checked, "adds") == "refused" && outcome(checked, "die") == "refused")
    #expect(checked.findings[1].remedy == "le renommer etp-2022-02.csv")
  }

  @Test("two copies without the export are two files") func twoCopies() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    for name in ["Copie de etp-2022-02.csv", "etp-2022-02 (2).csv"] {
      try small.write("exports/adds/\(name)", small.read("exports/adds/etp-2022-02.csv"))
    }
    try small.remove("exports/adds/etp-2022-02.csv")
    #expect(try found(checked(small)) == ["duplicate-file adds/Copie de etp-2022-02.csv"])
  }

  @Test("the same bytes under two associations are nobody's; meetings, and a header alone, are") func twins() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    try small.jobs("die", "2022-02", "1 cree 1")
    try small.jobs("adds", "2022-01")
    try small.jobs("die", "2022-01")
    for id in ["adds", "die"] {
      try small.write("exports/\(id)/reunions-2022-02.csv", "date;instance\n01/02/2022;ca\n")
    }
    let checked = try checked(small)
    #expect(
      found(checked).filter { $0.hasPrefix("same") } == [
        "same-file-twice adds/etp-2022-02.csv", "same-file-twice die/etp-2022-02.csv",
      ])
    #expect(outcome(checked, "adds") == "refused" && outcome(checked, "die") == "refused")
    #expect(outcome(checked, "adds", "2022-01") == "accepted" && outcome(checked, "die", "2022-01") == "accepted")
  }

  @Test("a last line without its end is a cut file where three others have theirs, and none lacks it") func cut() throws
  {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03", "2022-04"] { try small.jobs("adds", month, "1 existant 0.80") }
    func cut(_ month: String, _ count: Int) throws {
      let file = "exports/adds/etp-\(month).csv"
      try small.write(file, String(small.read(file).dropLast(count)))
    }
    try cut("2022-04", 2)
    #expect(try found(checked(small, "2022-04")) == ["cut-short adds/etp-2022-04.csv"])
    #expect(try outcome(checked(small, "2022-04"), "adds", "2022-04") == "refused")
    // One of the others lacks it too: this is how the office saves.
    try cut("2022-02", 1)
    #expect(try found(checked(small, "2022-04")) == [])
    // Of two others nothing is told.
    let young = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] { try young.jobs("adds", month, "1 existant 0.80") }
    try young.write("exports/adds/etp-2022-03.csv", String(young.read("exports/adds/etp-2022-03.csv").dropLast(1)))
    #expect(try found(checked(young, "2022-03")) == [])
  }

  @Test("what has just changed may still be arriving: run waits for it, at most so long") func arriving() throws {
    let small = try SmallProgramme()
    try small.edit("programme.yaml", "settle_seconds: 0", "settle_seconds: 3600")
    try small.jobs("adds", "2022-02", "1 cree 1")
    let inputs = try InputsFolder(small.inputs.path)
    let programme = try loadDefinitions(inputs).definitions.programme
    #expect(try stillArriving(inputs, programme, upTo: Month("2022-02")!).map(\.code) == ["still-arriving"])
    #expect(throws: InputChanging(file: "exports/adds/etp-2022-02.csv", waited: 0)) {
      try awaitArrivals(inputs, programme, upTo: Month("2022-02")!, limit: 0)
    }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -4000)]
    let file = small.inputs.appending(path: "exports/adds/etp-2022-02.csv").path
    try FileManager.default.setAttributes(old, ofItemAtPath: file)
    try awaitArrivals(inputs, programme, upTo: Month("2022-02")!, limit: 0)
    // A time to come is another machine's clock.
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 9000)], ofItemAtPath: file)
    #expect(try stillArriving(inputs, programme, upTo: Month("2022-02")!).isEmpty)
  }

  @Test("a link is not followed, and no file of more than 128 Mio is read") func notRead() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-01", "1 cree 1")
    let folder = small.inputs.appending(path: "exports/adds").path
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/etp-2022-02.csv", withDestinationPath: folder + "/etp-2022-01.csv")
    // A hole: nothing is written.
    _ = FileManager.default.createFile(atPath: folder + "/beneficiaires-2022-02.csv", contents: nil)
    try #require(FileHandle(forWritingAtPath: folder + "/beneficiaires-2022-02.csv")).truncate(atOffset: 129 << 20)
    #expect(
      try found(checked(small)) == [
        "file-too-large adds/beneficiaires-2022-02.csv", "not-regular-file adds/etp-2022-02.csv",
      ])
  }
}
