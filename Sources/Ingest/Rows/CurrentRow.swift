import CSV

/// The record at which a reader stands, field by field. Asked for every cell of every row, so read where it stands: the reader's own
/// members would be a call each time (measured: 5 % of reading).
struct CurrentRow {
  private let state: UnsafeMutablePointer<RecordState>
  init(_ reader: RecordReader) { state = reader.state }

  @inline(__always)
  var count: Int { state.pointee.count }
  @inline(__always)
  var line: Int { state.pointee.line }
  @inline(__always)
  var row: Int { state.pointee.row }
  @inline(__always)
  subscript(_ field: Int) -> Bytes { state.pointee.fields[field] }
  /// Where the next record begins.
  @inline(__always)
  var next: (offset: Int, line: Int, row: Int) {
    (state.pointee.offset, state.pointee.nextLine, state.pointee.nextRow)
  }

  /// As ``CellWords/init(_:)``. Sixteen bytes are read where so many stand behind the field's begin, and what is not its own is masked:
  /// how long it is cannot be guessed, and a wrong guess costs more than the look-up.
  @inline(__always)
  func words(_ field: Int) -> CellWords? {
    let cell = state.pointee.fields[field]
    guard cell.count <= 16 else { return nil }
    guard let base = UnsafeRawPointer(cell.baseAddress), UInt(bitPattern: base) &+ 16 <= state.pointee.readableEnd
    else {
      return CellWords(cell)
    }
    let bits = 8 &* cell.count
    return CellWords(
      low: base.loadUnaligned(as: UInt64.self) & ~(UInt64.max << bits),
      high: base.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & ~(UInt64.max << max(bits &- 64, 0)))
  }
}
