/// What a reader sees for an id. French is always there; English stands beside it where the data file gives one.
package struct Label: Hashable, Sendable {
  package var fr: String
  package var en: String?
  package init(fr: String, en: String? = nil) {
    self.fr = fr
    self.en = en
  }
}
