/// What a mark says of an unknown to whoever knows the rule. Kept where it is true of it: one that is not tells nothing.
struct Mark: Hashable {
  enum Meaning: Hashable {
    /// C: from 1 to k−1.
    case few
    /// D: 0, or at least k.
    case noneOrMany
  }
  let unknown: Int
  let meaning: Meaning
  let threshold: Int
}
