import Domain
import Host
import Ingest

/// What a fingerprint says of inputs, put in order once for every month of a series: a month's is a part of it.
final class InputPrints: Sendable {
  private typealias Line = (month: Month?, end: Int)
  /// Exports, then files of many months, then findings; each in their order, and each line behind a line feed.
  private let text: [UInt8]
  /// Where each ends in the text. nil: of every month.
  private let lines: [Line]

  /// Findings that names and places make before a file is opened, and that decide on an export. What else stands in a folder
  /// is said, but changes no figure and makes no edition.
  private static let ofNames = Set<FindingCode>([
    .duplicateFile, .misnamedExport, .notRegularFile, .fileTooLarge, .unreadable,
  ]).map(\.rawValue)

  init(_ exports: [ExportPrint], _ series: [SeriesPrint], _ findings: [Finding]) {
    let found = findings.filter { InputPrints.ofNames.contains($0.code) }
      .map { (month: $0.month, line: "finding \($0.code) \($0.file)") }.sorted { $0.line < $1.line }
    var text: [UInt8] = []
    var lines: [Line] = []
    func add(_ line: String, of month: Month?) {
      text.append(UInt8(ascii: "\n"))
      text += line.utf8
      lines.append((month, text.count))
    }
    for export in exports.sorted(by: { $0.line < $1.line }) { add(export.line, of: export.month) }
    for line in series.map(\.line).sorted() { add(line, of: nil) }
    for finding in found { add(finding.line, of: finding.month) }
    (self.text, self.lines) = (text, lines)
  }

  /// Of what was read.
  convenience init(_ deliveries: Deliveries, _ series: [SeriesPrint], _ findings: [Finding]) {
    // Of a file that holds many months the file is what changes; which months are in it follows.
    let files = Set(series.map(\.file))
    self.init(
      deliveries.filter { $0.outcome != .absent && !files.contains($0.file) }.map {
        ExportPrint($0.id, file: $0.file, sha256: $0.sha256)
      }, series, findings)
  }

  /// The lines up to a month, as pieces of the text.
  func pieces(upTo month: Month) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, end) = (0, 0)
    for line in lines {
      if let other = line.month, other > month {
        if start < end { pieces.append(text[start..<end]) }
        start = line.end
      }
      end = line.end
    }
    if start < end { pieces.append(text[start..<end]) }
    return pieces
  }
}
