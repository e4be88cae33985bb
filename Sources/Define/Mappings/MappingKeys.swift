import Domain

/// The keys of mappings/<association>.yaml.
package enum MappingKeys {
  package static let file = KeyGroup(
    "mappings/<association>.yaml",
    [
      .optional("etp", "How its files of jobs are read.", keys: export),
      .alternative("beneficiaires", "The same of its register, whose file's name has its month.", "{…}"),
      .alternative("reunions", "The same of its meetings.", "{…}"),
    ])

  static let export = KeyGroup(
    "etp, beneficiaires, reunions",
    [
      .optional(
        "file",
        "The file's name in the association's folder; `{AAAA-MM}`, `{AAAAMM}`, `{MM-AAAA}` or `{MMAAAA}` stands for the month (default: the contract's name). Without a month: one file, always replaced, holds many.",
        "\"Effectifs.csv\""),
      .optional(
        "months",
        "What says which month a row is of: `file` (its name, the default), `rows` (the column that is mapped to `mois`; to `date` for meetings), `columns` (each header that reads as a month).",
        "columns"),
      .optional("value", "With `months: columns`: what the cells under the months are, `etp` or `heures`.", "etp"),
      .optional(
        "drop", "Beginnings of a line's first cell that is not empty: those lines are set aside, above the header too.",
        "[\"Sous-total\"]"),
      .optional(
        "keep", "Conditions on headers of the source, `known` or a list: rows that do not meet all are set aside.",
        "{Matricule: known}"),
      .optional("quotes", "`standard` (the default), or `none`: a quote is a character like any other.", "standard"),
      .optional(
        "columns", "Column of the contract → where it comes from: a header, or the keys of a source.",
        "{poste_id: \"N° de poste\", salarie_id: Matricule, axe: {constant: mobilite}, contrat: {from: Nature, values: {\"CDD d'insertion\": cddi}, else: cdi}, statut: {constant: existant}}"
      ),
    ])

  package static let source = KeyGroup(
    "a source of `columns`",
    [
      .alternative("constant", "The same value in every row.", "cdi"),
      .optional("from", "The header; for `mois` also two of them, of the year and of the month's number.", "\"Durée\""),
      .optional(
        "values", "Value of the source → value of the contract (`\"\"`: blank). Any other refuses its row.",
        "{Stage: autre}"),
      .optional("else", "What any other value stands for.", "cdi"),
      .optional(
        "unit",
        "What a decimal counts in: `hh:mm` (of `heures`), `percent`, `monthly-hours` (÷ 151.67) or `weekly-hours` (÷ 35) of `etp`.",
        "percent"),
    ])
}
