import CHost
import Failures

/// What libxlsxwriter says when something fails: English, on `stderr`, and more exact than its error numbers. Kept from
/// people, who have the house's own words; the journal has it as the cause.
package struct LibraryWords: Failure, Hashable {
  package let message: String
  package var exitCode: ExitCode { .inputOutput }

  init(_ message: String) { self.message = message }

  /// Before what may fail.
  static func forget() {
    _ = divert
    bilan_forget_library_words()
  }

  /// nil: nothing since the last ``forget()`` on this thread.
  static var last: LibraryWords? {
    let words = String(cString: bilan_library_words())
    return words.isEmpty ? nil : LibraryWords(words)
  }

  private static let divert: Void = bilan_divert_library_words()
}
