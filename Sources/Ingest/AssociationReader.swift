import CSV
import Domain

/// Reads the exports of one association, one after the other: identifiers keep their numbers from file to file, and what
/// a code means is looked up once. Not shared between threads; one association is one worker's.
final class AssociationReader {
  let programme: Programme
  let reference: Reference
  let index: Int
  var association: Association { programme.associations[index] }

  let jobs = Interner()
  let employees = Interner()
  let beneficiaries = Interner()
  /// Numbers within this association; joined over all of them after reading.
  let sharedKeys = Interner()

  let axes: ValueCache
  let communes: ValueCache
  let instances: ValueCache
  let members: MemberList
  let months: ValueCache
  let contracts = ValueCache(CodeTable(.contract))
  let statuses = ValueCache(CodeTable(.jobStatus))
  let jobSchemes = ValueCache(CodeTable(.jobScheme))
  let pathSchemes = ValueCache(CodeTable(.scheme))
  let sexes = ValueCache(CodeTable(.sex))
  let outcomes = ValueCache(CodeTable(.outcome))
  let states = ValueCache(CodeTable(.meetingState))
  let yesNo = ValueCache(CodeTable(.yesNo))

  init(programme: Programme, reference: Reference, index: Int) {
    self.programme = programme
    self.reference = reference
    self.index = index
    axes = ValueCache(CodeTable(axesOf: programme))
    instances = ValueCache(CodeTable(instancesOf: programme))
    members = MemberList(programme)
    let communeTable = CommuneTable(programme.territory)
    communes = ValueCache { (field) throws(InvalidValue) in
      let (code, isPostal) = try communeTable.commune(field)
      return ValueCache.Entry(value: code.packed, isNoted: isPostal)
    }
    months = ValueCache { (field) throws(InvalidValue) in
      let reading = try monthValue(field)
      return ValueCache.Entry(value: UInt32(bitPattern: reading.month.index), isNoted: reading.isSerial)
    }
  }
}

extension CodeTable {
  /// Numbered from 1: 0 is a blank.
  init(axesOf programme: Programme) {
    self.init(
      programme.axes.enumerated().map { (UInt32($0 + 1), [$1.id, $1.label.fr, $1.label.en ?? $1.id] + $1.aliases) },
      expected: programme.axes.map(\.id).joined(separator: ", "))
  }
  init(instancesOf programme: Programme) {
    self.init(
      programme.instances.enumerated().map {
        (UInt32($0 + 1), [$1.id, $1.label.fr, $1.label.en ?? $1.id] + $1.aliases)
      },
      expected: programme.instances.map(\.id).joined(separator: ", "))
  }
}

/// The codes of the associations present at a meeting, separated by `|` or `,`.
final class MemberList {
  private let table: CodeTable

  init(_ programme: Programme) {
    table = CodeTable(
      programme.associations.enumerated().map { (UInt32($0), [$1.id, $1.label] + $1.aliases) },
      expected: programme.associations.map(\.id).joined(separator: ", "))
  }

  /// Indices into the programme's associations. A label may hold a comma itself: the whole is tried first.
  func members(_ field: Bytes) throws(InvalidValue) -> Set<Int> {
    if let whole = table.codes[normalForm(String(decoding: field, as: UTF8.self))] { return [Int(whole)] }
    var members: Set<Int> = []
    for piece in field.split(whereSeparator: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ",") }) {
      let name = trimmed(Bytes(rebasing: piece))
      if name.isEmpty { continue }
      members.insert(Int(try table.code(name)))
    }
    return members
  }
}
