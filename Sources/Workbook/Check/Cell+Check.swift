extension Cell {
  /// The rule that the content breaks, if any.
  var fault: BookError.Rule? {
    switch content {
    case .blank: nil
    case .number(let number): number.magnitude <= Limit.number ? nil : .number
    case .text(let text): CellText.fault(in: text)
    }
  }
}
