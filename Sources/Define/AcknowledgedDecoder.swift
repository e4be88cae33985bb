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
      let map = try entry.mapping(["association", "kind", "month", "from", "until", "reason"])
      return Acknowledged.Waived(
        associations: Set(try map.required("association").oneOrMore().map { try $0.choice(associations) }),
        kinds: Set(try map.required("kind").oneOrMore().map { try $0.choice(kinds) }),
        months: try months(map), reason: try map.required("reason").label().fr)
    },
    explained: try root.list("explained").map { entry in
      let map = try entry.mapping(["association", "kind", "month", "code", "reason"])
      return Acknowledged.Explained(
        association: try map.required("association").choice(associations), kind: try map.required("kind").choice(kinds),
        month: try map.required("month").month(), code: try map.required("code").text(),
        reason: try map.required("reason").label().fr)
    })
}

/// `month`, or `from` and `until`; both included.
private func months(_ map: YAMLMapping) throws -> ClosedRange<Month> {
  if let month = map["month"] {
    if let other = map["from"] ?? map["until"] { throw other.fail("month, ou bien from et until : pas les deux") }
    let month = try month.month()
    return month...month
  }
  let (first, last) = (try map.required("from").month(), try map.required("until").month())
  guard first <= last else { throw try map.required("until").fail("until précède from") }
  return first...last
}
