import CSV
import Domain
@testable import Ingest

private let reader: () -> AssociationReader = {
  var association = Association(
    id: "adds", label: "ADDS", commune: CommuneCode("62587")!, memberFrom: Month(year: 2021, number: 7))
  association.blankIsNo = ["rsa"]
  let programme = Programme(
    id: "essai", label: Label(fr: "Essai"), start: Month(year: 2021, number: 7),
    territory: Territory(
      id: "cahc", label: Label(fr: "CAHC"),
      communes: [.init(code: CommuneCode("62427")!, label: "Hénin-Beaumont", postalCodes: ["62110"])]),
    axes: [Axis(id: "mobilite", label: Label(fr: "Mobilité"))],
    instances: [Instance(id: "ca", label: Label(fr: "CA")), Instance(id: "g2t", label: Label(fr: "G2T"), requiresAxis: true)],
    associations: [association])
  let hours = ([nil] + Scheme.allCases.map { $0 }).map {
    Reference.FullTimeHours(
      scheme: $0, validFrom: Day(year: 2002, month: 1, day: 1), annual: Quantity(1820), counted: .paid, source: "essai")
  }
  let reference = Reference(vintages: [], fullTimeHours: hours)
  return { AssociationReader(programme: programme, reference: reference, index: 0) }
}()

/// The first byte chooses the kind; the rest is the file. Nothing may trap, every finding must have its words, and the same
/// bytes must say the same twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExport(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let kind = ExportKind.allCases[Int(data[0]) % 3]
  let export = Export(association: 0, kind: kind, month: Month(year: 2022, number: 5), file: "x.csv")
  let bytes = UnsafeBufferPointer(start: data + 1, count: count - 1)
  let first = try! readExport(bytes, export, reader())
  let second = try! readExport(bytes, export, reader())
  precondition(first.findings == second.findings && first.rowsKept == second.rowsKept, "not the same twice")
  precondition(first.findings.allSatisfy { !$0.rule.isEmpty && !$0.remedy.isEmpty }, "a finding without words")
  precondition(
    (first.rows == nil) == first.findings.contains { $0.severity == .file }, "refused without a finding, or kept with one")
  return 0
}
