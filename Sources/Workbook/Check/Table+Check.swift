extension Table {
  func check(on sheet: Sheet) throws(BookError) {
    let place = "\(sheet.name), \(name)"
    guard isNameValid else { throw BookError(.tableName, at: place) }
    guard area.rows.count > 1 else { throw BookError(.tableWithoutRows, at: place) }
    guard area.rows.lowerBound >= 0, area.columns.lowerBound >= 0, style.isValid,
      area.rows.upperBound < sheet.rows.count, area.columns.upperBound < Limit.columns
    else { throw BookError(.tableOutside, at: place) }
    var headers: Set<String> = []
    for header in headerPlaces {
      guard case .text(let text) = sheet.cell(at: header).content, !text.isEmpty,
        CellText.faultInLabel(text) == nil, CellText.encoded(text) == text
      else { throw BookError(.tableHeader, at: "\(sheet.name)!\(header.name)") }
      guard headers.insert(text.lowercased()).inserted else {
        throw BookError(.tableHeaderTwice, at: "\(sheet.name)!\(header.name)")
      }
    }
  }

  /// Stricter than Excel, which takes other alphabets, dots and backslashes too.
  private var isNameValid: Bool {
    guard let first = name.utf8.first, name.utf8.count <= Limit.label else { return false }
    let letters = name.utf8.allSatisfy { byte in
      let character = Character(UnicodeScalar(byte))
      return byte < 128 && (character.isLetter || character.isNumber || character == "_")
    }
    let upper = name.uppercased()
    return letters && !Character(UnicodeScalar(first)).isNumber
      && !SheetName.isCell(upper) && !SheetName.isRowAndColumn(upper)
  }
}
