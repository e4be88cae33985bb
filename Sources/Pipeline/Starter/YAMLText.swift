/// A text as a YAML scalar in double quotes: whatever is in it.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A comment behind a line of YAML: that something is still to be filled in, and what.
func unsaid(_ what: String) -> String { "  # \(Starter.unsaid) : \(what)" }
