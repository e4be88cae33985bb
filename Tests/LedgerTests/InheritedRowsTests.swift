import GRDB
import SeededNumbers
import Testing

@testable import Ledger

/// Rows that an edition shares with the one before stand once, and every edition reads as it was written.
@Suite struct InheritedRowsTests {
  private func finding(_ number: Int) -> FindingRecord {
    FindingRecord(
      code: "out-of-range", severity: "row", association: "afeji", kind: "etp", month: "2022-01", file: "x",
      line: number, row: nil, otherLines: "", column: nil, header: nil, rule: "règle", remedy: "remède")
  }

  private func input(_ number: Int, archive: String? = nil) -> InputRecord {
    InputRecord(
      association: "afeji", kind: "etp", month: "m\(number)", file: "f", sha256: "s\(number)", outcome: "accepted",
      isOwed: true, rowsKept: 3, rowsRefused: 0, waived: nil, archive: archive ?? "raw.csv")
  }

  private func contents(_ number: Int, _ inputs: [InputRecord], _ findings: [FindingRecord]) -> EditionContents {
    var contents = SampleContents.edition(number)
    (contents.inputs, contents.findings) = (inputs[...], findings[...])
    return contents
  }

  private func count(_ table: String, _ ledger: Ledger) throws -> Int? {
    try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }

