/// What the attack found and the choice did not see, as the choice can use it.
struct Lesson {
  /// By candidates: had all of one of these sets been hidden, or marked otherwise, less would be known.
  let alternatives: [[Int]]
  /// It holds only where this candidate is hidden; nil: always.
  let condition: Int?
  let cell: CellOfMonth
}
