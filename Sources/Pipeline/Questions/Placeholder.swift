import CSV
import Domain

/// A line of a definition that still says that something is to be filled in.
package struct Placeholder: Hashable, Sendable {
  package let file: String
  package let line: Int
  /// The key, or the table's row; nil where the line has none.
  package let key: String?
  /// What is to be written there, in the file's own words; nil where it does not say.
  package let hint: String?

  /// `programme.yaml:12, contact : nom et téléphone`
  package var french: String { "\(file):\(line)" + (key.map { ", \($0)" } ?? "") + (hint.map { " : \($0)" } ?? "") }
}

/// The words that mark such a line, in a value or in a comment.
package let placeholderWords = "à compléter"

extension CheckedMonth {
  /// What the definitions still ask for, in the files' order.
  package var placeholders: [Placeholder] { listPlaceholders(in: loaded.files) }
}

/// What the definitions still ask for. Found in the text, not in what it means: a remark behind a value counts like the value.
func listPlaceholders(in files: [DefinitionFile]) -> [Placeholder] {
  files.flatMap { file in
    lines(of: file).enumerated().compactMap { index, line in
      // An expression for each line of all definitions would be a third of `check`.
      mayHold("compl", line) ? placeholder(in: line, file: file.file, number: index + 1) : nil
    }
  }
}

/// `letters`: ASCII, lower case; in the line they may be of either.
private func mayHold(_ letters: StaticString, _ line: Substring) -> Bool {
  let wanted = UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount)
  var line = line
  return line.withUTF8 { bytes in
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      wanted.indices.allSatisfy { bytes[start + $0] | 0x20 == wanted[$0] }
    }
  }
}

/// The same as one symptom for `doctor`; nil: there are none.
func placeholderSymptom(_ files: [DefinitionFile]) -> Symptom? {
  let found = listPlaceholders(in: files)
  guard let first = found.first else { return nil }
  let others = found.count > 1 ? " ; et \(found.count - 1) autre\(found.count > 2 ? "s" : "") (bilan check)" : ""
  return Symptom(what: placeholderWords, state: .doubtful, french: first.french + others)
}

/// In whatever encoding and with whatever line ends a spreadsheet left them.
private func lines(of file: DefinitionFile) -> [Substring] {
  file.bytes.withUnsafeBufferPointer { bytes in
    var isAssumed = false
    let text: String
    switch try? decodeText(bytes, declared: nil, assumed: &isAssumed) {
    case .own(let start): text = String(decoding: bytes[start...], as: UTF8.self)
    case .translated(let translated): text = String(decoding: translated, as: UTF8.self)
    case nil: text = ""
    }
    return text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
  }
}

private func placeholder(in line: Substring, file: String, number: Int) -> Placeholder? {
  // Case and how an accent is put together do not matter.
  guard let mark = line.ranges(of: #/(?i)[àa] compl[ée]ter/#).first else { return nil }
  let before = line[..<mark.lowerBound]
  let isTable = file.hasSuffix(".csv")
  let key: Substring? =
    isTable
    ? line.prefix { !";,\t|".contains($0) }
    // `fr` and `en` are but the languages of a key.
    : before.matches(of: #/(?:^|[\s{,])([a-z_]+):/#).map(\.1).last { $0 != "fr" && $0 != "en" }
  let hint = line[mark.upperBound...].prefix { $0 != "\"" && !(isTable && ";\t".contains($0)) }.drop {
    " \u{A0}:)".contains($0)
  }
  let words = hint.hasSuffix(")") || hint.isEmpty ? nil : String(hint)
  return Placeholder(file: file, line: number, key: key.map(String.init), hint: words)
}
