import Workbook

/// A report as a funder would get it, with invented figures: the styles and measures that looked
/// well in LibreOffice, for the Report stage to take up.
enum Sample {
  static let title = Style().with {
    $0.size = 20
    $0.isBold = true
    $0.colour = Palette.blue
    $0.verticalAlignment = .centre
  }
  static let heading = Style().with {
    $0.size = 14
    $0.isBold = true
    $0.colour = Palette.blue
    $0.verticalAlignment = .centre
  }
  static let quiet = Style().with {
    $0.colour = Look.muted
    $0.verticalAlignment = .top
  }
  static let header = Style().with {
    $0.isBold = true
    $0.colour = Look.white
    $0.fill = Palette.blue
    $0.verticalAlignment = .centre
    $0.wraps = true
  }
  static let numberHeader = header.with { $0.alignment = .right }
  /// Beside a column of numbers, which end where it begins.
  static let textHeader = header.with { $0.indent = 1 }
  static let body = Style().with {
    $0.colour = Look.ink
    $0.bottom = .thin
    $0.lineColour = Look.gridline
    $0.verticalAlignment = .centre
  }
  static let word = body.with { $0.indent = 1 }
  static let integer = body.with { $0.format = NumberFormat.integer }
  static let percent = body.with { $0.format = NumberFormat.percent(decimals: 1) }
  static let points = body.with { $0.format = NumberFormat.signed(decimals: 1) }
  static let signed = body.with { $0.format = NumberFormat.signedInteger }

  static func headers(_ words: String...) -> [Cell] {
    words.enumerated().map { .text($1, $0 == 0 ? header : numberHeader) }
  }

  static func book() -> Book {
    var properties = BookProperties(
      title: "Bilan mensuel du PTCE – mai 2022",
      created: CreationDate(year: 2022, month: 5, day: 31))
    properties.author = "PTCE Émergence Hénin-Carvin"
    properties.status = "provisoire"
    properties.keywords = "emploi, ESS, insertion"
    return Book(properties: properties, sheets: [summary(), jobs(), evolution()])
  }

  static func page(_ name: String, repeating rows: ClosedRange<Int>?) -> PageSetup {
    var page = PageSetup()
    page.repeatedRows = rows
    page.footer = PageBand(
      left: [.text("PTCE Émergence Hénin-Carvin – mai 2022")], centre: [.text(name)],
      right: [.text("Page "), .page, .text(" sur "), .pages])
    return page
  }

  static func summary() -> Sheet {
    var sheet = Sheet(name: "Synthèse")
    sheet.columns = [44, 14, 14, 14, 14, 16].map(ColumnWidth.init(width:))
    sheet.append([.text("Bilan mensuel du PTCE Émergence Hénin-Carvin", title)], height: 34)
    sheet.append([.text("Région Hauts-de-France – mai 2022, édition 1", heading)], height: 24)
    sheet.append(
      [.text("Chiffres provisoires : une association n’a pas encore remis ses fichiers.", quiet)],
      height: 28)
    let values: [(String, Cell, Cell, Cell, Cell)] = [
      (
        "Emplois créés ou en cours", .number(31, integer), .number(15, integer),
        .number(16, signed), .number(40, integer)
      ),
      (
        "Équivalents temps plein", .decimal(274_500, scale: 4, integer), .number(12, integer),
        .decimal(154_500, scale: 4, signed), .number(35, integer)
      ),
      (
        "Part de l’ESS dans l’emploi", .decimal(87, scale: 3, percent),
        .decimal(79, scale: 3, percent), .decimal(8, scale: 1, points),
        .decimal(9, scale: 2, percent)
      ),
    ]
    sheet.append(
      table: "t_chiffres_cles",
      headers: headers("Chiffre clé", "Valeur", "Départ", "Écart", "Cible")
        + [.text("Statut", textHeader)],
      rows: values.map { [.text($0.0, body), $0.1, $0.2, $0.3, $0.4, .text("provisoire", word)] },
      headerHeight: 26, rowHeight: 22, hasFilter: false)
    sheet.charts = [share(at: CellPlace(row: 8, column: 0))]
    sheet.freeze = CellPlace(row: 4, column: 1)
    sheet.page = page("Synthèse", repeating: 3...3)
    sheet.tab = Palette.blue
    return sheet
  }

