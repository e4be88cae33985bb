import CSV
import Domain

/// A `reunions` export, row by row.
func readMeetings(_ source: RowSource, _ export: Export, _ reader: AssociationReader) throws -> MeetingRows {
  var rows = MeetingRows(association: export.association, month: export.month, file: export.file)
  let programme = reader.programme
  while try source.next() {
    let date = source.date(MeetingColumn.date)
    if let date, date.month != export.month { source.refuseOtherMonth(MeetingColumn.date, date.month, export.month) }
    let instance = source.code(MeetingColumn.instance, reader.instances)
    let requiresAxis = instance > 0 && programme.instances[Int(instance) - 1].requiresAxis
    let axis = source.code(MeetingColumn.axe, reader.axes, isRequired: requiresAxis)
    let state = source.code(MeetingColumn.etat, reader.states)
    let members = readMembers(source, reader, month: export.month)
    let participants = source.integer(MeetingColumn.participants)
    let partners = source.integer(MeetingColumn.partenaires)
    guard !source.isRefused, let date else { continue }
    rows.rows.append(
      MeetingRow(
        line: source.recordedLine, day: date, instance: Int(instance) - 1,
        // An instance that has no axis of its own: whatever stands there does not tell two meetings apart.
        axis: requiresAxis ? Int(axis) - 1 : nil, state: MeetingState(rawValue: UInt8(state)) ?? .tenue,
        members: members, participants: participants, partners: partners))
  }
  return rows
}

/// Members present; those that are none that month are left out with a warning, and a list of none but such is no list.
private func readMembers(_ source: RowSource, _ reader: AssociationReader, month: Month) -> Set<Int>? {
  let cell = source.cell(MeetingColumn.membres)
  guard !cell.isEmpty else { return nil }
  do throws(InvalidValue) {
    let present = try reader.members.members(cell, in: month)
    let members = present.filter { reader.programme.associations[$0].isMember(in: month) }
    if members.count < present.count {
      source.warn(
        .notAMemberPresent, column: MeetingColumn.membres,
        rule: "une association présente n'est pas membre ce mois-ci ; elle n'est pas comptée",
        remedy:
          "vérifier la liste ; si elle est juste, nous le dire : les dates d'adhésion sont à revoir (programme.yaml)")
    }
    return members.isEmpty ? nil : members
  } catch {
    source.settle(error, cell, at: MeetingColumn.membres.cellPlace)
    return nil
  }
}
