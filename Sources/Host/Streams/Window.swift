import Glibc

/// The window that a person reads in.
package enum Window {
  /// Columns of the terminal behind a stream; nil: it is none, or says nothing.
  package static func columns(_ output: Output) -> Int? {
    guard output.isTerminal else { return nil }
    var size = winsize()
    guard ioctl(output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// For running text: that of the window, but no line so long that the eye loses the next one.
  package static var readingWidth: Int { min(max(columns(.standard) ?? 80, 40), 100) }

  /// Whether the terminal behind a stream takes more than text: a line that is drawn again, colours.
  package static func obeys(_ output: Output) -> Bool {
    guard output.isTerminal, let kind = getenv("TERM") else { return false }
    return !["", "dumb"].contains(String(cString: kind))
  }

  /// Colours, where they are welcome (no-color.org).
  package static func isColoured(_ output: Output) -> Bool {
    guard obeys(output) else { return false }
    return getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }
}
