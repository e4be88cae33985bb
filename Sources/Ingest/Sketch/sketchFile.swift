import CSV
import Domain

/// What a file that no mapping speaks of looks like; nil: no line of it is surely one of headers, and nothing of it is told.
/// `threshold`: a value is told where it stands on so many rows at least. `findings`: why its text cannot be read.
package func sketchFile(
  _ bytes: UnsafeBufferPointer<UInt8>, _ export: Export, programme: Programme, threshold: Int,
  findings refused: inout [Finding]
) -> FileSketch? {
  let reader = AssociationReader(
    programme: programme, reference: Reference(vintages: [], fullTimeHours: []), index: export.association)
  let findings = FileFindings(export, association: reader.association, isOfMonth: false)
  let sketcher = Sketcher(export: export, reader: reader, threshold: threshold)
  switch openText(bytes, export, reader, findings) {
  case .own(let start)?:
    return sketcher.sketch(Bytes(rebasing: bytes[start...]), findings.finished())
  case .translated(let text)?: return text.withUnsafeBufferPointer { sketcher.sketch($0, findings.finished()) }
  case nil:
    refused = findings.finished()
    return nil
  }
}

private struct Sketcher {
  let export: Export
  let reader: AssociationReader
  let threshold: Int

  /// A line that may be the header, under one delimiter.
  private struct Candidate {
    let delimiter: UInt8
    let ignoresQuotes: Bool
    let line: Int
    let cells: [String]
    let rows: [[String]]
    /// How many cells are known to be headers, by their words or by what stands under them.
    let known: Int
  }

  func sketch(_ text: Bytes, _ findings: [Finding]) -> FileSketch? {
    var best: Candidate?
    for delimiter in [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|")] {
      for candidate in candidates(text, delimiter) {
        let isBetter = best.map { (candidate.known, candidate.cells.count) > ($0.known, $0.cells.count) } ?? true
        if isBetter { best = candidate }
      }
    }
    return best.map { sketch($0, findings) }
  }

  private func candidates(_ text: Bytes, _ delimiter: UInt8) -> [Candidate] {
    let strict = records(text, delimiter, ignoringQuotes: false)
    let (all, ignores) = strict.map { ($0, false) } ?? (records(text, delimiter, ignoringQuotes: true) ?? [], true)
    return all.prefix(11).indices.compactMap { index -> Candidate? in
      var cells = all[index].cells
      while cells.last?.isEmpty == true { cells.removeLast() }
      let filled = cells.filter { !$0.isEmpty }
      guard filled.count > 1, filled.allSatisfy(HeaderWords.canBe), Set(filled.map(normalForm)).count == filled.count
      else { return nil }
      let rows = all[(index + 1)...].map(\.cells)
      let known = cells.indices.count { place in
        isKnown(cells[place], under: rows.map { row in place < row.count ? row[place] : "" })
      }
      guard known * 3 >= filled.count, known > 0 else { return nil }
      return Candidate(
        delimiter: delimiter, ignoresQuotes: ignores, line: all[index].line, cells: cells, rows: rows, known: known)
    }
  }

  /// The first rows are enough to know a file by. nil: they cannot be read so.
  private func records(
    _ text: Bytes, _ delimiter: UInt8, ignoringQuotes: Bool
  ) -> [(cells: [String], line: Int)]? {
    let records = RecordReader(text, delimiter: delimiter, ignoresQuotes: ignoringQuotes)
    var all: [(cells: [String], line: Int)] = []
    do throws(QuotingError) {
      while all.count < 20_000, try records.next() {
        all.append(
          ((0..<records.count).map { String(decoding: trimmed(records[$0]), as: UTF8.self) }, records.line))
      }
    } catch { return nil }
    return all
  }

  /// By its words; or by numbers and dates that stand under it, as it is neither.
  private func isKnown(_ header: String, under cells: [String]) -> Bool {
    guard !header.isEmpty else { return false }
    if HeaderWords.isKnown(normalForm(header)) || isMonthHeader(header) { return true }
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count >= 3, !header.contains(where: \.isNumber) else { return false }
    return filled.count { !HeaderWords.canBe($0) } * 5 >= filled.count * 4
  }

