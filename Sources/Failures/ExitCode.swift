/// Every exit code of the program, once: those of sysexits.h, and 128+N as shells have it. README.md lists them for users.
package struct ExitCode: Hashable, Sendable {
  package let rawValue: Int32

  private init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// Published, unchanged or waiting; or the answer is yes.
  package static let success = ExitCode(0)
  /// The question was understood, and the answer is no (`verify`, `status --max-age`, `explain`, `doctor`).
  package static let no = ExitCode(1)
  /// The command line cannot be meant so.
  package static let usage = ExitCode(64)
  /// The data forbids publishing.
  package static let data = ExitCode(65)
  /// The inputs folder is missing or cannot be read.
  package static let noInput = ExitCode(66)
  /// bilan itself is wrong.
  package static let defect = ExitCode(70)
  package static let cannotCreate = ExitCode(73)
  package static let inputOutput = ExitCode(74)
  /// Another run holds the lock, or a file is still being written: the same command may do later.
  package static let tryLater = ExitCode(75)
  package static let noPermission = ExitCode(77)
  /// A definition, the key or the ledger cannot be used.
  package static let configuration = ExitCode(78)

  /// Stopped by a signal.
  package static func signal(_ number: Int32) -> ExitCode { ExitCode(128 + number) }
  package var isSignal: Bool { rawValue > 128 }
}
