import Domain
import Host
import Ingest

/// Exports up to a month that changed so lately that a transfer may not be over. Clock and time of change decide on waiting alone,
/// and on no byte of a report: what is said of it is said once, and kept nowhere. `anew`: as the files are now, and not as this
/// command saw them first.
package func stillArriving(
  _ inputs: InputsFolder, _ programme: Programme, upTo month: Month, anew: Bool = false
) throws -> [Finding] {
  guard programme.rules.settleSeconds > 0 else { return [] }
  let now = Clock.now
  return try inputs.listed(programme, upTo: month, anew: anew).files(of: month).filter { export in
    guard let glance = inputs.fixed.glance(at: inputs.place(of: export.file), anew: anew) else { return false }
    // A time to come is a clock that is wrong, or a file from another machine: nothing to wait for.
    return (0..<programme.rules.settleSeconds).contains(now - glance.modified)
  }.map { export in
    Finding(
      .stillArriving, .warning, association: programme.associations[export.association].id, kind: export.kind,
      month: export.month, file: export.file,
      rule:
        "ce fichier a changé il y a moins de \(programme.rules.settleSeconds) secondes : il arrive peut-être encore",
      remedy: "rien à faire si l'envoi est terminé ; sinon relancer ensuite")
  }
}

/// Waits until nothing arrives any more. Throws ``InputChanging`` after `limit` seconds, and what listing throws.
func awaitArrivals(_ inputs: InputsFolder, _ programme: Programme, upTo month: Month, limit: Int = 30) throws {
  let start = Clock.now
  while let arriving = try stillArriving(inputs, programme, upTo: month, anew: true).first {
    guard Clock.now - start < limit else { throw InputChanging(file: arriving.file, waited: limit) }
    try stopIfAsked()
    Clock.pause(milliseconds: 250)
  }
}
