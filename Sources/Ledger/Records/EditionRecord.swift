import GRDB

/// An edition as it was published. Never changed once it is written.
package struct EditionRecord: Encodable, Hashable, Sendable, FetchableRecord, MutablePersistableRecord {
  package static let databaseTableName = "edition"

  package private(set) var id: Int64?
  /// `2022-05`
  package var month: String
  /// From 1.
  package var number: Int
  package var predecessor: String?
  package var reason: String?
  /// `mineure` or `substantielle`; nil for a first edition.
  package var materiality: String?
  /// Ids of causes, separated by spaces; empty for a first edition.
  package var causes: String
  /// Figures that are not what the predecessor said.
  package var changes: Int
  /// Id of the programme.
  package var programme: String
  package var bilanVersion: String
  package var fingerprint: String
  /// SHA-256 of the table of figures.
  package var figures: String
  /// SHA-256 of manifest.json.
  package var manifest: String
  package var acceptedLoss: Bool
  package var publishedAt: String
  /// What faults cost, by association, as the letters said it: JSON.
  package var effects: String
  /// ``ToldNote/text``; nil: of before 0.17, or made again, and not noted yet.
  package var told: String?

  package init(
    month: String, number: Int, predecessor: String?, reason: String?, materiality: String?, causes: String,
    changes: Int,
    programme: String, bilanVersion: String, fingerprint: String, figures: String, manifest: String, acceptedLoss: Bool,
    publishedAt: String, effects: String
  ) {
    self.month = month
    self.number = number
    self.predecessor = predecessor
    self.reason = reason
    self.materiality = materiality
    self.causes = causes
    self.changes = changes
    self.programme = programme
    self.bilanVersion = bilanVersion
    self.fingerprint = fingerprint
    self.figures = figures
    self.manifest = manifest
    self.acceptedLoss = acceptedLoss
    self.publishedAt = publishedAt
    self.effects = effects
  }

  /// Throws `RowDecodingError`.
  package init(row: Row) throws {
    id = try row.decode(Int64?.self, forColumn: "id")
    month = try row.decode(String.self, forColumn: "month")
    number = try row.decode(Int.self, forColumn: "number")
    predecessor = try row.decode(String?.self, forColumn: "predecessor")
    reason = try row.decode(String?.self, forColumn: "reason")
    materiality = try row.decode(String?.self, forColumn: "materiality")
    causes = try row.decode(String.self, forColumn: "causes")
    changes = try row.decode(Int.self, forColumn: "changes")
    programme = try row.decode(String.self, forColumn: "programme")
    bilanVersion = try row.decode(String.self, forColumn: "program")
    fingerprint = try row.decode(String.self, forColumn: "fingerprint")
    figures = try row.decode(String.self, forColumn: "figures")
    manifest = try row.decode(String.self, forColumn: "manifest")
    acceptedLoss = try row.decode(Bool.self, forColumn: "acceptedLoss")
    publishedAt = try row.decode(String.self, forColumn: "publishedAt")
    effects = try row.decode(String.self, forColumn: "effects")
    told = try row.decode(String?.self, forColumn: "told")
  }

  package mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  package var note: ToldNote? { told.map { ToldNote($0) } }

  /// `2022-05.1`
  package var name: String { "\(month).\(number)" }

  /// The ledger's columns.
  private enum CodingKeys: String, CodingKey {
    case id, month, number, predecessor, reason, materiality, causes, changes, programme, fingerprint, figures, manifest
    case acceptedLoss, publishedAt, effects, told
    case bilanVersion = "program"
  }
}
