import Domain

/// Meetings held, each once however many associations report it: members present are the union, participants and partners
/// the largest value given.
struct HeldMeetings: CodedRows {
  struct Meeting {
    var day: Day
    var instance: Int
    var axis: Int?
    var isHeld = false
    var members: Set<Int>?
    var participants: Int?
    var partners: Int?
    /// Associations that report it.
    var reporters: Set<Int> = []
    /// Where it is reported: association, file, line.
    var reports: [(file: String, line: Int)] = []
  }

  private(set) var meetings: [Meeting] = []
  /// Set where only one association's reports were merged.
  private let association: Int?

  private struct Key: Hashable {
    let day: Day
    let instance: Int
    let axis: Int?
  }

  /// The meetings of tracked instances; of one association's reports alone where `association` is given.
  init(_ files: [MeetingRows], _ programme: Programme, association: Int? = nil) {
    self.association = association
    var positions: [Key: Int] = [:]
    var all: [Meeting] = []
    for file in files where association == nil || file.association == association {
      for row in file.rows where programme.instances[row.instance].isTracked(in: row.day.month) {
        let key = Key(day: row.day, instance: row.instance, axis: row.axis)
        let position = positions[key] ?? all.count
        if position == all.count {
          positions[key] = position
          all.append(Meeting(day: row.day, instance: row.instance, axis: row.axis))
        }
        all[position].merge(row, of: file)
      }
    }
    meetings = all.filter(\.isHeld)
  }

  func code(_ field: Field, _ row: Int) -> UInt32 {
    let meeting = meetings[row]
    switch field {
    case .instance: return UInt32(meeting.instance + 1)
    case .axe: return meeting.axis.map { UInt32($0 + 1) } ?? 0
    case .association: return association.map { UInt32($0 + 1) } ?? 0
    case .etat: return UInt32(MeetingState.tenue.rawValue)
    case .membres: return meeting.members == nil ? 0 : 1
    case .participants: return meeting.participants == nil ? 0 : 1
    case .partenaires: return meeting.partners == nil ? 0 : 1
    default: return 0
    }
  }

  func number(_ field: Field, _ row: Int) -> Int? {
    switch field {
    case .participants: return meetings[row].participants
    case .partenaires: return meetings[row].partners
    default: return nil
    }
  }
}

extension HeldMeetings.Meeting {
  fileprivate mutating func merge(_ row: MeetingRow, of file: MeetingRows) {
    isHeld = isHeld || row.state == .tenue
    if let present = row.members { members = (members ?? []).union(present) }
    participants = [participants, row.participants].compactMap { $0 }.max()
    partners = [partners, row.partners].compactMap { $0 }.max()
    reporters.insert(file.association)
    reports.append((file.file, row.line))
  }
}
