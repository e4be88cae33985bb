import Host

/// Values made of the elements of a list, one for each. Of a series each edition has the first part of what the last one has, and the
/// values with it: they are made once, and nobody looks at them again (measured: 120 editions of 2,520 files, 0.3 s of 7.6).
struct SeriesValues<Element: Sendable, Value: Sendable>: Sendable {
  private var elements: ArraySlice<Element> = []
  private var values: ArraySlice<Value> = []

  /// In their order. Asked first for the longest list.
  mutating func values(of list: ArraySlice<Element>, _ make: (Element) throws -> Value) rethrows -> ArraySlice<Value> {
    if list.begins(elements) { return values.prefix(list.count) }
    values = try list.map(make)[...]
    elements = list
    return values
  }
}
