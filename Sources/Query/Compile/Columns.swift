/// Computed columns under names of their own, each once.
struct Columns {
  let prefix: String
  private var texts: [String] = []

  init(prefix: String) { self.prefix = prefix }

  mutating func name(of text: String) -> String {
    let number = texts.firstIndex(of: text) ?? texts.count
    if number == texts.count { texts.append(text) }
    return "\(prefix)_\(number)"
  }

  var definitions: [String] { texts.enumerated().map { "\($1) AS \(prefix)_\($0)" } }
  /// Each summed, under its own name.
  var sums: [String] { texts.indices.map { "CAST(COALESCE(SUM(\(prefix)_\($0)), 0) AS BIGINT) AS \(prefix)_\($0)" } }
}
