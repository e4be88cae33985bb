import Domain

/// Remembers what each distinct text of a coded column means: a column of a million rows holds a dozen texts.
final class ValueCache {
  struct Entry {
    var value: UInt32
    /// What is worth a note.
    var note: Note?
  }
  enum Note {
    case excelSerial, timeDropped, postalCode
  }
  /// A column that holds more texts than this is no coded column: what comes later is read each time.
  static let limit = 4096
  /// Longer texts are not remembered.
  private static let longest = 256

  private let interner = Interner()
  /// By number; nil where the text is refused.
  private let readings: UnsafeMutablePointer<Entry?>
  private var faults: [UInt32: InvalidValue] = [:]
  private let read: (Bytes) throws(InvalidValue) -> Entry

  init(_ read: @escaping (Bytes) throws(InvalidValue) -> Entry) {
    self.read = read
    readings = .allocate(capacity: ValueCache.limit + 1)
    readings.initialize(to: nil)
  }

  convenience init(_ table: CodeTable) {
    self.init { (field) throws(InvalidValue) in Entry(value: try table.code(field)) }
  }

  deinit { readings.deallocate() }

  /// The field is trimmed and not empty.
  func reading(_ field: Bytes) throws(InvalidValue) -> Entry {
    let number = interner.known(field)
    guard number > 0 else { return try newReading(field) }
    if let reading = readings[Int(number)] { return reading }
    throw faults[number]!
  }

  private func newReading(_ field: Bytes) throws(InvalidValue) -> Entry {
    guard interner.count < ValueCache.limit, field.count <= ValueCache.longest else { return try read(field) }
    let number = interner.number(of: field)
    do {
      let reading = try read(field)
      (readings + Int(number)).initialize(to: reading)
      return reading
    } catch {
      (readings + Int(number)).initialize(to: nil)
      faults[number] = error
      throw error
    }
  }
}
