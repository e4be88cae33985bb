import Domain
import Ingest
import Host

/// What stands in exports/ for the months up to M: the files to read, those refused by their name or place, and what
/// should not be there.
struct ListedExports {
  var exports: [Export] = []
  /// Refused for their names: two files for one (association, kind, month), or a name that is nearly an export's.
  var refused: [Export] = []
  /// Hashes of those that were read all the same, by file.
  var refusedHashes: [String: String] = [:]
  var findings: [Finding] = []
  /// Files that hold many months: which, is not in their names.
  var series: [ListedSeries] = []
  /// Exports under almost their names, until it is known what stands beside them.
  fileprivate var almost: [Export] = []
  fileprivate var almostSeries: [ListedSeries] = []

  /// What would be listed up to an earlier month.
  func upTo(_ month: Month) -> ListedExports {
    var listed = self
    listed.exports.removeAll { $0.month > month }
    listed.refused.removeAll { $0.month > month }
    listed.findings.removeAll { $0.month.map { $0 > month } ?? false }
    return listed
  }

  /// Every file that is to be opened, those that hold many months as of the newest one.
  func files(of month: Month) -> [Export] {
    exports + series.filter { !$0.isRefused }.map { $0.export(for: month) }
  }
}

extension InputsFolder {
  /// What stands in exports/ up to a month, as it was seen first. Throws ``InputsUnreadable``.
  func listed(_ programme: Programme, upTo month: Month, anew: Bool = false) throws -> ListedExports {
    let listing = FixedExports.Listing(month: month, programme: programme, replaced: replaced)
    return try fixed.listed(listing, anew: anew) { try listExports(self, programme, upTo: month) }
  }

  /// The programme whose exports were listed up to a month; nil: none were.
  package func programme(listedUpTo month: Month) -> Programme? { fixed.programme(listedUpTo: month) }
}

/// Looks at names alone; nothing is opened.
func listExports(_ inputs: InputsFolder, _ programme: Programme, upTo month: Month) throws -> ListedExports {
  var listed = ListedExports()
  guard try inputs.has("exports") else {
    throw InputsUnreadable(
      description: "\(inputs.path)/exports : introuvable ; un dossier par association y est attendu")
  }
  for entry in try inputs.list("exports") where !isIgnored(entry.name) {
    let place = "exports/" + shown(entry.name)
    let access = inputs.access(toFolder: "exports/" + entry.name, entry.kind)
    guard let association = programme.index(of: entry.name), access != .noFolder else {
      listed.findings.append(
        access == .noFolder ? ListingFindings.unknownFile(place) : ListingFindings.unknownFolder(place))
      continue
    }
    guard access == .open else {
      listed.refuseAll(of: association, programme, upTo: month)
      continue
    }
    // By name, whatever the file system's order is: which of two files is named first.
    for file in try inputs.list("exports/" + entry.name) where !isIgnored(file.name) {
      listed.add(file.name, kind: file.kind, association, programme, upTo: month) {
        (try? inputs.list($0).allSatisfy { isIgnored($0.name) }) == true
      }
    }
  }
  listed.refuseDoubles(programme)
  listed.refuseDoubleSeries(programme)
  return listed
}

/// Hidden files, what tools leave while they write, and what systems drop.
private func isIgnored(_ name: String) -> Bool {
  // Nearly none is.
  if name.utf8.suffix(4).elementsEqual(".csv".utf8), name.utf8.first != UInt8(ascii: "."), !name.hasPrefix("~$") {
    return false
  }
  let lower = name.lowercased()
  return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
    || [".part", ".filepart", ".crdownload", ".tmp"].contains(where: lower.hasSuffix)
    || ["thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "__macosx", "@eadir", "icon\r"].contains(lower)
}

/// A name as it may be printed: no control characters.
private func shown(_ name: String) -> String {
  // Nearly all are.
  if name.utf8.count <= 120, name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return name }
  return String(
    String.UnicodeScalarView(
      name.unicodeScalars.prefix(120).map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return "\u{FFFD}"
        default: return scalar
        }
      }))
}

extension ListedExports {
  fileprivate mutating func add(
    _ name: String, kind entry: EntryKind, _ association: Int, _ programme: Programme, upTo month: Month,
    isEmpty: (String) -> Bool
  ) {
    let member = programme.associations[association]
    let place = "exports/\(member.id)/\(shown(name))"
    let (exact, isExact) = named(name, by: member)
    if let kind = exact?.series, entry != .folder {
      let file = ListedSeries(association: association, kind: kind, file: "exports/\(member.id)/\(name)")
      if isExact { series.append(file) } else { almostSeries.append(file) }
      return
    }
    guard let (kind, fileMonth) = exact?.export, entry != .folder else {
      if entry == .folder, isEmpty(place) { return }
      findings.append(ListingFindings.stray(place, name: name, association: member.id))
      return
    }
    guard fileMonth <= month else { return }
    guard fileMonth >= programme.start, member.isMember(in: fileMonth) else {
      findings.append(ListingFindings.notMember(place, member, kind, fileMonth, start: programme.start))
      return
    }
    var export = Export(
      association: association, kind: kind, month: fileMonth, file: "exports/\(member.id)/\(name)")
    export.isMapped = exact?.isMapped ?? false
    if isExact { exports.append(export) } else { almost.append(export) }
  }

