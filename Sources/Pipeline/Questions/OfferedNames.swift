import Domain

/// The names of a programme that somebody may want to type: what a shell offers.
package struct OfferedNames {
  package let indicators: [String]
  package let associations: [String]
  package let funders: [String]
  package let axes: [String]
  package let communes: [String]
  package let instances: [String]

  /// Where the definitions cannot be used nothing is offered: this is no place to say what is wrong with them.
  package init(_ inputs: InputsFolder) {
    let definitions = try? loadDefinitions(inputs).definitions
    let programme = definitions?.programme
    indicators = definitions?.catalogue.indicators.map(\.id) ?? []
    associations = programme?.associations.map(\.id) ?? []
    funders = definitions?.funders.map(\.id) ?? []
    axes = programme?.axes.map(\.id) ?? []
    communes = programme?.territory.communes.map { "\($0.code)" } ?? []
    instances = programme?.instances.map(\.id) ?? []
  }
}

/// Months with an export in some association's folder, or with an edition; in order, each once.
package func offeredMonths(_ inputs: InputsFolder?, _ reports: ReportsFolder) -> [Month] {
  let folders = (try? inputs?.list("exports")) ?? []
  let exports = folders.flatMap { (try? inputs?.list("exports/" + $0.name)) ?? [] }
  let editions = offeredEditions(reports).compactMap { Month($0.prefix(7)) }
  return Set(exports.compactMap { exportName($0.name)?.month } + editions).sorted()
}

/// `2022-05.1`, as they stand in the reports.
package func offeredEditions(_ reports: ReportsFolder) -> [String] {
  ((try? reports.editionFolders()) ?? []).sorted()
}
