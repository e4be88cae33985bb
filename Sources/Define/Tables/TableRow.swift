import Domain

/// A row of a reference table. What is wrong with it is noted, with its line and its column's name.
struct TableRow {
  let file: String
  let line: Int
  let fields: [String: String]
  let faults: DefinitionFaults

  subscript(_ column: String) -> String { fields[column] ?? "" }

  private func error(_ column: String, _ expected: String) -> DefinitionError {
    let read = self[column].isEmpty ? "vide" : quoted(self[column])
    return DefinitionError(file: file, line: line, "colonne \(column) : \(read) ; attendu : \(expected)")
  }
  func fail(_ column: String, _ expected: String) { faults.note(error(column, expected)) }

  func requireFirst(_ key: String, _ noun: String, _ lines: inout [String: Int]) {
    guard let first = lines.updateValue(line, forKey: key) else { return }
    faults.note(
      DefinitionError(
        file: file, line: line, "\(noun) a déjà une ligne à cette date (ligne \(first)) ; n'en garder qu'une"))
  }

  func text(_ column: String, _ noun: String) -> String? {
    guard self[column].isEmpty else { return self[column] }
    if column == "source" { faults.noteSlip(error(column, noun)) } else { fail(column, noun) }
    return nil
  }

  /// `2021-12-31`, or as a French spreadsheet saves it: `31/12/2021`.
  func day(_ column: String) -> Day? {
    for separator in ["-", "/", "."] {
      let parts = self[column].split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      let numbers = parts.compactMap { $0.allSatisfy("0123456789".contains) ? Int($0) : nil }
      guard parts.count == 3, numbers.count == 3 else { continue }
      if parts[0].count == 4, separator == "-", let day = Day(checking: numbers[0], month: numbers[1], day: numbers[2])
      {
        return day
      }
      if parts[2].count == 4, let day = Day(checking: numbers[2], month: numbers[1], day: numbers[0]) { return day }
    }
    fail(column, "une date (2021-12-31 ou 31/12/2021)")
    return nil
  }

  /// With a point or a comma; thousands may be apart. nil where it is blank, or no number.
  func quantity(_ column: String, _ suffix: String = "") -> Quantity? {
    var text = self[column].filter { !" \u{A0}\u{202F}\u{2009}".contains($0) }.replacing(",", with: ".")
    if !suffix.isEmpty, text.hasSuffix(suffix) { text.removeLast(suffix.count) }
    guard !self[column].isEmpty else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      parts[0].count <= 12, parts.count == 1 || parts[1].count <= 4, let whole = Int64(parts[0])
    else {
      fail(column, "un nombre positif (9,0 ou 9.0), quatre décimales au plus, ou rien")
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] + String(repeating: "0", count: 4 - parts[1].count) : "0000"
    return Quantity(tenThousandths: whole * Quantity.scale + (Int64(decimals) ?? 0))
  }

  /// `9,0` or `9,0 %`.
  func percentage(_ column: String) -> Quantity? {
    let share = quantity(column, "%")
    if let share, share > Quantity(100) { faults.noteSlip(error(column, "une part de 0 à 100 (%)")) }
    return share
  }

  func choice<Value>(_ column: String, _ known: [(String, Value)]) -> Value? {
    if let found = known.first(where: { $0.0 == self[column] }) { return found.1 }
    let read = self[column].isEmpty ? "vide" : "\(quoted(self[column])) est inconnu"
    faults.note(
      DefinitionError(
        file: file, line: line, "colonne \(column) : \(read) ; \(expectedOne(of: known.map(\.0), for: self[column]))"))
    return nil
  }
}