  /// Two files that are the same file of many months are both refused; a copy alone is refused for its name.
  fileprivate mutating func refuseDoubleSeries(_ programme: Programme) {
    struct Place: Hashable {
      let association: Int
      let kind: ExportKind
    }
    let groups = Dictionary(grouping: series + almostSeries) { Place(association: $0.association, kind: $0.kind) }
    let almost = Set(almostSeries.map(\.file))
    series = groups.values.map { group in
      var file = group[0]
      guard group.count > 1 || almost.contains(file.file) else { return file }
      findings.append(ListingFindings.notThis(group.map(\.file), file, programme))
      file = ListedSeries(association: file.association, kind: file.kind, file: shown(file.file), isRefused: true)
      return file
    }.sorted { $0.file < $1.file }
  }

  /// What an association owes, where its folder cannot be looked into: whether it came is not known, so it is not called missing.
  fileprivate mutating func refuseAll(of association: Int, _ programme: Programme, upTo month: Month) {
    let member = programme.associations[association]
    guard programme.start <= month, let months = member.membership(within: programme.start...month) else { return }
    for (kind, month) in member.owes.flatMap({ kind in months.map { (kind, $0) } }) {
      let id = DeliveryID(member.id, kind, month)
      refused.append(Export(association: association, kind: kind, month: month, file: id.file))
      findings.append(
        Finding(
          .unreadable, .file, association: member.id, kind: kind, month: month, file: id.file, rule: unreadable.rule,
          remedy: unreadable.remedy))
    }
  }

  /// Two files of one export are refused, its copies included; a copy alone is refused for its name.
  fileprivate mutating func refuseDoubles(_ programme: Programme) {
    let groups = Dictionary(grouping: exports + almost) { $0.id(in: programme) }
    let almost = Set(almost)
    let refusedGroups = groups.values.filter { $0.count > 1 || !almost.isEmpty && almost.contains($0[0]) }
    for group in refusedGroups.sorted(by: { $0[0].file < $1[0].file }) {
      findings.append(
        group.count > 1 ? ListingFindings.double(group, programme) : ListingFindings.misnamed(group[0], programme))
      var export = group[0]
      export.file = shown(export.file)
      refused.append(export)
      exports.removeAll(where: group.contains)
    }
  }
}

private enum ListingFindings {
  static func unknownFolder(_ place: String) -> Finding {
    Finding(
      .unknownFolder, .warning, file: place, rule: "ce dossier n'est celui d'aucune association du programme",
      remedy: "le renommer d'après l'identifiant de l'association dans programme.yaml, ou le retirer")
  }
  static func unknownFile(_ place: String) -> Finding {
    Finding(
      .unknownFile, .warning, file: place, rule: "ce fichier n'est pas attendu ici",
      remedy: "le mettre dans le dossier de son association, ou le retirer")
  }
  static func stray(_ place: String, name: String, association: String) -> Finding {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if ["xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"].contains(ending) {
      return Finding(
        .spreadsheetFile, .warning, association: association, file: place,
        rule: "classeur de tableur : il n'est pas lu",
        remedy:
          "l'ouvrir, puis Enregistrer sous… « CSV UTF-8 », sous le nom etp-2022-05.csv (ou beneficiaires-, reunions-)")
    }
    return Finding(
      .unknownFile, .warning, association: association, file: place, rule: "nom de fichier inconnu : il n'est pas lu",
      remedy: "le nommer etp-2022-05.csv, beneficiaires-2022-05.csv ou reunions-2022-05.csv")
  }
  static func double(_ group: [Export], _ programme: Programme) -> Finding {
    let names = group.map { shown($0.file) }.sorted()
    let right = expected(group[0], programme)
    return Finding(
      .duplicateFile, .file, association: programme.associations[group[0].association].id, kind: group[0].kind,
      month: group[0].month, file: names[0],
      rule: "plusieurs fichiers pour le même export du même mois, aucun n'est lu : \(names.joined(separator: ", "))",
      remedy: "ne garder que le bon, sous le nom \(fileName(right)), et retirer les autres")
  }
  static func misnamed(_ export: Export, _ programme: Programme) -> Finding {
    let right = expected(export, programme)
    return Finding(
      .misnamedExport, .file, association: programme.associations[export.association].id, kind: export.kind,
      month: export.month, file: shown(export.file),
      rule: "ce nom est presque celui d'un export : le fichier n'est pas lu", remedy: "le renommer \(fileName(right))")
  }
  private static func expected(_ export: Export, _ programme: Programme) -> String {
    programme.associations[export.association].expectedFile(export.kind, export.month)
  }
  /// Of a file that holds many months.
  static func notThis(_ files: [String], _ file: ListedSeries, _ programme: Programme) -> Finding {
    let association = programme.associations[file.association]
    let right = association.expectedFile(file.kind, programme.start)
    let names = files.map(shown).sorted()
    return Finding(
      names.count > 1 ? .duplicateFile : .misnamedExport, .file, association: association.id, kind: file.kind,
      file: names[0],
      rule: names.count > 1
        ? "plusieurs fichiers pour le même export, aucun n'est lu : \(names.joined(separator: ", "))"
        : "ce nom est presque celui d'un export : le fichier n'est pas lu",
      remedy: names.count > 1
        ? "ne garder que le bon, sous le nom \(fileName(right)), et retirer les autres"
        : "le renommer \(fileName(right))")
  }
  private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
  static func notMember(
    _ place: String, _ member: Association, _ kind: ExportKind, _ month: Month, start: Month
  ) -> Finding {
    let rule =
      month < start
      ? "mois antérieur au début du programme (\(start.french)) : le fichier n'est pas lu"
      : "l'association n'est pas membre en \(month.french) : le fichier n'est pas lu"
    return Finding(
      .notMember, .warning, association: member.id, kind: kind, month: month, file: place, rule: rule,
      remedy: "vérifier le mois dans le nom du fichier, ou les dates d'adhésion dans programme.yaml")
  }
}
