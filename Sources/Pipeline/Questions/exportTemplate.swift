import Domain
import Report

/// The empty export of a kind, for one association or for anybody. Throws ``NoSuchName``, and what
/// `loadDefinitions` throws.
package func exportTemplate(_ kind: ExportKind, association id: String?, inputs: InputsFolder) throws -> [UInt8] {
  let (programme, association) = try whose(id, inputs)
  return template(kind, for: association, programme)
}

/// The Table Schema of a kind, in the words of one association or of nobody. Throws the same.
package func exportTableSchema(_ kind: ExportKind, association id: String?, inputs: InputsFolder) throws -> [UInt8] {
  let (programme, association) = try whose(id, inputs)
  return tableSchema(kind, for: association, programme)
}

private func whose(_ id: String?, _ inputs: InputsFolder) throws -> (Programme, Association?) {
  let programme = try loadDefinitions(inputs).definitions.programme
  guard let id else { return (programme, nil) }
  guard let association = programme.association(id) else {
    throw NoSuchName.association(id, known: programme.associations.map(\.id))
  }
  return (programme, association)
}
