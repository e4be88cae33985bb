import PlainText

/// JSON as a value, with the order of its keys: a file's bytes depend on nothing else.
indirect enum JSONText {
  case string(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// Two spaces a level, a line feed at the end of lines.
  func text(indent: Int = 0) -> String {
    switch self {
    case .string(let text): return quoted(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items): return block("[", items.map { $0.text(indent: indent + 1) }, "]", indent)
    case .object(let members):
      return block("{", members.map { "\(quoted($0)): \($1.text(indent: indent + 1))" }, "}", indent)
    }
  }

  private func block(_ open: String, _ items: [String], _ close: String, _ indent: Int) -> String {
    guard !items.isEmpty else { return open + close }
    let margin = String(repeating: "  ", count: indent)
    return open + "\n" + items.map { margin + "  " + $0 }.joined(separator: ",\n") + "\n" + margin + close
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        guard scalar.value < 32 else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return escapedJSON(result + "\"")
  }
}
