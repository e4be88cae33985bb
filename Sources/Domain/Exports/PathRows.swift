/// The accepted rows of one register of insertion paths, as columns; blanks as in ``JobRows``.
package struct PathRows: Sendable {
  package var association: Int
  package var month: Month
  package var file: String

  package var line: [UInt32] = []
  /// Number of `beneficiaire_id` within the association.
  package var beneficiary: [UInt32] = []
  /// Number of `cle_personne` over all associations; 0: none.
  package var sharedKey: [UInt32] = []
  package var scheme: [UInt8] = []
  package var axis: [UInt8] = []
  /// Days; `exit` Int32.min: still there.
  package var entry: [Int32] = []
  package var exit: [Int32] = []
  package var outcome: [UInt8] = []
  package var sex: [UInt8] = []
  /// A day; `yearOnly - year` where only the year is given; Int32.min: unknown.
  package var birth: [Int32] = []
  package var rsa: [UInt8] = []
  package var rqth: [UInt8] = []
  package var qpv: [UInt8] = []
  /// -1: unknown.
  package var monthsUnemployed: [Int32] = []
  package var commune: [UInt32] = []

  package init(association: Int, month: Month, file: String) {
    self.association = association
    self.month = month
    self.file = file
  }
  package var count: Int { line.count }

  /// Which paths there are, and where: of a large programme's registers the rest is not kept for a check.
  package var onlyPaths: PathRows {
    var paths = PathRows(association: association, month: month, file: file)
    (paths.line, paths.beneficiary, paths.entry) = (line, beneficiary, entry)
    return paths
  }

  /// What tells persons apart: the shared key where given, else the association's own id. A row with a key and one
  /// without are two persons: nothing says that they are one.
  package func person(_ row: Int) -> UInt64 {
    sharedKey[row] != 0
      ? UInt64(sharedKey[row]) : UInt64(association + 1) << 32 | UInt64(beneficiary[row])
  }

  /// Whole years at the entry; a year alone counts as a difference of years.
  package func ageAtEntry(_ row: Int) -> Int? {
    let birth = birth[row]
    return birth == Int32.min ? nil : PathRows.age(birth, at: Day(number: entry[row]))
  }

  /// Whole years that somebody who enters a path has; what is outside is no birth, but what software writes for want of one.
  package static let likelyAges = 14...99

  /// Of a birth that is known.
  package static func age(_ birth: Int32, at entry: Day) -> Int {
    let (year, month, day) = entry.civil
    if birth < PathRows.yearLimit { return year - Int(PathRows.yearOnly - birth) }
    let (birthYear, birthMonth, birthDay) = Day(number: birth).civil
    return year - birthYear - ((month, day) < (birthMonth, birthDay) ? 1 : 0)
  }

  /// The year of a birth of which only the year is known.
  package static func yearAlone(_ birth: Int32) -> Int? {
    birth != Int32.min && birth < yearLimit ? Int(yearOnly - birth) : nil
  }

  /// A birth of which only the year is known is `yearOnly - year`: far below every day.
  package static let yearOnly: Int32 = -10_000_000
  private static let yearLimit: Int32 = -9_000_000
}
