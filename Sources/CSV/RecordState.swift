/// What changes with every record of a ``RecordReader``. It stands behind a pointer, because each use of a class's own
/// variables is checked for exclusive access: that costs more than the splitting. Who reads every cell reads them here: a class's
/// members are a call each time from another module.
package struct RecordState {
  /// Of the next byte to read, its physical line and its spreadsheet row.
  package var offset: Int
  package var nextLine: Int
  package var nextRow: Int
  /// Of the current record.
  package var line = 0
  package var row = 0
  package var count = 0
  package var fields: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  var capacity: Int
  /// The end of the text, where the fields stand in it; else zero: up to here bytes behind a field may be looked at.
  package var readableEnd: UInt = 0
  /// Texts of fields of the current record in which quotes stood twice; nil: none so far. A little longer than any record, so that bytes
  /// behind a field may be looked at here, too.
  var unquoted: UnsafeMutablePointer<UInt8>?
  /// Where the last marks stand, and they.
  var window = -1
  var marks: UInt64 = 0
}
