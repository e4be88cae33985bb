import Domain
import Foundation
import Report

/// What an association's faults cost, as the ledger keeps it: it cannot be computed again once the raw files are gone.
struct RefusalCostRecord: Codable {
  struct Difference: Codable {
    var indicator: String
    var cell: String?
    var difference: String
    var decimals: Int
    var unit: String
  }
  var association: String
  var findings: [Int]
  /// nil: not computable.
  var differences: [Difference]?
}

extension RefusalCostRecord {
  init(_ cost: RefusalCost, association: Association.ID) {
    self.association = association
    findings = cost.findings
    if case .differences(let all) = cost.cost {
      differences = all.map {
        Difference(
          indicator: $0.indicator, cell: $0.cell, difference: $0.difference.exact, decimals: $0.decimals,
          unit: $0.unit.rawValue)
      }
    }
  }

  /// nil: not what was written.
  var cost: RefusalCost? {
    guard let differences else { return RefusalCost(findings: findings, cost: .notComputable) }
    var all: [RefusalCost.Difference] = []
    for record in differences {
      guard let difference = Rational(exact: record.difference), let unit = Indicator.Unit(rawValue: record.unit) else {
        return nil
      }
      all.append(
        RefusalCost.Difference(
          indicator: record.indicator, cell: record.cell, difference: difference, decimals: record.decimals, unit: unit)
      )
    }
    return RefusalCost(findings: findings, cost: .differences(all))
  }
}

/// The costs of all associations as one text.
func encode(_ costs: [Association.ID: [RefusalCost]]) throws -> String {
  let records = costs.sorted { $0.key < $1.key }.flatMap { association, costs in
    costs.map { RefusalCostRecord($0, association: association) }
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(records), as: UTF8.self)
}

/// nil: not what ``encode(_:)`` writes, or of an association that the programme does not have.
func decodeCosts(_ text: String, _ programme: Programme) -> [Association.ID: [RefusalCost]]? {
  guard let records = try? JSONDecoder().decode([RefusalCostRecord].self, from: Data(text.utf8)) else { return nil }
  var costs: [Association.ID: [RefusalCost]] = [:]
  for record in records {
    guard programme.association(record.association) != nil, let cost = record.cost else { return nil }
    costs[record.association, default: []].append(cost)
  }
  return costs
}
