import Domain

/// Cells as typed values. A blank is 0 (or nil); a refused cell says so once and reads as a blank.
extension RowSource {
  /// A code from a list.
  @inline(__always)
  func code(_ column: some ContractColumn, _ cache: ValueCache) -> UInt32 {
    let cell = cell(column)
    guard cell.isEmpty else { return code(of: cell, column.cellPlace, cache) }
    if isRequired(column) { refuseMissing(column) }
    return 0
  }

  /// The same where the row decides whether the cell may be blank.
  func code(_ column: some ContractColumn, _ cache: ValueCache, isRequired: Bool) -> UInt32 {
    let cell = cell(column)
    guard cell.isEmpty else { return code(of: cell, column.cellPlace, cache) }
    if isRequired { refuseMissing(column) }
    return 0
  }

  /// By place: most cells of most rows are codes, and one function for all columns is what the processor keeps at hand.
  private func code(of cell: Bytes, _ place: Int, _ cache: ValueCache) -> UInt32 {
    do throws(InvalidValue) {
      return try cache.reading(cell).value
    } catch {
      refuse(at: place, error)
      return 0
    }
  }

  func commune(_ column: some ContractColumn, _ cache: ValueCache) -> UInt32 {
    let cell = cell(column)
    guard !cell.isEmpty else { return 0 }
    do throws(InvalidValue) {
      let reading = try cache.reading(cell)
      if reading.isNoted {
        note(
          "postal-code", column: column, rule: "code postal lu comme la commune qui l'a seule",
          remedy: "préférer le code INSEE ou le nom de la commune")
      }
      return reading.value
    } catch {
      refuse(column, error)
      return 0
    }
  }

  /// nil: blank or refused.
  func date(_ column: some ContractColumn, allowsShortYear: Bool = true) -> Day? {
    let cell = cell(column)
    if cell.isEmpty {
      if isRequired(column) { refuseMissing(column) }
      return nil
    }
    do throws(InvalidValue) {
      let reading = try dateValue(cell, allowsShortYear: allowsShortYear)
      if reading.isSerial { noteSerial(column) }
      return reading.day
    } catch {
      refuse(column, error)
      return nil
    }
  }

  /// Refuses the row unless the cell is the file's month.
  func requireMonth(_ column: some ContractColumn, _ cache: ValueCache, is month: Month) {
    let cell = cell(column)
    guard !cell.isEmpty else { return refuseMissing(column) }
    do throws(InvalidValue) {
      let reading = try cache.reading(cell)
      if reading.isNoted { noteSerial(column) }
      if Int32(bitPattern: reading.value) != month.index { refuseOtherMonth(column, month) }
    } catch {
      refuse(column, error)
    }
  }

  func refuseOtherMonth(_ column: some ContractColumn, _ month: Month) {
    refuse(
      "wrong-month", column: column, rule: "le mois n'est pas celui du fichier (\(month.french))",
      remedy: "corriger le mois, ou mettre la ligne dans le fichier de son mois")
  }

  /// Ten-thousandths within the column's range; nil: blank or refused.
  func decimal(_ column: some ContractColumn) -> Int64? {
    let cell = cell(column)
    guard !cell.isEmpty, let (range, percent) = decimals[column.cellPlace] else { return nil }
    do throws(InvalidValue) {
      let value = try decimalValue(cell, allowsPercent: percent)
      guard range.contains(value) else {
        throw InvalidValue(
          code: "out-of-range", rule: "nombre hors des bornes : \(expected(column))",
          remedy: "vérifier le nombre et son unité")
      }
      return value
    } catch {
      refuse(column, error)
      return nil
    }
  }

  func integer(_ column: some ContractColumn) -> Int? {
    let cell = cell(column)
    guard !cell.isEmpty, case .integer(let limit) = type(of: column) else { return nil }
    do throws(InvalidValue) {
      let value = try integerValue(cell)
      guard value <= limit else {
        throw InvalidValue(
          code: "out-of-range", rule: "nombre hors des bornes : de 0 à \(grouped(limit))", remedy: "vérifier le nombre")
      }
      return Int(value)
    } catch {
      refuse(column, error)
      return nil
    }
  }

  private func expected(_ column: some ContractColumn) -> String {
    if case .decimal(_, let expected, _) = type(of: column) { expected } else { "" }
  }

  private func noteSerial(_ column: some ContractColumn) {
    note(
      "excel-serial", column: column, rule: "numéro de série d'un tableur, lu comme une date",
      remedy: "mettre la colonne au format date avant d'enregistrer")
  }
}

/// `999 999 999`
private func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(" ") }
    text.append(digit)
  }
  return String(text.reversed())
}
