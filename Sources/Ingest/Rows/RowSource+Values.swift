import Domain

/// Cells as typed values. A blank is 0 (or nil); a refused cell says so once and reads as a blank.
extension RowSource {
  /// A code from a list.
  @inline(__always)
  func code(_ column: some ContractColumn, _ cache: ValueCache) -> UInt32 {
    UInt32(truncatingIfNeeded: reading(column.cellPlace) { Int64(code(at: column.cellPlace, cache)) })
  }

  /// What a cell was read as before; else `read` reads it, by the code that says what is wrong with it.
  @inline(__always)
  private func reading(_ place: Int, _ read: () -> Int64) -> Int64 {
    guard let words = writtenWords(place) else { return read() }
    if let known = known[place].value(of: words) { return known }
    let reports = counts.pointee.reports
    let value = read()
    if counts.pointee.reports == reports { known[place].keep(value, of: words) }
    return value
  }

  /// The same where the row decides whether the cell may be blank.
  func code(_ column: some ContractColumn, _ cache: ValueCache, isRequired: Bool) -> UInt32 {
    let faults = faults
    let code = code(column, cache)
    if code == 0, isRequired, self.faults == faults { refuseMissing(column) }
    return code
  }

  /// By place: one function for all columns is what the processor keeps at hand.
  private func code(at place: Int, _ cache: ValueCache) -> UInt32 {
    let cell = cell(at: place)
    guard !cell.isEmpty else {
      if isRequired(at: place) { refuseMissing(at: place) }
      return 0
    }
    do throws(InvalidValue) {
      let reading = try cache.reading(cell)
      if let note = reading.note { self.note(note, at: place) }
      return reading.value
    } catch {
      settle(error, cell, at: place)
      return 0
    }
  }

  /// An identifier; empty where it is blank or refused.
  @inline(__always)
  func identifier(_ column: some ContractColumn) -> Bytes {
    let cell = cell(column)
    do throws(InvalidValue) {
      let identifier = try identifierValue(cell)
      if identifier.isEmpty { settleBlank(column, isSign: !cell.isEmpty) }
      return identifier
    } catch {
      refuse(column, error)
      return Bytes(start: nil, count: 0)
    }
  }

  private func settleBlank(_ column: some ContractColumn, isSign: Bool) {
    if isRequired(at: column.cellPlace) { return refuseMissing(column) }
    if isSign { noteBlank(at: column.cellPlace) }
  }

  /// nil: blank, beyond what a date can be, or refused.
  @inline(__always)
  func date(_ column: some ContractColumn) -> Day? {
    guard let day = anyDate(column) else { return nil }
    return day.isAccepted ? day : refuseDay(column)
  }

  /// The day where a date can be so; else nil, and the row is refused or a warning says that it is read as unknown.
  func accepted(_ day: Day, _ column: some ContractColumn) -> Day? { day.isAccepted ? day : refuseDay(column) }

  private func refuseDay(_ column: some ContractColumn) -> Day? {
    let fault = DateFaults.outOfRange(mayBeBlank: !isRequired(at: column.cellPlace))
    if isRequired(at: column.cellPlace) {
      refuse(column, fault)
    } else {
      note(fault.code, .warning, at: column.cellPlace, rule: fault.rule, remedy: fault.remedy)
    }
    return nil
  }

  /// A day of any year.
  @inline(__always)
  func anyDate(_ column: some ContractColumn, allowsShortYear: Bool = true) -> Day? {
    let place = column.cellPlace
    let source = cells[place]
    if !source.isMade, source.place >= 0, let plain = plainDay(current[source.place]) {
      if plain.isSurelyDayFirst { dateOrders[place].addDayFirst() }
      return plain.day
    }
    return otherDate(place, allowsShortYear)
  }

  private func otherDate(_ place: Int, _ allowsShortYear: Bool) -> Day? {
    let cell = cell(at: place)
    if cell.isEmpty {
      if isRequired(at: place) { refuseMissing(at: place) }
      return nil
    }
    do throws(InvalidValue) {
      let reading = try dateValue(cell, allowsShortYear: allowsShortYear)
      if reading.isSerial { note(ValueCache.Note.excelSerial, at: place) }
      if reading.hasTime { note(ValueCache.Note.timeDropped, at: place) }
      if reading.isSurelyDayFirst { dateOrders[place].addDayFirst() }
      return reading.day
    } catch {
      if error == DateFaults.monthAboveTwelve { dateOrders[place].addSuspect(line: line, row: row) }
      if isSurelyDayFirst(cell) { dateOrders[place].addDayFirst() }
      settle(error, cell, at: place)
      return nil
    }
  }

  /// Refuses the row unless the cell is the file's month.
  func requireMonth(_ column: some ContractColumn, _ cache: ValueCache, is month: Month) {
    let place = column.cellPlace
    let words: CellWords?
    switch rules?.monthCheck(isThere: has(column)) ?? .cell {
    case .none: return
    case .cell: words = writtenWords(place)
    case .yearAndMonth(let year): words = CellWords(current[year], current[cells[place].place])
    }
    if let words, let known = known[place].value(of: words) {
      if known != Int64(month.index) { refuseOtherMonth(column, Month(index: Int32(truncatingIfNeeded: known)), month) }
      return
    }
    let reports = counts.pointee.reports
    guard let found = mapping.map({ mappedMonth(column, $0) }) ?? plainMonth(column, cache) else { return }
    if let words, counts.pointee.reports == reports { known[place].keep(Int64(found.index), of: words) }
    if found != month { refuseOtherMonth(column, found, month) }
  }

