import Domain
import Testing

@testable import Ingest

/// Several files at once: what is joined over associations, in which order, and what stops everything.
struct IngestTests {
  private let programme = Sample.programme(["adds", "afeji", "die"].map(Sample.association))

  private func export(_ association: Int, _ kind: ExportKind, _ month: Int) -> Export {
    let id = programme.associations[association].id
    return Export(
      association: association, kind: kind, month: Month(year: 2022, number: month),
      file: "exports/\(id)/\(kind.id)-2022-0\(month).csv")
  }

  private static func bytes(_ text: String) -> LoadedExport {
    let bytes = Array(text.utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    return .bytes(buffer, sha256: "hash of \(bytes.count)")
  }

  @Test("rows come in month order, then association, whatever the order of the files") func order() throws {
    let exports = [
      export(2, .etp, 5), export(0, .etp, 5), export(1, .etp, 4), export(0, .etp, 4), export(0, .reunions, 5),
    ]
    let (facts, findings) = try ingest(exports.shuffled(), programme: programme, reference: Sample.reference) {
      export in
      let text =
        export.kind == .etp ? Exports.text(.etp).replacing("2022-05", with: "\(export.month)") : Exports.text(.reunions)
      return IngestTests.bytes(text)
    }
    #expect(findings.isEmpty)
    #expect(
      facts.jobs.map(\.file) == [
        "exports/adds/etp-2022-04.csv", "exports/afeji/etp-2022-04.csv", "exports/adds/etp-2022-05.csv",
        "exports/die/etp-2022-05.csv",
      ])
    #expect(facts.meetings.map(\.file) == ["exports/adds/reunions-2022-05.csv"])
    #expect(
      facts.deliveries.map(\.file) == facts.jobs.map(\.file).prefix(3) + [
        "exports/adds/reunions-2022-05.csv", "exports/die/etp-2022-05.csv",
      ])
    #expect(
      facts.deliveries.allSatisfy { $0.outcome == .accepted && $0.rowsKept == 9 && $0.sha256.hasPrefix("hash of ") })
    // The same jobs, month after month.
    #expect(facts.jobs[0].job == facts.jobs[2].job)
  }

  @Test("a shared key is one person over all associations, and an own number is not") func sharedKeys() throws {
    let exports = [export(0, .beneficiaires, 5), export(1, .beneficiaires, 5), export(2, .beneficiaires, 5)]
    let rows = [
      "x1;K2;aci;mobilite;01/02/2022;;;;;;;;;\nx2;K1;aci;mobilite;01/02/2022;;;;;;;;;",
      "x1;K1;aci;mobilite;01/02/2022;;;;;;;;;",
      "x1;;aci;mobilite;01/02/2022;;;;;;;;;\nx3;K3;aci;mobilite;01/02/2022;;;;;;;;;\nx4;K2;aci;mobilite;01/02/2022;;;;;;;;;",
    ]
    let (facts, _) = try ingest(exports, programme: programme, reference: Sample.reference) {
      IngestTests.bytes(Exports.headers[.beneficiaires]! + "\n" + rows[$0.association])
    }
    let persons = facts.registers.map { register in (0..<register.count).map(register.person) }
    #expect(persons[0][1] == persons[1][0] && persons[0][0] == persons[2][2])
    #expect(Set(persons.joined()).count == 4)
  }

  @Test("a file that is not to be read is a refused delivery with its finding") func refusedLoad() throws {
    let finding = Finding(.fileTooLarge, .file, file: "x", rule: "r", remedy: "m")
    let (facts, findings) = try ingest([export(0, .etp, 5)], programme: programme, reference: Sample.reference) { _ in
      .refused(finding)
    }
    #expect(findings == [finding] && facts.jobs.isEmpty)
    #expect(facts.deliveries.map(\.outcome) == [.refused] && facts.deliveries[0].sha256 == "")
  }

  @Test("a refused file leaves no rows, and says how many it refused") func refusedFile() throws {
    let (facts, findings) = try ingest([export(0, .etp, 5)], programme: programme, reference: Sample.reference) { _ in
      IngestTests.bytes(Exports.headers[.etp]! + "\nx;y" + "\nx;y\nx;y")
    }
    #expect(findings.map(\.code) == ["row-width", "row-width", "row-width", "too-many-refused-rows"])
    #expect(facts.jobs.isEmpty && facts.deliveries[0].outcome == .refused && facts.deliveries[0].rowsRefused == 3)
    #expect(facts.deliveries[0].sha256 != "")
  }

  private struct Unreadable: Error {}

  @Test("what loading throws is thrown; so are full-time hours that nobody gave") func thrown() throws {
    let exports = [export(0, .etp, 5), export(1, .etp, 5)]
    #expect(throws: Unreadable.self) {
      try ingest(exports, programme: programme, reference: Sample.reference) {
        if $0.association == 1 { throw Unreadable() } else { IngestTests.bytes("") }
      }
    }
    #expect(throws: MissingFullTimeHours(scheme: nil, month: Sample.month)) {
      try ingest(exports, programme: programme, reference: Reference(vintages: [], fullTimeHours: [])) { _ in
        IngestTests.bytes("mois;poste_id;axe;contrat;statut;heures\n2022-05;p;mobilite;cdi;existant;10")
      }
    }
  }

  @Test("no files, no facts") func nothing() throws {
    let (facts, findings) = try ingest([], programme: programme, reference: Sample.reference) { _ in
      IngestTests.bytes("")
    }
    #expect(facts.deliveries.isEmpty && facts.jobs.isEmpty && findings.isEmpty)
  }
}
