import Failures

/// What to do about a ledger that is damaged, gone or an older copy; `path`: of its file, in the folder .bilan of reports.
package func rebuildRemedy(_ path: String) -> String {
  let reports = path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
  let option = reports == "reports" ? "" : " --reports \(shellWord(reports))"
  return "Le refaire depuis les éditions et l'archive, rien n'est effacé : bilan doctor --rebuild\(option)"
}