  /// nil: none, and that is said.
  private func plainMonth(_ column: some ContractColumn, _ cache: ValueCache) -> Month? {
    let cell = cell(column)
    guard !cell.isEmpty else {
      refuseMissing(column)
      return nil
    }
    do throws(InvalidValue) {
      let reading = try cache.reading(cell)
      if let note = reading.note { self.note(note, at: column.cellPlace) }
      return Month(index: Int32(bitPattern: reading.value))
    } catch {
      refuse(column, error)
      return nil
    }
  }

  func refuseOtherMonth(_ column: some ContractColumn, _ found: Month, _ month: Month) {
    otherMonths[found, default: 0] += 1
    refuse(
      .wrongMonth, column: column, rule: "le mois n'est pas celui du fichier (\(month.french))",
      remedy: "corriger le mois, ou mettre la ligne dans le fichier de son mois")
  }

  /// Ten-thousandths within the column's range; nil: blank or refused.
  @inline(__always)
  func decimal(_ column: some ContractColumn) -> Int64? {
    let value = reading(column.cellPlace) { decimal(at: column.cellPlace) ?? ReadingTable.blank }
    return value == ReadingTable.blank ? nil : value
  }

  private func decimal(at place: Int) -> Int64? {
    let cell = cell(at: place)
    guard !cell.isEmpty, let (range, form, unit) = decimals[place] else { return nil }
    do throws(InvalidValue) {
      let value: Int64
      if let unit { value = try unitValue(cell, unit) } else { value = try decimalValue(cell, form: form) }
      guard range.contains(value) else { throw RangeFaults.decimal(value, form) }
      return value
    } catch {
      settle(error, cell, at: place)
      return nil
    }
  }

  func integer(_ column: some ContractColumn) -> Int? {
    let value = reading(column.cellPlace) { integer(at: column.cellPlace) ?? ReadingTable.blank }
    return value == ReadingTable.blank ? nil : Int(value)
  }

  private func integer(at place: Int) -> Int64? {
    let cell = cell(at: place)
    guard !cell.isEmpty, case .integer(let limit) = schemaColumn(at: place).type else { return nil }
    do throws(InvalidValue) {
      let value = try integerValue(cell)
      guard value <= limit else { throw RangeFaults.integer(limit) }
      return value
    } catch {
      settle(error, cell, at: place)
      return nil
    }
  }

  /// A cell that could not be read: a word for unknown is a blank where the column allows it, anything else refuses the row.
  func settle(_ fault: InvalidValue, _ cell: Bytes, at place: Int) {
    guard let word = UnknownWord(cell) else { return refuse(at: place, fault) }
    let column = schemaColumn(at: place)
    if word.isBlank(in: column.unknownWords) { return noteBlank(at: place) }
    guard word == .word, column.unknownWords == .signs else { return refuse(at: place, fault) }
    refuse(
      at: place,
      InvalidValue(
        code: .unknownWord, rule: "un mot pour « inconnu » dans une colonne où une cellule vide veut dire autre chose",
        remedy: "écrire la vraie valeur ; ou vider la cellule (\(column.explanation))"))
  }

  func noteBlank(at place: Int) {
    note(
      .readAsBlank, at: place, rule: "un signe ou un mot pour « inconnu » (-, NC…), lu comme une cellule vide",
      remedy: "rien à faire ; laisser la cellule vide suffit")
  }

  func note(_ note: ValueCache.Note, at place: Int) {
    switch note {
    case .excelSerial:
      self.note(
        .excelSerial, at: place, rule: "numéro de série d'un tableur, lu comme une date",
        remedy: "rien à faire ; mieux vaut mettre la colonne au format Date avant d'enregistrer")
    case .timeDropped:
      self.note(
        .timeDropped, at: place, rule: "une heure suit la date ; elle n'est pas lue", remedy: "rien à faire")
    case .postalCode:
      self.note(
        .postalCode, at: place, rule: "code postal lu comme la commune qui l'a seule",
        remedy: "rien à faire ; le code INSEE ou le nom de la commune sont plus sûrs")
    }
  }
}

extension Day {
  /// What a date of an export can be, births aside: from 1950-01-01 to 2099-12-31. Beyond stands what software writes for want
  /// of a date (1899, 9999). Two numbers, because it is asked of every date.
  var isAccepted: Bool { number >= -7305 && number <= 47_481 }
}

private enum RangeFaults {
  static func decimal(_ value: Int64, _ form: ColumnType.DecimalForm) -> InvalidValue {
    switch form {
    case .percent:
      InvalidValue(
        code: .outOfRange,
        rule: value < 0 ? "un ETP ne peut pas être négatif" : "un ETP est au plus 1 (ou 100 %)",
        remedy: value < 0
          ? "déduire la régularisation de l'ETP du salarié, ou corriger le fichier du mois concerné"
          : "écrire la part du temps plein, de 0 à 1 ou en %, sur la ligne de chaque salarié ; les heures vont dans la colonne heures"
      )
    case .hours:
      InvalidValue(
        code: .outOfRange,
        rule: value < 0 ? "des heures ne peuvent pas être négatives" : "plus de 1 000 000 d'heures sur une ligne",
        remedy: value < 0
          ? "déduire la régularisation des heures du salarié lui-même, ou corriger le fichier du mois concerné"
          : "écrire les heures payées du mois pour ce seul salarié")
    }
  }
  static func integer(_ limit: Int) -> InvalidValue {
    InvalidValue(
      code: .outOfRange, rule: "nombre hors des bornes : de 0 à \(grouped(limit))", remedy: "vérifier le nombre",
      mayBeLeftBlank: "vider la cellule si le nombre n'est pas connu")
  }
}

/// `999 999 999`
func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(" ") }
    text.append(digit)
  }
  return String(text.reversed())
}
