import CSV
import Domain

/// The associations present at a meeting, separated by `|` `,` `;` `/` or a line break; `tous` is every member of the month.
final class MemberList: Sendable {
  private let programme: Programme
  private let table: CodeTable
  /// Words of the longest name: a run of pieces with more words is none.
  private let longestName: Int
  /// Names that a message lists.
  private static let listed = 40

  /// `isNamed` false: nobody will be looked for.
  init(_ programme: Programme, isNamed: Bool = true) {
    self.programme = programme
    table = CodeTable(
      (isNamed ? programme.associations : []).enumerated().map { (UInt32($0), [$1.id, $1.label] + $1.aliases) },
      expected: programme.associations.prefix(MemberList.listed).map(\.id).joined(separator: " | ")
        + (programme.associations.count > MemberList.listed ? "…" : ""))
    longestName = table.codes.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// Indices into the programme's associations. A label may hold a separator itself: the whole is tried first, then the
  /// longest run of pieces that is a name.
  func members(_ field: Bytes, in month: Month) throws(InvalidValue) -> Set<Int> {
    let form = normalForm(String(decoding: field, as: UTF8.self))
    if let whole = table.codes[form] { return [Int(whole)] }
    let pieces = field.split(whereSeparator: MemberList.separators.contains)
      .map { trimmed(Bytes(rebasing: $0)) }.filter { !$0.isEmpty }
      .map { normalForm(String(decoding: $0, as: UTF8.self)) }
    var members: Set<Int> = []
    var position = 0
    while position < pieces.count {
      var end = min(pieces.count, position + longestName)
      while end > position, table.codes[pieces[position..<end].joined(separator: " ")] == nil { end -= 1 }
      if pieces[position] == "tous" {
        members.formUnion(programme.associations.indices.filter { programme.associations[$0].isMember(in: month) })
        position += 1
        continue
      }
      guard end > position, let code = table.codes[pieces[position..<end].joined(separator: " ")] else {
        throw InvalidValue(
          code: .unknownCode, rule: "un nom de la liste n'est celui d'aucune association (nom n° \(position + 1))",
          remedy: "écrire les associations présentes séparées par | : \(table.expected) ; ou « tous »",
          mayBeLeftBlank: "vider la cellule si la liste n'est pas connue")
      }
      members.insert(Int(code))
      position = end
    }
    return members
  }

  private static let separators = Set("|,;/\n\r".utf8)
}
