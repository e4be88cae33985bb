import CSV
import Domain

/// reference/territory.csv of a new programme: a line for its territory and for the one it is compared to, their numbers blank.
/// Blank numbers make *nd* of what rests on them, never a figure.
func territoryTable(_ starter: Starter) -> [UInt8] {
  table(["territory", "as_of", "ess_posts", "all_posts", "share", "source", "status"]) { table in
    let day = "\(starter.start.year - 2)-12-31"
    let what =
      "postes de l'ESS, ensemble des postes, part en %, date, source (INSEE, Flores), status official ou declared"
    for territory in [starter.territory, starter.compared] {
      table.append([territory.id, day, "", "", "", "\(Starter.unsaid) : \(what)", "hypothetical"])
    }
  }
}

/// reference/full-time-hours.csv: the known values (2-exports.md), and which of them are usage rather than rule.
func fullTimeHoursTable() -> [UInt8] {
  table(["scheme", "valid_from", "annual_hours", "kind", "source"]) { table in
    table.append(["aci", "2014-01-01", "1820", "paid", "Réforme de l'IAE 2014 (heures payées)"])
    table.append(["eiti", "2019-01-01", "1505", "worked", "Arrêté EITI"])
    table.append(["etti", "2005-01-01", "1607", "paid", "Note DGEFP 2005"])
    table.append(["ei", "2014-01-01", "1505", "worked", "usage, à confirmer par le programme"])
    table.append(["ai", "2014-01-01", "1607", "paid", "usage, à confirmer par le programme"])
    table.append(["permanent", "2002-01-01", "1820", "paid", "35 h × 52 semaines, à confirmer par le programme"])
  }
}

/// As a French spreadsheet opens it.
private func table(_ header: [String], _ rows: (inout CSVText) -> Void) -> [UInt8] {
  var table = CSVText(separator: ";", lineEnd: "\r\n", byteOrderMark: true)
  table.append(header)
  rows(&table)
  return table.bytes
}
