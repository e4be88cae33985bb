import Domain

/// `en janvier, février, avril et mai 2022`, `en septembre et décembre 2021 et en mai 2022`: each year is said once.
/// A month may hold several: `en mai 2022 (deux fois)`.
func monthList(_ counts: [(month: Month, count: Int)]) -> String {
  let years = Dictionary(grouping: counts) { $0.month.year }.sorted { $0.key < $1.key }
  return French.list(
    years.map { year, entries in
      let names = entries.sorted { $0.month < $1.month }.map { entry in
        Month.frenchNames[entry.month.number - 1]
          + (entry.count > 1 ? " (\(numberWords(entry.count)) fois)" : "")
      }
      return "en \(French.list(names)) \(year)"
    })
}
