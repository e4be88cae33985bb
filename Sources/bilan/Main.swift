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
      let typed = Array(CommandLine.arguments.dropFirst())
      switch try ParserStop(error, typed: typed, width: Window.readingWidth) {
      case nil: stop(for: error.asFailure)
      case .fault(let fault)?:
        Journal.note(fault, typed: typed)
        stop(for: fault)
      case .told(let text)?:
        try Output.standard.write(Array(text.utf8))
        try end(.success)
      case .code(let code)?: try end(code)
      }
    } catch { stop(for: error.asFailure) }
  }

  private static func end(_ code: ArgumentParser.ExitCode) throws -> Never {
    try Output.standard.close()
    ForeignEnd.announce()
    Bilan.exit(withError: code)
  }

  private static func stop(for failure: any Failure) -> Never {
    let isQuiet = (failure as? OutputRefused)?.isQuiet ?? false
    if !isQuiet { Output.error.say(failure.text + "\n", isTrouble: true) }
    ForeignEnd.announce()
    Bilan.exit(withError: ArgumentParser.ExitCode(failure.exitCode))
  }
}
