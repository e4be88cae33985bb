/// Words that a programme, or one association, uses for the codes of closed lists: column → id of a code → words.
package struct OwnWords: Hashable, Sendable {
  package var byColumn: [String: [String: [String]]] = [:]
  package init(_ byColumn: [String: [String: [String]]] = [:]) { self.byColumn = byColumn }

  /// The columns whose codes can have words of their own: those of a closed list that the contract gives, yes/no aside.
  package static let columns: [(id: String, codebook: Codebook)] = {
    var seen: Set<String> = []
    return ExportKind.allCases.flatMap { ExportSchema.of($0).columns }.compactMap { column in
      // A scheme is a job's or a person's: of both lists the longer one.
      guard case .code(let list) = column.type, !list.isYesNo, seen.insert(column.id).inserted else { return nil }
      return (column.id, column.id == Field.dispositif.rawValue ? .scheme : list)
    }
  }()
}
