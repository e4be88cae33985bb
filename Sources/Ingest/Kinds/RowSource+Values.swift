import Domain

/// Cells as typed values. A blank is 0 (or nil); a refused cell says so once and reads as a blank.
extension RowSource {
  /// A code from a list.
  func code(_ column: Int, _ cache: ValueCache, isRequired: Bool = false) -> UInt32 {
    let cell = cell(column)
    if cell.isEmpty {
      if isRequired { refuseMissing(column) }
      return 0
    }
    do throws(InvalidValue) {
      return try cache.reading(cell).value
    } catch {
      refuse(column, error)
      return 0
    }
  }

  func commune(_ column: Int, _ cache: ValueCache) -> UInt32 {
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
  func date(_ column: Int, isRequired: Bool = false, allowsShortYear: Bool = true) -> Day? {
    let cell = cell(column)
    if cell.isEmpty {
      if isRequired { refuseMissing(column) }
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
  func requireMonth(_ column: Int, _ cache: ValueCache, is month: Month) {
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

  func refuseOtherMonth(_ column: Int, _ month: Month) {
    refuse(
      "wrong-month", column: column, rule: "le mois n'est pas celui du fichier (\(month.french))",
      remedy: "corriger le mois, ou mettre la ligne dans le fichier de son mois")
  }

  /// Ten-thousandths within a range; nil: blank or refused.
  func decimal(_ column: Int, _ range: ClosedRange<Int64>, allowsPercent: Bool = false, expected: String) -> Int64? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    do throws(InvalidValue) {
      let value = try decimalValue(cell, allowsPercent: allowsPercent)
      guard range.contains(value) else {
        throw InvalidValue(
          code: "out-of-range", rule: "nombre hors des bornes : \(expected)", remedy: "vérifier le nombre et son unité")
      }
      return value
    } catch {
      refuse(column, error)
      return nil
    }
  }

  func integer(_ column: Int) -> Int? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    do throws(InvalidValue) {
      let value = try integerValue(cell)
      // The contract has no bound; a column of 32 bits has.
      guard value <= 999_999_999 else {
        throw InvalidValue(
          code: "out-of-range", rule: "nombre hors des bornes : de 0 à 999 999 999", remedy: "vérifier le nombre")
      }
      return Int(value)
    } catch {
      refuse(column, error)
      return nil
    }
  }

  private func noteSerial(_ column: Int) {
    note(
      "excel-serial", column: column, rule: "numéro de série d'un tableur, lu comme une date",
      remedy: "mettre la colonne au format date avant d'enregistrer")
  }
}
