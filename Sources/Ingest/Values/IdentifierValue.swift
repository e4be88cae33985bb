import Domain

/// Bytes of the longest identifier: they are kept, all of them, for as long as the program runs.
private let longestIdentifier = 256

/// Checks an identifier: a sign for unknown is a blank; a word for it, a number that a spreadsheet wrote in scientific notation, or
/// a text too long to be one, is refused. The cell is trimmed.
@inline(__always)
func identifierValue(_ cell: Bytes) throws(InvalidValue) -> Bytes {
  guard let first = cell.first, let last = cell.last else { return cell }
  // Most are a letter and digits: no word has a digit, and a number begins with none.
  if (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A, last >= 0x30, last <= 0x39, cell.count <= longestIdentifier {
    return cell
  }
  return try checkedIdentifier(cell)
}

private func checkedIdentifier(_ cell: Bytes) throws(InvalidValue) -> Bytes {
  guard cell.count <= longestIdentifier else { throw IdentifierFaults.tooLong }
  if UnknownWord.isSign(cell) { return Bytes(start: nil, count: 0) }
  if isScientific(cell) { throw IdentifierFaults.scientific }
  if !cell.contains(where: { digitValue($0) != nil }), UnknownWord(cell) == .word { throw IdentifierFaults.word }
  return cell
}

/// `1,85E+12`: the digits that told two apart are gone.
func isScientific(_ cell: Bytes) -> Bool {
  var position = cell.first == UInt8(ascii: "-") ? 1 : cell.starts(with: [0xE2, 0x88, 0x92]) ? 3 : 0
  func digits() -> Bool {
    let start = position
    while position < cell.count, digitValue(cell[position]) != nil { position += 1 }
    return position > start
  }
  guard digits(), position < cell.count else { return false }
  if cell[position] == UInt8(ascii: ",") || cell[position] == UInt8(ascii: ".") {
    position += 1
    guard digits() else { return false }
  }
  guard position + 1 < cell.count, cell[position] | 0x20 == UInt8(ascii: "e") else { return false }
  position += 1
  guard cell[position] == UInt8(ascii: "+") || cell[position] == UInt8(ascii: "-") else { return false }
  position += 1
  return digits() && position == cell.count
}

private enum IdentifierFaults {
  static let scientific = InvalidValue(
    code: .scientificNotation,
    rule: "numéro écrit par le tableur en notation scientifique (comme 1,85E+12) : ses derniers chiffres sont perdus",
    remedy:
      "repartir du fichier d'origine, mettre la colonne au format Texte avant d'enregistrer en CSV, puis le déposer à nouveau"
  )
  static let tooLong = InvalidValue(
    code: .identifierTooLong, rule: "identifiant de plus de \(longestIdentifier) octets : ce n'est pas un numéro",
    remedy: "écrire le numéro ou le code seul (\(longestIdentifier) octets au plus, un accent en compte deux)")
  static let word = InvalidValue(
    code: .unknownWord, rule: "un mot pour « inconnu » tient lieu d'identifiant",
    remedy: "écrire le vrai code ; ou vider la cellule, si la colonne est facultative")
}