  private func sketch(_ found: Candidate, _ findings: [Finding]) -> FileSketch {
    let columns = ExportSchema.of(export.kind).columns
    let names = ColumnNames(kind: export.kind, association: reader.association)
    let reading = names.reading(of: found.cells)
    var sketched = found.cells.enumerated().map { place, cell in
      FileSketch.Column(header: printable(cell), letter: Finding.letters(of: place))
    }
    for (column, place) in reading.positions.enumerated() where place >= 0 {
      sketched[place].settled = columns[column].id
    }
    let persons = reading.positions.enumerated().first { column, place in
      if case .identifier = columns[column].type { place >= 0 && columns[column].id != "poste_id" } else { false }
    }?.element
    let taken = Set(sketched.compactMap(\.settled))
    for place in sketched.indices where !found.cells[place].isEmpty && sketched[place].settled == nil {
      sketched[place].isMonth = isMonthHeader(found.cells[place])
      sketched[place].isHoursAndMinutes = areHours(found.rows.map { place < $0.count ? $0[place] : "" })
      guard !HeaderWords.isPersonal(normalForm(found.cells[place])) else { continue }
      sketched[place].guess = guess(place, found.rows, persons: persons, besides: taken)
    }
    return FileSketch(
      line: found.line, delimiter: String(decoding: [found.delimiter], as: UTF8.self),
      ignoresQuotes: found.ignoresQuotes, columns: sketched, rows: found.rows.count, missing: names.missing(reading),
      findings: findings)
  }

  private func areHours(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    let hours = filled.count { cell in
      Array(cell.utf8).withUnsafeBufferPointer { secondsInSixtieths($0) != nil && $0.contains(UInt8(ascii: ":")) }
    }
    return hours > 0 && hours * 2 >= filled.count
  }

  /// The column of codes that most values are of.
  private func guess(
    _ place: Int, _ rows: [[String]], persons: Int?, besides taken: Set<String>
  ) -> FileSketch.Guess? {
    var counts: [String: (rows: Int, persons: Set<String>)] = [:]
    for row in rows where place < row.count && !row[place].isEmpty {
      counts[row[place], default: (0, [])].rows += 1
      if let persons, persons < row.count { counts[row[place]]?.persons.insert(row[persons]) }
    }
    let total = counts.values.reduce(0) { $0 + $1.rows }
    guard total > 0, counts.count <= 40 else { return nil }
    let columns = ExportSchema.of(export.kind).columns.filter { !taken.contains($0.id) && $0.type.isOfCodes }
    for column in columns {
      let codes = counts.keys.reduce(into: [String: String]()) { $0[$1] = code($1, of: column) }
      let known = codes.keys
      let share = known.reduce(0) { $0 + (counts[$1]?.rows ?? 0) }
      guard known.contains(where: { $0.contains(where: \.isLetter) }), share * 2 >= total else { continue }
      let others = counts.filter { codes[$0.key] == nil }
      let tellable = others.filter {
        $0.value.rows >= threshold && (persons == nil || $0.value.persons.count >= threshold) && mayBeTold($0.key)
      }
      return FileSketch.Guess(
        column: column.id, known: codes.sorted { $0.key < $1.key }.map { (printable($0), $1) },
        unknown: tellable.keys.sorted().map(printable), hasOthers: tellable.count < others.count)
    }
    return nil
  }

  /// The id of the code that a value is; nil: none.
  private func code(_ value: String, of column: ExportColumn) -> String? {
    Array(value.utf8).withUnsafeBufferPointer { bytes in
      guard UnknownWord(bytes) == nil else { return nil }
      switch column.type {
      case .code(let codebook):
        let (own, all) = (reader.association.words, reader.programme.words)
        let code = try? CodeTable(codebook, column: column.id, own: own, ofAll: all).code(bytes)
        return code.flatMap { codebook[code: UInt8(truncatingIfNeeded: $0)]?.id }
      case .axis: return (try? reader.axes.reading(bytes)).map { reader.programme.axes[Int($0.value) - 1].id }
      case .instance:
        return (try? reader.instances.reading(bytes)).map { reader.programme.instances[Int($0.value) - 1].id }
      default: return nil
      }
    }
  }

  /// No number of a person, no address, nothing long.
  private func mayBeTold(_ value: String) -> Bool {
    value.count <= 50 && !value.contains("@") && value.count(where: \.isNumber) <= 3
  }
}

extension ColumnType {
  fileprivate var isOfCodes: Bool {
    switch self {
    case .code, .axis, .instance: true
    default: false
    }
  }
}
