import Domain

/// programme.yaml as far as it could be read, and what other files may refer to.
struct ProgrammeDraft {
  var programme: Programme
  var axes = Roster.unread
  var instances = Roster.unread
  var associations = Roster.unread
  var communes = Roster.unread
  /// nil where it could not be read.
  var start: Month?
  /// Ids of those whose entry has no error: what they owe, and since when, is known.
  var soundAssociations: Set<String> = []
  /// Entries of `confidentiality.keep`, to be held against the catalogue.
  var keptCells: [KeptCellsDraft] = []

  /// Of a file that is none.
  static var unread: ProgrammeDraft {
    ProgrammeDraft(
      programme: Programme(
        id: "", label: .unread, start: Month.accepted.lowerBound,
        territory: Territory(id: "", label: .unread, communes: []), axes: [], instances: [], associations: []))
  }
}

extension ProgrammeDraft {
  /// Of a programme in which nothing is wrong.
  init(_ programme: Programme) {
    self.init(
      programme: programme, axes: Roster(programme.axes.map(\.id)), instances: Roster(programme.instances.map(\.id)),
      associations: Roster(programme.associations.map(\.id)),
      communes: Roster(programme.territory.communes.map(\.code.description)), start: programme.start,
      soundAssociations: Set(programme.associations.map(\.id)))
  }
}
