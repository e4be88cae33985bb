import Domain

/// What somebody who starts a programme says of it, as said: on the command line or at the terminal. All of it can be left out.
package struct StarterAnswers: Hashable, Sendable {
  package var name: String?
  package var start: Month?
  /// `[id=]label`
  package var territory: String?
  package var compared: String?
  /// `code=name[=postal code,…]`
  package var communes: [String] = []
  package var axes: [String] = []
  /// `[id=]label[@commune]`, the carrier first.
  package var associations: [String] = []
  /// Who keeps a register of insertion paths, by id or label; nobody named: everybody.
  package var insertion: [String] = []
  package var funders: [String] = []
  package var contact: String?

  package init() {}

  /// Whether a programme can be made of what was said so far. Throws ``StarterRefused``.
  package func check() throws { _ = try Starter(self, folder: "ptce", newest: lastWholeMonth()) }
}
