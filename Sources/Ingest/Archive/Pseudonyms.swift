import Domain

/// The pseudonyms of one association's identifiers, each made once. One worker's, like its reader.
final class Pseudonyms {
  let jobs: PseudonymColumn
  let employees: PseudonymColumn
  let beneficiaries: PseudonymColumn
  let sharedKeys: PseudonymColumn

  init(_ archiving: Archiving, _ reader: AssociationReader) {
    /// An association's own identifiers are kept apart by association, kind and column.
    func made(_ interner: Interner, _ kind: ExportKind, _ column: some ContractColumn) -> PseudonymColumn {
      let declaration = column.declaration
      // One domain for all where the associations share an identifier.
      let isShared = if case .identifier(.programme) = declaration.type { true } else { false }
      let domain = isShared ? declaration.id : "\(reader.association.id)/\(kind.id)/\(declaration.id)"
      return PseudonymColumn(archiving, interner, domain: domain)
    }
    jobs = made(reader.jobs, .etp, JobColumn.poste_id)
    employees = made(reader.employees, .etp, JobColumn.salarie_id)
    beneficiaries = made(reader.beneficiaries, .beneficiaires, PathColumn.beneficiaire_id)
    sharedKeys = made(reader.sharedKeys, .beneficiaires, PathColumn.cle_personne)
  }
}

/// The pseudonyms of one domain, by the number of the identifier.
final class PseudonymColumn {
  private let pseudonym: @Sendable (UnsafeBufferPointer<UInt8>) -> String
  private let interner: Interner
  /// Empty: not made yet.
  private var made: [[UInt8]] = [[]]

  init(_ archiving: Archiving, _ interner: Interner, domain: String) {
    pseudonym = archiving.pseudonyms(domain)
    self.interner = interner
  }

  /// Blank for 0.
  subscript(_ number: UInt32) -> [UInt8] {
    let number = Int(number)
    guard number > 0 else { return [] }
    if number >= made.count { made += Array(repeating: [], count: interner.count + 1 - made.count) }
    if made[number].isEmpty {
      made[number] = Array(pseudonym(interner.bytes(of: UInt32(number))).utf8)
    }
    return made[number]
  }
}
