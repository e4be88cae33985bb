/// Numbers from 0 by which of them belong together (disjoint sets: Tarjan, 1975).
struct Partition {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func join(_ members: some Sequence<Int>) {
    var first: Int?
    for member in members {
      let (a, b) = (root(member), root(first ?? member))
      if a != b { parent[max(a, b)] = min(a, b) }
      first = first ?? member
    }
  }

  /// Of those that are meant: each in order, the parts by their first.
  mutating func parts(where isMeant: (Int) -> Bool) -> [[Int]] {
    var places: [Int: Int] = [:]
    var parts: [[Int]] = []
    for member in parent.indices where isMeant(member) {
      let first = root(member)
      if let place = places[first] {
        parts[place].append(member)
      } else {
        places[first] = parts.count
        parts.append([member])
      }
    }
    return parts
  }

  private mutating func root(_ start: Int) -> Int {
    var place = start
    while parent[place] != place {
      parent[place] = parent[parent[place]]
      place = parent[place]
    }
    return place
  }
}
