import ArgumentParser
import Failures
import Host

@main
enum Main {
  static func main() {
    Output.holdClosedStreams()
    catchSignals()
    ForeignEnd.watch()
    do {
      var command = try Bilan.parseAsRoot()
      try command.run()
      try Output.standard.close()
      ForeignEnd.announce()
    } catch {
      stop(for: error)
    }
  }

  private static func stop(for error: any Error) -> Never {
    Ending.giveWay()
    do {
      guard isArgumentParsers(error) else { stop(for: error.asFailure) }
      let text = Bilan.fullMessage(for: error), code = Bilan.exitCode(for: error)
      if !text.isEmpty {
        if code == .success { try Output.standard.write(text + "\n") } else { Output.error.say(text + "\n") }
      }
      try Output.standard.close()
      ForeignEnd.announce()
      Bilan.exit(withError: code)
    } catch { stop(for: error.asFailure) }
  }

  private static func stop(for failure: any Failure) -> Never {
    let isQuiet = (failure as? OutputRefused)?.isQuiet ?? false
    if !isQuiet { Output.error.say(failure.text + "\n") }
    ForeignEnd.announce()
    Bilan.exit(withError: ArgumentParser.ExitCode(failure.exitCode))
  }

  /// Help and version (0), a wrong command line (64), a code without a word. Of an error that is not its own ArgumentParser
  /// knows no better code than `failure`.
  private static func isArgumentParsers(_ error: any Error) -> Bool {
    error is ArgumentParser.ExitCode || Bilan.exitCode(for: error) != .failure
  }
}
