/// The relations of one part to others (ECMA-376 part 2, clause 9): ids, kinds and targets.
struct Relations {
  private let part: String
  private var targets: [String: String] = [:]
  private var kinds: [String: [String]] = [:]
  /// Targets outside of the file.
  private(set) var links = 0

  /// A part without relations has no such file.
  init(of part: String, in parts: Parts) throws(ReadBackError) {
    self.part = part
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? part
    let file = "\(folder)/_rels/\(name).rels"
    guard parts.contents[file] != nil else { return }
    var found: [(id: String, kind: String, target: String)] = []
    var outside = 0
    try parts.parse(file) { event in
      guard case .start("Relationship", let attributes) = event else { return }
      if XMLEvent.value(of: "TargetMode", in: attributes) == "External" { outside += 1 }
      let target = XMLEvent.value(of: "Target", in: attributes) ?? ""
      let kind = XMLEvent.value(of: "Type", in: attributes)?.split(separator: "/").last ?? ""
      let id = XMLEvent.value(of: "Id", in: attributes) ?? ""
      found.append((id, String(kind), Self.resolve(target, from: folder)))
    }
    links = outside
    for relation in found {
      targets[relation.id] = relation.target
      kinds[relation.kind, default: []].append(relation.target)
    }
  }

  func target(of id: String) throws(ReadBackError) -> String {
    guard let target = targets[id] else { throw .missing(part: "\(part), relation \(id)") }
    return target
  }

  /// The targets of a kind, such as "table", in the file's order.
  func targets(ofKind kind: String) -> [String] { kinds[kind] ?? [] }

  private static func resolve(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
