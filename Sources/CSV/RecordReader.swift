import CLibCSV
import Glibc

/// Reads a UTF-8 text record by record, strictly, and knows the physical line and the spreadsheet row of each.
///
/// A physical line without a quote is split here, at its delimiters; one with a quote goes through libcsv, with the
/// lines after it until the record ends. The two readings are the same (Tests hold one against the other); the first
/// needs no copy. A field that is wholly `="…"` is its text. Lines that are empty, or hold nothing but delimiters, spaces and closed quotes, are skipped and
/// counted. Fields are not trimmed here, but libcsv drops spaces and tabs around unquoted ones: trim them all.
package final class RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let marks: LineMarks
  private let quoted: QuotedRecordParser
  /// Rewrites `="001"` for libcsv; nil where the text holds none. Not asked before a quote is met.
  private let formulas: UnsafeMutablePointer<FormulaQuotes?>
  private let isAsked: UnsafeMutablePointer<Bool>
  /// Every record through libcsv: what the fast path is tested against.
  private let usesOnlyLibCSV: Bool
  /// A quote is a character like any other, and every line a record.
  private let ignoresQuotes: Bool
  @usableFromInline let state: UnsafeMutablePointer<RecordState>

  /// `bytes` must outlive the reader. `line` and `row` are those of the byte at `offset`.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, line: Int = 1, row: Int = 1, delimiter: UInt8,
    usesOnlyLibCSV: Bool = false, ignoresQuotes: Bool = false
  ) {
    self.ignoresQuotes = ignoresQuotes
    self.bytes = bytes
    self.delimiter = delimiter
    marks = LineMarks(delimiter: delimiter)
    self.usesOnlyLibCSV = usesOnlyLibCSV
    quoted = QuotedRecordParser(delimiter: delimiter)
    formulas = .allocate(capacity: 1)
    formulas.initialize(to: nil)
    isAsked = .allocate(capacity: 1)
    isAsked.initialize(to: false)
    state = .allocate(capacity: 1)
    state.initialize(
      to: RecordState(offset: offset, nextLine: line, nextRow: row, fields: .allocate(capacity: 64), capacity: 64))
  }

  deinit {
    state.pointee.fields.deallocate()
    state.deallocate()
    formulas.deinitialize(count: 1)
    formulas.deallocate()
    isAsked.deallocate()
  }

  /// Fields of the current record.
  @inlinable package var count: Int { state.pointee.count }
  /// Physical line on which the current record begins, from 1.
  @inlinable package var line: Int { state.pointee.line }
  /// Spreadsheet row of the current record, from 1.
  @inlinable package var row: Int { state.pointee.row }

  /// Where the next record begins.
  package var position: (offset: Int, line: Int, row: Int) {
    (state.pointee.offset, state.pointee.nextLine, state.pointee.nextRow)
  }

  /// A field of the current record; valid until the next call of ``next()``.
  @inlinable @inline(__always) package subscript(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    state.pointee.fields[field]
  }

  /// Reads the next record; false at the end. After an error the rest of the text has no meaning.
  package func next() throws(QuotingError) -> Bool {
    while state.pointee.offset < bytes.count {
      state.pointee.line = state.pointee.nextLine
      state.pointee.row = state.pointee.nextRow
      guard state.pointee.row <= CSVLimits.rows else {
        throw QuotingError(cause: .tooManyRows, line: state.pointee.line)
      }
      if try readRecord() { return true }
    }
    return false
  }

  /// True: a record; false: a blank line. Either way the offset moves on.
  private func readRecord() throws(QuotingError) -> Bool {
    if !usesOnlyLibCSV, let isRecord = splitPlainLine() { return isRecord }
    guard !ignoresQuotes else { throw QuotingError(cause: excess(), line: state.pointee.line) }
    let end = physicalLineEnd(bytes, from: state.pointee.offset)
    if isBlankLine(UnsafeBufferPointer(rebasing: bytes[state.pointee.offset..<end.text])) {
      passLine(to: end.next)
      return false
    }
    try readQuotedRecord()
    return true
  }

  /// Why a line without quotes could not be split.
  private func excess() -> QuotingError.Cause {
    let end = physicalLineEnd(bytes, from: state.pointee.offset).text
    var (fieldStart, fields) = (state.pointee.offset, 1)
    for position in state.pointee.offset..<end where bytes[position] == delimiter {
      fields += 1
      if position - fieldStart > CSVLimits.fieldBytes { return .fieldTooLong }
      fieldStart = position + 1
    }
    if fields > CSVLimits.fields { return .tooManyFields }
    return end - fieldStart > CSVLimits.fieldBytes ? .fieldTooLong : .recordTooLong
  }

  /// The next record read is the one that begins there.
  package func move(to position: (offset: Int, line: Int, row: Int)) {
    state.pointee.offset = position.offset
    state.pointee.nextLine = position.line
    state.pointee.nextRow = position.row
  }

  private func passLine(to next: Int) {
    state.pointee.offset = next
    state.pointee.nextLine += 1
    state.pointee.nextRow += 1
  }

  /// nil: the line holds a quote, or passes a bound. Nothing was consumed: libcsv reads it, or says what is wrong.
  private func splitPlainLine() -> Bool? {
    let base = bytes.baseAddress!
    let start = state.pointee.offset
    let limit = min(bytes.count, start + CSVLimits.fieldBytes)
    var (fieldStart, count, end) = (start, 0, limit)
    scan: for position in stride(from: start, to: limit, by: 8) {
      var marks = marks.marks(bytes, at: position)
      while marks != 0 {
        let mark = position + marks.trailingZeroBitCount / 8
        marks &= marks - 1
        guard mark < limit else { break scan }
        if base[mark] == delimiter {
          guard count + 1 < state.pointee.capacity || grow() else { return nil }
          state.pointee.fields[count] = UnsafeBufferPointer(start: base + fieldStart, count: mark - fieldStart)
          count += 1
          fieldStart = mark + 1
        } else if base[mark] == 0x22 {
          guard ignoresQuotes else { return nil }
        } else if base[mark] == 0x0A || base[mark] == 0x0D {
          end = mark
          break scan
        }
      }
    }
    // A line that fills the bound is looked at by libcsv: it may hold a field that is too long.
    guard end < limit || limit == bytes.count else { return nil }
    state.pointee.fields[count] = UnsafeBufferPointer(start: base + fieldStart, count: end - fieldStart)
    state.pointee.count = count + 1
    let isBlank = mayBeBlank(base[start]) && isBlankLine(UnsafeBufferPointer(start: base + start, count: end - start))
    passLine(to: afterLineEnd(end))
    return !isBlank
  }

  /// Whether a line that begins with this byte can be blank: all but visible ASCII, or a delimiter.
  @inline(__always)
  private func mayBeBlank(_ first: UInt8) -> Bool { first <= 0x22 || first >= 0x80 || first == delimiter }

  private func afterLineEnd(_ position: Int) -> Int {
    guard position < bytes.count else { return position }
    let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    return position + (isPair ? 2 : 1)
  }

  /// `="` anywhere: asked once, of a text that has quotes.
  private func hasFormula() -> Bool {
    let base = bytes.baseAddress!
    var position = 0
    while let found = memchr(base + position, Int32(UInt8(ascii: "=")), bytes.count - position) {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if position < bytes.count, base[position] == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  private func readQuotedRecord() throws(QuotingError) {
    quoted.begin()
    if !isAsked.pointee {
      isAsked.pointee = true
      if hasFormula() { formulas.pointee = FormulaQuotes(delimiter: delimiter) }
    }
    formulas.pointee?.beginRecord()
    while !quoted.isComplete {
      let offset = state.pointee.offset
      guard offset < bytes.count else {
        if let cause = quoted.finish() { throw QuotingError(cause: cause, line: state.pointee.nextLine - 1) }
        break
      }
      let end = physicalLineEnd(bytes, from: offset).next
      if let cause = feed(offset..<end) {
        throw QuotingError(cause: cause, line: state.pointee.nextLine)
      }
      state.pointee.offset = end
      state.pointee.nextLine += 1
    }
    state.pointee.nextRow += 1
    adoptQuotedFields()
  }

  private func feed(_ range: Range<Int>) -> QuotingError.Cause? {
    let line = UnsafeBufferPointer(rebasing: bytes[range])
    guard formulas.pointee != nil else { return quoted.feed(line) }
    formulas.pointee!.rewrite(line, UnsafeBufferPointer(rebasing: bytes[range.lowerBound...]))
    return formulas.pointee!.text.withUnsafeBufferPointer(quoted.feed)
  }

  private func adoptQuotedFields() {
    if formulas.pointee != nil { quoted.unwrapFormulas() }
    while quoted.count > state.pointee.capacity, grow() {}
    state.pointee.count = quoted.count
    quoted.withText { text in
      var start = 0
      for field in 0..<quoted.count {
        let end = quoted.end(field)
        state.pointee.fields[field] = UnsafeBufferPointer(rebasing: text[start..<end])
        start = end
      }
    }
  }

  /// Makes a field of the current record blank.
  package func blank(_ field: Int) {
    if field < state.pointee.count { state.pointee.fields[field] = UnsafeBufferPointer(start: nil, count: 0) }
  }

  /// Gives the current record blank fields at its end, up to so many.
  package func pad(to count: Int) {
    while count > state.pointee.capacity, grow() {}
    while state.pointee.count < min(count, state.pointee.capacity) {
      state.pointee.fields[state.pointee.count] = UnsafeBufferPointer(start: nil, count: 0)
      state.pointee.count += 1
    }
  }

  /// False at the bound.
  private func grow() -> Bool {
    let capacity = state.pointee.capacity
    guard capacity < CSVLimits.fields else { return false }
    let larger = min(capacity * 4, CSVLimits.fields)
    let fields = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: larger)
    fields.update(from: state.pointee.fields, count: capacity)
    state.pointee.fields.deallocate()
    state.pointee.fields = fields
    state.pointee.capacity = larger
    return true
  }

  /// Nothing but delimiters, spaces and quotes that close again. (An odd quote opens a field that begins with a line
  /// break: skipping it would read the lines after it as something else.)
  private func isBlankLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    lineIsBlank(line) { $0 == delimiter }
  }
}
