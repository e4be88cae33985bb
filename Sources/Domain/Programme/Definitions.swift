/// Everything a person wrote that decides what the figures mean: all of inputs/ but the exports.
package struct Definitions: Sendable {
  package var programme: Programme
  package var catalogue: Catalogue
  package var funders: [Funder]
  package var reference: Reference
  package var acknowledged: Acknowledged
  package init(
    programme: Programme, catalogue: Catalogue, funders: [Funder], reference: Reference, acknowledged: Acknowledged
  ) {
    self.programme = programme
    self.catalogue = catalogue
    self.funders = funders
    self.reference = reference
    self.acknowledged = acknowledged
  }
}
