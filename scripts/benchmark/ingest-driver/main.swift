// ingest-driver FILE RUNS FILES: ingests FILES copies of FILE side by side, RUNS times. Seconds of each run, one a line;
// on stderr what was read and the peak of memory. Reading from disk is not timed.
import Domain
import Glibc
import Ingest

func bytes(of path: String) -> UnsafeMutableBufferPointer<UInt8> {
  let file = fopen(path, "rb")!
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ftell(file))
  rewind(file)
  precondition(fread(buffer.baseAddress!, 1, buffer.count, file) == buffer.count, "cannot read \(path)")
  return buffer
}

func association(_ number: Int) -> Association {
  Association(
    id: "a\(number)", label: "A\(number)", commune: CommuneCode("62427")!, memberFrom: Month(year: 2021, number: 7))
}

func programme(files: Int) -> Programme {
  let axes = [
    ("alimentation", "alimentation"), ("mobilite", "mobilité inclusive"), ("transition", "transition"),
    ("developpement-social", "Développement social local & citoyenneté active"),
  ]
  let communes = [("62427", "Hénin-Beaumont", "62110"), ("62250", "Courrières", "62710"), ("62215", "Carvin", "62220")]
  return Programme(
    id: "benchmark", label: Label(fr: "Banc d'essai"), start: Month(year: 2021, number: 7),
    territory: Territory(
      id: "cahc", label: Label(fr: "CAHC"),
      communes: communes.map { .init(code: CommuneCode($0.0)!, label: $0.1, postalCodes: [$0.2]) }),
    axes: axes.map { Axis(id: $0.0, label: Label(fr: $0.1)) }, instances: [],
    associations: (0..<files).map(association))
}

func reference() -> Reference {
  let day = Day(year: 2000, month: 1, day: 1)
  let schemes: [Scheme?] = [nil, .aci, .ei, .ai, .etti, .eiti]
  return Reference(
    vintages: [],
    fullTimeHours: schemes.map {
      .init(scheme: $0, validFrom: day, annual: Quantity(1820), counted: .paid, source: "banc d'essai")
    })
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let runs = Int(arguments[2]), let files = Int(arguments[3]) else { exit(64) }
let exports = (0..<files).map {
  Export(association: $0, kind: .etp, month: Month(year: 2022, number: 5), file: "exports/a\($0)/etp-2022-05.csv")
}
let tested = programme(files: files)
let hours = reference()
for run in 1...runs {
  // The reader frees what it is given: every run gets its own copy, made before the clock starts.
  nonisolated(unsafe) let copies = exports.map { _ in bytes(of: arguments[1]) }
  let start = ContinuousClock.now
  let (facts, findings) = try ingest(exports, programme: tested, reference: hours) {
    .bytes(copies[$0.association], sha256: "")
  }
  let duration = (ContinuousClock.now - start).components
  print(Double(duration.seconds) + Double(duration.attoseconds) / 1e18)
  if run == runs {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let rows = facts.jobs.reduce(0) { $0 + $1.count }
    let refused = findings.count { $0.severity <= Finding.Severity.row }
    let summary = "\(rows) rows kept, \(refused) refusals, peak \(usage.ru_maxrss / 1024) MB\n"
    _ = summary.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
