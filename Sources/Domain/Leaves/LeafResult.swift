/// What another engine answered about one programme: the whole numbers of every leaf, and which files they were counted from.
package struct LeafResult: Sendable {
  /// What was asked, whether or not there was anything to count.
  package struct Question: Hashable, Sendable {
    package let leaf: String
    package let breakdown: [Dimension]
    package init(leaf: String, breakdown: [Dimension]) {
      self.leaf = leaf
      self.breakdown = breakdown
    }
  }

  /// By a leaf's id and the suffix of its part.
  package var rows: [String: [LeafRow]] = [:]
  package var questions: Set<Question> = []
  /// Those of which persons were counted; other leaves answer for every month.
  package var months: Set<Month> = []
  /// The last month of the facts.
  package var last: Month
  /// Tells apart definitions by which the same files make other facts.
  package var numbering: Int64
  package var deliveries: [DeliveryState] = []

  package init(last: Month, numbering: Int64) {
    self.last = last
    self.numbering = numbering
  }

  package func rows(_ leaf: String, _ part: LeafRow.Part) -> [LeafRow] { rows[leaf + part.suffix] ?? [] }
}
