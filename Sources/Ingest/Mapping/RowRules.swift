import CSV
import Domain

/// What a mapping asks of every row, as plain numbers: no object, array or dictionary stands between (measured: 60 ns a row of
/// counting references).
struct RowRules {
  let months: Mapping.Months
  /// Whether the mapping says where a row's month stands.
  let isMonthNamed: Bool
  /// Where the month of a row stands, and its year where that is another cell; -1: nowhere.
  let monthPlace: Int
  let yearPlace: Int
  /// Of a file with months in columns: the place of the cells of this month; -1: none.
  let monthCell: Int
  private let isInColumns: Bool
  /// Places of the columns of dates that are read as they stand, and these.
  let dates: UnsafeMutablePointer<(column: Int, place: Int)>
  let dateCount: Int
  /// How many rules of drop there are, and conditions of keep.
  let drops: Int
  let conditions: Int
  /// By condition of keep: its place.
  let keepPlaces: UnsafeMutablePointer<Int>
  /// By the first byte of a line's first cell, where that is visible ASCII: whether a rule of drop may hold.
  private let droppedFirsts: UnsafeMutablePointer<Bool>

  /// `isMade`: whether the mapping makes a column's cell.
  init(_ mapping: Mapping, _ header: Header, _ export: Export, isMade: (_ column: Int) -> Bool) {
    let column = Mapping.monthColumn(of: export.kind)
    months = mapping.months
    isInColumns = mapping.months == .columns
    isMonthNamed = mapping.months == .rows || column.map { mapping.columns[$0] != nil } == true
    let place = column.flatMap { id in ExportSchema.of(export.kind).columns.firstIndex { $0.id == id } }
    monthPlace = place.map { header.positions[$0] } ?? -1
    yearPlace = header.mapped?.year ?? -1
    monthCell = mapping.months == .columns ? header.mapped?.place(of: export.month) ?? -1 : -1
    let columns = ExportSchema.of(export.kind).columns
    let days = columns.indices.filter { index in
      guard case .day = columns[index].type, header.positions[index] >= 0 else { return false }
      return !isMade(index)
    }
    dateCount = days.count
    dates = .allocate(capacity: days.count)
    for (index, column) in days.enumerated() { (dates + index).initialize(to: (column, header.positions[column])) }
    drops = mapping.drop.count
    let keep = header.mapped?.keep ?? []
    conditions = min(mapping.keep.count, keep.count)
    keepPlaces = .allocate(capacity: conditions)
    for condition in 0..<conditions { (keepPlaces + condition).initialize(to: keep[condition]) }
    droppedFirsts = .allocate(capacity: 128)
    for byte in 0..<128 {
      (droppedFirsts + byte).initialize(to: mapping.drop.contains { RowRules.mayBegin(UInt8(byte), $0.beginning) })
    }
  }

  func deallocate() {
    dates.deallocate()
    keepPlaces.deallocate()
    droppedFirsts.deallocate()
  }

  /// A look at one byte instead of a normal form.
  static func mayBegin(_ first: UInt8, _ beginning: String) -> Bool {
    guard let wanted = beginning.utf8.first else { return true }
    let isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A
    if isLetter { return first | 0x20 == wanted || wanted >= 0x80 }
    return digitValue(first) == nil || first == wanted
  }

  /// Whether a rule of drop may set a line aside: nearly always its first byte says that none does.
  @inline(__always)
  func mayDrop(_ row: CurrentRow) -> Bool {
    guard row.count > 0, let first = row[0].first, first > 0x20, first < 0x80 else { return drops > 0 }
    return droppedFirsts[Int(first)]
  }

  /// What a row's month is asked of.
  enum MonthCheck {
    case none, cell
    /// Of the month's cell, and of that at this place.
    case yearAndMonth(Int)
  }

  @inline(__always)
  func monthCheck(isThere: Bool) -> MonthCheck {
    guard !isInColumns, isMonthNamed || isThere else { return .none }
    return yearPlace >= 0 ? .yearAndMonth(yearPlace) : .cell
  }

  /// What the month of a row is read from; nil: nothing, or too long for a table.
  @inline(__always)
  func monthWords(_ row: CurrentRow) -> CellWords? {
    guard monthPlace >= 0, monthPlace < row.count else { return nil }
    guard yearPlace >= 0 else { return row.words(monthPlace) }
    return yearPlace < row.count ? CellWords(row[yearPlace], row[monthPlace]) : nil
  }
}
