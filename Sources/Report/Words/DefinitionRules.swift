import Domain

let provisionalRule =
  "Un chiffre provisoire sera repris dans une prochaine édition, quand les fichiers attendus seront là."

let meanRule =
  "Les équivalents temps plein de plusieurs mois sont des moyennes : pour chaque association, la moyenne des mois "
  + "qu'elle a transmis ; les associations s'ajoutent ensuite."

let hoursRule =
  "Quand un fichier donne des heures et non des ETP : heures du mois ÷ heures annuelles × 12. Les heures sont prises "
  + "dans l'unité du dispositif ; rien n'est converti."

/// The rule of small counts, with the thresholds the report was made under.
func confidentialityRules(_ programme: Programme) -> [String] {
  let rule = programme.confidentiality
  return [
    "Un effectif de 1 à \(rule.personsThreshold - 1) personnes est masqué (s) ; de 1 à \(rule.sensitiveThreshold - 1) "
      + "pour les indicateurs sensibles. Zéro est montré.",
    "Un taux est masqué quand son numérateur, son dénominateur ou leur différence est un tel effectif ; une différence "
      + "ou une somme qui en contient l'est aussi.",
  ] + (rule.hidesSums ? [sumsRule(rule)] : []) + [
    "D'autres chiffres sont masqués pour qu'aucun ne puisse être retrouvé par soustraction, entre les tableaux, les "
      + "financeurs, les mois et les éditions : qui ignore lesquels sont petits ne peut situer un effectif masqué à moins "
      + "de \(rule.personsThreshold) près (\(rule.sensitiveThreshold) pour les indicateurs sensibles).",
    "Dans le fichier CSV : F, montré ; C, masqué parce que petit ; D, masqué pour en protéger d'autres. D ne dit rien de "
      + "la valeur : elle peut être petite, grande ou nulle.",
  ]
}

/// How much of the report is hidden, and why.
func hiddenWords(_ figures: [FunderFigure]) -> String {
  func count(_ mark: Confidentiality) -> Int { figures.count { $0.released?.confidentiality == mark } }
  let (small, others) = (count(.C), count(.D))
  if small + others == 0 { return "Dans ce rapport, rien n'est masqué." }
  func words(_ count: Int) -> String { count < 2 ? "\(count) est masqué" : "\(count) sont masqués" }
  let whole = "Des \(figures.count) chiffres de ce rapport, \(words(small)) parce que petits"
  return whole + (others == 0 ? "." : " et \(others) pour qu'on ne puisse les retrouver.")
}

private func sumsRule(_ rule: Programme.Confidentiality) -> String {
  "Une somme d'équivalents temps plein ou d'heures est masquée quand elle est celle de 1 à \(rule.sumsThreshold - 1) personnes ; "
    + "un taux, une différence ou une somme de sommes l'est quand l'une d'elles, ou ce qui les sépare, est de si peu de personnes."
}

/// The hours of a full-time year in force, scheme by scheme.
func hoursTable(_ month: ReportedMonth) -> ReportTable {
  let schemes: [Scheme?] = [nil] + Scheme.allCases
  let reference = month.definitions.reference
  var table = ReportTable(
    "t_heures",
    [
      .init("Dispositif", width: 30), .init("Source", width: 48), .init("Heures par an", width: 13, isNumber: true),
      .init("Heures comptées, en vigueur depuis", width: 48),
    ],
    rows: schemes.compactMap { scheme in
      reference.hours(of: scheme, in: month.month).map { hours in
        let counted = hours.counted == .paid ? "heures payées" : "heures travaillées"
        let annual = hours.annual.rational
        return [
          .text(scheme?.french ?? "Salariés permanents"), .text(readerText(hours.source)),
          .number(annual, NumberLook(decimals: annual.isWhole ? 0 : 2)),
          .text("\(counted), depuis le \(frenchDay(hours.validFrom))"),
        ]
      }
    })
  table.whenEmpty = "Aucune."
  return table
}

/// The vintage that each territory's reference figures rest on.
func vintageTable(_ month: ReportedMonth) -> ReportTable {
  let (reference, programme) = (month.definitions.reference, month.definitions.programme)
  let vintages = distinct(reference.vintages.map(\.territory)).compactMap {
    reference.vintage(of: $0, in: month.month)
  }
  var table = ReportTable(
    "t_references",
    [
      .init("Territoire", width: 30), .init("Source", width: 48), .init("Part de l’ESS (%)", width: 13, isNumber: true),
      .init("Postes et nature de la donnée", width: 48),
    ],
    rows: vintages.map { vintage in
      let label = territoryName(vintage.territory, in: programme)
      return [
        .text(readerText(label)), .text(readerText(vintage.source)),
        vintage.percentage.map { .number($0, NumberLook(decimals: 1)) } ?? ReportCell(.missing),
        .text(readerText(standingWords(vintage))),
      ]
    })
  table.whenEmpty = "Aucune."
  return table
}

/// `3 330 postes ESS sur 37 000, au 31 décembre 2021 ; donnée hypothétique`
private func standingWords(_ vintage: Reference.Vintage) -> String {
  func posts(_ quantity: Quantity?) -> String {
    quantity.map { French.number($0.rational, decimals: $0.rational.isWhole ? 0 : 1) } ?? "nd"
  }
  let standing: String
  switch vintage.standing {
  case .official: standing = "officielle"
  case .declared: standing = "déclarée"
  case .hypothetical: standing = "hypothétique"
  }
  return
    "\(posts(vintage.essPosts)) postes ESS sur \(posts(vintage.allPosts)), au \(frenchDay(vintage.asOf)) ; "
    + "donnée \(standing)"
}
