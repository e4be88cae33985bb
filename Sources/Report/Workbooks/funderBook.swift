import Domain
import PlainText
import Workbook

/// The workbook of one funder's report: Synthèse, Sommaire, a sheet a section, Évolution, Révisions (from the second edition of the
/// report on), Complétude, Définitions, Données.
package func funderBook(_ month: ReportedMonth, _ funder: Funder) -> Book { funderBook(FunderReport(month, funder)) }

func funderBook(_ report: FunderReport) -> Book {
  Book(
    properties: properties(of: report),
    sheets: report.sheets.map { SheetLayout($0, footer: footer(of: report, $0)).sheet })
}

extension FunderReport {
  /// The sheets as values, in their order. Sections make way for the names that are always there.
  var sheets: [ReportSheet] {
    var taken = FixedSheet.allCases.map(\.rawValue)
    var sheets: [ReportSheet] = []
    for (index, section) in sections.enumerated() {
      let name = SheetName.fitting(visible(section.title), among: taken)
      taken.append(name)
      sheets.append(sectionSheet(section, of: self, name: name, number: index + 1))
    }
    sheets.append(evolutionSheet(self))
    if isRevision { sheets.append(revisionSheet(self)) }
    sheets += [deliverySheet(self), definitionSheet(self), dataSheet(self)]
    return [summarySheet(self), contentsSheet(of: sheets)] + sheets
  }
}

/// The sheets that every report has, by their exact names.
enum FixedSheet: String, CaseIterable {
  case summary = "Synthèse"
  case contents = "Sommaire"
  case evolution = "Évolution"
  case revisions = "Révisions"
  case deliveries = "Complétude"
  case definitions = "Définitions"
  case data = "Données"
}

private func properties(of report: FunderReport) -> BookProperties {
  let (year, month, day) = report.month.month.lastDay.civil
  func label(_ text: String) -> String { shortened(readerText(text), to: 250) }
  let title = "\(report.funder.title.fr) – \(report.month.month.french)"
  var properties = BookProperties(title: label(title), created: CreationDate(year: year, month: month, day: day))
  properties.subject = label(report.funder.label.fr)
  properties.author = label(report.programme.label.fr)
  properties.keywords = label("bilan, \(report.month.month.french), \(report.funder.id), \(report.month.edition)")
  properties.status = report.editionStatus
  properties.comments = report.programme.isIllustrative ? readerText(illustrativeSentence) : ""
  return properties
}

/// What it is, of when, and which page: a printed sheet that goes astray still says so.
private func footer(of report: FunderReport, _ sheet: ReportSheet) -> PageBand {
  // A band holds 255 units, and each `&` of a label counts twice.
  let programme = shortened(readerText(report.programme.label.fr), to: 40)
  var words = "\(sheet.name) – \(programme) – \(report.month.month.french) – édition \(report.month.edition)"
  words += " – \(report.editionStatus)" + (report.programme.isIllustrative ? " – illustratif" : "")
  return PageBand(left: [.text(words)], right: [.text("Page "), .page, .text(" sur "), .pages])
}

let illustrativeSentence = "Données illustratives : des chiffres de ce rapport sont inventés pour la démonstration."
