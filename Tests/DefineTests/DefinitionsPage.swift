@testable import Define

/// docs/definitions.md, made from the keys that the decoders know.
enum DefinitionsPage {
  static let text: String = {
    var text = """
      # Definitions

      Every key of every file that a person writes in `inputs/`, as the decoders know it. Made from `Sources/Define`; a test holds
      this page against it, and decodes each example. All that is wrong with all files is told in one run
      (`programme.yaml:45:40 : « mobilité » est inconnu ; attendu : …`), with exit code 78. An id is written in lower case, without
      accents: letters, digits, hyphens; ids of indicators have underscores. Numbers have a decimal point. A label is a text, or
      `{fr: …, en: …}`.

      """
    for file in [ProgrammeKeys.file, CatalogueKeys.file] { text += section(file, yaml(file)) }
    text += rangeAndMeasures
    for file in [FunderKeys.file, FunderKeys.aggregator, AcknowledgedKeys.file] { text += section(file, yaml(file)) }
    text += section(MappingKeys.file, yaml(MappingKeys.file), more: [MappingKeys.source])
    text += """

      A funder's file has the name of its id: `funders/region.yaml`. Other files in that folder are errors. An aggregator's file
      (`sections: all` and `csv: {dialect: sdmx}`, one never without the other) has nothing that only a report has.
      A mapping has the name of its association. What it means, and what it keeps: the README's *From my payroll file to an accepted
      file*. `values`, `else` and `constant` are errors on what names a person (`salarie_id`, `beneficiaire_id`, `cle_personne`,
      `naissance`).

      """
    for table in [TableKeys.territory, TableKeys.hours] { text += section(table, csv(table)) }
    text += """

      These tables are read as a spreadsheet saves them: `;` `,` tab or `|` (or `sep=`), decimal comma or point, `9,0 %`, dates as
      31/12/2021, columns in any order, blank lines, UTF-8 or Windows-1252.

      """
    return text
  }()

  // MARK: Tables

  private static func section(_ file: KeyGroup, _ example: String, more: [KeyGroup] = []) -> String {
    "\n## \(file.title)\n" + (groups(of: file) + more).map(table).joined()
      + "\n```\(file.title.hasSuffix(".csv") ? "csv" : "yaml")\n\(example)```\n"
  }

  private static func table(_ group: KeyGroup) -> String {
    let rows = group.keys.map { key in
      "| `\(key.name)` | \(key.isRequired ? "yes" : "") | \(key.sentence.cell) | \(shown(key.example)) |\n"
    }
    return "\n### \(group.title)\n\n| key | required | | example |\n|---|---|---|---|\n" + rows.joined()
  }

  private static func shown(_ example: Key.Example) -> String {
    switch example {
    case .value(let text): return "`\(text.cell)`"
    case .group: return "below"
    case .list: return "a list, below"
    }
  }

  /// A group and those of its keys, in reading order.
  private static func groups(of group: KeyGroup) -> [KeyGroup] {
    [group]
      + group.keys.flatMap { key -> [KeyGroup] in
        switch key.example {
        case .value: return []
        case .group(let group), .list(let group): return groups(of: group)
        }
      }
  }

  private static var rangeAndMeasures: String {
    var text =
      table(CatalogueKeys.range) + "\n### measures\n\n| measure | value | keys | example |\n|---|---|---|---|\n"
    for measure in MeasureKeys.all {
      let keys = measure.parameters.keys.map { "`\($0.name)`\($0.isRequired ? "" : "?")" }.joined(separator: " ")
      text += "| `\(measure.name)` | \(measure.sentence.cell) | \(keys) | `\(measure.example.cell)` |\n"
    }
    for measure in MeasureKeys.all where !measure.parameters.keys.isEmpty {
      let own = measure.parameters.keys.filter { !["where", "except", "within"].contains($0.name) }
      text += own.map { "\n- `\(measure.name)` `\($0.name)`: \($0.sentence)" }.joined()
    }
    return text + "\n"
  }

  // MARK: Examples

  /// All keys of a file, each with its example; of those that stand in one another's place the first.
  static func yaml(_ group: KeyGroup, indent: String = "") -> String {
    group.keys.filter { !$0.isAlternative }.map { key in
      switch key.example {
      case .value(let text): return "\(indent)\(key.name): \(text)\n"
      case .group(let group): return "\(indent)\(key.name):\n" + yaml(group, indent: indent + "  ")
      case .list(let group):
        let entry = yaml(group, indent: indent + "    ").dropFirst(indent.count + 4)
        return "\(indent)\(key.name):\n\(indent)  - \(entry)"
      }
    }.joined()
  }

  static func csv(_ group: KeyGroup) -> String {
    let cells = group.keys.map { key -> String in
      if case .value(let text) = key.example { return text }
      return ""
    }
    return group.keys.map(\.name).joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n"
  }
}

extension String {
  /// A bar would end the cell.
  fileprivate var cell: String { split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
}
