import Domain

/// The cells of one column of an archive, row by row.
enum ArchivedColumn {
  /// In every row.
  case same([UInt8])
  case texts([[UInt8]])
  case pseudonyms([UInt32], PseudonymColumn)
  /// Codes, and the text of each.
  case codes([UInt8], [[UInt8]])
  case communes([UInt32])
  /// Ten-thousandths; below zero: blank.
  case smallDecimals([Int32])
  case decimals([Int64])
  /// Below zero: blank.
  case integers([Int32])
  /// Int32.min: blank.
  case days([Int32])
  /// The same, and years alone.
  case births([Int32])

  func write(_ row: Int, to table: inout ArchiveTable, _ communes: inout CommuneTexts) {
    switch self {
    case .same(let text): table.plain(text)
    case .texts(let texts): table.plain(texts[row])
    case .pseudonyms(let numbers, let made): table.plain(made[numbers[row]])
    case .codes(let codes, let texts): table.plain(texts[Int(codes[row])])
    case .communes(let packed): table.plain(communes.text(packed[row]))
    case .smallDecimals(let values): table.decimal(Int64(values[row]))
    case .decimals(let values): table.decimal(values[row])
    case .integers(let values): if values[row] < 0 { table.blank() } else { table.number(Int(values[row])) }
    case .days(let days): table.day(days[row])
    case .births(let births):
      if let year = PathRows.yearAlone(births[row]) { table.year(year) } else { table.day(births[row]) }
    }
  }
}

/// The text of each commune, made once.
struct CommuneTexts {
  private var known: [UInt32: [UInt8]] = [0: []]
  mutating func text(_ packed: UInt32) -> [UInt8] {
    if let text = known[packed] { return text }
    let text = Array(CommuneCode(packed: packed).description.utf8)
    known[packed] = text
    return text
  }
}
