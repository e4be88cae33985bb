extension Style {
  var isValid: Bool {
    CellText.faultInLabel(font) == nil && font.utf8.count <= Limit.format
      && CellText.faultInLabel(format) == nil && format.utf8.count <= Limit.format
      && (1.0...409).contains(size) && (0...15).contains(indent)
  }
}
