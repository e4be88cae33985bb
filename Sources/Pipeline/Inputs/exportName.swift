import Domain
import Foundation

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

/// A name that is an export's once the marks of a copy, a doubled or hidden extension or another dash are taken off:
/// `etp-2022-05 (1).csv`, `Copie de etp-2022-05.csv`, `etp-2022-05.csv.txt`.
func almostExportName(_ name: String) -> (kind: ExportKind, month: Month)? {
  var stem = name.precomposed
  guard let extensions = taken(/(\s*\.(csv|txt))+$/.ignoresCase(), from: &stem),
    extensions.lowercased().contains(".csv")
  else { return nil }
  stem.replace(/\s*[-_\u{2010}-\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}]\s*/, with: "-")
  // In any order: a copy of a copy has several.
  while taken(/^(copie|copy)(\s*\(\d{1,2}\))?\s+(de|of)\s+/.ignoresCase(), from: &stem) != nil
    || taken(/(\s*\(\d{1,2}\)|-(copie|copy)|\s+(copie|copy)(\s+\d{1,2})?|\.csv|\.txt)$/.ignoresCase(), from: &stem)
      != nil
    || isCounted(stem) && taken(/-\d{1,2}$/, from: &stem) != nil
  {}
  return exportName(stem + ".csv")
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
