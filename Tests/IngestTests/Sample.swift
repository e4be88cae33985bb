import Domain
import Foundation
import Testing

@testable import Ingest

/// A small programme, and files read under it.
enum Sample {
  static let month = Month(year: 2022, number: 5)

  static func association(_ id: String = "adds") -> Association {
    var association = Association(
      id: id, label: id.uppercased(), commune: CommuneCode("62587")!, memberFrom: Month(year: 2021, number: 7))
    association.aliases = ["les \(id)"]
    return association
  }

  static func programme(_ associations: [Association] = [association()]) -> Programme {
    Programme(
      id: "essai", label: Label(fr: "Essai"), start: Month(year: 2021, number: 7),
      territory: Territory(
        id: "cahc", label: Label(fr: "CAHC"),
        communes: [
          .init(code: CommuneCode("62427")!, label: "Hénin-Beaumont", aliases: ["Hénin"], postalCodes: ["62110"]),
          .init(code: CommuneCode("62250")!, label: "Courrières", postalCodes: ["62710"]),
          .init(code: CommuneCode("62148")!, label: "Bois-Bernard", postalCodes: ["62320"]),
          .init(code: CommuneCode("62277")!, label: "Drocourt", postalCodes: ["62320"]),
          .init(code: CommuneCode("01004")!, label: "Ambérieu-en-Bugey", postalCodes: ["01500"]),
        ]),
      axes: [
        Axis(
          id: "alimentation",
          label: Label(fr: "Alimentation durable & consommation responsable", en: "Sustainable food")),
        Axis(id: "mobilite", label: Label(fr: "Mobilité"), aliases: ["mobilité inclusive"]),
      ],
      instances: [
        Instance(id: "ca", label: Label(fr: "Conseil d'administration")),
        Instance(id: "g2t", label: Label(fr: "Groupe de travail"), requiresAxis: true),
      ],
      associations: associations)
  }

  static let reference = Reference(
    vintages: [],
    fullTimeHours: ([nil] + Scheme.allCases.map { $0 }).map {
      .init(
        scheme: $0, validFrom: Day(year: 2002, month: 1, day: 1), annual: Quantity($0 == .ei ? 1505 : 1820),
        counted: $0 == .ei ? .worked : .paid, source: "essai")
    })

  static func reader(_ association: Association = association(), reference: Reference = reference) -> AssociationReader
  {
    var later = self.association("die")
    later.memberFrom = Month(year: 2022, number: 6)
    return AssociationReader(
      programme: programme([association, self.association("afeji"), later]), reference: reference, index: 0)
  }

  static func read(
    _ kind: ExportKind, _ bytes: [UInt8], month: Month = month, with reader: AssociationReader = reader()
  ) throws -> ReadFile {
    let export = Export(association: 0, kind: kind, month: month, file: "exports/adds/\(kind.id)-\(month).csv")
    return try bytes.withUnsafeBufferPointer { try readExport($0, export, reader) }
  }

  static func read(
    _ kind: ExportKind, _ text: String, month: Month = month, with reader: AssociationReader = reader()
  ) throws -> ReadFile {
    try read(kind, Array(text.utf8), month: month, with: reader)
  }
}

extension ReadFile {
  var jobs: JobRows? { if case .jobs(let rows) = rows { rows } else { nil } }
  var paths: PathRows? { if case .paths(let rows) = rows { rows } else { nil } }
  var meetings: MeetingRows? { if case .meetings(let rows) = rows { rows } else { nil } }
  /// `code line/row column header`, notes aside.
  var faults: [String] { findings.filter { $0.severity != .note }.map(\.place) }
  var notes: [String] { findings.filter { $0.severity == .note }.map(\.place) }
}

extension Finding {
  /// `wrong-month row 3/3 A Mois`
  var place: String {
    "\(code) \(severity.id) \(line.map(String.init) ?? "-")/\(row.map(String.init) ?? "-") \(columnLetter ?? "-") \(header ?? "-")"
  }
}

/// A value read from a text, as the readers get it: bytes.
func value<Value>(_ text: String, _ read: (Bytes) throws(InvalidValue) -> Value) throws(InvalidValue) -> Value {
  var text = text
  var result: Result<Value, InvalidValue>?
  text.withUTF8 { bytes in
    do throws(InvalidValue) { result = .success(try read(bytes)) } catch { result = .failure(error) }
  }
  return try result!.get()
}
