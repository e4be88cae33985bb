import CSV
import Domain
@testable import Ingest

private let sample: (programme: Programme, reference: Reference) = {
  var association = Association(
    id: "adds", label: "ADDS", commune: CommuneCode("62587")!, memberFrom: Month(year: 2021, number: 7))
  association.blankIsNo = ["rsa"]
  let programme = Programme(
    id: "essai", label: Label(fr: "Essai"), start: Month(year: 2021, number: 7),
    territory: Territory(
      id: "cahc", label: Label(fr: "CAHC"),
      communes: [.init(code: CommuneCode("62427")!, label: "Hénin-Beaumont", postalCodes: ["62110"])]),
    axes: [Axis(id: "mobilite", label: Label(fr: "Mobilité"))],
    instances: [
      Instance(id: "ca", label: Label(fr: "CA")), Instance(id: "g2t", label: Label(fr: "G2T"), requiresAxis: true),
    ],
    associations: [association])
  let hours = ([nil] + Scheme.allCases.map { $0 }).map {
    Reference.FullTimeHours(
      scheme: $0, validFrom: Day(year: 2002, month: 1, day: 1), annual: Quantity(1820), counted: .paid, source: "essai")
  }
  return (programme, Reference(vintages: [], fullTimeHours: hours))
}()

private func newReader() -> AssociationReader {
  AssociationReader(programme: sample.programme, reference: sample.reference, index: 0)
}

/// One for many files, as in the program; a new one now and then, for it remembers every identifier.
nonisolated(unsafe) private var reader = newReader()
nonisolated(unsafe) private var files = 0

/// The first byte chooses the kind; the rest is the file. Nothing may trap, every finding must have its words, and the same
/// bytes must say the same twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExport(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let kind = ExportKind.allCases[Int(data[0]) % 3]
  let export = Export(association: 0, kind: kind, month: Month(year: 2022, number: 5), file: "x.csv")
  let bytes = UnsafeBufferPointer(start: data + 1, count: count - 1)
  files += 1
  if files % 1000 == 0 { reader = newReader() }
  let first = try! readExport(bytes, export, reader)
  let second = try! readExport(bytes, export, reader)
  precondition(first.findings == second.findings && first.rowsKept == second.rowsKept, "not the same twice")
  precondition(first.findings.allSatisfy { !$0.rule.isEmpty && !$0.remedy.isEmpty }, "a finding without words")
  precondition(
    (first.rows == nil) == first.findings.contains { $0.severity == .file },
    "refused without a finding, or kept with one")
  return 0
}
