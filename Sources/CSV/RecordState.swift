/// What changes with every record of a ``RecordReader``. It stands behind a pointer, because each use of a class's own
/// variables is checked for exclusive access: that costs more than the splitting.
@usableFromInline
struct RecordState {
  /// Of the next byte to read, its physical line and its spreadsheet row.
  @usableFromInline var offset: Int
  @usableFromInline var nextLine: Int
  @usableFromInline var nextRow: Int
  /// Of the current record.
  @usableFromInline var line = 0
  @usableFromInline var row = 0
  @usableFromInline var count = 0
  @usableFromInline var fields: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  @usableFromInline var capacity: Int
}
