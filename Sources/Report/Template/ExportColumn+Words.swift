import Domain

/// What a column's explanation and example say in one programme.
extension ExportColumn {
  func explanation(in programme: Programme) -> String {
    var codes = ""
    if case .code(let codebook) = type { codes = codebook.ids.joined(separator: ", ") }
    return explanation.replacing("{codes}", with: codes)
      .replacing("{axes}", with: programme.axes.map(\.id).joined(separator: ", "))
      .replacing("{instances}", with: programme.instances.map(\.id).joined(separator: ", "))
  }

  func example(for association: Association?, in programme: Programme) -> String {
    switch example {
    case "{axe}": association?.axes.first ?? programme.axes.first?.id ?? ""
    case "{commune}":
      association?.commune.description ?? programme.territory.communes.first?.code.description ?? ""
    case "{instance}": programme.instances.first?.id ?? ""
    case "{membres}": programme.associations.prefix(2).map(\.id).joined(separator: "|")
    default: example
    }
  }
}
