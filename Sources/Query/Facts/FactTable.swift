import Domain

/// A table of facts (11-engine.md): rows of whole numbers, for an engine that keeps many programmes' data. Its columns are declared
/// once: the files, their description and the SQL that reads them are made of these.
package enum FactTable: String, CaseIterable, Sendable {
  case jobs, paths, meetings, deliveries, memberships

  package struct Column: Sendable {
    package let name: String
    /// One sentence, for whoever meets the file.
    package let meaning: String
    /// Nothing stands in it where a number is not known.
    package let mayBeEmpty: Bool
    /// The codes of a closed list, where it has one.
    package let codes: Codebook?

    init(_ name: String, _ meaning: String, mayBeEmpty: Bool = false, codes: Codebook? = nil) {
      self.name = name
      self.meaning = meaning
      self.mayBeEmpty = mayBeEmpty
      self.codes = codes
    }
  }

  package var meaning: String {
    switch self {
    case .jobs: "accepted rows of `etp`: a job and its employee, in a month"
    case .paths: "accepted rows of `beneficiaires`: a person's path, in the register of a month"
    case .meetings:
      "accepted rows of `reunions` of the instances that are tracked: a row for each member present, one where none is named"
    case .deliveries: "what became of each export: owed or sent, from the programme's start"
    case .memberships: "from when to when each association is a member"
    }
  }

  package var columns: [Column] { FactTable.own + particular }

  private static let own = [
    Column("programme", "number of the programme: the first 48 bits of its id's SHA-256"),
    Column("association", "place in the programme's list, from 1"),
  ]
  private static let month = Column("month", "12 × year + month − 1 of the file")
  private static let axis = Column("axe", "place in the programme's list, from 1; 0: none")
  private static let commune = [
    Column("commune", "INSEE code read in base 36; 4294967295: elsewhere; 0: unknown"),
    Column("in_territory", "1 where the commune is one of the territory's"),
  ]

  // Long: a table, one entry a column.
  private var particular: [Column] {
    switch self {
    case .jobs:
      [
        FactTable.month, Column("poste", "number of the job, without a meaning outside this export"),
        Column("salarie", "number of the employee, in the same way; 0: nobody holds the job"), FactTable.axis,
      ]
        + FactTable.commune + [
          Column("contrat", "type of contract", codes: .contract),
          Column("statut", "status of the job", codes: .jobStatus),
          Column("dispositif", "scheme; 0: none", codes: .jobScheme), Column("sexe", "0: unknown", codes: .sex),
          Column("etp", "FTE in ten-thousandths", mayBeEmpty: true),
          Column("heures", "hours paid in ten-thousandths", mayBeEmpty: true),
          Column("date_debut", "yyyymmdd", mayBeEmpty: true), Column("date_fin", "yyyymmdd", mayBeEmpty: true),
          Column(
            "annual_hours", "hours of a full-time year of this scheme in force in the month, in ten-thousandths",
            mayBeEmpty: true),
        ]
    case .paths:
      [
        FactTable.month, Column("parcours", "number of the path, without a meaning outside this export"),
        Column("personne", "number of the person, in the same way"), FactTable.axis,
      ] + FactTable.commune + [
        Column("dispositif", "scheme", codes: .scheme), Column("sexe", "0: unknown", codes: .sex),
        Column("sortie", "outcome; 0: still there", codes: .outcome), Column("rsa", "0: unknown", codes: .yesNo),
        Column("rqth", "0: unknown", codes: .yesNo), Column("qpv", "0: unknown", codes: .yesNo),
        Column("cle_personne", "1 where the person has a key that associations share"),
        Column("date_entree", "yyyymmdd"), Column("date_sortie", "yyyymmdd", mayBeEmpty: true),
        Column("entry_month", "the entry's, counted as `month`"),
        Column("exit_month", "the exit's, counted as `month`", mayBeEmpty: true),
        Column("long_stay", "1 where the path lasted as long as the programme asks of this scheme"),
        Column("age_entree", "whole years at the entry", mayBeEmpty: true),
        Column("mois_chomage", "months out of work at the entry", mayBeEmpty: true),
      ]
    case .meetings:
      [
        FactTable.month, Column("reunion", "number of the meeting, the same whoever reports it"),
        Column("date_reunion", "yyyymmdd"),
        Column("instance", "place in the programme's list, from 1"), FactTable.axis,
        Column("held", "1 where this report says that it was held"),
        Column("listed", "1 where this report has a list of members"),
        Column("member", "place of an association present", mayBeEmpty: true),
        Column("expected", "associations that are members in the meeting's month"),
        Column("participants", "persons present", mayBeEmpty: true),
        Column("partenaires", "partners present", mayBeEmpty: true),
      ]
    case .deliveries:
      [
        FactTable.month, Column("kind", "1 etp, 2 beneficiaires, 3 reunions"), Column("owed", "1 where it is owed"),
        Column("accepted", "1 where a file was accepted"), Column("waived", "1 where what lacks is acknowledged"),
        Column("rows_kept", "accepted rows"), Column("rows_refused", "refused rows"),
        Column("content", "first 48 bits of the file's SHA-256; 0: no file"),
        Column("table_rows", "its rows in the table of its kind"),
      ]
    case .memberships:
      [
        Column("since", "first month as a member, not before the programme's start"),
        Column("until", "last month as a member, not after the last of the facts"),
        Column("last_month", "the last month of the facts, the same in every row"),
        Column("numbering", "tells apart definitions that number or date otherwise, the same in every row"),
      ]
    }
  }

  /// Of a kind of export, in `deliveries`.
  package static func code(of kind: ExportKind) -> Int64 { Int64(kind.rawValue) + 1 }
}
