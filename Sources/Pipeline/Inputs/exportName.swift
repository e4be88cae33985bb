import Domain
import Foundation

/// `<kind>-<YYYY-MM>.csv`, the kind compared without case and accents.
func exportName(_ name: String) -> (kind: ExportKind, month: Month)? {
  if let plain = plainExportName(name) { return plain }
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

/// Letter by letter as the contract writes it: nearly every name is, and a large programme has tens of thousands.
private func plainExportName(_ name: String) -> (kind: ExportKind, month: Month)? {
  let letters = name.utf8
  guard letters.count > 12, letters.suffix(4).elementsEqual(".csv".utf8),
    letters.dropLast(11).last == UInt8(ascii: "-"),
    let kind = ExportKind.allCases.first(where: { letters.dropLast(12).elementsEqual($0.id.utf8) })
  else { return nil }
  return Month(name.dropLast(4).suffix(7)).map { (kind, $0) }
}

private func isLetterOrMark(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
}

/// A name that is an export's once the marks of a copy, a doubled or hidden extension or another dash are taken off:
/// `etp-2022-05 (1).csv`, `Copie de etp-2022-05.csv`, `etp-2022-05.csv.txt`.
func almostExportName(_ name: String) -> (kind: ExportKind, month: Month)? {
  withoutMarks(name, isCounted: isCounted).flatMap { exportName($0 + ".csv") }
}

/// A name without the marks of a copy, and without its extension; nil: it has none of a CSV. `isCounted`: whether a number at its
/// end is one of copies.
private func withoutMarks(_ name: String, extensions known: [String] = [".csv"], isCounted: (String) -> Bool) -> String?
{
  var stem = name.precomposed
  guard let extensions = taken(/(\s*\.(csv|txt))+$/.ignoresCase(), from: &stem),
    known.contains(where: extensions.lowercased().contains)
  else { return nil }
  stem.replace(/\s*[-_\u{2010}-\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}]\s*/, with: "-")
  // In any order: a copy of a copy has several.
  while taken(/^(copie|copy)(\s*\(\d{1,2}\))?\s+(de|of)\s+/.ignoresCase(), from: &stem) != nil
    || taken(/(\s*\(\d{1,2}\)|-(copie|copy)|\s+(copie|copy)(\s+\d{1,2})?|\.csv|\.txt)$/.ignoresCase(), from: &stem)
      != nil
    || isCounted(stem) && taken(/-\d{1,2}$/, from: &stem) != nil
  {}
  return stem
}

/// Whether a number stands behind the month: `etp-2022-05-1`.
private func isCounted(_ stem: String) -> Bool { stem.contains(/-\d{4}-\d{2}-\d{1,2}$/) }

/// Takes a piece off a text; nil where it is not there.
private func taken(_ pattern: some RegexComponent, from text: inout String) -> String? {
  guard let match = text.firstMatch(of: pattern), !match.range.isEmpty else { return nil }
  let piece = String(text[match.range])
  text.removeSubrange(match.range)
  return piece
}

extension String {
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}

/// What a file is by its name: an export of a month, or a file that holds many.
struct NamedExport: Equatable {
  let kind: ExportKind
  /// nil: many.
  let month: Month?
  let isMapped: Bool

  var series: ExportKind? { month == nil ? kind : nil }
  var export: (kind: ExportKind, month: Month)? { month.map { (kind, $0) } }
}

/// What a name is in an association's folder, and whether it is exactly that. Its mappings' own names go first.
func named(_ name: String, by association: Association) -> (export: NamedExport?, isExact: Bool) {
  func mapped(_ name: String) -> NamedExport? {
    guard !association.mappings.isEmpty else { return nil }
    for (kind, mapping) in association.mappings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let reading = mapping.file.reading(of: name)
      if reading.isThis { return NamedExport(kind: kind, month: reading.month, isMapped: true) }
    }
    return nil
  }
  func own(_ found: (kind: ExportKind, month: Month)?) -> NamedExport? {
    found.map { found in
      // A file of the contract's name is read through a mapping that gives it no other.
      let isMapped = association.mappings[found.kind].map { $0.file == MappedFileName.contract(found.kind) } ?? false
      return NamedExport(kind: found.kind, month: found.month, isMapped: isMapped)
    }
  }
  if let exact = mapped(name) ?? own(exportName(name)) { return (exact, true) }
  guard !association.mappings.isEmpty else { return (own(almostExportName(name)), false) }
  return (own(almostExportName(name)) ?? almostMapped(name, mapped), false)
}

/// A mapping's name once the marks of a copy are taken off.
private func almostMapped(_ name: String, _ mapped: (String) -> NamedExport?) -> NamedExport? {
  let endings = [".csv", ".txt"]
  for counts in [false, true] {
    guard let stem = withoutMarks(name, extensions: endings, isCounted: { counts && $0.contains(/-\d{1,2}$/) }) else {
      return nil
    }
    for ending in endings { if let found = mapped(stem + ending) { return found } }
  }
  return nil
}
