import GRDB

/// Everything that the ledger keeps of an edition, as text, a section a table. The archive holds one of each edition, so that
/// a ledger that was lost can be made again; the manifest holds the hashes of its ``Section/told`` sections, so that nothing
/// that the ledger says is used unless it is what was published.
///
/// Files and findings that an edition before has too, word for word, stand in that one's copy, as they do in the ledger; `inherited`
/// says which. The copies of 0.7 to 0.14 are whole, without that section.
package struct EditionCopy: Hashable, Sendable {
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case edition, inputs, definitions, findings, figures
    /// Manifest, moment and key: of this machine.
    case origin
    /// By input of its own, the file of the archive that holds its rows.
    case places
    /// How exports read, ``ArchivedExportRecord``.
    case readings
    /// ``DisclosureRecord``. Copies of before 0.8 end before it.
    case disclosures
    /// ``CopiedList/Run`` of both lists.
    case inherited

    /// What the edition is, wherever it was made: the hashes of their whole text stand in its manifest.
    package static let told: [Section] = [.edition, .inputs, .definitions, .findings, .figures, .disclosures]
  }

  package private(set) var sections: [Section: [UInt8]]
  /// Of 0.7 to 0.14: nothing stands elsewhere.
  package var isWhole: Bool { sections[.inherited] == nil }

  package init(_ contents: EditionContents, as lists: EditionLists, keyId: String) {
    sections = EditionCopy.lists(lists.inputs, lists.findings, in: contents.edition.name)
    sections[.edition] = EditionRecord.text([contents.edition])
    sections[.definitions] = DefinitionRecord.text(contents.definitions)
    sections[.figures] = FigureRecord.text(contents.figures)
    sections[.readings] = ArchivedExportRecord.text(lists.readings)
    sections[.disclosures] = DisclosureRecord.text(contents.disclosures)
    setOrigin(contents.edition, keyId: keyId)
  }

  /// The sections that hold an edition's lists, where they refer to others.
  package static func lists(
    _ inputs: EditionList<InputRecord>, _ findings: EditionList<FindingRecord>, in edition: String
  ) -> [Section: [UInt8]] {
    let own = inputs.own(of: edition)?.records ?? []
    return [
      .inputs: InputRecord.text(own), .findings: FindingRecord.text(findings.own(of: edition)?.records ?? []),
      .places: CopyText.bytes(own.map { [$0.archive] }),
      .inherited: CopyText.bytes(runRows(of: inputs, in: edition) + runRows(of: findings, in: edition)),
    ]
  }

  /// The whole text of each ``Section/told`` section, in pieces.
  package static func told(_ contents: EditionContents, as lists: EditionLists) -> [Section: [ArraySlice<UInt8>]] {
    [
      .edition: [EditionRecord.text([contents.edition])[...]], .inputs: lists.inputs.texts,
      .definitions: [DefinitionRecord.text(contents.definitions)[...]], .findings: lists.findings.texts,
      .figures: [FigureRecord.text(contents.figures)[...]],
      .disclosures: [DisclosureRecord.text(contents.disclosures)[...]],
    ]
  }

  /// Its manifest, which has the hashes of the other sections and is therefore known later.
  package mutating func setOrigin(_ edition: EditionRecord, keyId: String) {
    sections[.origin] = CopyText.bytes([[edition.manifest, edition.publishedAt, keyId]])
  }

  /// nil: no text that ``text(_:)`` writes of this edition.
  package init?(_ text: [UInt8], of edition: String) {
    sections = [:]
    var rest = text[...]
    let title = EditionCopy.line(&rest)
    let isWhole = title == EditionCopy.title(edition, isWhole: true)
    guard isWhole || title == EditionCopy.title(edition, isWhole: false) else { return nil }
    for section in Section.allCases {
      if isWhole, section == .inherited || section == .disclosures && rest.isEmpty { continue }
      let head = EditionCopy.line(&rest)?.split(separator: " ") ?? []
      guard head.count == 3, head[0] == "#", head[1] == section.rawValue, let count = Int(head[2]),
        (0...rest.count).contains(count)
      else { return nil }
      sections[section] = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    guard rest.isEmpty else { return nil }
  }

  /// A title, and each section behind a line with its name and its length in bytes.
  package func text(_ edition: String) -> [UInt8] {
    var text = Array("\(EditionCopy.title(edition, isWhole: isWhole))\n".utf8)
    for section in Section.allCases {
      guard let rows = sections[section] else { continue }
      text += Array("# \(section.rawValue) \(rows.count)\n".utf8) + rows
    }
    return text
  }

  private static func title(_ edition: String, isWhole: Bool) -> String { "# bilan \(isWhole ? 1 : 2) \(edition)" }

  /// The next line of a text, without its end.
  private static func line(_ text: inout ArraySlice<UInt8>) -> String? {
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { text = text[(end + 1)...] }
    return String(decoding: text[..<end], as: UTF8.self)
  }

  /// The rows of a section; nil: damaged.
  func rows(_ section: Section, width: Int) -> [[String?]]? {
    CopyText.rows(sections[section] ?? []).flatMap { rows in rows.allSatisfy { $0.count == width } ? rows : nil }
  }

  /// SHA-256 of the manifest that was published with it, and id of the key of the archive's pseudonyms; nil: damaged.
  package var origin: (manifest: String, publishedAt: String, keyId: String)? {
    guard let row = rows(.origin, width: 3)?.first, let manifest = row[0], let time = row[1], let keyId = row[2]
    else { return nil }
    return (manifest, time, keyId)
  }

  // MARK: Lists

  /// By input of its own the file of the archive that holds its rows (nil: none), and by file its SHA-256; nil: damaged.
  package var archived: (places: [String?], hashes: [String: String])? {
    guard let places = rows(.places, width: 1),
      let readings = rows(.readings, width: ArchivedExportRecord.columns.count)
    else { return nil }
    let hashes = readings.compactMap { row in row[4].flatMap { name in row[6].map { (name, $0) } } }
    return (places.map { $0[0] }, Dictionary(hashes, uniquingKeysWith: { first, _ in first }))
  }

  /// Files or findings; nil: damaged.
  package func list(_ section: Section) -> CopiedList? {
    let list = section == .inputs ? InputRecord.list : FindingRecord.list
    guard let inherited = rows(.inherited, width: 5) else { return nil }
    var runs: [CopiedList.Run] = []
    for row in inherited where row[0] == list {
      guard let position = row[1].flatMap({ Int($0) }), let length = row[2].flatMap({ Int($0) }), let edition = row[3],
        let start = row[4].flatMap({ Int($0) })
      else { return nil }
      runs.append(CopiedList.Run(position: position, length: length, edition: edition, start: start))
    }
    return CopiedList(sections[section] ?? [], runs)
  }

  /// The editions whose rows it refers to.
  package var sources: Set<String> { Set((rows(.inherited, width: 5) ?? []).compactMap { $0[3] }) }
}

/// Of `inherited`.
private func runRows<Record: ListedRecord>(of list: EditionList<Record>, in edition: String) -> [[String?]] {
  list.copied(by: edition).map { [Record.list, "\($0.position)", "\($0.length)", $0.edition, "\($0.start)"] }
}
