import ArgumentParser
import Failures
import Host

@main
enum Main {
  static func main() {
    catchSignals()
    do {
      var command = try Bilan.parseAsRoot()
      try command.run()
    } catch {
      stop(for: error)
    }
  }

  private static func stop(for error: any Error) -> Never {
    Ending.giveWay()
    if isArgumentParsers(error) { Bilan.exit(withError: error) }
    let failure = error.asFailure
    Output.error.write(failure.text + "\n")
    Bilan.exit(withError: ArgumentParser.ExitCode(failure.exitCode))
  }

  /// Help and version (0), a wrong command line (64), a code without a word. Of an error that is not its own ArgumentParser
  /// knows no better code than `failure`.
  private static func isArgumentParsers(_ error: any Error) -> Bool {
    error is ArgumentParser.ExitCode || Bilan.exitCode(for: error) != .failure
  }
}
