/// What a person of the PTCE says to a funder about one figure of one month: free text that leaves the house as it was typed.
package struct Comment: Hashable, Sendable {
  package var key: Figures.Key
  package var month: Month
  package var text: Label

  package init(key: Figures.Key, month: Month, text: Label) {
    self.key = key
    self.month = month
    self.text = text
  }
}