  /// Sixty editions, each with the rows of those before and one more in the middle of its findings.
  @Test func growsWithItsRows() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    func lists(_ number: Int) -> ([InputRecord], [FindingRecord]) {
      let numbers = Array(1...number)
      return (
        numbers.map { input($0) },
        numbers.filter { $0 % 2 == 0 }.map(finding) + numbers.filter { $0 % 2 == 1 }.map(finding)
      )
    }
    var sizes: [Int] = []
    for number in 1...60 {
      let (inputs, findings) = lists(number)
      let contents = contents(number, inputs, findings)
      let divided = try ledger.lists(of: contents)
      let copy = EditionCopy(contents, as: divided, keyId: "clé")
      sizes.append(
        EditionCopy.Section.allCases.filter { $0 != .inherited }.reduce(0) { $0 + (copy.sections[$1]?.count ?? 0) })
      try ledger.commit(contents, as: divided, keyId: "clé", run: SampleContents.run)
    }
    // A copy is as long as what is new in it.
    #expect(sizes[59] <= sizes[1] + 10)
    for number in [1, 2, 31, 60] {
      let edition = try #require(try ledger.edition("2022-05", number: number))
      let (inputs, findings) = lists(number)
      #expect(try ledger.inputs(of: edition) == inputs)
      #expect(try ledger.findings(of: edition) == findings)
    }
    #expect(try count("input", ledger) == 60)
    #expect(try count("finding", ledger) == 60)
    #expect(try count("delivery", ledger) == 60)
  }

  /// Lists that are cut, turned round and doubled; with the same row twice, and rows that differ in their place alone.
  private func series(seed: Int) -> [([InputRecord], [FindingRecord])] {
    var random = Seeded(UInt64(seed))
    func draw(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    var lists: [([InputRecord], [FindingRecord])] = []
    for _ in 1...12 {
      var (inputs, findings) = lists.last ?? ([], [])
      for _ in 0..<draw(4) {
        inputs.insert(input(draw(6), archive: draw(3) == 0 ? "other.csv" : "raw.csv"), at: draw(inputs.count + 1))
      }
      for _ in 0..<draw(4) { findings.insert(finding(draw(5)), at: draw(findings.count + 1)) }
      if draw(3) == 0 { findings.reverse() }
      if draw(3) == 0, !inputs.isEmpty { inputs.remove(at: draw(inputs.count)) }
      if draw(5) == 0 { findings += findings }
      lists.append((inputs, findings))
    }
    return lists
  }

  /// The files of the archive that the inputs name.
  private func contents(_ number: Int, of list: ([InputRecord], [FindingRecord])) -> EditionContents {
    var contents = contents(number, list.0, list.1)
    var other = contents.archivedExports[0]
    (other.sha256, other.archive, other.archiveSHA256) = ("other", "other.csv", "b")
    contents.archivedExports.append(other)
    return contents
  }

  @Test(arguments: 1...20) func readsAsItWasWritten(seed: Int) throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    let series = series(seed: seed)
    for (index, list) in series.enumerated() {
      try ledger.commit(contents(index + 1, of: list), keyId: "clé", run: SampleContents.run)
    }
    // What was read while it was written, and what anybody else reads.
    for reader in [ledger, try Ledger(folder.path, .reading)] {
      for (index, (inputs, findings)) in series.enumerated() {
        let edition = try #require(try reader.edition("2022-05", number: index + 1))
        #expect(try reader.inputs(of: edition) == inputs, "\(seed) \(index)")
        #expect(try reader.findings(of: edition) == findings, "\(seed) \(index)")
        #expect(try reader.inputList(of: edition).texts.flatMap(Array.init) == InputRecord.text(inputs))
        #expect(try reader.findingList(of: edition).texts.flatMap(Array.init) == FindingRecord.text(findings))
        // SQL's own view says the same.
        let rows = try reader.read {
          try FindingRecord.fetchAll(
            $0, sql: "SELECT \(FindingRecord.names) FROM wholeFinding WHERE edition = ? ORDER BY position",
            arguments: [edition.id])
        }
        #expect(rows == findings)
      }
    }
  }

  /// Commits a series, and gives the copies in its order as the disk has them; each tells what was committed, with those that it refers
  /// to, and nothing without one of them.
  private func copies(_ series: [([InputRecord], [FindingRecord])], _ ledger: Ledger) throws -> [EditionCopy] {
    var copies: [String: EditionCopy] = [:]
    return try series.enumerated().map { index, list in
      let contents = contents(index + 1, of: list)
      let lists = try ledger.lists(of: contents)
      let written = EditionCopy(contents, as: lists, keyId: "clé")
      let name = contents.edition.name
      let copy = try #require(EditionCopy(written.text(name), of: name) as EditionCopy?)
      copies[name] = copy
      #expect(copy == written && !copy.isWhole)
      try ledger.commit(contents, as: lists, keyId: "clé", run: SampleContents.run)
      let texts: [EditionCopy.Section: [UInt8]] = [
        .inputs: InputRecord.text(list.0), .findings: FindingRecord.text(list.1),
      ]
      for (section, text) in texts {
        let own = try #require(copy.list(section))
        #expect(whole(own) { copies[$0]?.list(section) } == text)
        if let needed = own.runs.first?.edition {
          #expect(whole(own) { $0 == needed ? nil : copies[$0]?.list(section) } == nil)
        }
        #expect(EditionCopy.told(contents, as: lists)[section]?.flatMap(Array.init) == text)
      }
      return copy
    }
  }

  /// From the copies alone the same ledger is made again, row for row.
  @Test(arguments: 1...20) func copiesMakeItAgain(seed: Int) throws {
    let (folder, other) = (try LedgerFolder(), try LedgerFolder())
    let ledger = try Ledger(folder.path, .writing)
    let copies = try copies(series(seed: seed), ledger)
    let again = try Ledger(other.path, .writing)
    try again.restore(copies, and: Salvage())
    let tables = [
      "edition", "input", "finding", "inherited", "reading", "archive", "delivery", "figure", "definition",
      "disclosure",
    ]
    for table in tables {
      func rows(_ ledger: Ledger) throws -> [Row] {
        try ledger.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
      }
      #expect(try rows(again) == rows(ledger), "\(table)")
    }
  }

  /// A copy that refers to what is not there yet.
  @Test func outOfOrder() throws {
    let (folder, other) = (try LedgerFolder(), try LedgerFolder())
    let list = ([input(1)], [finding(1)])
    let copies = try copies([list, list], Ledger(folder.path, .writing))
    #expect(copies[1].sources == ["2022-05.1"])
    let again = try Ledger(other.path, .writing)
    let error = #expect(throws: LedgerError.self) { try again.restore(copies.reversed(), and: Salvage()) }
    #expect(error?.kind == .damaged)
  }

  private func whole(_ list: CopiedList, _ other: (String) -> CopiedList?) -> [UInt8]? {
    var text: [UInt8] = []
    return list.forEachLine(other) { text += $0 } ? text : nil
  }

  /// é as one character and as two: the same to Swift, and not the same file. A row is taken over where it is the same to the byte.
  @Test func textsThatLookAlike() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    let names = ["exports/apei/re\u{301}unions.csv", "exports/apei/r\u{E9}unions.csv"]
    func lists(_ name: String) -> ([InputRecord], [FindingRecord]) {
      ([input(1).with(file: name)], [finding(1).with(header: name)])
    }
    for (number, name) in names.enumerated() {
      try ledger.commit(contents(number + 1, of: lists(name)), keyId: "clé", run: SampleContents.run)
    }
    for (number, name) in names.enumerated() {
      let edition = try #require(try Ledger(folder.path, .reading).edition("2022-05", number: number + 1))
      #expect(try ledger.inputs(of: edition).first.map { Array($0.file.utf8) } == Array(name.utf8))
      #expect(try ledger.findings(of: edition).first?.header.map { Array($0.utf8) } == Array(name.utf8))
    }
  }

  /// An older month's correction stands behind the edition that it supersedes, what comes then behind the newest.
  @Test func behindTheOneItSupersedes() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    func publish(_ number: Int, _ month: String, _ inputs: [Int]) throws {
      var contents = SampleContents.edition(number, month: month)
      (contents.inputs, contents.findings) = (inputs.map { input($0) }[...], inputs.map(finding)[...])
      try ledger.commit(contents, keyId: "clé", run: SampleContents.run)
    }
    try publish(1, "2022-01", Array(1...10))
    try publish(1, "2022-02", Array(1...20))
    try publish(2, "2022-01", [99] + Array(2...10))
    try publish(2, "2022-02", [99] + Array(2...20))
    #expect(try count("input", ledger) == 21 && count("finding", ledger) == 21)
  }

  /// A copy whose runs do not fit together says nothing.
  @Test(arguments: [
    "input\t0\t0\t2022-05.1\t0", "input\t0\t-1\t2022-05.1\t0", "input\t3\t1\t2022-05.1\t0",
    "input\t-1\t1\t2022-05.1\t0",
    "input\t0\t1\t2022-05.1\t-1", "input\t0\t9223372036854775807\t2022-05.1\t1",
    "input\t1\t9223372036854775806\t2022-05.1\t0",
    "input\t0\t9223372036854775806\t2022-05.1\t0", "input\t0\t1\t\\N\t0",
    "input\tx\t1\t2022-05.1\t0",
    "input\t0\t2\t2022-05.1\t0\ninput\t1\t1\t2022-05.1\t0", "input\t0\t1\t2022-05.1",
  ])
  func runsThatDoNotFit(rows: String) throws {
    let name = "2022-05.2"
    let head = "# bilan 2 \(name)\n"
    let text = EditionCopy.Section.allCases.reduce(into: head) { text, section in
      let body = section == .inherited ? rows + "\n" : section == .inputs ? "a\n" : ""
      text += "# \(section.rawValue) \(body.utf8.count)\n\(body)"
    }
    let copy = try #require(EditionCopy(Array(text.utf8), of: name))
    #expect(copy.list(.inputs) == nil)
  }

  /// The archive's uses are those of all editions, taken over or not.
  @Test func everyEditionUsesItsFiles() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for number in 1...3 {
      try ledger.commit(contents(number, [input(1)], []), keyId: "clé", run: SampleContents.run)
    }
    #expect(try ledger.archiveUses().map(\.edition) == ["2022-05.1", "2022-05.2", "2022-05.3"])
  }
}
