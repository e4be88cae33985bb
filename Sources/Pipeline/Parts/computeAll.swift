import Domain

/// Every figure of the checked month. Throws `Interruption`.
func computeAll(_ checked: CheckedMonth) throws -> Figures {
  try checked.parts.figures(of: checked.month, checked.facts)
}
