/// programme.yaml: who reports, on which axes, under which rules. Ids are stable; labels and aliases may change.
package struct Programme: Hashable, Sendable {
  package struct Rules: Hashable, Sendable {
    /// A file with strictly more than this share of refused rows is refused whole.
    package var maxRejectedShare = Quantity(tenThousandths: 2000)
    /// A revision whose largest relative change is below it is minor.
    package var materialThreshold = Quantity(tenThousandths: 100)
    /// Day of the following month on which a month's files are due.
    package var dueDay = 15
    package var retentionMonths: Int?
    /// An export that changed less than so long ago may still be arriving: `run` waits for it.
    package var settleSeconds = 5
    /// Days a path must have lasted for its exit to be examined; 0 where absent.
    package var minimumStayDays: [Scheme: Int] = [:]
    package init() {}
  }
  package struct Confidentiality: Hashable, Sendable {
    package var personsThreshold = 5
    package var sensitiveThreshold = 11
    /// A sum behind which fewer persons stand is hidden; 0 and 1: none is for that.
    package var sumsThreshold = 0
    /// Chosen last where other cells must be hidden.
    package var keep: [KeptCells] = []
    package var keyFile: String?
    package init() {}

    /// Whether some sum can be hidden for the persons behind it.
    package var hidesSums: Bool { sumsThreshold > 1 }
  }

  package var id: String
  package var label: Label
  package var start: Month
  /// Made-up data: the mark reaches every report.
  package var isIllustrative = false
  package var legal: Label?
  /// Whom an association asks: printed in the letters.
  package var contact: Label?
  package var territory: Territory
  package var axes: [Axis]
  package var instances: [Instance]
  /// To be set as a whole: each change numbers them anew.
  package var associations: [Association] { didSet { places = Programme.places(of: associations) } }
  /// Place of each association by id, the first where two have one: every delivery asks.
  private var places: [Association.ID: Int]
  package var rules = Rules()
  /// Words of all its associations for the codes of closed lists.
  package var words = OwnWords()
  package var confidentiality = Confidentiality()

  package init(
    id: String, label: Label, start: Month, territory: Territory, axes: [Axis], instances: [Instance],
    associations: [Association]
  ) {
    self.id = id
    self.label = label
    self.start = start
    self.territory = territory
    self.axes = axes
    self.instances = instances
    self.associations = associations
    places = Programme.places(of: associations)
  }

  private static func places(of associations: [Association]) -> [Association.ID: Int] {
    Dictionary(associations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of an association in the list: what the columns of facts hold.
  package func index(of id: Association.ID) -> Int? { places[id] }

  package func association(_ id: Association.ID) -> Association? { index(of: id).map { associations[$0] } }

  /// An association's name; its id where the programme no longer has it.
  package func label(of id: Association.ID) -> String { association(id)?.label ?? id }
}
