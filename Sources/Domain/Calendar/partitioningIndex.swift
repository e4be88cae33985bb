extension RandomAccessCollection where Index == Int {
  /// In an ascending order, the first that fulfils what all behind it fulfil; the end: none does.
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