  // Long: a sheet that uses everything at once.
  static func jobs() -> Sheet {
    var sheet = Sheet(name: "Emplois par axe")
    sheet.columns = [34, 16, 18, 22].map(ColumnWidth.init(width:))
    sheet.append([.text("Emplois par axe", title)], height: 34)
    sheet.append(
      [.text("Emplois créés et en cours de création depuis la labellisation, par axe.", quiet)],
      height: 28)
    let axes: [(String, Double, Double)] = [
      ("Mobilité", 9, 2), ("Alimentation durable", 7, 3), ("Réemploi", 4, 1),
      ("Numérique inclusif", 3, 0), ("Services aux familles", 2, 0),
    ]
    let table = sheet.append(
      table: "t_emplois_par_axe",
      headers: headers("Axe", "Créés", "En cours de création", "Créés ou en cours"),
      rows: axes.map {
        [
          .text($0.0, body), .number($0.1, integer), .number($0.2, integer),
          .number($0.1 + $0.2, integer),
        ]
      }, headerHeight: 26, rowHeight: 20, hasFilter: false)
    let names = sheet.reference(table.column(0))
    let series = [(1, Palette.blue), (2, Palette.turquoise)].map { column, colour in
      var series = ChartSeries(
        .cell(sheet.reference(table.header(column))), categories: names,
        values: sheet.reference(table.column(column)), colour: colour)
      series.labels = ChartSeries.Labels(format: "0;;", colour: Look.textColour(on: colour))
      return series
    }
    var chart = Chart(
      .stackedBar, title: "Mobilité et alimentation portent deux emplois sur trois", series: series,
      alternativeText:
        "Barres empilées : emplois créés et en cours de création pour cinq axes. Mobilité 9 et 2, "
        + "alimentation durable 7 et 3, réemploi 4 et 1, numérique inclusif 3, services aux familles 2.",
      at: CellPlace(row: 9, column: 0))
    chart.width = 700
    chart.values = ChartAxis(title: "postes", format: "0", minimum: 0)
    sheet.charts = [chart]
    sheet.freeze = CellPlace(row: 3, column: 1)
    sheet.page = page("Emplois par axe", repeating: 2...2)
    return sheet
  }

  static func evolution() -> Sheet {
    var sheet = Sheet(name: "Évolution")
    sheet.columns = [18, 18, 18, 14].map(ColumnWidth.init(width:))
    sheet.append([.text("Évolution sur treize mois", title)], height: 34)
    sheet.append([.text("Part de l’ESS dans l’emploi salarié du territoire.", quiet)], height: 28)
    let months = [
      "mai 2021", "juin 2021", "juil. 2021", "août 2021", "sept. 2021", "oct. 2021", "nov. 2021",
      "déc. 2021", "janv. 2022", "févr. 2022", "mars 2022", "avr. 2022", "mai 2022",
    ]
    let figures = [790, 791, 795, 794, 802, 810, 815, 814, 826, 838, 845, nil, 870]
    let rows: [[Cell]] = zip(months, figures).map { month, share in
      [
        .text(month, body), share.map { .decimal($0, scale: 4, percent) } ?? Cell(.blank, percent),
        .decimal(9, scale: 2, percent), .text(share == nil ? "manquant" : "définitif", word),
      ]
    }
    let table = sheet.append(
      table: "t_evolution",
      headers: headers("Mois", "Part de l’ESS", "Cible") + [.text("Statut", textHeader)],
      rows: rows,
      headerHeight: 24, rowHeight: 18)
    precondition(table.area == shares)
    sheet.charts = [share(at: CellPlace(row: 2, column: 5))]
    sheet.freeze = CellPlace(row: 3, column: 1)
    sheet.page = page("Évolution", repeating: 2...2)
    return sheet
  }

  static let shares = CellArea(rows: 2...15, columns: 0...3)

  /// Drawn from Évolution, on whatever sheet.
  static func share(at place: CellPlace) -> Chart {
    let table = Table(name: "t_evolution", area: shares)
    func cells(_ area: CellArea) -> CellReference { CellReference(sheet: "Évolution", area: area) }
    let names = cells(table.column(0))
    let measured = ChartSeries(
      .cell(cells(table.header(1))), categories: names, values: cells(table.column(1)),
      colour: Palette.blue)
    let target = ChartSeries.target(
      .text("Cible : 9\u{A0}%"), categories: names, values: cells(table.column(2)))
    var chart = Chart(
      .line, title: "La part de l’ESS approche des 9\u{A0}%", series: [measured, target],
      alternativeText:
        "Courbe : la part de l’ESS monte de 7,9\u{A0}% en mai 2021 à 8,7\u{A0}% en mai 2022 ; avril "
        + "2022 manque. La cible est de 9\u{A0}%.", at: place)
    chart.width = 700
    chart.height = 320
    chart.values = ChartAxis(
      format: NumberFormat.percent(decimals: 1), minimum: 0.075, maximum: 0.095, step: 0.005)
    return chart
  }

  /// The size a real report may have: many sheets of 100 rows and 8 columns.
  static func large(sheets: Int, rows: Int) -> Book {
    var book = book()
    for number in 1...sheets {
      var sheet = Sheet(name: "Données \(number)")
      sheet.append(
        table: "t_donnees_\(number)", headers: (1...8).map { .text("colonne \($0)", header) },
        rows: (0..<rows).map { row in
          (0..<4).map { .text("ligne \(row), colonne \($0)", body) }
            + (0..<4).map { .decimal(row * 10_007 + $0 * number, scale: 4, integer) }
        })
      book.sheets.append(sheet)
    }
    return book
  }
}
