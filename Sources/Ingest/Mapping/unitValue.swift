import CSV
import Domain

/// A decimal of the source in ten-thousandths of the contract's unit: exact, rounded once, half away from zero. The field is
/// trimmed.
func unitValue(_ field: Bytes, _ unit: SourceUnit) throws(InvalidValue) -> Int64 {
  switch unit {
  case .hoursAndMinutes:
    // A whole number of hours says the same as with `:00`; a fraction could be minutes or hundredths.
    guard let value = hoursInSixtieths(field) ?? wholeHours(field) else {
      throw UnitFaults.notThat(field, "des heures et des minutes (151:40)")
    }
    return value
  case .percent:
    guard let exact = exactDecimal(withoutPercent(field)) else { throw UnitFaults.notThat(field, "un pourcentage") }
    return rounded(exact, over: 100)
  case .monthlyHours: return rounded(try hours(field), times: 100, over: 15_167)
  case .weeklyHours: return rounded(try hours(field), over: 35)
  }
}

/// A number as a fraction.
private struct Exact {
  var numerator: Int128
  var denominator: Int128
}

/// Ten-thousandths of a number that is multiplied and divided.
private func rounded(_ exact: Exact, times factor: Int128 = 1, over divisor: Int128) -> Int64 {
  let numerator = exact.numerator * factor * 10_000
  let denominator = exact.denominator * divisor
  let half = (numerator.magnitude * 2 / denominator.magnitude + 1) / 2
  let value = Int64(clamping: half)
  return numerator < 0 ? -value : value
}

/// Hours as a decimal, or in sixtieths.
private func hours(_ field: Bytes) throws(InvalidValue) -> Exact {
  if let exact = exactDecimal(field) { return exact }
  if let (seconds, isNegative) = secondsInSixtieths(field) {
    return Exact(numerator: Int128(isNegative ? -seconds : seconds), denominator: 3600)
  }
  throw UnitFaults.notThat(field, "des heures (151,67 ou 151:40)")
}

private func withoutPercent(_ field: Bytes) -> Bytes {
  guard field.last == UInt8(ascii: "%") else { return field }
  return trimmed(Bytes(rebasing: field.dropLast()))
}

private func wholeHours(_ field: Bytes) -> Int64? {
  guard field.allSatisfy({ digitValue($0) != nil }), (1...12).contains(field.count) else { return nil }
  return field.reduce(0) { $0 * 10 + Int64($1 - 48) } * 10_000
}

/// Digits as the contract has them; of a fraction the first fifteen, beyond which nothing rounds otherwise.
private func exactDecimal(_ field: Bytes) -> Exact? {
  var position = 0
  let isNegative = skipMinus(field, &position)
  guard let whole = wholeNumber(field, &position) else { return nil }
  var exact = Exact(numerator: Int128(whole), denominator: 1)
  if position < field.count {
    guard field[position] == UInt8(ascii: ",") || field[position] == UInt8(ascii: "."), position + 1 < field.count
    else { return nil }
    for (place, index) in (position + 1..<field.count).enumerated() {
      guard let digit = digitValue(field[index]) else { return nil }
      guard place < 15 else { continue }
      exact.numerator = exact.numerator * 10 + Int128(digit)
      exact.denominator *= 10
    }
  }
  if isNegative { exact.numerator = -exact.numerator }
  return exact
}

private enum UnitFaults {
  static func notThat(_ field: Bytes, _ expected: String) -> InvalidValue {
    InvalidValue(
      code: .notANumber, rule: "attendu : \(expected) ; trouvé \(shape(of: field))",
      remedy: "écrire \(expected), ou corriger l'unité de la colonne dans la correspondance",
      mayBeLeftBlank: "vider la cellule si ce n'est pas connu")
  }
}
