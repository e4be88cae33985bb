import Domain

/// What names and codes mean in a programme, whoever uses them: made once, for all its associations. What an association adds of
/// its own is in its ``AssociationReader``.
struct ProgrammeTables: Sendable {
  let axes: CodeTable
  let instances: CodeTable
  let members: MemberList
  let communes: CommuneTable
  /// Of associations without words of their own.
  let lists: CodedLists
  let yesNo = CodeTable(.yesNo)

  /// `kinds`: those that are to be read. Associations are named in meetings alone.
  init(_ programme: Programme, for kinds: Set<ExportKind> = Set(ExportKind.allCases)) {
    axes = CodeTable(axesOf: programme)
    instances = CodeTable(instancesOf: programme)
    members = MemberList(programme, isNamed: kinds.contains(.reunions))
    communes = CommuneTable(programme.territory)
    lists = CodedLists(own: OwnWords(), ofAll: programme.words)
  }
}
