import CLibCSV
import Glibc

/// Reads a UTF-8 text record by record, strictly, and knows the physical line and the spreadsheet row of each.
///
/// A record in which every quote proves what it means (an opening one follows a delimiter, a closing one precedes one, others stand
/// twice) is split here, at its delimiters; any other goes through libcsv, line by line until it ends. The two readings are the same
/// (Tests hold one against the other); the first needs no copy, but of fields that hold quotes. A field that is wholly `="…"` is its text.
/// Lines that are empty, or hold nothing but delimiters, spaces and closed quotes, are skipped and counted. Fields are not trimmed
/// here, but libcsv drops spaces and tabs around unquoted ones: trim them all.
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
  package let state: UnsafeMutablePointer<RecordState>

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
    state.pointee.unquoted?.deallocate()
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
    if !usesOnlyLibCSV, let isRecord = splitRecord() { return isRecord }
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

  /// nil: the record holds a quote of which only libcsv can tell what it means, or passes a bound. Nothing was consumed: libcsv reads
  /// it, or says what is wrong.
  // Long: the one loop over every byte of every export.
  private func splitRecord() -> Bool? {
    // What a loop asks for again and again, at hand: a store to a field could have changed any of it, for all the compiler knows.
    let (bytes, delimiter) = (bytes, delimiter)
    var (fields, capacity) = (state.pointee.fields, state.pointee.capacity)
    let base = bytes.baseAddress!
    let start = state.pointee.offset
    let limit = min(bytes.count, start + CSVLimits.fieldBytes)
    var (fieldStart, count) = (start, 0)
    /// End of the line, and of its last field.
    var (end, fieldEnd) = (limit, limit)
    var inner = InnerQuotes()
    var window = start & ~63
    var word = windowMarks(window) & behind(start)
    scan: while true {
      while word != 0 {
        let mark = window &+ word.trailingZeroBitCount
        word &= word &- 1
        guard mark < limit else { break scan }
        let byte = base[mark]
        if byte == delimiter {
          if count &+ 1 >= capacity {
            guard grow() else { return nil }
            (fields, capacity) = (state.pointee.fields, state.pointee.capacity)
          }
          fields[count] = UnsafeBufferPointer(start: base + fieldStart, count: mark &- fieldStart)
          count &+= 1
          fieldStart = mark &+ 1
        } else if byte != 0x22 {
          (fieldEnd, end) = (mark, mark)
          break scan
        } else if !ignoresQuotes {
          guard mark == fieldStart else { return nil }
          let text: UnsafeBufferPointer<UInt8>
          let close: Int
          if let end = closingQuote(from: mark + 1, limit) {
            (text, close) = (UnsafeBufferPointer(start: base + mark + 1, count: end - mark - 1), end)
          } else if let long = longField(from: mark + 1, limit, &inner) {
            (text, close) = long
          } else {
            return nil
          }
          if count &+ 1 >= capacity {
            guard grow() else { return nil }
            (fields, capacity) = (state.pointee.fields, state.pointee.capacity)
          }
          fields[count] = text
          guard close + 1 < bytes.count, base[close + 1] == delimiter else {
            (fieldStart, end) = (-1, close + 1)
            break scan
          }
          count += 1
          fieldStart = close + 2
          guard fieldStart < limit else { break scan }
          window = fieldStart & ~63
          word = windowMarks(window) & behind(fieldStart)
        }
      }
      window &+= 64
      guard window < limit else { break }
      word = windowMarks(window)
    }
    // A line that fills the bound is looked at by libcsv: it may hold a field that is too long.
    guard end < limit || limit == bytes.count else { return nil }
    // Below zero: the last field stood in quotes, and is there.
    if fieldStart >= 0 { fields[count] = UnsafeBufferPointer(start: base + fieldStart, count: fieldEnd - fieldStart) }
    state.pointee.count = count + 1
    state.pointee.readableEnd = UInt(bitPattern: base + bytes.count)
    let isBlank =
      inner.lineEnds == 0 && mayBeBlank(base[start])
      && isBlankLine(UnsafeBufferPointer(start: base + start, count: end - start))
    passLine(to: afterLineEnd(end))
    state.pointee.nextLine += inner.lineEnds
    return !isBlank
  }

  /// The marks of a window; the last one asked for is where the next line begins.
  @inline(__always)
  private func windowMarks(_ window: Int) -> UInt64 {
    if state.pointee.window != window {
      (state.pointee.window, state.pointee.marks) = (window, marks.marks(bytes, at: window))
    }
    return state.pointee.marks
  }

  /// Those of its window that are not before a place.
  @inline(__always)
  private func behind(_ place: Int) -> UInt64 { UInt64.max &<< UInt64(truncatingIfNeeded: place & 63) }

  /// Of a field that stands in quotes on one line, with none inside and nothing around them: libcsv reads the same. nil: it is to
  /// be asked.
  @inline(__always)
  private func closingQuote(from start: Int, _ limit: Int) -> Int? {
    var position = start
    while position < limit {
      let byte = bytes[position]
      if byte == 0x22 {
        guard position + 1 < bytes.count else { return position }
        let next = bytes[position + 1]
        return next == delimiter || next == 0x0A || next == 0x0D ? position : nil
      }
      if byte == 0x0A || byte == 0x0D { return nil }
      position += 1
    }
    return nil
  }

  /// What stood in the quoted fields of a record so far.
  private struct InnerQuotes {
    var lineEnds = 0
    /// Bytes of ``RecordState/unquoted`` that are in use.
    var copied = 0
  }

  /// The same of a field that holds line ends, or quotes that stand twice: its text, and where its closing quote stands.
  private func longField(
    from start: Int, _ limit: Int, _ inner: inout InnerQuotes
  ) -> (text: UnsafeBufferPointer<UInt8>, close: Int)? {
    let base = bytes.baseAddress!
    // `="…"` in quotes may be its text: libcsv's reading says.
    guard start < limit, base[start] != UInt8(ascii: "=") else { return nil }
    let first = inner.copied
    var (position, piece, lineEnds) = (start, start, 0)
    while position < limit {
      let byte = base[position]
      let next = position + 1 < bytes.count ? base[position + 1] : 0x0A
      if byte == 0x22, next == 0x22 {
        // One of the two stays.
        copy(piece...position, &inner)
        position += 2
        piece = position
        continue
      }
      if byte == 0x22 {
        guard next == delimiter || next == 0x0A || next == 0x0D else { return nil }
        inner.lineEnds += lineEnds
        guard piece > start else {
          return (UnsafeBufferPointer(start: base + start, count: position - start), position)
        }
        if piece < position { copy(piece...position - 1, &inner) }
        return (UnsafeBufferPointer(start: state.pointee.unquoted! + first, count: inner.copied - first), position)
      }
      if byte == 0x0A || byte == 0x0D && next != 0x0A || byte == 0x0D && position + 1 == bytes.count { lineEnds += 1 }
      position += 1
    }
    return nil
  }

  private func copy(_ range: ClosedRange<Int>, _ inner: inout InnerQuotes) {
    if state.pointee.unquoted == nil { state.pointee.unquoted = .allocate(capacity: CSVLimits.fieldBytes + 64) }
    (state.pointee.unquoted! + inner.copied).update(from: bytes.baseAddress! + range.lowerBound, count: range.count)
    inner.copied += range.count
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
    state.pointee.readableEnd = 0
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
