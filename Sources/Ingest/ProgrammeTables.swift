import Domain

/// What names and codes mean in a programme, whoever uses them: made once, for all its associations. What an association adds of
/// its own is in its ``AssociationReader``.
struct ProgrammeTables: Sendable {
  let axes: CodeTable
  let instances: CodeTable
  let members: MemberList
  let communes: CommuneTable

  init(_ programme: Programme) {
    axes = CodeTable(axesOf: programme)
    instances = CodeTable(instancesOf: programme)
    members = MemberList(programme)
    communes = CommuneTable(programme.territory)
  }
}
