import Domain
import Ingest
import Host

/// What stands in exports/ for the months up to M: the files to read, those refused by their name or place, and what
/// should not be there.
struct ListedExports {
  var exports: [Export] = []
  /// Two files for one (association, kind, month): neither is read.
  var doubled: [Export] = []
  var findings: [Finding] = []
}

/// Looks at names alone; nothing is opened.
func listExports(_ inputs: InputsFolder, _ programme: Programme, upTo month: Month) throws -> ListedExports {
  var listed = ListedExports()
  guard inputs.has("exports") else {
    throw InputsUnreadable(
      description: "\(inputs.path)/exports : introuvable ; un dossier par association y est attendu")
  }
  for entry in try inputs.list("exports") where !isIgnored(entry.name) {
    let place = "exports/" + shown(entry.name)
    guard let association = programme.index(of: entry.name), entry.kind == .folder else {
      listed.findings.append(
        entry.kind == .folder ? ListingFindings.unknownFolder(place) : ListingFindings.unknownFile(place))
      continue
    }
    for file in try inputs.list("exports/" + entry.name) where !isIgnored(file.name) {
      listed.add(file.name, kind: file.kind, association, programme, upTo: month)
    }
  }
  listed.refuseDoubles(programme)
  return listed
}

/// Hidden files and what tools leave while they write.
private func isIgnored(_ name: String) -> Bool {
  name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
    || [".part", ".filepart", ".tmp"].contains { name.lowercased().hasSuffix($0) }
}

/// A name as it may be printed: no control characters.
private func shown(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.unicodeScalars.prefix(120).map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return "\u{FFFD}"
        default: return scalar
        }
      }))
}

/// `<kind>-<YYYY-MM>.csv`, the kind compared without case and accents.
func exportName(_ name: String) -> (kind: ExportKind, month: Month)? {
  guard name.lowercased().hasSuffix(".csv") else { return nil }
  let stem = name.dropLast(4)
  guard stem.count > 8, let month = Month(stem.suffix(7)) else { return nil }
  let head = stem.dropLast(7)
  // The normal form forgives more than case and accents: signs around the kind, or what a terminal would act on.
  guard head.hasSuffix("-"), head.dropLast().unicodeScalars.allSatisfy(isLetterOrMark),
    let kind = ExportKind(id: normalForm(String(head.dropLast())))
  else { return nil }
  return (kind, month)
}

private func isLetterOrMark(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
}

extension ListedExports {
  fileprivate mutating func add(
    _ name: String, kind entry: EntryKind, _ association: Int, _ programme: Programme, upTo month: Month
  ) {
    let member = programme.associations[association]
    let place = "exports/\(member.id)/\(shown(name))"
    guard let (kind, fileMonth) = exportName(name), entry != .folder else {
      findings.append(ListingFindings.stray(place, name: name, association: member.id))
      return
    }
    guard fileMonth <= month else { return }
    guard fileMonth >= programme.start, member.isMember(in: fileMonth) else {
      findings.append(ListingFindings.notMember(place, member, kind, fileMonth, start: programme.start))
      return
    }
    exports.append(Export(association: association, kind: kind, month: fileMonth, file: "exports/\(member.id)/\(name)"))
  }

  fileprivate mutating func refuseDoubles(_ programme: Programme) {
    let groups = Dictionary(grouping: exports) { $0.id(in: programme) }
    let doubles = groups.values.filter { $0.count > 1 }.sorted { $0[0].file < $1[0].file }
    for group in doubles {
      doubled.append(group[0])
      let names = group.map { shown($0.file) }.sorted()
      findings.append(
        Finding(
          "duplicate-file", .file, association: programme.associations[group[0].association].id, kind: group[0].kind,
          month: group[0].month, file: names[0],
          rule: "plusieurs fichiers pour le même export du même mois : \(names.joined(separator: ", "))",
          remedy: "garder le bon et retirer les autres"))
    }
    let refused = Set(doubles.joined())
    exports.removeAll(where: refused.contains)
  }
}

private enum ListingFindings {
  static func unknownFolder(_ place: String) -> Finding {
    Finding(
      "unknown-folder", .warning, file: place, rule: "ce dossier n'est celui d'aucune association du programme",
      remedy: "le renommer d'après l'identifiant de l'association dans programme.yaml, ou le retirer")
  }
  static func unknownFile(_ place: String) -> Finding {
    Finding(
      "unknown-file", .warning, file: place, rule: "ce fichier n'est pas attendu ici",
      remedy: "le mettre dans le dossier de son association, ou le retirer")
  }
  static func stray(_ place: String, name: String, association: String) -> Finding {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if ["xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"].contains(ending) {
      return Finding(
        "spreadsheet-file", .warning, association: association, file: place,
        rule: "classeur de tableur : il n'est pas lu",
        remedy:
          "l'ouvrir, puis Enregistrer sous… « CSV UTF-8 », sous le nom etp-2022-05.csv (ou beneficiaires-, reunions-)")
    }
    return Finding(
      "unknown-file", .warning, association: association, file: place, rule: "nom de fichier inconnu : il n'est pas lu",
      remedy: "le nommer etp-2022-05.csv, beneficiaires-2022-05.csv ou reunions-2022-05.csv")
  }
  static func notMember(
    _ place: String, _ member: Association, _ kind: ExportKind, _ month: Month, start: Month
  ) -> Finding {
    let rule =
      month < start
      ? "mois antérieur au début du programme (\(start.french)) : le fichier n'est pas lu"
      : "l'association n'est pas membre en \(month.french) : le fichier n'est pas lu"
    return Finding(
      "not-member", .warning, association: member.id, kind: kind, month: month, file: place, rule: rule,
      remedy: "vérifier le mois dans le nom du fichier, ou les dates d'adhésion dans programme.yaml")
  }
}
