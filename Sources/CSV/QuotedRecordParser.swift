import CLibCSV

/// libcsv in strict mode, fed one physical line at a time: which line an error is on, and where a record ends, come for
/// free. One record at a time; its fields stay valid until the next.
final class QuotedRecordParser {
  private let parser: UnsafeMutablePointer<csv_parser>
  private let sink: UnsafeMutablePointer<Sink>

  /// What the callbacks write: all fields of the record one after the other.
  private struct Sink {
    var text: [UInt8] = []
    var ends: [Int] = []
    var isComplete = false
    /// A bound of ``CSVLimits`` that the record passed: nothing more of it is kept.
    var excess: QuotingError.Cause?
  }

  /// Both flags or it is not strict: the second refuses an open quote at the end.
  private static let strict = UInt8(CSV_STRICT | CSV_STRICT_FINI)

  init(delimiter: UInt8) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    csv_init(parser, QuotedRecordParser.strict)
    csv_set_delim(parser, delimiter)
    // libcsv's only buffer is that of the current field: refusing to grow it bounds the memory.
    csv_set_realloc_func(parser) { old, size in size > CSVLimits.fieldBytes + 1024 ? nil : realloc(old, size) }
    sink = .allocate(capacity: 1)
    sink.initialize(to: Sink())
  }

  deinit {
    csv_free(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  func begin() {
    sink.pointee.text.removeAll(keepingCapacity: true)
    sink.pointee.ends.removeAll(keepingCapacity: true)
    sink.pointee.isComplete = false
    sink.pointee.excess = nil
  }

  var isComplete: Bool { sink.pointee.isComplete }
  var count: Int { sink.pointee.ends.count }

  /// Fields that are wholly `="…"` become their text.
  func unwrapFormulas() {
    var (text, ends, start) = ([UInt8](), [Int](), 0)
    var hasFormula = false
    sink.pointee.text.withUnsafeBufferPointer { old in
      for end in sink.pointee.ends {
        let field = UnsafeBufferPointer(rebasing: old[start..<end])
        let inner = formulaText(field)
        hasFormula = hasFormula || inner != nil
        text.append(contentsOf: inner ?? Array(field))
        ends.append(text.count)
        start = end
      }
    }
    if hasFormula { (sink.pointee.text, sink.pointee.ends) = (text, ends) }
  }

  /// Ends of the fields in ``withText(_:)``.
  func end(_ field: Int) -> Int { sink.pointee.ends[field] }
  func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    sink.pointee.text.withUnsafeBufferPointer(body)
  }

  /// One physical line with its end. nil: no fault so far.
  func feed(_ line: UnsafeBufferPointer<UInt8>) -> QuotingError.Cause? {
    let read = csv_parse(parser, line.baseAddress, line.count, QuotedRecordParser.field, QuotedRecordParser.row, sink)
    return read == line.count ? sink.pointee.excess : fault
  }

  /// After the last line, if the record is not complete.
  func finish() -> QuotingError.Cause? {
    csv_fini(parser, QuotedRecordParser.field, QuotedRecordParser.row, sink) == 0 ? sink.pointee.excess : .openQuote
  }

  private var fault: QuotingError.Cause { csv_error(parser) == CSV_ENOMEM ? .fieldTooLong : .strayQuote }

  private static let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    text, count, data in
    let sink = data!.assumingMemoryBound(to: Sink.self)
    if sink.pointee.excess == nil { sink.pointee.excess = excess(of: sink.pointee, adding: count) }
    guard sink.pointee.excess == nil else { return }
    if let text { sink.pointee.text.append(contentsOf: UnsafeRawBufferPointer(start: text, count: count)) }
    sink.pointee.ends.append(sink.pointee.text.count)
  }

  private static func excess(of record: Sink, adding count: Int) -> QuotingError.Cause? {
    if record.ends.count == CSVLimits.fields { return .tooManyFields }
    if count > CSVLimits.fieldBytes { return .fieldTooLong }
    return record.text.count + count > CSVLimits.recordBytes ? .recordTooLong : nil
  }

  private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, data in
    data!.assumingMemoryBound(to: Sink.self).pointee.isComplete = true
  }
}
