import Domain

/// The columns of the result, in their order (11-engine.md): the contract between `catalogue --sql` and `figures --leaves`.
enum ResultColumn: String, CaseIterable {
  case leaf, span, programme, month
  /// A cell's members, by code: empty where it is not broken down by the dimension.
  case axe, commune, instance, dispositif, sexe, association
  case annual_hours, value, answered, asked

  init(_ dimension: Dimension) {
    guard let column = ResultColumn(rawValue: dimension.id) else { preconditionFailure("a dimension without a column") }
    self = column
  }

  var dimension: Dimension? { Dimension(id: rawValue) }

  static let nothing = "CAST(NULL AS BIGINT)"

  /// A SELECT list: `given` by column, NULL for the others.
  static func list(_ given: [ResultColumn: String]) -> String {
    allCases.map { column in
      let text = given[column] ?? nothing
      return text == column.rawValue ? text : "\(text) AS \(column.rawValue)"
    }.joined(separator: ", ")
  }
}
