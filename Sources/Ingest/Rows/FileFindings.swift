import Domain

/// The findings of one file while it is read, with the place of the current row; many of one code are cut, with the
/// total.
final class FileFindings {
  static let perCode = 100
  /// Lines that one finding names beside its own.
  static let perFinding = 1000

  private let export: Export
  /// nil: of a file that holds many months.
  private let month: Month?
  private let associationId: String
  private(set) var all: [Finding] = []
  /// By code, at its place: a column of postal codes asks once a row, and a dictionary of codes would hash their names. Behind a
  /// pointer for the reason that RecordState gives.
  private let counts: UnsafeMutableBufferPointer<Int>
  private var noted: [(code: FindingCode, column: Int, index: Int)] = []

  /// `isOfMonth` false: what is found is the file's, and of none of its months.
  init(_ export: Export, association: Association, isOfMonth: Bool = true) {
    self.export = export
    month = isOfMonth ? export.month : nil
    associationId = association.id
    counts = .allocate(capacity: FindingCode.allCases.count)
    counts.initialize(repeating: 0)
  }

  deinit { counts.deallocate() }

  /// What is said of it is made where it is kept.
  func add(
    _ code: FindingCode, _ severity: Finding.Severity, line: Int? = nil, row: Int? = nil,
    otherLines: @autoclosure () -> [Int] = [],
    column: Int? = nil, header: @autoclosure () -> String? = nil, rule: @autoclosure () -> String, remedy: String
  ) {
    counts[code.place] += 1
    guard counts[code.place] <= FileFindings.perCode else { return }
    var finding = Finding(
      code, severity, association: associationId, kind: export.kind, month: month, file: export.file,
      line: line, row: row, column: column, header: header(), rule: rule(), remedy: remedy)
    finding.otherLines = Array(otherLines().prefix(FileFindings.perFinding))
    all.append(finding)
  }

  /// One more, behind those that are listed.
  func count(_ code: FindingCode) { counts[code.place] += 1 }

  /// Once a file for this code and column, at the first place, with the lines of the others.
  func addOnce(
    _ code: FindingCode, _ severity: Finding.Severity, line: Int, row: Int, column: Int, header: String, rule: String,
    remedy: String
  ) {
    guard let place = noted.firstIndex(where: { $0.column == column && $0.code.place == code.place }) else {
      noted.append((code, column, all.count))
      add(
        code, severity, line: line, row: row, column: column < 0 ? nil : column, header: header, rule: rule,
        remedy: remedy)
      return
    }
    counts[code.place] += 1
    if counts[code.place] <= FileFindings.perCode { all[noted[place].index].otherLines.append(line) }
  }

  /// Takes back findings of rows that one finding of the file now says in their place.
  func takeBack(where isSaid: (Finding) -> Bool) {
    all.removeAll { $0.severity == .row && isSaid($0) }
    for code in FindingCode.allCases where !all.contains(where: { $0.code == code.rawValue }) {
      counts[code.place] = 0
    }
    // Places have moved: nothing more is added at them.
    noted = []
  }

  /// The fault that most refused rows have.
  var mainFault: (rule: String, count: Int)? {
    let faults = all.filter { $0.severity == .row }
    guard
      let code = Dictionary(grouping: faults, by: \.code).max(by: {
        ($0.value.count, $1.key) < ($1.value.count, $0.key)
      }),
      let first = code.value.first, let count = FindingCode(rawValue: code.key).map({ counts[$0.place] })
    else { return nil }
    return (first.rule, count)
  }

  /// What was cut, said once a code; in place order.
  func finished() -> [Finding] {
    guard counts.contains(where: { $0 > FileFindings.perCode }) else { return all }
    var findings = all
    for code in FindingCode.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
      let count = counts[code.place]
      guard count > FileFindings.perCode else { continue }
      findings.append(
        Finding(
          .findingsCut, .note, association: associationId, kind: export.kind, month: month, file: export.file,
          rule:
            "\(count) constats « \(code.rawValue) » dans ce fichier ; les \(FileFindings.perCode) premiers sont listés",
          remedy: "corriger la cause commune, puis relancer le contrôle"))
    }
    return findings
  }
}

extension FindingCode {
  /// Among all, read from the byte that an enum of so many cases is.
  fileprivate var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
