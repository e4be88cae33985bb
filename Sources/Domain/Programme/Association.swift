import CSV

/// A member of the programme: what it owes, how it writes, when it belongs.
package struct Association: Hashable, Sendable {
  /// As programme.yaml gives it, `rencontres-loisirs`: what everything that outlives a run names an association by.
  package typealias ID = String
  package var id: ID
  package var label: String
  package var aliases: [String] = []
  package var isCarrier = false
  /// The axes it declares; a job on another axis is accepted all the same.
  package var axes: [String] = []
  package var commune: CommuneCode
  package var memberFrom: Month
  package var memberUntil: Month?
  package var owes: Set<ExportKind> = []
  /// Declared encoding of files that are neither marked nor valid UTF-8.
  package var encoding: TextEncoding?
  /// Its own header names: kind → column → names. Where a file has one of them, no other header is taken for that column.
  package var columns: [ExportKind: [String: [String]]] = [:]
  /// Yes/no columns in which it leaves a no blank.
  package var blankIsNo: Set<String> = []
  /// Its own words for the codes of closed lists: they go before all others.
  package var words = OwnWords()
  /// How its software's files are read; where there is none, they are in the contract's own words.
  package var mappings: [ExportKind: Mapping] = [:]

  package init(id: String, label: String, commune: CommuneCode, memberFrom: Month) {
    self.id = id
    self.label = label
    self.commune = commune
    self.memberFrom = memberFrom
  }

  package func isMember(in month: Month) -> Bool { month >= memberFrom && memberUntil.map { month <= $0 } ?? true }

  /// The name of its file of a kind for a month, relative to the inputs folder.
  package func expectedFile(_ kind: ExportKind, _ month: Month) -> String {
    guard let mapping = mappings[kind] else { return DeliveryID(id, kind, month).file }
    return "exports/\(id)/\(mapping.file.name(for: month))"
  }

  /// The part of a period in which it is a member; nil where there is none.
  package func membership(within period: ClosedRange<Month>) -> ClosedRange<Month>? {
    let first = max(period.lowerBound, memberFrom)
    let last = min(period.upperBound, memberUntil ?? period.upperBound)
    return first <= last ? first...last : nil
  }
}
