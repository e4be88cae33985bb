import Domain
import Foundation
import Ledger

@testable import Pipeline

/// A programme on the disk, small enough to be worked out by hand: two associations, two axes, six indicators, one funder,
/// from January 2022 on. Inputs and reports stand in a folder of their own, which goes when this does.
final class SmallProgramme {
  let folder: URL
  var inputs: URL { folder.appending(path: "inputs") }
  var reports: ReportsFolder { ReportsFolder(folder.appending(path: "reports").path) }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bilan-small-\(UUID().uuidString)")
    try write("programme.yaml", Self.programme)
    try write("indicators.yaml", Self.indicators)
    try write("funders/region.yaml", Self.region)
    try write("reference/territory.csv", Self.territory)
    try write("reference/full-time-hours.csv", Self.hours)
  }

  /// A copy of another one, as it stands.
  init(copying other: SmallProgramme) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bilan-small-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: other.folder, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  // MARK: Inputs

  func write(_ file: String, _ text: String) throws {
    let place = inputs.appending(path: file)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func read(_ file: String) throws -> String { try String(contentsOf: inputs.appending(path: file), encoding: .utf8) }

  func remove(_ file: String) throws { try FileManager.default.removeItem(at: inputs.appending(path: file)) }

  /// Replaces a text that must be there.
  func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try read(file)
    guard text.contains(old) else { throw Missing(text: old) }
    try write(file, text.replacing(old, with: new))
  }
  struct Missing: Error { let text: String }

  /// An `etp` export: each job as `number status fte axis`, held by an employee of the same number.
  func jobs(_ association: String, _ month: String, _ jobs: String...) throws {
    var text = "mois;poste_id;salarie_id;axe;contrat;statut;etp\n"
    for job in jobs {
      let words = job.split(separator: " ")
      text +=
        "\(month);P\(words[0]);S\(words[0]);\(words.count > 3 ? words[3] : "mobilite");cdi;\(words[1]);\(words[2])\n"
    }
    try write("exports/\(association)/etp-\(month).csv", text)
  }

  /// A register of so many persons, all of this year.
  func persons(_ association: String, _ month: String, _ count: Int) throws {
    var text = "beneficiaire_id;dispositif;axe;date_entree;sexe;rsa\n"
    for number in 0..<count { text += "B\(number);aci;mobilite;2022-01-10;f;\(number % 2 == 0 ? "oui" : "")\n" }
    try write("exports/\(association)/beneficiaires-\(month).csv", text)
  }

  // MARK: What bilan does with it

  @discardableResult
  func run(_ first: String, to last: String? = nil, _ change: (inout RunRequest) -> Void = { _ in }) throws
    -> [RunOutcome]
  {
    var outcomes: [RunOutcome] = []
    try runMonths(
      request(first, last, change), inputs: InputsFolder(inputs.path), reports: reports, timings: Timings(),
      say: { _ in }, done: { outcomes.append($1) })
    return outcomes
  }

  /// What the run published; nil where it published nothing.
  @discardableResult
  func publish(_ month: String, _ change: (inout RunRequest) -> Void = { _ in }) throws -> Published? {
    if case .published(let published)? = try run(month, change).first { return published }
    return nil
  }

  /// January twice (the second time corrected), February once: January's first file is in the first edition alone.
  func correctJanuary() throws {
    try jobs("adds", "2022-01", "1 cree 1")
    try jobs("die", "2022-01", "2 cree 1 alimentation")
    try publish("2022-01")
    try jobs("adds", "2022-01", "1 cree 0.5")
    try publish("2022-01")
    try jobs("adds", "2022-02", "1 cree 0.5")
    try publish("2022-02")
  }

  func plan(_ first: String, to last: String? = nil, _ change: (inout RunRequest) -> Void = { _ in }) throws -> [Plan] {
    try planMonths(request(first, last, change), inputs: InputsFolder(inputs.path), reports: reports)
  }

  private func request(_ first: String, _ last: String?, _ change: (inout RunRequest) -> Void) -> RunRequest {
    var request = RunRequest()
    request.first = Month(first)
    request.last = Month(last ?? first)
    change(&request)
    return request
  }

  func store() throws -> EditionStore { try EditionStore(reading: reports)! }

  /// An edition that must be there.
  func edition(_ name: String) throws -> EditionRecord {
    guard let edition = try store().edition(name) else { throw Missing(text: name) }
    return edition
  }

  /// The rows of one kind as the archive keeps them for an edition: the first association's.
  func archived(_ kind: ExportKind, _ edition: String) throws -> ArchiveEntry {
    let inputs = try store().inputs(of: self.edition(edition))
    guard let entry = inputs.first(where: { $0.id.kind == kind && $0.archive != nil })?.archive else {
      throw Missing(text: kind.id)
    }
    return entry
  }

  func verify(_ edition: String) throws -> Verification { try verifyEditions(edition, reports: reports)[0] }

  func file(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: "reports/\(path)"), encoding: .utf8)
  }

  var editions: [String] {
    let folder = folder.appending(path: "reports/editions").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
