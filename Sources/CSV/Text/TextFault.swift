/// Why a text cannot be read at all, and on which physical line. Not told to a person: whoever reads the text makes a finding of
/// it (an export) or a failure (a definition).
package struct TextFault: Error, Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    case invalidUTF8
    /// A lone surrogate, or half a unit: perhaps a file that was cut.
    case invalidUTF16
    /// A byte that the encoding does not define.
    case undefinedByte(TextEncoding)
    case nul
    /// UTF-8 that was read once as Windows-1252 and written again.
    case doubleEncoding
    /// As UTF-8 it passes the bound that it did not pass before.
    case tooLong
  }
  package let cause: Cause
  package let line: Int?

  package init(_ cause: Cause, line: Int? = nil) {
    self.cause = cause
    self.line = line
  }
}
