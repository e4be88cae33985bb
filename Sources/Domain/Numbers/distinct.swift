/// Each word, or whatever it is, once, where it came first.
package func distinct<Element: Hashable>(_ words: some Sequence<Element>) -> [Element] {
  var seen: Set<Element> = []
  return words.filter { seen.insert($0).inserted }
}
