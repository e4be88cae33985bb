import Domain

/// One column of an export as a field of a Table Schema.
struct SchemaField {
  let column: ExportColumn
  let kind: ExportKind
  let association: Association?
  let programme: Programme

  /// The header, as the association's files have it.
  var name: String { association?.columns[kind]?[column.id]?.first ?? column.id }

  var json: JSONText {
    // The template's first column says that its row is an example.
    let example = column.example(for: association, in: programme).replacing("exemple : ", with: "")
    // Frictionless reads an example without regard to the decimal sign, and then refuses the whole schema.
    let isText = example.contains(",")
    let explanation = column.explanation(in: programme) + (isText ? " ; exemple : \(example)" : "")
    var members: [(String, JSONText)] = [
      ("name", .string(name)), ("title", .string(column.french)), ("description", .string(explanation)),
    ]
    members += type
    if !example.isEmpty, !isText { members.append(("example", .string(example))) }
    var constraints = constraints
    if column.presence == .required { constraints.insert(("required", .flag(true)), at: 0) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  private var type: [(String, JSONText)] {
    func named(_ type: String) -> [(String, JSONText)] { [("type", .string(type))] }
    switch column.type {
    case .day: return named("date") + [("format", .string("%d/%m/%Y"))]
    case .decimal: return named("number") + [("decimalChar", .string(",")), ("groupChar", .string(" "))]
    case .integer: return named("integer")
    case .code(let codebook) where codebook.isYesNo:
      return named("boolean") + [
        ("trueValues", .list(words(codebook, .oui))), ("falseValues", .list(words(codebook, .non))),
      ]
    // A month and a birth are written in more than one way, a commune by its code or its name.
    case .month, .birth, .code, .axis, .instance, .members, .commune, .identifier: return named("string")
    }
  }

  private var constraints: [(String, JSONText)] {
    switch column.type {
    case .month: return [("pattern", .string(#"((0?[1-9]|1[0-2])/\d{4}|\d{4}-(0[1-9]|1[0-2]))"#))]
    case .birth: return [("pattern", .string(#"(\d{4}|\d{1,2}/\d{1,2}/\d{4})"#))]
    case .decimal(let range, _):
      return [("minimum", whole(range.lowerBound)), ("maximum", whole(range.upperBound))]
    case .integer(let most): return [("minimum", .number(0)), ("maximum", .number(most))]
    case .code(let codebook) where !codebook.isYesNo: return oneOf(codebook.ids + ownWords(codebook))
    case .axis: return oneOf(programme.axes.flatMap { [$0.id, $0.label.fr] + $0.aliases })
    case .instance: return oneOf(programme.instances.flatMap { [$0.id, $0.label.fr] + $0.aliases })
    case .day, .code, .members, .commune, .identifier: return []
    }
  }

  private func oneOf(_ values: [String]) -> [(String, JSONText)] {
    var seen: Set<String> = []
    return [("enum", .list(values.filter { seen.insert($0).inserted }.map(JSONText.string)))]
  }

  /// Bounds of the contract are whole.
  private func whole(_ tenThousandths: Int64) -> JSONText { .number(Int(tenThousandths / Quantity.scale)) }

  /// Id and words of a yes or a no.
  private func words(_ codebook: Codebook, _ answer: YesNo) -> [JSONText] {
    let entry = codebook[code: answer.rawValue]
    return ([answer.id] + (entry?.words ?? [])).map(JSONText.string)
  }

  /// What this programme and this association call the codes.
  private func ownWords(_ codebook: Codebook) -> [String] {
    [association?.words, programme.words].compactMap { $0?.byColumn[column.id] }.flatMap { words in
      codebook.ids.flatMap { words[$0] ?? [] }
    }
  }
}
