import CSV
import Domain

/// A mapping at work on one file: where each column of the contract comes from on the row at which the reader stands, and which
/// rows it sets aside.
final class RowMapping {
  /// How a column's cell comes about.
  private enum Cell {
    case constant(Bytes)
    case translated(place: Int, ValueTranslator)
  }

  let mapping: Mapping
  let header: Header
  private let reader: AssociationReader
  private let texts = ConstantTexts()
  /// By place of the column; nil: its cell is the source's own.
  private let cells: [Cell?]
  let units: [SourceUnit?]
  private let keep: [KeepTest]
  private let kind: ExportKind
  private let monthColumn: Int
  let rules: RowRules
  /// The month that the file's name, or the header of the cells, gives every row.
  let month: Month
  /// The translated cells of the current row that were refused, or noted, by place of the column: the row, and the column.
  private var settled: [(line: Int, column: Int, isRefused: Bool)] = []
  /// By rule of drop, then of keep, then the months: lines set aside.
  private(set) var setAside: [Int: Int] = [:]

  init(_ mapping: Mapping, _ header: Header, _ export: Export, _ reader: AssociationReader) {
    self.mapping = mapping
    self.header = header
    self.reader = reader
    kind = export.kind
    month = export.month
    let texts = texts
    let columns = ExportSchema.of(export.kind).columns
    let sources = columns.map { mapping.columns[$0.id] }
    cells = zip(sources, header.positions).map { source, place in
      guard let source else { return nil }
      if case .constant(let text) = source.origin { return .constant(texts.bytes(text)) }
      return source.values.map { .translated(place: place, ValueTranslator($0, otherwise: source.otherwise)) }
    }
    units = sources.map { $0?.unit }
    keep = zip(mapping.keep, header.mapped?.keep ?? []).map(KeepTest.init)
    monthColumn = Mapping.monthColumn(of: export.kind).flatMap { id in columns.firstIndex { $0.id == id } } ?? -1
    let made = cells
    rules = RowRules(mapping, header, export) { made[$0] != nil }
    for (rule, count) in header.dropped { setAside[rule] = count }
  }

  deinit { rules.deallocate() }

  /// Where the cell comes from that it makes; nil: it makes none.
  func source(of column: Int) -> CellSource? {
    switch cells[column] {
    case .constant: .constant
    case .translated(let place, _): CellSource(place: place, isMade: true)
    case nil: nil
    }
  }

  // MARK: Cells

  enum Made {
    case text(Bytes)
    /// A word for unknown that is not listed.
    case unknown
    /// Neither listed nor covered.
    case unmapped(Bytes)
  }

  /// The cell of a column that it makes.
  func cell(_ column: Int, _ row: CurrentRow) -> Made {
    let none = Bytes(start: nil, count: 0)
    switch cells[column] {
    case .constant(let text): return .text(text)
    case .translated(let place, let translator):
      let cell = source(place, row)
      guard !cell.isEmpty else { return .text(none) }
      switch translator.meaning(of: cell) {
      case .value(let text): return .text(text)
      case .blank: return .text(none)
      case .unknown: return .unknown
      case .unmapped: return .unmapped(cell)
      }
    case nil: return .text(none)
    }
  }

  /// The source's own cell, trimmed.
  private func source(_ place: Int, _ row: CurrentRow) -> Bytes {
    place >= 0 && place < row.count ? trimmed(row[place]) : Bytes(start: nil, count: 0)
  }

  /// Whether nothing was told yet of a cell of the current row.
  func isFirst(_ column: Int, _ row: CurrentRow, isRefused: Bool) -> Bool {
    guard !settled.contains(where: { $0.line == row.line && $0.column == column }) else { return false }
    settled.removeAll { $0.line != row.line }
    settled.append((row.line, column, isRefused))
    return true
  }

  /// Whether the cell of the current row was refused: that it is blank is no second fault.
  func isRefused(_ column: Int, _ row: CurrentRow) -> Bool {
    settled.contains { $0.line == row.line && $0.column == column && $0.isRefused }
  }

  func unmapped(_ cell: Bytes, _ column: Int) -> InvalidValue {
    let id = ExportSchema.of(kind).columns[column].id
    let line = mapping.columns[id].map { mapping.place(of: $0.line) } ?? mapping.definition
    return InvalidValue(
      code: .unmappedValue, rule: "valeur que la correspondance de \(id) ne connaît pas, trouvé \(shape(of: cell))",
      remedy: "corriger la valeur ; ou demander qu'elle soit ajoutée à la correspondance (\(line))")
  }

