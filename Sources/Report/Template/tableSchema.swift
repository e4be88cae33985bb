import Domain

/// The contract of a kind of export as a Table Schema (specs.frictionlessdata.io/table-schema, version 1), for Validata, Open
/// Data Editor and their like: names are the headers, texts are French, values as the template writes them. Stricter than
/// bilan, which takes other spellings too; what it lets through, bilan accepts value by value.
package func tableSchema(_ kind: ExportKind, for association: Association?, _ programme: Programme) -> [UInt8] {
  let schema = ExportSchema.of(kind)
  let fields = schema.columns.map {
    SchemaField(column: $0, kind: kind, association: association, programme: programme)
  }
  let owner = association.map { "-\($0.id)" } ?? ""
  var members: [(String, JSONText)] = [
    ("$schema", .string("https://specs.frictionlessdata.io/schemas/table-schema.json")),
    ("name", .string("\(programme.id)-\(kind.id)\(owner)")),
    ("title", .string("\(schema.french), \(association?.label ?? programme.label.fr)")),
    (
      "description",
      .string(
        "Export « \(kind.id) » de \(programme.label.fr) : une ligne par \(schema.rowNoun). Les en-têtes sont la première "
          + "ligne : enlever celles que le modèle a au-dessus.")
    ),
    ("fields", .list(fields.map(\.json))), ("missingValues", .list([.string("")])),
  ]
  // A meeting may stand in several rows, and counts once.
  if kind != .reunions { members.append(("primaryKey", .list(schema.key.map { .string(fields[$0].name) }))) }
  return Array((JSONText.object(members).text() + "\n").utf8)
}
