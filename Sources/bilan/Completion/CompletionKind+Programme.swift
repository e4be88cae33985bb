import ArgumentParser
import Domain
import Pipeline

// What a shell offers for a word: ids and months of the inputs at hand, which are those that the command line names.
extension CompletionKind {
  static var indicators: CompletionKind { .names { $0.indicators } }
  static var associations: CompletionKind { .names { $0.associations } }
  static var funders: CompletionKind { .names { $0.funders } }
  static var axes: CompletionKind { .names { $0.axes } }
  static var communes: CompletionKind { .names { $0.communes } }
  static var instances: CompletionKind { .names { $0.instances } }

  static var months: CompletionKind { .custom { words, _, _ in CommandWords(words).months } }
  static var editions: CompletionKind { .custom { words, _, _ in offeredEditions(CommandWords(words).reports) } }

  /// An edition, or all of a month.
  static var editionsAndMonths: CompletionKind {
    .custom { words, _, _ in CommandWords(words).months + offeredEditions(CommandWords(words).reports) }
  }

  /// An indicator; behind one, its month.
  static var indicatorThenMonth: CompletionKind {
    .custom { words, index, _ in
      let indicators = CommandWords(words).names?.indicators ?? []
      return words.prefix(index).contains(where: indicators.contains) ? CommandWords(words).months : indicators
    }
  }

  private static func names(_ list: @escaping @Sendable (OfferedNames) -> [String]) -> CompletionKind {
    .custom { words, _, _ in CommandWords(words).names.map(list) ?? [] }
  }
}

/// A command line that is still being typed.
private struct CommandWords {
  private let folders: Folders

  init(_ words: [String]) {
    var folders = Folders()
    folders.inputs = CommandWords.value(of: "--inputs", in: words) ?? "inputs"
    folders.reports = CommandWords.value(of: "--reports", in: words)
    self.folders = folders
  }

  var reports: ReportsFolder { folders.reportsFolder }
  var names: OfferedNames? { inputs.map(OfferedNames.init) }
  var months: [String] { offeredMonths(inputs, reports).map { "\($0)" } }

  private var inputs: InputsFolder? { try? folders.openInputs() }

  /// Shells give words as they were typed, with quotes and backslashes.
  private static func value(of option: String, in words: [String]) -> String? {
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == option, !next.isEmpty { return typed(next) }
      if word.hasPrefix(option + "=") { return typed(String(word.dropFirst(option.count + 1))) }
    }
    return nil
  }

  private static func typed(_ word: String) -> String { word.filter { !"\"'\\".contains($0) } }
}
