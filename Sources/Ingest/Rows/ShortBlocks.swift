import CSV
import Domain

/// Excel leaves out the last delimiters of sixteen rows of a sheet whose last columns are blank throughout: which blocks of a
/// file are short so.
struct ShortBlocks {
  private let text: Bytes
  private let header: Header
  /// Places of the required columns; of those of which one is enough, all.
  private let required: [Int]
  private let oneOf: [Int]
  /// No header before the last is empty: a delimiter too many among them would make every row look short, and its cells stand under
  /// other headers.
  private let isNamed: Bool
  /// The block of the last record that was seen, and the last one found short.
  private var last: Int
  private var short = -1
  /// The short ones, where they are found for others.
  private(set) var found: Set<Int> = []
  /// Found before: not looked for again.
  private let known: Set<Int>?

  init(_ text: Bytes, _ header: Header, _ schema: ExportSchema, known: Set<Int>? = nil) {
    self.text = text
    self.header = header
    self.known = known
    func places(_ presence: ExportColumn.Presence) -> [Int] {
      schema.columns.indices.filter { schema.columns[$0].presence == presence }.map { header.positions[$0] }
    }
    required = places(.required) + (header.mapped.map { [$0.year] } ?? [])
    // Cells under months are what the one of them says.
    oneOf = places(.oneOf) + (header.mapped?.months.map(\.place) ?? [])
    isNamed = header.isNamed
    last = ShortBlocks.block(header.row)
  }

  private static func block(_ row: Int) -> Int { (row - 1) / 16 }

  /// A record is passed.
  @inline(__always)
  mutating func pass(_ row: Int) { last = (row - 1) / 16 }

  /// Whether the record at which the reader stands, with fewer fields than there are headers, is of a short block. Asked
  /// before it is passed.
  mutating func isShort(_ reader: RecordReader) -> Bool {
    let block = ShortBlocks.block(reader.row)
    if let known { return known.contains(block) }
    if block == short { return true }
    // The header's block is never short; nor is one of which a longer record was seen.
    guard block != last, isNamed, mayBeMissing(from: reader.count), isUniform(block, reader) else { return false }
    short = block
    if header.mapped != nil { found.insert(block) }
    return true
  }

  private func mayBeMissing(from width: Int) -> Bool {
    required.allSatisfy { $0 < width } && (oneOf.isEmpty || oneOf.contains { $0 >= 0 && $0 < width })
  }

  /// Looks ahead to the end of the block, or of the file if that ends in a line end.
  private func isUniform(_ block: Int, _ reader: RecordReader) -> Bool {
    let next = reader.position
    let ahead = RecordReader(
      text, from: next.offset, line: next.line, row: next.row, delimiter: header.delimiter,
      ignoresQuotes: header.ignoresQuotes)
    do throws(QuotingError) {
      while ShortBlocks.block(ahead.position.row) == block, try ahead.next() {
        if ShortBlocks.block(ahead.row) != block { return true }
        if ahead.count != reader.count { return false }
      }
    } catch {
      return false
    }
    let isComplete = ShortBlocks.block(ahead.position.row) > block
    return isComplete || text.last == 0x0A || text.last == 0x0D
  }
}