  /// Whether a cell, alone in its row, is a value of the contract at one of the columns that stand there.
  func isValue(_ cell: Bytes, _ columns: [Int], isPlain: (Int, Bytes) -> Bool) -> Bool {
    columns.contains { column in
      if let unit = units[column] { return (try? unitValue(cell, unit)) != nil }
      guard case .translated(_, let translator) = cells[column] else { return isPlain(column, cell) }
      if case .value = translator.meaning(of: cell) { return true }
      return false
    }
  }

  // MARK: Months

  /// The month that a row says it is of; nil: none that can be read.
  func month(of row: CurrentRow) -> Month? {
    guard monthColumn >= 0 else { return nil }
    let cell = silentCell(row)
    guard !cell.isEmpty else { return nil }
    if kind == .etp { return (try? monthCell(cell, row))?.month }
    return (try? dateValue(cell))?.day.month
  }

  /// The month of a job's row, by its own cell and that of the year.
  func monthCell(_ cell: Bytes, _ row: CurrentRow) throws(InvalidValue) -> (month: Month, note: ValueCache.Note?) {
    if rules.yearPlace >= 0 {
      guard let month = yearAndMonth(source(rules.yearPlace, row), cell) else { throw MonthFaults.noMonth }
      return (month, nil)
    }
    let reading = try reader.months.reading(cell)
    return (Month(index: Int32(bitPattern: reading.value)), reading.note)
  }

  /// The cell of the month, of which nothing is told.
  private func silentCell(_ row: CurrentRow) -> Bytes {
    let cell = source(header.positions[monthColumn], row)
    guard case .translated(_, let translator) = cells[monthColumn], !cell.isEmpty else { return cell }
    if case .value(let text) = translator.meaning(of: cell) { return text }
    return Bytes(start: nil, count: 0)
  }

  private func yearAndMonth(_ year: Bytes, _ number: Bytes) -> Month? {
    guard let year = try? integerValue(year), let number = try? integerValue(number), (1...12).contains(number),
      (1950...2099).contains(year)
    else { return nil }
    return Month(year: Int(year), number: Int(number))
  }

  // MARK: What is set aside

  /// The rule of ``Mapping/drop`` that a line falls under.
  func dropped(_ row: CurrentRow) -> Int? {
    var place = 0
    while place < row.count, trimmed(row[place]).isEmpty { place += 1 }
    guard place < row.count else { return nil }
    let cell = trimmed(row[place])
    guard mapping.drop.contains(where: { RowRules.mayBegin(cell[0], $0.beginning) }) else { return nil }
    let form = normalForm(String(decoding: cell.prefix(400), as: UTF8.self))
    return mapping.drop.firstIndex { form.hasPrefix($0.beginning) }
  }

  /// Whether a row meets a condition of ``Mapping/keep``.
  func holds(_ condition: Int, _ row: CurrentRow) -> Bool { keep[condition].holds(row) }

  /// The rule for rows of other months.
  var otherMonth: Int { mapping.drop.count + mapping.keep.count }

  func count(_ rule: Int, _ lines: Int = 1) { setAside[rule, default: 0] += lines }

  /// As it is told, in the order of the rules; beginnings that stand on one line are one.
  static func told(_ counts: [Int: Int], _ mapping: Mapping) -> [SetAside] {
    counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }.reduce(into: []) { all, next in
      let (rule, place) = source(of: next.key, mapping)
      if let same = all.firstIndex(where: { $0.rule == rule && $0.place == place }) {
        all[same].rows += next.value
      } else {
        all.append(SetAside(rule, place: place, rows: next.value))
      }
    }
  }

  private static func source(of rule: Int, _ mapping: Mapping) -> (SetAside.Rule, String) {
    let (drops, keeps) = (mapping.drop.count, mapping.keep.count)
    if rule < drops { return (.drop, mapping.place(of: mapping.drop[rule].line)) }
    if rule < drops + keeps { return (.keep, mapping.place(of: mapping.keep[rule - drops].line)) }
    return (.months, mapping.place(of: mapping.monthsLine))
  }
}

enum MonthFaults {
  static let noMonth = InvalidValue(
    code: .notAMonth, rule: "l'année (quatre chiffres) et le mois (de 1 à 12) ne font pas un mois",
    remedy: "corriger l'année ou le mois")
}
