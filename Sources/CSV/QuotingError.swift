/// Why a text cannot be read further as strict RFC 4180, and on which physical line. Not told to a person: whoever reads the
/// text makes a finding of it (an export) or a failure (a definition).
package struct QuotingError: Error, Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// A quote inside an unquoted field, or text after a closing quote.
    case strayQuote
    /// A quote that nothing closes before the end of the text.
    case openQuote
    case fieldTooLong
    case tooManyFields
    case recordTooLong
    case tooManyRows
  }
  package let cause: Cause
  /// Physical line of the offending character; of an open quote, the last line of the text.
  package let line: Int

  package init(cause: Cause, line: Int) {
    self.cause = cause
    self.line = line
  }
}
