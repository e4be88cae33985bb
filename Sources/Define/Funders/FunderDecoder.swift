import Domain

/// inputs/funders/<funder>.yaml → ``Funder``. Throws ``DefinitionError`` or ``DefinitionErrors``.
package func decodeFunder(_ text: String, catalogue: Catalogue, programme: Programme, file: String) throws -> Funder {
  let faults = DefinitionFaults()
  let funder = YAMLDocument.root(text, file: file, faults: faults).map {
    decodeFunder($0, CatalogueDraft(catalogue), ProgrammeDraft(programme))
  }
  try faults.throwAny()
  return funder ?? Funder(id: "", label: .unread, title: .unread, keyFigures: [], sections: [])
}

func decodeFunder(_ root: YAMLValue, _ catalogue: CatalogueDraft, _ programme: ProgrammeDraft) -> Funder {
  guard !root.isOfAggregator else { return decodeAggregator(root) }
  let map = root.fields(FunderKeys.file)
  let figures = FunderFigureDecoder(catalogue: catalogue, programme: programme)
  let head = map["funder"]?.fields(FunderKeys.head)
  var funder = decodeHead(head, of: root)
  funder.agreementFrom = head?["agreement_from"]?.month()
  if let csv = map["csv"] { funder.dialect = decodeDialect(csv) }
  let shown: Void? = root.faults.sound {
    funder.keyFigures = map["key_figures"].map(figures.keyFigures) ?? []
    funder.sections = map["sections"].map { SectionDecoder(catalogue: catalogue).sections($0) } ?? []
  }
  // What a report with a broken list shows is not known.
  let report = shown == nil ? nil : funder
  funder.objectives = figures.objectives(map["objectives"], of: report)
  funder.comments = figures.comments(map["comments"], of: report)
  funder.labels = decodeLabels(map["labels"], of: report, catalogue)
  return funder
}

/// Who he is, and what his file is called.
func decodeHead(_ head: YAMLFields?, of root: YAMLValue) -> Funder {
  var funder = Funder(
    id: head?["id"]?.slug() ?? "", label: head?["label"]?.label() ?? .unread,
    title: head?["title"]?.label() ?? .unread, keyFigures: [], sections: [])
  if !funder.id.isEmpty, root.file != "funders/\(funder.id).yaml" {
    // The id makes the report's name: it is the file's.
    head?["id"]?.fail(
      "l'id du financeur (\(funder.id)) n'est pas le nom du fichier ; attendu : funders/\(funder.id).yaml")
  }
  funder.contact = head?["contact"]?.label()
  return funder
}

private func decodeLabels(_ value: YAMLValue?, of funder: Funder?, _ catalogue: CatalogueDraft) -> [String: Label] {
  var labels: [String: Label] = [:]
  for (key, value) in value?.entries() ?? [] {
    let label = value.label()
    guard let id = key.place.member(of: catalogue.roster) else { continue }
    labels[id] = label
    if let funder, !funder.names(id) {
      key.place.slip("ce rapport ne montre pas « \(id) » ; retirer ce nom, ou ajouter l'indicateur à une section")
    }
  }
  return labels
}

extension Funder {
  fileprivate func names(_ indicator: String) -> Bool {
    keyFigures.contains { $0.indicator == indicator }
      || sections.contains { $0.columns.contains { $0.indicator == indicator } }
  }
}

private func decodeDialect(_ value: YAMLValue) -> Funder.Dialect {
  let map = value.fields(FunderKeys.csv)
  var dialect = Funder.Dialect()
  let separators: [(String, Character)] = [(";", ";"), (",", ","), ("\t", "\t"), ("|", "|")]
  dialect.separator = map["separator"]?.choice(separators) ?? dialect.separator
  dialect.decimal = map["decimal"]?.choice([(",", ","), (".", ".")]) ?? dialect.decimal
  dialect.byteOrderMark = map["bom"]?.flag() ?? dialect.byteOrderMark
  dialect.lineEnd =
    map["line_end"]?.choice(Funder.Dialect.LineEnd.allCases.map { ($0.rawValue, $0) }) ?? dialect.lineEnd
  return dialect
}
