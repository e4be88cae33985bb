import Domain

/// The ids that a list gives. What refers to it is held against them; a reference to an entry that is broken is no error of its
/// own, nor is any where the list itself could not be read.
struct Roster {
  /// In the file's order, of broken entries too.
  private(set) var ids: [String] = []
  /// What the ids of broken entries should be.
  private(set) var claimed: Set<String> = []
  private(set) var isWhole: Bool

  static let unread = Roster(isWhole: false)

  init(_ ids: [String]) {
    self.ids = ids
    isWhole = true
  }

  private init(isWhole: Bool) { self.isWhole = isWhole }

  /// Of the entries of a list.
  init(of entries: [YAMLValue]?, underscores: Bool = false) {
    isWhole = entries != nil
    for entry in entries ?? [] {
      let id = entry.node.mapping?.first { $0.key.scalar?.string == "id" }?.value.scalar?.string
      guard let id, !id.isEmpty else {
        isWhole = false
        continue
      }
      // Of an id that stands twice, one entry has lost its own.
      if ids.contains(id) { isWhole = false }
      ids.append(id)
      claimed.insert(slug(of: id, underscores: underscores))
    }
  }
}
