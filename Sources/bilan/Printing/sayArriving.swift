import Domain
import Host
import Pipeline

/// Says on standard error which exports may still be arriving: they were read all the same. `run` waits for them instead.
func sayArriving(_ inputs: InputsFolder, upTo month: Month) throws {
  for finding in try stillArriving(inputs, loadDefinitions(inputs).definitions.programme, upTo: month) {
    Output.error.say("\(finding.file) : \(finding.rule)\n")
  }
}
