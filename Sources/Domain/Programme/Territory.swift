/// The agglomeration whose jobs are counted, its communes, and the territory it is compared to.
package struct Territory: Hashable, Sendable {
  package struct Commune: Hashable, Sendable {
    package var code: CommuneCode
    package var label: String
    package var aliases: [String]
    package var postalCodes: [String]
    package init(code: CommuneCode, label: String, aliases: [String] = [], postalCodes: [String] = []) {
      self.code = code
      self.label = label
      self.aliases = aliases
      self.postalCodes = postalCodes
    }
  }
  package var id: String
  package var label: Label
  package var comparedTo: String?
  package var communes: [Commune]
  package init(id: String, label: Label, comparedTo: String? = nil, communes: [Commune]) {
    self.id = id
    self.label = label
    self.comparedTo = comparedTo
    self.communes = communes
  }
}
