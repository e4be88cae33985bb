import Domain

extension YAMLValue {
  /// Whether a funder's file asks for every released figure: by its sections, or by the dialect that only such a table has.
  var isOfAggregator: Bool {
    guard let map = node.mapping else { return false }
    func value(_ key: String) -> YAMLValue? { map.first { $0.key.scalar?.string == key }.map { child($0.value) } }
    return value("sections")?.raw == "all"
      || value("csv")?.node.mapping?.contains { $0.key.scalar?.string == "dialect" } ?? false
  }
}

/// A funder's file with `sections: all` and `csv: {dialect: sdmx}`: one goes with the other, and with nothing that a report has.
func decodeAggregator(_ root: YAMLValue) -> Funder {
  let map = root.fields(FunderKeys.aggregator)
  var funder = decodeHead(map["funder"]?.fields(FunderKeys.aggregatorHead), of: root)
  if let sections = map["sections"], sections.raw != "all" {
    sections.fail("avec « csv: {dialect: sdmx} », le fichier donne tous les chiffres publiés ; attendu : sections: all")
  }
  _ = map["csv"]?.fields(FunderKeys.aggregatorCSV)["dialect"]?.choice([("sdmx", ())])
  funder.dialect = .sdmx
  funder.isAggregator = true
  return funder
}
