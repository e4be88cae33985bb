import Domain
import Foundation
import Host
import Ingest
import Testing

@testable import Pipeline

/// An export replaced between two readings of one command, as long as before and with its time set back: whichever reading comes
/// second must stop the command (75), and nothing is published of what it was doing.
struct FixedExportsTests {
  private let small: SmallProgramme
  private let inputs: InputsFolder
  private let file = "exports/die/etp-2022-01.csv"

  init() throws {
    small = try SmallProgramme()
    // The second row is refused: what that costs is told by reading the file again.
    try small.jobs("die", "2022-01", "1 cree 0.5", "2 cree 0.7 nulle-part")
    try small.jobs("die", "2022-02", "1 cree 0.5", "2 cree 0.7 nulle-part")
    inputs = try InputsFolder(small.inputs.path)
  }

  /// By a rename, with the size and the time of what was there.
  private func replace(_ file: String, _ old: String = "0.5", _ new: String = "0.6") throws {
    let place = small.inputs.appending(path: file)
    var status = stat()
    #expect(stat(place.path, &status) == 0)
    let text = try small.read(file)
    #expect(text.contains(old))
    let other = place.path + ".part"
    try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: other))
    var times = [status.st_atim, status.st_mtim]
    #expect(utimensat(AT_FDCWD, other, &times, 0) == 0)
    #expect(rename(other, place.path) == 0)
  }

  private var january: Month { Month("2022-01")! }
  private func loaded() throws -> LoadedDefinitions { try loadDefinitions(inputs) }
  private func read() throws -> CheckedMonth { try readInputs(inputs, month: january, timings: Timings()) }
  private func hash() throws {
    let loaded = try loaded()
    _ = try fingerprints(of: january...january, inputs, loaded.files, loaded.definitions.programme)
  }
  private func cost(_ checked: CheckedMonth) throws {
    _ = try refusalCosts(checked, try computeAll(checked), inputs: inputs)
  }
  private func stops(_ body: () throws -> Void) {
    #expect { try body() } throws: { ($0 as? InputChanging)?.file == file && $0.asFailure.exitCode.rawValue == 75 }
  }

  @Test func aFileThatStaysIsReadAsOftenAsAsked() throws {
    try hash()
    let checked = try read()
    try cost(checked)
    try hash()
  }

  @Test func hashedThenRead() throws {
    try hash()
    try replace(file)
    stops { _ = try read() }
  }

  @Test func readThenReadAgainForWhatAFaultCosts() throws {
    let checked = try read()
    try replace(file)
    stops { try cost(checked) }
  }

  @Test func readThenReadForAnotherMonth() throws {
    _ = try read()
    try replace(file)
    stops { _ = try readInputs(inputs, month: Month("2022-02")!, timings: Timings()) }
  }

  @Test func hashedAsATwinThenRead() throws {
    try small.write("exports/adds/etp-2022-01.csv", small.read(file))
    let programme = try loaded().definitions.programme
    let exports = try surveyExports(listExports(inputs, programme, upTo: january).exports, inputs, programme)
    #expect(exports.count == 2 && exports.allSatisfy { !$0.twins.isEmpty })
    try replace(file)
    stops { for export in exports { _ = try loadExport(export, inputs, programme) } }
  }

  /// What came since is not there for this command, whatever asks; it is for who waits, and for the next command.
  @Test func whatComesAfterTheFirstLook() throws {
    let programme = try loaded().definitions.programme
    func files(_ inputs: InputsFolder, _ month: Month, anew: Bool = false) throws -> [String] {
      try inputs.listed(programme, upTo: month, anew: anew).exports.map(\.file)
    }
    let february = Month("2022-02")!
    #expect(try files(inputs, january) == [file])
    try small.jobs("adds", "2022-01", "1 cree 0.5")
    #expect(try files(inputs, january) == [file] && read().facts.deliveries.count { $0.outcome == .accepted } == 1)
    // Another month, and another export in one's place, are other lists.
    #expect(try files(inputs, february).count == 3)
    let other = small.inputs.appending(path: "other.csv").path
    try small.write("other.csv", small.read(file))
    let imagined = try inputs.replacing("adds/etp-2022-01", with: other, of: programme)
    #expect(try files(imagined, january).count == 2 && files(inputs, january).count == 1)
    // So is that of another programme.
    var without = programme
    without.associations.removeAll { $0.id == "die" }
    #expect(try inputs.listed(without, upTo: january).exports.map(\.file) == ["exports/adds/etp-2022-01.csv"])
    #expect(try files(inputs, january, anew: true).count == 2 && files(inputs, january).count == 2)
    #expect(try files(InputsFolder(small.inputs.path), january).count == 2)
  }

  /// Files of one length that end alike are read before they are called the same; others are not read.
  @Test func twinsByTheirEnds() throws {
    let programme = try loaded().definitions.programme
    func twins() throws -> [Int] {
      let inputs = try InputsFolder(small.inputs.path)
      return try surveyExports(listExports(inputs, programme, upTo: january).exports, inputs, programme).map(
        \.twins.count)
    }
    let text = try small.read(file)
    #expect(text.utf8.count > 100)
    try small.write("exports/adds/etp-2022-01.csv", text)
    #expect(try twins() == [1, 1])
    // Another first byte, the same end; another end.
    for other in ["x" + text.dropFirst(), text.dropLast(3) + "z" + text.suffix(2)] {
      try small.write("exports/adds/etp-2022-01.csv", String(other))
      #expect(try twins() == [0, 0])
    }
  }

  /// What its end looked like decides whether it was cut short: the bytes must end so.
  @Test(arguments: [("0.5", "0.55"), ("\n", "\r")]) func lookedAtThenRead(_ old: String, _ new: String) throws {
    let programme = try loaded().definitions.programme
    let exports = try surveyExports(listExports(inputs, programme, upTo: january).exports, inputs, programme)
    try replace(file, old, new)
    stops { _ = try loadExport(exports[0], inputs, programme) }
  }

  /// By a link, which is refused; and the other way round.
  @Test(arguments: [true, false]) func readThenRefused(_ isLinkLast: Bool) throws {
    let place = small.inputs.appending(path: file).path
    func turn(_ isLink: Bool) throws {
      if isLink {
        #expect(rename(place, place + ".part") == 0)
        #expect(symlink(place + ".part", place) == 0)
      } else if exists(place + ".part") {
        #expect(rename(place + ".part", place) == 0)
      }
    }
    try turn(!isLinkLast)
    try hash()
    try turn(isLinkLast)
    stops { _ = try read() }
  }

  @Test func listedThenGone() throws {
    let programme = try loaded().definitions.programme
    let exports = try listExports(inputs, programme, upTo: january).exports
    try small.remove(file)
    stops { _ = try loadExport(exports[0], inputs, programme) }
  }

  /// A file that comes after the first reading is none of the files that were read.
  @Test func whatAFaultCostsIsOfTheFilesThatWereRead() throws {
    try small.write(
      "exports/adds/beneficiaires-2022-01.csv",
      "beneficiaire_id;dispositif;axe;date_entree\nB1;;;\nB2;aci;mobilite;2022-01-02\n")
    let checked = try read()
    try small.persons("die", "2022-01", 3)
    let again = try rereadInputs(checked, inputs, kind: .beneficiaires, association: "adds") { _ in }
    #expect(again.facts.deliveries.map(\.outcome) == checked.facts.deliveries.map(\.outcome))
    #expect(again.facts.registers.map(\.count) == checked.facts.registers.map(\.count))
  }

  /// The first month is published; the second, which reads the file again for what its fault costs, is not.
  @Test func aRunPublishesNothingOfIt() throws {
    var request = RunRequest()
    (request.first, request.last) = (january, Month("2022-02"))
    var done: [Month] = []
    #expect(throws: InputChanging.self) {
      try runMonths(request, inputs: inputs, reports: small.reports, timings: Timings(), say: { _ in }) { month, _ in
        done.append(month)
        try? replace(file)
      }
    }
    #expect(done == [january])
    #expect(try small.store().current(Month("2022-02")!) == nil)
    #expect(try small.store().unsettled().isEmpty)
  }
}
