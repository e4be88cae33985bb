import Domain

/// The dimensions of a breakdown, and the packed key of each of its cells: the code of the first in the high half, of
/// the second in the low half; 0 is the total.
struct Breakdown: Hashable, Sendable {
  // Not an array: a breakdown is hashed and asked once per row and per cell.
  private let first: Dimension?
  private let second: Dimension?
  static let total = Breakdown(dimensions: [])

  /// Nobody gave the sex of any of the unit's rows in the cell.
  static let unknownSex: UInt32 = 4

  /// At most two, in the order of ``Dimension``.
  init(dimensions: [Dimension]) {
    first = dimensions.first
    second = dimensions.count > 1 ? dimensions[1] : nil
  }

  var dimensions: [Dimension] { [first, second].compactMap { $0 } }

  /// Sex is always the last dimension.
  var hasSex: Bool { (second ?? first) == .sexe }

  /// nil where a dimension is blank: the row is in no cell. Sex is left 0 here: it belongs to the unit.
  @inline(__always)
  func key(_ rows: some CodedRows, _ row: Int) -> UInt64? {
    guard let first else { return 0 }
    guard let high = Breakdown.code(first, rows, row) else { return nil }
    guard let second else { return high }
    return Breakdown.code(second, rows, row).map { high << 32 | $0 }
  }

  @inline(__always)
  private static func code(_ dimension: Dimension, _ rows: some CodedRows, _ row: Int) -> UInt64? {
    guard dimension != .sexe else { return 0 }
    let code = rows.code(dimension.field, row)
    return code == 0 ? nil : UInt64(code)
  }

  /// Sex is always the last dimension, so it stands in the low bits.
  static func key(_ key: UInt64, sex: UInt32) -> UInt64 { key | UInt64(sex) }
}

extension Dimension {
  var field: Field {
    switch self {
    case .axe: return .axe
    case .association: return .association
    case .commune: return .commune
    case .instance: return .instance
    case .dispositif: return .dispositif
    case .sexe: return .sexe
    }
  }
}
