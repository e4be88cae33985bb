/// The accepted rows of one `etp` export, as columns. Identifiers are numbers given within the association, the same
/// in each of its files; 0 is a blank in every coded column.
package struct JobRows: Sendable {
  /// Index into the programme's associations.
  package var association: Int
  package var month: Month
  package var file: String

  package var line: [UInt32] = []
  package var job: [UInt32] = []
  /// 0: nobody holds the job.
  package var employee: [UInt32] = []
  package var axis: [UInt8] = []
  package var contract: [UInt8] = []
  package var status: [UInt8] = []
  package var scheme: [UInt8] = []
  package var sex: [UInt8] = []
  package var commune: [UInt32] = []
  /// Ten-thousandths; -1 is a blank.
  package var fullTimeEquivalent: [Int32] = []
  /// Ten-thousandths of an hour; -1 is a blank.
  package var hours: [Int64] = []
  /// Days; Int32.min is a blank.
  package var start: [Int32] = []
  package var end: [Int32] = []

  package init(association: Int, month: Month, file: String) {
    self.association = association
    self.month = month
    self.file = file
  }
  package var count: Int { line.count }
}
