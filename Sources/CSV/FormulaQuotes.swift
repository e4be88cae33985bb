/// Turns a field written `="001"` without quotes around it (a spreadsheet's way to keep zeros) into the same field quoted as a
/// whole, `"=""001"""`, line by line: strict readers stop at a quote inside an unquoted field. What is not of this form is left
/// as it is, for them to judge.
struct FormulaQuotes {
  private enum Place { case fieldStart, plain, quoted, formula }
  private var place = Place.fieldStart
  private let delimiter: UInt8
  private(set) var text: [UInt8] = []

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func beginRecord() { place = .fieldStart }

  /// One physical line with its end; the result is in `text`. `rest` begins with the line and goes on to the end of all.
  // Long: a state machine, one state a case.
  mutating func rewrite(_ line: UnsafeBufferPointer<UInt8>, _ rest: UnsafeBufferPointer<UInt8>) {
    text.removeAll(keepingCapacity: true)
    let quote = UInt8(ascii: "\"")
    var position = 0
    while position < line.count {
      let byte = line[position]
      switch place {
      case .fieldStart:
        if byte == UInt8(ascii: "="), position + 1 < line.count, line[position + 1] == quote,
          isFormula(rest, from: position + 2)
        {
          text += [quote, byte, quote, quote]
          position += 2
          place = .formula
          continue
        }
        if byte == quote { place = .quoted } else if byte != delimiter && !isSpace(byte) { place = .plain }
        text.append(byte)
      case .plain:
        if byte == delimiter { place = .fieldStart }
        text.append(byte)
      case .quoted:
        // A doubled quote closes and opens again.
        if byte == quote { place = .plain }
        text.append(byte)
        if byte == quote, position + 1 < line.count, line[position + 1] == quote {
          text.append(quote)
          position += 1
          place = .quoted
        }
      case .formula:
        guard byte == quote else {
          text.append(byte)
          break
        }
        if position + 1 < line.count, line[position + 1] == quote {
          text += [quote, quote, quote, quote]
          position += 1
        } else {
          text += [quote, quote, quote]
          place = .plain
        }
      }
      position += 1
    }
  }

  /// Whether the next quote that is not doubled ends the field.
  private func isFormula(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < text.count {
      if text[position] == UInt8(ascii: "\"") {
        guard position + 1 < text.count else { return true }
        let next = text[position + 1]
        guard next == UInt8(ascii: "\"") else {
          return next == delimiter || next == 0x0A || next == 0x0D || isSpace(next)
        }
        position += 1
      }
      position += 1
    }
    return false
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The text of a field that is wholly `="…"`, its doubled quotes single again; nil where it is not.
func formulaText(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  let quote = UInt8(ascii: "\"")
  guard field.count >= 3, field[0] == UInt8(ascii: "="), field[1] == quote, field[field.count - 1] == quote else {
    return nil
  }
  var text: [UInt8] = []
  var position = 2
  while position < field.count - 1 {
    if field[position] == quote {
      guard position + 1 < field.count - 1, field[position + 1] == quote else { return nil }
      position += 1
    }
    text.append(field[position])
    position += 1
  }
  return text
}
