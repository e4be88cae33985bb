import Domain

/// For each optional column of the conditions: a row that meets the others stands here, filled or not.
func recordBlanks(
  _ leaf: Leaf, _ slices: [Slice], unit: UInt64?, _ rows: some CodedRows, _ row: Int
) {
  for (index, column) in leaf.filter.optionalColumns.enumerated()
  where leaf.filter.accepts(rows, row, asidesFrom: column) {
    let isFilled = rows.code(column, row) != 0
    for slice in slices { slice.record(column: index, isFilled: isFilled, unit: unit, rows, row) }
  }
}

/// The same for the column that the measure sums, of a row that meets every condition.
func recordOwnColumn(_ leaf: Leaf, _ slices: [Slice], _ rows: some CodedRows, _ row: Int) {
  guard let column = leaf.ownColumn else { return }
  let isFilled = rows.code(column, row) != 0
  for slice in slices {
    slice.record(column: leaf.filter.optionalColumns.count, isFilled: isFilled, unit: nil, rows, row)
  }
}
