import Domain
import Host
import Pipeline

/// Says on standard error which exports may still be arriving: they were read all the same. `run` waits for them instead. One line,
/// for a folder that was just copied is new in all its files.
func sayArriving(_ inputs: InputsFolder, upTo month: Month) throws {
  let arriving = try stillArriving(inputs, loadDefinitions(inputs).definitions.programme, upTo: month)
  guard let first = arriving.first else { return }
  let others = arriving.count - 1
  let more = others == 0 ? "" : others == 1 ? " (et un autre fichier)" : " (et \(others) autres fichiers)"
  Output.error.say("\(first.file)\(more) : \(first.rule)\n")
}
