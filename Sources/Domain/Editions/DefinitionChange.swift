/// One entry of the definitions that is not what it was: this indicator, this association, this threshold.
package struct DefinitionChange: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    case vintage(territory: String, asOf: Day)
    case hours(Scheme?, validFrom: Day)
    /// The programme's name, start, legal mention.
    case programme
    case territory
    case axis(String)
    case instance(String)
    case association(Association.ID)
    case stay(Scheme)
    /// Rules that reading depends on, and words for codes.
    case reading
    case confidentiality
    case indicator(String)
    case waivers
    case funder(String)
    /// A whole file, where what stood in it before is no longer understood.
    case file
  }

  package let entry: Entry
  package let cause: RevisionCause
  /// Relative to the inputs folder.
  package let file: String
  /// For readers of the reports, in names.
  package let french: String
  /// A cause only where it moves a figure: how an association writes is nobody else's business.
  package let isSilent: Bool

  package init(
    _ entry: Entry, _ cause: RevisionCause, in file: String, _ french: String, isSilent: Bool = false
  ) {
    self.entry = entry
    self.cause = cause
    self.file = file
    self.french = french
    self.isSilent = isSilent
  }

  /// Whether a figure can be another by it, before protection.
  package var movesFigures: Bool {
    switch entry {
    case .confidentiality, .funder: false
    case .indicator, .programme, .territory, .axis, .instance, .association: cause != .presentation
    default: true
    }
  }
}
