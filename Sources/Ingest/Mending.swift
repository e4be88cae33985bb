/// What an association would have sent had a fault not been there: for telling what the fault costs, and kept nowhere. On these
/// lines optional cells of these columns are read as blank, a second row and one that disagrees are kept, and a job that is
/// spelt otherwise is the one it was.
package struct Mending: Hashable, Sendable {
  package let lines: Set<Int>
  /// Places in the file.
  package let columns: Set<Int>
  package init(lines: Set<Int>, columns: Set<Int>) {
    self.lines = lines
    self.columns = columns
  }
}
