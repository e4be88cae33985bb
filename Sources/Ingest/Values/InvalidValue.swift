/// Why a cell cannot be read: what is expected, and what to type. French; never the value, at most its shape. Never leaves
/// Ingest: `RowSource` makes a finding of it.
struct InvalidValue: Error, Hashable {
  let code: String
  let rule: String
  let remedy: String
}

/// Letters as `A`, digits as `9`, the rest as it is: `2022-13` is `9999-99`. Says what kind of thing was typed, not what.
func shape(of bytes: UnsafeBufferPointer<UInt8>) -> String {
  var shape = ""
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    guard shape.count < 20 else { return shape + "…" }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: shape.append("9")
    case .spaceSeparator: shape.append(" ")
    case .dashPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation, .currencySymbol, .mathSymbol:
      shape.unicodeScalars.append(scalar)
    case .nonspacingMark: continue
    default: shape.append("A")
    }
  }
  return shape
}
