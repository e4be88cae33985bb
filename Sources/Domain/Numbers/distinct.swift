/// Each word once, where it came first.
package func distinct(_ words: some Sequence<String>) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }
}
