/// One accepted row of a `reunions` export: a meeting as one association reports it.
package struct MeetingRow: Hashable, Sendable {
  package var line: Int
  package var day: Day
  /// Index into the programme's instances.
  package var instance: Int
  /// Index into the programme's axes; only where the instance requires one.
  package var axis: Int?
  package var state: MeetingState
  /// Indices of associations present that are members that month; nil: no list.
  package var members: Set<Int>?
  package var participants: Int?
  package var partners: Int?
  package init(
    line: Int, day: Day, instance: Int, axis: Int?, state: MeetingState, members: Set<Int>?, participants: Int?,
    partners: Int?
  ) {
    self.line = line
    self.day = day
    self.instance = instance
    self.axis = axis
    self.state = state
    self.members = members
    self.participants = participants
    self.partners = partners
  }
}

/// The accepted rows of one `reunions` export.
package struct MeetingRows: Sendable {
  package var association: Int
  package var month: Month
  package var file: String
  package var rows: [MeetingRow] = []
  package init(association: Int, month: Month, file: String) {
    self.association = association
    self.month = month
    self.file = file
  }
}
