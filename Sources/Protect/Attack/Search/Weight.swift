/// A number and how often it counts in a sum; by its place in a list of headcounts, or of unknowns.
struct Weight: Hashable, Sendable {
  let place: Int
  let times: Int
}

extension [Weight] {
  /// Each place once, in order, none of them without weight.
  init(adding weights: some Sequence<(place: Int, times: Int)>) {
    var sums: [Int: Int] = [:]
    for weight in weights { sums[weight.place, default: 0] += weight.times }
    self = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { Weight(place: $0.key, times: $0.value) }
  }

  func sum(_ numbers: (Int) -> Int) -> Int { reduce(0) { $0 + $1.times * numbers($1.place) } }
}
