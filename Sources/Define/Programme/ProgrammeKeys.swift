/// The keys of programme.yaml.
package enum ProgrammeKeys {
  package static let file = KeyGroup(
    "programme.yaml",
    [
      .required("programme", "Who reports, and since when.", keys: head),
      .required("territory", "The agglomeration whose jobs are counted.", keys: territory),
      .required("axes", "The axes of cooperation, 255 at most.", each: axis),
      .required("instances", "The bodies that meet.", each: instance),
      .required("associations", "The members: what each owes, and how it writes.", each: association),
      .optional("rules", "Dates and limits; each has a default.", keys: rules),
      .optional(
        "confidentiality", "From how many persons on a count is shown, and where the key is.", keys: confidentiality),
      .optional(
        "words", "Words of all associations for codes of closed lists: column, code, words.",
        "{contrat: {cddi: [\"CDD insertion\"]}}"),
    ])

  static let head = KeyGroup(
    "programme",
    [
      .required("id", "Lower-case letters, digits and hyphens; never changed once published.", "emergence"),
      .required("label", "Its name, on every report.", "{fr: \"PTCE Émergence\"}"),
      .required("start", "Its first month: nothing before it is read.", "2021-07"),
      .optional("illustrative", "`true` where the data is made up: every report says so.", "true"),
      .optional("legal", "A legal mention, printed at the foot.", "\"Données transmises par les associations.\""),
      .optional("contact", "Whom an association asks; printed in the letters.", "\"Camille Lenoir, 03 21 00 00 00\""),
    ])

  static let territory = KeyGroup(
    "territory",
    [
      .required("id", "As territory.csv calls it.", "cahc"),
      .required("label", "Its name.", "\"Hénin-Carvin\""),
      .optional("compared_to", "The territory it is compared to, as territory.csv calls it.", "hauts-de-france"),
      .required("communes", "Its communes.", each: commune),
    ])

  static let commune = KeyGroup(
    "territory.communes",
    [
      .required("id", "INSEE code, five characters, quoted.", "\"62427\""),
      .required("label", "Its name; exports may write it.", "Hénin-Beaumont"),
      .optional("aliases", "Other names that exports write.", "[\"Hénin\"]"),
      .optional("postal", "Postal codes, quoted; one may serve several communes.", "[\"62110\"]"),
    ])

  static let axis = KeyGroup(
    "axes",
    [
      .required("id", "Lower-case letters, digits and hyphens.", "mobilite"),
      .required("label", "Its name; exports may write it.", "{fr: \"Mobilité sociale\"}"),
      .optional("aliases", "Other names that exports write.", "[\"mobilité inclusive\"]"),
    ])

  static let instance = KeyGroup(
    "instances",
    [
      .required("id", "Lower-case letters, digits and hyphens.", "ca"),
      .required("label", "Its name; exports may write it.", "{fr: \"Conseil d'administration\"}"),
      .optional("aliases", "Other names that exports write.", "[\"conseil\"]"),
      .optional("axe", "`required`: each of its meetings belongs to an axis.", "required"),
      .optional("tracked_from", "Its meetings count from this month on; without it they are *nd*.", "2021-07"),
    ])

  static let association = KeyGroup(
    "associations",
    [
      .required("id", "Lower-case letters, digits and hyphens: the name of its folder in exports/.", "afeji"),
      .required("label", "Its name.", "\"AFEJI\""),
      .optional("aliases", "Other names by which meetings list it.", "[\"AFEJI Hauts-de-France\"]"),
      .optional("carrier", "`true` for the association that carries the programme.", "true"),
      .optional("axes", "The axes on which it works.", "[mobilite]"),
      .required("commune", "Where its jobs are that name no commune: an INSEE code, quoted.", "\"62427\""),
      .required("member_from", "Its first month.", "2021-07"),
      .optional("member_until", "Its last month, included.", "2024-12"),
      .optional("owes", "The exports that it owes every month: etp, beneficiaires, reunions.", "[etp, beneficiaires]"),
      .optional("encoding", "Of its files that are neither marked nor UTF-8.", "windows-1252"),
      .optional("columns", "Its own headers: kind, column, headers.", "{etp: {heures: [\"Nb heures payées\"]}}"),
      .optional("blank_is_no", "Yes/no columns in which it leaves a no blank.", "[rsa, qpv]"),
      .optional("words", "Its own words for codes of closed lists; they go first.", "{statut: {cree: [nouveau]}}"),
    ])

  static let rules = KeyGroup(
    "rules",
    [
      .optional("max_rejected_share", "A file with more than this share of refused rows is refused (0.2).", "0.2"),
      .optional("material_threshold", "A revision that moves less than this share is minor (0.01).", "0.01"),
      .optional("due_day", "Day of the next month on which files are due, 1 to 28 (15).", "15"),
      .optional("retention_months", "How long row archives are kept.", "60"),
      .optional(
        "minimum_stay_days", "Days a path must last for its exit to count, by scheme (0).", "{aci: 80, ei: 80}"),
      .optional("settle_seconds", "A file that changed less than so long ago is waited for (5).", "5"),
    ])

  static let confidentiality = KeyGroup(
    "confidentiality",
    [
      .optional("persons_threshold", "A count of fewer persons is hidden (5).", "5"),
      .optional("sensitive_threshold", "The same for indicators tagged `sensitive` (11); not below the other.", "11"),
      .optional(
        "sums_threshold", "A sum (FTE, hours) behind which fewer persons stand is hidden; 0: none is for that (0).", "5"
      ),
      .optional("keep", "Cells to hide last where more than small counts must be hidden.", each: keep),
      .optional(
        "key_file", "The key of pseudonyms, relative to the inputs folder; outside inputs and reports.", "../.bilan-key"
      ),
    ])

  static let keep = KeyGroup(
    "confidentiality.keep",
    [
      .required("indicator", "Its id.", "emplois_crees"),
      .optional("horizon", "One of its horizons; without it, all of them.", "programme"),
      .optional("by", "One of its breakdowns, a dimension or a pair of two; without it, the total.", "axe"),
    ])
}
