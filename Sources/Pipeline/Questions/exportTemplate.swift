import Domain
import Report

/// The empty export of a kind, for one association or for anybody. Throws ``NoSuchName``, and what
/// `loadDefinitions` throws.
package func exportTemplate(_ kind: ExportKind, association id: String?, inputs: InputsFolder) throws -> [UInt8] {
  let programme = try loadDefinitions(inputs).definitions.programme
  guard let id else { return template(kind, for: nil, programme) }
  guard let association = programme.association(id) else {
    throw NoSuchName.association(id, known: programme.associations.map(\.id))
  }
  return template(kind, for: association, programme)
}
