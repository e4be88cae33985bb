import Domain
import Host
import Ingest

/// The exports with what only shows when files lie side by side, before one is understood: a transfer that broke off, and the
/// same bytes in two associations' folders.
/// Throws what `loadExport` throws.
func surveyExports(_ exports: [Export], _ inputs: InputsFolder, _ programme: Programme) throws -> [Export] {
  let glances = exports.map { inputs.fixed.glance(at: inputs.place(of: $0.file)) }
  var exports = exports
  markCut(&exports, glances)
  try markTwins(&exports, glances, inputs, programme)
  return exports
}

/// At least so many others must end their last line, and all of them, before one that does not is a fault.
private let comparedEndings = 3

/// Of the association's other exports of the same month or earlier, empty ones aside.
private func markCut(_ exports: inout [Export], _ glances: [FileGlance?]) {
  let places = exports.indices.filter { (glances[$0]?.size ?? 0) > 0 }
  for own in Dictionary(grouping: places, by: { exports[$0].association }).values {
    // A file that holds many months is as old as the newest of them.
    let newest = Dictionary(own.map { (exports[$0].file, exports[$0].month) }, uniquingKeysWith: max)
    func age(_ index: Int) -> Month { newest[exports[index].file] ?? exports[index].month }
    for index in own where glances[index]?.endsLine == false {
      let others = own.filter { exports[$0].file != exports[index].file && age($0) <= age(index) }
      exports[index].isCutShort =
        others.count >= comparedEndings && others.allSatisfy { glances[$0]?.endsLine == true }
    }
  }
}

/// Among the exports of one month, meetings aside: members may send the secretary's one list. Only files of one size and ending are
/// read.
private func markTwins(
  _ exports: inout [Export], _ glances: [FileGlance?], _ inputs: InputsFolder, _ programme: Programme
) throws {
  struct Likeness: Hashable {
    let month: Month
    let size: Int
    let ending: [UInt8]
  }
  let places = exports.indices.filter { exports[$0].kind != .reunions && (glances[$0]?.size ?? 0) > 0 }
  let alike = Dictionary(grouping: places) {
    Likeness(month: exports[$0].month, size: glances[$0]?.size ?? 0, ending: glances[$0]?.ending ?? [])
  }
  for group in alike.values where Set(group.map { exports[$0].association }).count > 1 {
    // What is not to be read is nobody's twin; reading it says why.
    let hashes = try Dictionary(grouping: group) { index in
      try exportHash(exports[index], inputs, programme).sha256 ?? exports[index].file
    }
    for twins in hashes.values where Set(twins.map { exports[$0].association }).count > 1 {
      for index in twins {
        exports[index].twins = twins.filter { exports[$0].association != exports[index].association }
          .map { exports[$0].file }.sorted()
      }
    }
  }
}
