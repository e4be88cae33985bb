import Domain

/// The cell of each group of rows in one breakdown: asked for every measure, made once a table.
struct GroupCells {
  /// By group: the number of its cell; -1: it is in none.
  private var cell: [Int32] = []
  /// By number of a cell: its key. Rows that give no sex stand in the cell of the unknown.
  private var keys: [UInt64] = []

  init(_ breakdown: Breakdown, _ rows: JobRows, _ groups: JobGroups) {
    var numbers = NumberTable(Int32(-1))
    for row in groups.row {
      guard var key = breakdown.key(rows, row) else {
        cell.append(-1)
        continue
      }
      if breakdown.hasSex {
        let sex = UInt32(rows.sex[row])
        key = Breakdown.key(key, sex: sex == 0 ? Breakdown.unknownSex : sex)
      }
      let next = Int32(keys.count)
      var number = next
      numbers.update(key) { known in
        if known < 0 { known = next }
        number = known
      }
      if number == next { keys.append(key) }
      cell.append(number)
    }
  }

  /// What numbers of groups add up to in the cells.
  func sums<Amount: AdditiveArithmetic>(_ amounts: [(group: Int, amount: Amount)]) -> [(cell: UInt64, sum: Amount)] {
    var sums = [Amount?](repeating: nil, count: keys.count)
    for (group, amount) in amounts where cell[group] >= 0 {
      let number = Int(cell[group])
      sums[number] = (sums[number] ?? .zero) + amount
    }
    return zip(keys, sums).compactMap { key, sum in sum.map { (key, $0) } }
  }
}
