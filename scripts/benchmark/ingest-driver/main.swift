// ingest-driver FILE RUNS FILES [contract|file|rows]: ingests FILES copies of FILE side by side, RUNS times; in the contract's own
// words, through a mapping, or through one of a file that holds many months. Seconds of each run, one a line;
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

/// The same columns, named one by one: two of them translated, one rule that sets aside, one condition.
func mapping(isSeries: Bool) -> Mapping {
  var mapping = Mapping(
    definition: "mappings/a.yaml", file: MappedFileName(isSeries ? "Flux.csv" : "etp-{AAAA-MM}.csv")!)
  mapping.months = isSeries ? .rows : .file
  mapping.drop = [.init("FIN", line: 1)]
  mapping.keep = [
    .init(
      "Statut", .oneOf(["existant", "cree", "en cours", "consolide", "supprime"]), line: 2)
  ]
  for (column, header) in [
    ("mois", "Mois"), ("poste_id", "Poste ID"), ("salarie_id", "Salarié"), ("axe", "Axe"), ("commune", "Commune"),
    ("etp", "ETP"), ("heures", "Heures"), ("dispositif", "Dispositif"), ("sexe", "Sexe"),
    ("date_debut", "Date d'embauche"), ("date_fin", "Fin de contrat"),
  ] { mapping.columns[column] = ColumnSource(.header(header)) }
  mapping.columns["contrat"] = ColumnSource(
    .header("Contrat"), values: ["cdi": "cdi", "cdd": "cdd", "cddi": "cddi", "pec": "pec"], otherwise: "autre")
  mapping.columns["statut"] = ColumnSource(
    .header("Statut"), values: ["cree": "cree", "en cours": "en_cours", "consolide": "consolide"], otherwise: "existant"
  )
  return mapping
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

func mapped(_ programme: Programme, isSeries: Bool) -> Programme {
  var programme = programme
  for index in programme.associations.indices {
    programme.associations[index].mappings = [.etp: mapping(isSeries: isSeries)]
  }
  return programme
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
guard (4...5).contains(arguments.count), let runs = Int(arguments[2]), let files = Int(arguments[3]) else { exit(64) }
let mode = arguments.count > 4 ? arguments[4] : "contract"
let exports = (0..<files).map { index -> Export in
  var export = Export(
    association: index, kind: .etp, month: Month(year: 2022, number: 5), file: "exports/a\(index)/etp-2022-05.csv")
  export.isMapped = mode != "contract"
  return export
}
let tested = mode == "contract" ? programme(files: files) : mapped(programme(files: files), isSeries: mode == "rows")
let hours = reference()

/// The one month of a file that may hold many.
func surveyed(_ export: Export, _ bytes: UnsafeMutableBufferPointer<UInt8>) -> Export {
  var export = export
  let found = surveySeries(UnsafeBufferPointer(bytes), export, programme: tested, reference: hours) { _ in true }
  if case .read(let series) = found { export.series = series }
  return export
}

for run in 1...runs {
  // The reader frees what it is given: every run gets its own copy, made before the clock starts.
  nonisolated(unsafe) let copies = exports.map { _ in bytes(of: arguments[1]) }
  let start = ContinuousClock.now
  let read = mode == "rows" ? exports.map { surveyed($0, copies[$0.association]) } : exports
  let (facts, findings) = try ingest(read, programme: tested, reference: hours) {
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
