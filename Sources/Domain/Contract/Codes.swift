/// The closed lists of codes of the exports' columns. Raw value 0 is left free: it stands for a blank in a column.

package protocol Code: CaseIterable, RawRepresentable, Hashable, Sendable where RawValue == UInt8 {}

extension Code {
  /// The id as the contract writes it, which is the case's own name.
  package var id: String { String(describing: self) }
  package init?(id: String) {
    guard let code = Self.allCases.first(where: { $0.id == id }) else { return nil }
    self = code
  }
}

/// Type of contract.
package enum Contract: UInt8, Code { case cdi = 1, cdd, cddi, pec, apprentissage, interim, autre }

/// Status of a job; one a month. `en_cours` is funded and recruiting.
package enum JobStatus: UInt8, Code { case existant = 1, cree, en_cours, consolide, supprime }

/// Scheme of insertion through work. `autre` is for the register alone.
package enum Scheme: UInt8, Code { case aci = 1, ei, ai, etti, eiti, autre }

package enum Sex: UInt8, Code { case f = 1, h, x }

/// How an insertion path ended.
package enum Outcome: UInt8, Code { case durable = 1, transition, positive, autre, retrait }

/// Whether a meeting took place; blank is `tenue`.
package enum MeetingState: UInt8, Code { case tenue = 1, planifiee, annulee }

package enum YesNo: UInt8, Code { case non = 1, oui }
