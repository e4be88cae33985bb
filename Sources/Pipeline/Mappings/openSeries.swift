import Domain
import Host
import Ingest

/// The months of every file that holds many, among the exports to read: those between its first and its last month that have no
/// file of their own. A month with rows there and a file of its own is refused, both of them. Throws what `loadExport` throws.
func openSeries(
  _ listed: inout ListedExports, _ inputs: InputsFolder, _ definitions: Definitions, upTo month: Month
) throws -> [SeriesPrint] {
  let programme = definitions.programme
  let files = listed.series
  let opened = try concurrentMap(files.count) { index in
    try files[index].isRefused ? nil : open(files[index], inputs, definitions, upTo: month)
  }
  return try zip(files, opened).map { file, opened in
    let association = programme.associations[file.association]
    let months = association.membership(within: programme.start...month).map(Array.init) ?? []
    if case .read(let series)? = opened?.found {
      try listed.add(series, of: file, months, programme) { try exportHash($0, inputs, programme).sha256 ?? "" }
    } else {
      if case .refused(let findings)? = opened?.found { listed.findings += findings }
      listed.refuse(file, months, programme)
    }
    return SeriesPrint(
      association: association.id, kind: file.kind, file: file.file, sha256: opened?.sha256 ?? "")
  }
}

private func open(
  _ file: ListedSeries, _ inputs: InputsFolder, _ definitions: Definitions, upTo month: Month
) throws -> (found: SurveyedSeries, sha256: String) {
  let programme = definitions.programme
  let association = programme.associations[file.association]
  let export = file.export(for: month)
  switch try loadExport(export, inputs, programme) {
  case .refused(var finding):
    finding.month = nil
    return (.refused([finding]), "")
  case .bytes(let buffer, let sha256):
    defer { buffer.deallocate() }
    let found = surveySeries(
      UnsafeBufferPointer(buffer), export, programme: programme, reference: definitions.reference
    ) { $0 >= programme.start && association.isMember(in: $0) }
    return (found, sha256)
  }
}

extension ListedExports {
  /// Ids of the files of a month that stand beside one of many.
  private func places(of file: ListedSeries) -> [Month: Int] {
    Dictionary(
      exports.indices.filter { exports[$0].association == file.association && exports[$0].kind == file.kind }
        .map { (exports[$0].month, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func refusedMonths(of file: ListedSeries) -> Set<Month> {
    Set(refused.filter { $0.association == file.association && $0.kind == file.kind }.map(\.month))
  }

  fileprivate mutating func add(
    _ series: Series, of file: ListedSeries, _ months: [Month], _ programme: Programme,
    hash: (Export) throws -> String
  ) rethrows {
    findings += series.findings
    guard let first = series.months.min(), let last = series.months.max() else { return }
    let (own, refusedBefore) = (places(of: file), refusedMonths(of: file))
    var doubled: [Int] = []
    for month in months where month >= first && month <= last && !refusedBefore.contains(month) {
      if let place = own[month] {
        guard series.months.contains(month) else { continue }
        findings.append(monthTwice(exports[place], file, programme))
        refused.append(exports[place])
        refusedHashes[exports[place].file] = try hash(exports[place])
        doubled.append(place)
      } else {
        var export = file.export(for: month)
        export.series = series
        exports.append(export)
      }
    }
    for place in doubled.sorted(by: >) { exports.remove(at: place) }
  }

  /// Whatever month it may hold is refused, but for those that have a file of their own.
  fileprivate mutating func refuse(_ file: ListedSeries, _ months: [Month], _ programme: Programme) {
    let known = Set(places(of: file).keys).union(refusedMonths(of: file))
    refused += months.filter { !known.contains($0) }.map { file.export(for: $0) }
  }

  private func monthTwice(_ export: Export, _ file: ListedSeries, _ programme: Programme) -> Finding {
    Finding(
      .monthTwice, .file, association: programme.associations[file.association].id, kind: file.kind,
      month: export.month, file: export.file,
      rule: "\(export.month.french) a des lignes dans \(file.file) et un fichier à lui : aucun des deux n'est lu",
      remedy: "retirer le fichier du mois, ou les lignes de ce mois dans l'autre")
  }
}
