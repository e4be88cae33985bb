import Foundation

/// The name that an association's software gives its file: `Paie_{MMAAAA}.csv`. Compared without case, and however accents are
/// composed.
package struct MappedFileName: Hashable, Sendable {
  /// As it is written in the mapping.
  package let pattern: String
  private let before: String
  private let after: String
  private let form: Form?

  /// How a month may stand in a name.
  private enum Form: String, Hashable, Sendable, CaseIterable {
    case yearDashMonth = "{AAAA-MM}"
    case yearMonth = "{AAAAMM}"
    case monthDashYear = "{MM-AAAA}"
    case monthYear = "{MMAAAA}"

    var length: Int { self == .yearDashMonth || self == .monthDashYear ? 7 : 6 }

    func month(_ text: Substring) -> Month? {
      let digits = text.filter { $0 != "-" }
      guard text.count == length, digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return nil
      }
      let year: Substring
      let number: Substring
      switch self {
      case .yearDashMonth, .yearMonth: (year, number) = (Substring(digits.prefix(4)), Substring(digits.suffix(2)))
      case .monthDashYear, .monthYear: (year, number) = (Substring(digits.suffix(4)), Substring(digits.prefix(2)))
      }
      return text == self.text(year, number) ? Month("\(year)-\(number)") : nil
    }

    func text(_ year: some StringProtocol, _ number: some StringProtocol) -> String {
      switch self {
      case .yearDashMonth: "\(year)-\(number)"
      case .yearMonth: "\(year)\(number)"
      case .monthDashYear: "\(number)-\(year)"
      case .monthYear: "\(number)\(year)"
      }
    }
  }

  /// The ways in which a month may be written, for messages.
  package static let placeholders = Form.allCases.map(\.rawValue)

  /// nil: two months, or a placeholder that there is not.
  package init?(_ pattern: String) {
    self.pattern = pattern
    guard let start = pattern.firstIndex(of: "{") else {
      guard !pattern.contains("}") else { return nil }
      (before, after, form) = (MappedFileName.folded(pattern), "", nil)
      return
    }
    guard let form = Form.allCases.first(where: { pattern[start...].hasPrefix($0.rawValue) }) else { return nil }
    let rest = pattern[pattern.index(start, offsetBy: form.rawValue.count)...]
    guard !rest.contains(where: "{}".contains), !pattern[..<start].contains("}") else { return nil }
    self.form = form
    before = MappedFileName.folded(String(pattern[..<start]))
    after = MappedFileName.folded(String(rest))
  }

  /// As the contract names the files of a kind.
  package static func contract(_ kind: ExportKind) -> MappedFileName {
    MappedFileName("\(kind.id)-\(Form.yearDashMonth.rawValue).csv") ?? MappedFileName(whole: kind.id)
  }
  private init(whole name: String) {
    (pattern, before, after, form) = (name, MappedFileName.folded(name), "", nil)
  }

  package var hasMonth: Bool { form != nil }

  /// Whether a name is this one, and the month that it names.
  package func reading(of name: String) -> (isThis: Bool, month: Month?) {
    let name = MappedFileName.folded(name)
    guard let form else { return (name == before, nil) }
    guard name.hasPrefix(before), name.hasSuffix(after), name.count == before.count + form.length + after.count,
      let month = form.month(name.dropFirst(before.count).prefix(form.length))
    else { return (false, nil) }
    return (true, month)
  }

  /// The name of a month's file.
  package func name(for month: Month) -> String {
    guard let form else { return pattern }
    let parts = month.description.split(separator: "-")
    return pattern.replacing(form.rawValue, with: form.text(parts[0], parts[1]))
  }

  private static func folded(_ text: String) -> String { text.precomposedStringWithCanonicalMapping.lowercased() }
}
