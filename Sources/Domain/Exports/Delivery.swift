/// What became of one delivery: a file that came, or one that is owed and did not.
package struct Delivery: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case accepted, refused, absent
  }
  package let id: DeliveryID
  package var outcome: Outcome
  package var isOwed: Bool
  package var rowsKept: Int
  package var rowsRefused: Int
  /// Whether there is a reason in ``waived``.
  package private(set) var isWaived: Bool
  /// What is long. One object: a month's deliveries are looked through again and again, after ten years thousands of them, and each look
  /// copies one.
  private var texts: Texts

  private final class Texts: Hashable, Sendable {
    struct Values: Hashable, Sendable {
      var file: String
      var sha256: String
      var context = ""
      var setAside: [SetAside] = []
      var expectedName: String?
      var waived: String?
    }
    let values: Values
    init(_ values: Values) { self.values = values }
    static func == (a: Texts, b: Texts) -> Bool { a === b || a.values == b.values }
    func hash(into hasher: inout Hasher) { hasher.combine(values) }

    func with<Value>(_ place: WritableKeyPath<Values, Value>, _ value: Value) -> Texts {
      var values = values
      values[keyPath: place] = value
      return Texts(values)
    }
  }

  package init(
    _ id: DeliveryID, file: String = "", sha256: String = "", outcome: Outcome, isOwed: Bool = false, rowsKept: Int = 0,
    rowsRefused: Int = 0, waived: String? = nil
  ) {
    self.id = id
    self.outcome = outcome
    self.isOwed = isOwed
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
    isWaived = waived != nil
    texts = Texts(Texts.Values(file: file, sha256: sha256, waived: waived))
  }

  /// Relative to the inputs folder; empty where nothing came.
  package var file: String {
    get { texts.values.file }
    set { texts = texts.with(\.file, newValue) }
  }
  /// SHA-256 of the file as it came, lower-case hexadecimal; empty where nothing came.
  package var sha256: String {
    get { texts.values.sha256 }
    set { texts = texts.with(\.sha256, newValue) }
  }
  /// What its reading owes to other files (rows refused because earlier ones spell a job otherwise): the same bytes beside others
  /// read otherwise. Empty: nothing, as nearly always.
  package var context: String {
    get { texts.values.context }
    set { texts = texts.with(\.context, newValue) }
  }
  /// Lines of this month that its association's mapping sets aside, by rule.
  package var setAside: [SetAside] {
    get { texts.values.setAside }
    set { texts = texts.with(\.setAside, newValue) }
  }
  /// What the file would be called where its association's software names it; nil: as the contract does.
  package var expectedName: String? {
    get { texts.values.expectedName }
    set { texts = texts.with(\.expectedName, newValue) }
  }
  /// Reason of a waiver in acknowledged.yaml: what lacks here will never be mended.
  package var waived: String? {
    get { texts.values.waived }
    set {
      // Nearly none is, or was.
      guard isWaived || newValue != nil else { return }
      texts = texts.with(\.waived, newValue)
      isWaived = newValue != nil
    }
  }

  // Inlined: every table and sentence of an edition asks it of every file, and to ask it of another module copies the delivery first.
  /// Owed, not accepted, and not excused: it keeps figures provisional.
  @inlinable package var isLacking: Bool { isOwed && outcome != .accepted && !isWaived }
  /// Lacking because nothing came: to be asked for.
  @inlinable package var isAwaited: Bool { isLacking && outcome == .absent }

  @inlinable package var association: Association.ID { id.association }
  @inlinable package var kind: ExportKind { id.kind }
  @inlinable package var month: Month { id.month }
  /// The file as it is called, or as it should be.
  package var name: String { file.isEmpty ? expectedName ?? id.file : file }
}

extension Collection<Delivery> {
  /// In their order, by association: what is asked for every association is looked for once.
  package var byAssociation: [Association.ID: [Delivery]] { Dictionary(grouping: self, by: \.association) }

  /// By month, then as the programme lists its associations, then by kind: the order of every table of deliveries.
  package func inOrder(of programme: Programme) -> [Delivery] {
    let places = Dictionary(
      programme.associations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let deliveries = Array(self)
    let keys = deliveries.indices.map { place in
      let id = deliveries[place].id
      return (id.month, places[id.association] ?? places.count, id.kind.rawValue)
    }
    // What was put in order before mostly is.
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return deliveries }
    return deliveries.indices.sorted { keys[$0] < keys[$1] }.map { deliveries[$0] }
  }
}
