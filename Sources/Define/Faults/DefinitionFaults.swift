/// Collects what is wrong with the definitions, while they are read on to the end.
package final class DefinitionFaults {
  private var all: [DefinitionError] = []
  /// Definitions of an edition are read as they were understood when it was published: what a later bilan is stricter about
  /// (``noteSlip(_:)``) is no error of theirs.
  private let arePublished: Bool

  package init(arePublished: Bool = false) { self.arePublished = arePublished }

  package var isEmpty: Bool { all.isEmpty }

  package func note(_ error: DefinitionError) { all.append(error) }

  /// What can be understood all the same, and cannot be meant: an entry that is doubled or touches nothing.
  func noteSlip(_ error: DefinitionError) { if !arePublished { all.append(error) } }

  /// What was read, if nothing was wrong with it: what rests on something broken is not looked at.
  func sound<Value>(_ read: () -> Value) -> Value? {
    let before = all.count
    let value = read()
    return all.count == before ? value : nil
  }

  /// Throws ``DefinitionError`` or ``DefinitionErrors`` where anything was noted.
  package func throwAny() throws {
    var told: Set<DefinitionError> = []
    let errors = all.filter { told.insert($0).inserted }.sorted {
      ($0.file, $0.line ?? 0, $0.column ?? 0, $0.expected) < ($1.file, $1.line ?? 0, $1.column ?? 0, $1.expected)
    }
    if errors.count == 1 { throw errors[0] }
    if !errors.isEmpty { throw DefinitionErrors(all: errors) }
  }
}
