/// A spreadsheet workbook as a value: everything that is written, and nothing about how.
///
/// It is not named Workbook, as no type is named as its module. Two equal books give the same
/// bytes, on any machine and any day; `write(_:to:temporaryFolder:)` turns one into a file and
/// `verify(_:at:)` proves that the file says the same.
package struct Book: Sendable, Equatable {
  package var properties: BookProperties
  package var sheets: [Sheet]

  package init(properties: BookProperties, sheets: [Sheet] = []) {
    self.properties = properties
    self.sheets = sheets
  }
}
