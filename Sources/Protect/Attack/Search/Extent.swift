/// How much of what is told somebody has before him.
enum Extent {
  /// What was published before.
  case before
  /// That, and how the numbers of what is about to be published stand to it and to each other, whatever is shown of them.
  case unfilled
  /// Everything.
  case everything
}
