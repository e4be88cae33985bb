/// The columns of the reference tables.
package enum TableKeys {
  package static let territory = KeyGroup(
    "reference/territory.csv",
    [
      .required("territory", "Its id, as programme.yaml and measures call it.", "cahc"),
      .required("as_of", "The day of the vintage: 2021-12-31 or 31/12/2021.", "2021-12-31"),
      .required("ess_posts", "Posts of the social economy; may be blank.", "3330"),
      .required("all_posts", "All posts; may be blank.", "37000"),
      .required("share", "In per cent; goes before ess_posts ÷ all_posts; may be blank.", "\"9,0\""),
      .required("source", "Where the numbers stand.", "\"Flores 2021\""),
      .required("status", "official, declared or hypothetical.", "official"),
    ])

  package static let hours = KeyGroup(
    "reference/full-time-hours.csv",
    [
      .required("scheme", "aci, ei, ai, etti, eiti, or permanent for staff outside any.", "aci"),
      .required("valid_from", "The first day on which they hold.", "2014-01-01"),
      .required("annual_hours", "Hours of one full-time year, 1 to 8784.", "1820"),
      .required("kind", "paid or worked.", "paid"),
      .required("source", "Where the number stands.", "\"Réforme de l'IAE 2014\""),
    ])
}
