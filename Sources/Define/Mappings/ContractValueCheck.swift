import Domain

/// Why a value is none that a column of the contract accepts, in French; nil: it is one. What reads exports knows, and says it.
package typealias ContractValueCheck = (
  _ value: String, _ column: ExportColumn, _ kind: ExportKind, _ association: Association, _ programme: Programme
) -> String?
