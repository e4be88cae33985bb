import Domain
import Host
import Pipeline

/// Says on standard error which exports may still be arriving: they were read all the same. `run` waits for them instead. One line,
/// for a folder that was just copied is new in all its files.
///
/// `inputs` are those that were read, if any were: they are not looked at again.
func sayArriving(_ inputs: InputsFolder, upTo month: Month) throws {
  let programme = try inputs.programme(listedUpTo: month) ?? loadDefinitions(inputs).definitions.programme
  let arriving = try stillArriving(inputs, programme, upTo: month)
  guard let first = arriving.first else { return }
  guard arriving.count > 1 else { return Output.error.say("\(first.file) : \(first.rule)\n") }
  let others = arriving.count == 2 ? "un autre fichier" : "\(arriving.count - 1) autres fichiers"
  Output.error.say(
    "\(first.file) et \(others) : ils ont changé il y a moins de \(programme.rules.settleSeconds) secondes : "
      + "ils arrivent peut-être encore\n")
}
