import GRDB

/// A record as its table holds it: with the edition it belongs to, and its place there where their order counts.
struct InEdition<Record: PersistableRecord>: PersistableRecord {
  static var databaseTableName: String { Record.databaseTableName }

  let record: Record
  let edition: Int64?
  var position: Int?

  func encode(to container: inout PersistenceContainer) throws {
    try record.encode(to: &container)
    container["edition"] = edition
    if let position { container["position"] = position }
  }
}
