import Domain

/// acknowledged.yaml → ``Acknowledged``. Throws ``DefinitionError``.
package func decodeAcknowledged(
  _ text: String, programme: Programme, file: String = "acknowledged.yaml"
) throws -> Acknowledged {
  let root = try YAMLValue(text: text, file: file).mapping(["waived", "explained"])
  let associations = programme.associations.map { ($0.id, $0.id) }
  let kinds = ExportKind.allCases.map { ($0.id, $0) }
  return Acknowledged(
    waived: try root.list("waived").map { entry in
      let map = try entry.mapping(["association", "kind", "month", "reason"])
      return Acknowledged.Waived(
        association: try map.required("association").choice(associations), kind: try map.required("kind").choice(kinds),
        month: try map.required("month").month(), reason: try map.required("reason").label().fr)
    },
    explained: try root.list("explained").map { entry in
      let map = try entry.mapping(["association", "kind", "month", "code", "reason"])
      return Acknowledged.Explained(
        association: try map.required("association").choice(associations), kind: try map.required("kind").choice(kinds),
        month: try map.required("month").month(), code: try map.required("code").text(),
        reason: try map.required("reason").label().fr)
    })
}
