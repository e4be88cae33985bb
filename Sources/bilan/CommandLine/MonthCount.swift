import ArgumentParser

/// A number of months as it is typed: `36m`.
struct MonthCount: ExpressibleByArgument {
  let count: Int

  init?(argument: String) {
    guard argument.last == "m", let count = Int(argument.dropLast()), (1...1200).contains(count) else { return nil }
    self.count = count
  }
}
