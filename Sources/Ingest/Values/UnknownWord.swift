import Domain

/// What a cell holds that says "not known" instead of being left empty (2-exports.md, the values). The cell is trimmed and
/// not empty.
enum UnknownWord {
  case sign, word

  init?(_ cell: Bytes) {
    if UnknownWord.isSign(cell) {
      self = .sign
      return
    }
    // The longest word, however it is dotted and spaced, is not longer.
    guard cell.count <= 60, UnknownWord.words.contains(normalForm(String(decoding: cell, as: UTF8.self))) else {
      return nil
    }
    self = .word
  }

  /// `-` `–` `/` `?`
  static func isSign(_ cell: Bytes) -> Bool {
    switch cell.count {
    case 1: return cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: "/") || cell[0] == UInt8(ascii: "?")
    case 3: return cell[0] == 0xE2 && cell[1] == 0x80 && cell[2] == 0x93
    default: return false
    }
  }

  /// Whether a column takes it for a blank.
  func isBlank(in words: ExportColumn.UnknownWords) -> Bool {
    switch words {
    case .none: return false
    case .signs: return self == .sign
    case .signsAndWords: return true
    }
  }

  private static let words: Set<String> = [
    "nc", "n c", "nr", "na", "n a", "ns", "neant", "inconnu", "inconnue", "non renseigne", "non renseignee",
    "non communique", "non communiquee", "sans objet",
  ]
}
