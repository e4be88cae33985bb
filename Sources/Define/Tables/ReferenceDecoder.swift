import Domain

/// reference/territory.csv and reference/full-time-hours.csv → ``Reference``, in any dialect that an export may have: a
/// spreadsheet saves them. What contradicts itself is an error. Throws ``DefinitionError`` or ``DefinitionErrors``.
package func decodeReference(
  territory: [UInt8], hours: [UInt8], territoryFile: String = "reference/territory.csv",
  hoursFile: String = "reference/full-time-hours.csv"
) throws -> Reference {
  let faults = DefinitionFaults()
  let reference = Reference(
    vintages: draftVintages(territory, file: territoryFile, faults).vintages,
    fullTimeHours: draftHours(hours, file: hoursFile, faults).rows)
  try faults.throwAny()
  return reference
}

/// The vintages, and the territories that have a line, be it a broken one.
func draftVintages(
  _ bytes: [UInt8], file: String, _ faults: DefinitionFaults
) -> (vintages: [Reference.Vintage], territories: Roster) {
  guard let rows = readTable(bytes, file: file, columns: TableKeys.territory, faults) else { return ([], .unread) }
  var lines: [String: Int] = [:]
  let vintages = rows.compactMap { row -> Reference.Vintage? in
    guard let vintage = decodeVintage(row) else { return nil }
    row.requireFirst("\(vintage.territory) \(vintage.asOf.number)", "ce territoire", &lines)
    return vintage
  }
  return (vintages, Roster(rows.map { $0["territory"] }))
}

/// The hours, and the schemes that have a line, be it a broken one; nil where the table could not be read.
func draftHours(
  _ bytes: [UInt8], file: String, _ faults: DefinitionFaults
) -> (rows: [Reference.FullTimeHours], schemes: Set<String>?) {
  guard let rows = readTable(bytes, file: file, columns: TableKeys.hours, faults) else { return ([], nil) }
  var lines: [String: Int] = [:]
  let hours = rows.compactMap { row -> Reference.FullTimeHours? in
    guard let hours = decodeHours(row) else { return nil }
    row.requireFirst("\(row["scheme"]) \(hours.validFrom.number)", "ce dispositif", &lines)
    return hours
  }
  let known = Set(Scheme.allCases.map(\.id) + ["permanent"])
  let schemes = Set(rows.map { $0["scheme"] })
  // A line whose scheme cannot be read may be any.
  return (hours, schemes.isSubset(of: known) ? schemes : nil)
}

private func decodeVintage(_ row: TableRow) -> Reference.Vintage? {
  let territory = row.text("territory", "un territoire")
  let (day, source) = (row.day("as_of"), row.text("source", "une source"))
  let standing = row.choice("status", Reference.Standing.allCases.map { ($0.rawValue, $0) })
  let numbers = row.faults.sound { (row.quantity("ess_posts"), row.quantity("all_posts"), row.percentage("share")) }
  if let (ess, all, share) = numbers { requireAgreement(row, ess, all, share) }
  guard let territory, let day, let standing, let (ess, all, share) = numbers else { return nil }
  return Reference.Vintage(
    territory: territory, asOf: day, essPosts: ess, allPosts: all, share: share, source: source ?? "",
    standing: standing)
}

private func requireAgreement(_ row: TableRow, _ ess: Quantity?, _ all: Quantity?, _ share: Quantity?) {
  guard let ess, let all else { return }
  guard ess <= all else { return row.fail("ess_posts", "au plus autant de postes que all_posts") }
  guard let share = share?.rational, all > Quantity(0) else { return }
  let counted = ess.rational / all.rational * Rational(100)
  let gap = share > counted ? share - counted : counted - share
  guard gap > Rational(1, over: 10) else { return }
  row.fail(
    "share",
    "à un dixième de point près, la part que disent les postes (\(counted.text(decimals: 2, separator: ",")) %)")
}

private func decodeHours(_ row: TableRow) -> Reference.FullTimeHours? {
  let schemes: [(String, Scheme?)] = Scheme.allCases.map { ($0.id, $0) } + [("permanent", nil)]
  let scheme = row.choice("scheme", schemes)
  let day = row.day("valid_from")
  // A year has 8 784 hours at most. Below one hour, what a month's hours come to would be beyond any count.
  let annual = row.faults.sound { row.quantity("annual_hours") }
  if let hours = annual, hours.map({ !(Quantity(1)...Quantity(8784)).contains($0) }) ?? true {
    row.fail("annual_hours", "un nombre d'heures, de 1 à 8784")
  }
  let counted = row.choice("kind", Reference.FullTimeHours.Counted.allCases.map { ($0.rawValue, $0) })
  let source = row.text("source", "une source")
  guard let scheme, let day, let counted else { return nil }
  return Reference.FullTimeHours(
    scheme: scheme, validFrom: day, annual: (annual ?? nil) ?? Quantity(1), counted: counted, source: source ?? "")
}
