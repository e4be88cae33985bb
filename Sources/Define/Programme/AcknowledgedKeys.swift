/// The keys of acknowledged.yaml.
package enum AcknowledgedKeys {
  package static let file = KeyGroup(
    "acknowledged.yaml",
    [
      .optional("waived", "Missing files, or refused rows, that will never be mended.", each: waived),
      .optional("explained", "Plausibility warnings that have their reason.", each: explained),
    ])

  static let waived = KeyGroup(
    "waived",
    [
      .required("association", "An association, or a list of some.", "afeji"),
      .required("kind", "A kind of export, or a list of some.", "etp"),
      .optional("month", "The month; or `from` and `until` instead.", "2022-01"),
      .alternative("from", "First month of several.", "2022-01"),
      .alternative("until", "Last month of several, included.", "2022-03"),
      .required("reason", "Printed in Complétude.", "\"fichier perdu\""),
    ])

  static let explained = KeyGroup(
    "explained",
    [
      .required("association", "The association.", "afeji"),
      .required("kind", "The kind of export.", "etp"),
      .required("month", "The month of the warning.", "2022-05"),
      .required("code", "The warning's code: one of those that begin with `plausibility-`.", "plausibility-fte"),
      .required("reason", "Why the number is right.", "\"ouverture du garage solidaire\""),
    ])
}
