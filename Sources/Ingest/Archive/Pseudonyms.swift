import Domain

/// The pseudonyms of one association's identifiers, each made once. One worker's, like its reader.
final class Pseudonyms {
  let jobs: PseudonymColumn
  let employees: PseudonymColumn
  let beneficiaries: PseudonymColumn
  let sharedKeys: PseudonymColumn

  init(_ archiving: Archiving, _ reader: AssociationReader) {
    /// Of an association's own identifiers: kept apart by association, kind and column.
    func own(_ interner: Interner, _ kind: ExportKind, _ column: String) -> PseudonymColumn {
      PseudonymColumn(archiving, interner, domain: "\(reader.association.id)/\(kind.id)/\(column)")
    }
    jobs = own(reader.jobs, .etp, "poste_id")
    employees = own(reader.employees, .etp, "salarie_id")
    beneficiaries = own(reader.beneficiaries, .beneficiaires, "beneficiaire_id")
    // One domain for all: the associations share these.
    sharedKeys = PseudonymColumn(archiving, reader.sharedKeys, domain: "cle_personne")
  }
}

/// The pseudonyms of one domain, by the number of the identifier.
final class PseudonymColumn {
  private let archiving: Archiving
  private let interner: Interner
  private let domain: String
  /// Empty: not made yet.
  private var made: [[UInt8]] = [[]]

  init(_ archiving: Archiving, _ interner: Interner, domain: String) {
    self.archiving = archiving
    self.interner = interner
    self.domain = domain
  }

  /// Blank for 0.
  subscript(_ number: UInt32) -> [UInt8] {
    let number = Int(number)
    guard number > 0 else { return [] }
    if number >= made.count { made += Array(repeating: [], count: interner.count + 1 - made.count) }
    if made[number].isEmpty {
      made[number] = Array(archiving.pseudonym(interner.bytes(of: UInt32(number)), domain).utf8)
    }
    return made[number]
  }
}
