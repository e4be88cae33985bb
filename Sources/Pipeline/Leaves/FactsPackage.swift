import Domain
import Foundation
import Query
import Host

/// datapackage.json beside the tables of facts: what they are of, their columns, and the hash of each, as a Frictionless tabular data
/// package (specs.frictionlessdata.io, version 1).
struct FactsPackage: Encodable {
  struct Resource: Encodable {
    var profile = "tabular-data-resource"
    let name: String
    let path: String
    let description: String
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    let bytes: Int
    let hash: String
    let schema: Schema
  }
  struct Schema: Encodable {
    let fields: [Field]
    var missingValues = [""]
  }
  struct Field: Encodable {
    let name: String
    var type = "integer"
    let description: String
    let constraints: [String: Bool]?
  }
  /// Whose numbers these are.
  struct Facts: Encodable {
    let programme: String
    let number: Int64
    let month: String
    let edition: String?
    let axes: [String]
    let associations: [String]
    let instances: [String]
  }

  var profile = "tabular-data-package"
  let name: String
  let title: String
  let version: String
  let facts: Facts
  let resources: [Resource]

  init(
    _ programme: Programme, _ numbers: FactsNumbers, _ month: Month, edition: String?, _ texts: [(FactTable, [UInt8])]
  ) {
    name = "facts-\(programme.id)-\(month)"
    title = "\(programme.label.fr) – \(month.french)"
    version = bilanVersion
    facts = Facts(
      programme: programme.id, number: numbers.programme, month: month.description, edition: edition,
      axes: programme.axes.map(\.id), associations: programme.associations.map(\.id),
      instances: programme.instances.map(\.id))
    resources = texts.map { table, bytes in
      Resource(
        name: table.rawValue, path: table.rawValue + ".csv", description: table.meaning, bytes: bytes.count,
        hash: "sha256:" + sha256(bytes), schema: Schema(fields: table.columns.map(Field.init)))
    }
  }

  func text() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}

extension FactsPackage.Field {
  fileprivate init(_ column: FactTable.Column) {
    name = column.name
    let codes = column.codes.map { " (\($0.entries.map { "\($0.code) \($0.id)" }.joined(separator: ", ")))" }
    description = column.meaning + (codes ?? "")
    constraints = column.mayBeEmpty ? nil : ["required": true]
  }
}
