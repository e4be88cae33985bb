/// The document properties shown by the file manager and read out by screen readers.
///
/// libxlsxwriter 1.1.4 cannot set the document's language. Empty text leaves a property out.
package struct BookProperties: Sendable, Equatable {
  package var title: String
  package var subject = ""
  package var author = ""
  package var company = ""
  package var category = ""
  package var keywords = ""
  package var comments = ""
  /// The content status, for instance "provisoire".
  package var status = ""
  /// Written as midnight UTC. Without it libxlsxwriter would write the present time.
  package var created: CreationDate

  package init(title: String, created: CreationDate) {
    self.title = title
    self.created = created
  }
}
