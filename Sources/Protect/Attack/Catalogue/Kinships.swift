/// The kinship of sets of headcounts that stand together; most pages have the same.
struct Kinships {
  private var known: [[Int]: Kinship] = [:]
  private var wholes: [[Int]] = []

  mutating func kinship(among present: [Int], _ reading: Reading) -> Kinship {
    let sorted = present.sorted()
    if let kinship = known[sorted] { return kinship }
    if wholes.count < reading.headcounts.count { wholes = Kinships.wholes(in: reading.headcounts) }
    let kinship = Kinship(among: sorted, reading.headcounts, wholes: wholes)
    known[sorted] = kinship
    return kinship
  }

  /// Of each headcount, those that it is a part of.
  private static func wholes(in headcounts: [Headcount]) -> [[Int]] {
    headcounts.map { part in headcounts.indices.filter { part.isPart(of: headcounts[$0]) } }
  }
}
