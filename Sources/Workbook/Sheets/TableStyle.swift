/// One of the spreadsheet's own table styles. LibreOffice before 24.8 draws none of them, so the
/// cells' own styles must carry the look.
package enum TableStyle: Sendable, Equatable {
  /// None: only the cells' own styles.
  case plain
  /// 1 to 21.
  case light(Int)
  /// 1 to 28.
  case medium(Int)

  var isValid: Bool {
    switch self {
    case .plain: true
    case .light(let number): (1...21).contains(number)
    case .medium(let number): (1...28).contains(number)
    }
  }
}
