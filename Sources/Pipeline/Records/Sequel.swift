/// Values made of a list's elements, kept for the list that comes next: of the files and findings of an edition, the edition a month later
/// has nearly all, in the same order, and what the ledger and the manifest say of them is made once.
///
/// `isSame`: the very element, and not one that looks like it: é as one character and as two are the same to Swift, and not to the ledger.
struct Sequel<Element: Sendable, Value: Sendable>: Sendable {
  private let isSame: @Sendable (Element, Element) -> Bool
  private var elements: [Element] = []
  private var values: [Value] = []

  init(_ isSame: @escaping @Sendable (Element, Element) -> Bool) { self.isSame = isSame }

  /// One for each element, in their order.
  mutating func values(of list: [Element], _ make: (Element) throws -> Value) rethrows -> [Value] {
    var made: [Value] = []
    made.reserveCapacity(list.count)
    // By pointers: compared in an array, each of two is copied first, and a copy costs more than the comparison.
    try elements.withUnsafeBufferPointer { elements in
      try list.withUnsafeBufferPointer { list in
        var next = 0
        for index in list.indices {
          // What the list no longer has is passed over, as far as this; behind it all is made anew.
          let end = min(next + 8, elements.count)
          var place = next
          while place < end, !isSame(elements[place], list[index]) { place += 1 }
          if place < end {
            made.append(values[place])
            next = place + 1
          } else {
            made.append(try make(list[index]))
          }
        }
      }
    }
    (elements, values) = (list, made)
    return made
  }
}
