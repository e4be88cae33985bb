import Domain

/// The `etp` rows of one association and month, of one file or of pieces of it, and what measures have asked of them: many ask the same.
struct JobMonth {
  let tables: [JobRows]
  let groups: [JobGroups]
  private var repeats: [Bool: UnitRepeats] = [:]
  private var asked: [Question: [AskedRows]] = [:]
  private var cells: [Breakdown: [GroupCells]] = [:]

  private struct Question: Hashable {
    let measure: Measure
    let isNow: Bool
  }

  /// `fields`: what all measures and breakdowns together ask of a row.
  init(_ tables: [JobRows], toldApartBy fields: Set<Field>) {
    self.tables = tables
    groups = tables.map { JobGroups($0, toldApartBy: fields) }
  }

  /// By table: the rows by which a measure counts in every month that reads these; `isNow`: in their own month alone.
  mutating func rows(askedBy measure: Measure, isNow: Bool = false, _ firsts: JobFirsts) -> [AskedRows] {
    let key = Question(measure: measure, isNow: isNow)
    if let known = asked[key] { return known }
    let found = tables.indices.map { place in
      let rows = tables[place]
      let question = firsts.question(measure, of: rows)
      let isAsked: (Int) -> Bool =
        isNow ? { question.isAskedNow(of: rows, $0) } : { question.isAsked(of: rows, $0) }
      return AskedRows(
        rows, groups[place], isShared: repeats(ofEmployees: question.ofEmployees).isShared[place],
        unit: { question.unit(rows, $0) }, where: isAsked)
    }
    asked[key] = found
    return found
  }

  private mutating func repeats(ofEmployees: Bool) -> UnitRepeats {
    if let known = repeats[ofEmployees] { return known }
    let found = UnitRepeats(tables, ofEmployees: ofEmployees)
    repeats[ofEmployees] = found
    return found
  }

  /// By table: the cells of its groups.
  mutating func cells(of breakdown: Breakdown) -> [GroupCells] {
    if let known = cells[breakdown] { return known }
    let found = zip(tables, groups).map { GroupCells(breakdown, $0, $1) }
    cells[breakdown] = found
    return found
  }
}
