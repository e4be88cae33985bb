import ArgumentParser
import Failures

/// What the argument parser ended a command for: help that was asked for, a code without a word, or a command line that it did not
/// take.
enum ParserStop {
  /// To be printed; all is well.
  case told(String)
  case code(ArgumentParser.ExitCode)
  case fault(UsageFault)

  /// nil: the error is none of the library's. `typed`: the words after `bilan`.
  init?(_ error: any Error, typed: [String], width: Int) throws {
    if let code = error as? ArgumentParser.ExitCode {
      self = .code(code)
      return
    }
    let code = Bilan.exitCode(for: error)
    // Of an error that is not its own it knows no better code than `failure`.
    guard code == .success || code == .validationFailure else { return nil }
    let root = try CommandTree.root()
    let path = ParserStop.path(of: error, in: root, typed)
    let label = ParserStop.label(of: error)
    // The library shows its first page for a command that it does not know, or speaks of the options that follow it.
    if let word = typed.first(where: { $0 != "help" }), !word.hasPrefix("-"), root.command(word) == nil {
      self = .fault(unknownCommand(word, root))
      return
    }
    switch (code, label) {
    case (.success, "helpRequested"): self = .told(helpPage(of: path, width: width))
    case (.success, _): self = .told(ParserStop.inFrench(Bilan.message(for: error)) + "\n")
    default: self = .fault(usageFault(label, Bilan.message(for: error), path))
    }
  }

  /// Its errors are nobody's but its own: what is needed of them is looked up by name.
  private static func label(of error: any Error) -> String {
    if error is CleanExit { return "helpRequested" }
    if error is ValidationError { return "userValidationError" }
    let mirror = Mirror(reflecting: error)
    guard let inner = mirror.descendant("parserError") ?? (mirror.displayStyle == .enum ? error : nil) else {
      return ""
    }
    return Mirror(reflecting: inner).children.first?.label ?? String(describing: inner)
  }

  /// The command that it was: the library knows it of nearly all errors, else the first word says it.
  private static func path(of error: any Error, in root: CommandTree, _ typed: [String]) -> [CommandTree] {
    let stack = Mirror(reflecting: error).descendant("commandStack") as? [any ParsableCommand.Type]
    let names = stack?.compactMap { $0.configuration.commandName }.dropFirst() ?? typed.prefix(1)
    return names.reduce(into: [root]) { path, name in
      if let command = path.last?.command(name) { path.append(command) }
    }
  }

  /// Completions and the description for other tools are the library's own text, in which a few sentences are for people.
  private static func inFrench(_ text: String) -> String {
    [
      ("Show help information.", "Cette aide."), ("Show subcommand help information.", "L'aide d'une commande."),
      ("Show the version.", "La version de bilan."),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
