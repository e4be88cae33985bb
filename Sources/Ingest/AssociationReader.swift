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
  let contracts: ValueCache
  let statuses: ValueCache
  let jobSchemes: ValueCache
  let pathSchemes: ValueCache
  let sexes: ValueCache
  let outcomes: ValueCache
  let states: ValueCache
  let yesNo: ValueCache
  let headers = KnownHeaders()

  /// The association's own commune as rows keep it, for those that name none.
  let ownCommune: UInt32
  /// Job numbers of its accepted files so far.
  let knownJobs: KnownJobs
  /// The columns of identifiers of the `etp` file before: most of the next one's rows are the same, one after the other.
  var lastJobs: [UInt32] = []
  var lastEmployees: [UInt32] = []
  /// By kind, of files in the contract's own words and of mapped ones.
  private var tables: [ExportKind: (plain: ReadingTables?, mapped: ReadingTables?)] = [:]
  /// Rows of the newest accepted file of each kind: whether one that has none is a surprise.
  var newest: [ExportKind: (month: Month, rows: Int)] = [:]
  /// By code: axes that the association declares; empty: it declares none, and none is a surprise.
  private let declaredAxes: [Bool]

  /// `tables`: those of the programme, where there are other associations to read.
  init(programme: Programme, reference: Reference, index: Int, tables: ProgrammeTables? = nil) {
    let tables = tables ?? ProgrammeTables(programme)
    self.programme = programme
    self.reference = reference
    self.index = index
    axes = ValueCache(tables.axes)
    instances = ValueCache(tables.instances)
    members = tables.members
    let association = programme.associations[index]
    let lists =
      association.words == OwnWords() ? tables.lists : CodedLists(own: association.words, ofAll: programme.words)
    contracts = ValueCache(lists.contracts)
    statuses = ValueCache(lists.statuses)
    jobSchemes = ValueCache(lists.jobSchemes)
    pathSchemes = ValueCache(lists.pathSchemes)
    sexes = ValueCache(lists.sexes)
    outcomes = ValueCache(lists.outcomes)
    states = ValueCache(lists.states)
    yesNo = ValueCache(tables.yesNo)
    knownJobs = KnownJobs(jobs)
    declaredAxes =
      association.axes.isEmpty ? [] : [true] + programme.axes.map { association.axes.contains($0.id) }
    let communeTable = tables.communes
    ownCommune = communeTable.member(association.commune).packed
    communes = ValueCache { (field) throws(InvalidValue) in
      let (code, isPostal) = try communeTable.commune(field)
      return ValueCache.Entry(value: code.packed, note: isPostal ? .postalCode : nil)
    }
    months = ValueCache { (field) throws(InvalidValue) in
      let reading = try monthValue(field)
      return ValueCache.Entry(
        value: UInt32(bitPattern: reading.month.index),
        note: reading.isSerial ? .excelSerial : reading.hasTime ? .timeDropped : nil)
    }
  }

  /// What the texts of a file's columns were read as, with room for a file of so many rows.
  func tables(of kind: ExportKind, _ mapping: RowMapping?, rows: Int) -> ReadingTables {
    let known = mapping == nil ? tables[kind]?.plain : tables[kind]?.mapped
    if let known, known.isEnough(for: rows) { return known }
    let made = ReadingTables(
      columns: ExportSchema.of(kind).columns.count, conditions: mapping?.rules.conditions ?? 0, rows: rows)
    if mapping == nil {
      tables[kind, default: (nil, nil)].plain = made
    } else {
      tables[kind, default: (nil, nil)].mapped = made
    }
    return made
  }

  /// Whether the association declares the axis of this code; a blank is none.
  @inline(__always)
  func isDeclared(_ axis: UInt32) -> Bool { declaredAxes.isEmpty || declaredAxes[Int(axis)] }
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
