import Domain
import Testing
import Workbook

@testable import Report

/// A picture tells what is hidden (`s`) from what is missing (`nd`) and from what is not asked for (`–`), in its numbers, its names and
/// the words for those who do not see it; and none is drawn of what may not be told.
@Suite struct AbsentNumberTests {
  /// Of one member of one series.
  enum State: String, CaseIterable, CustomTestStringConvertible {
    case shown = "12"
    case hidden = "s"
    case missing = "nd"
    case absent = "–"
    var testDescription: String { rawValue }

    func figure(_ indicator: String, _ member: [Domain.Cell.Member]) -> ReleasedFigure? {
      switch self {
      case .shown: return FunderSample.released(indicator, .annee, Rational(12), member)
      case .hidden: return FunderSample.released(indicator, .annee, Rational(3), member, hidden: true)
      case .missing: return FunderSample.released(indicator, .annee, nil, member, reason: .aucunFichier)
      case .absent: return nil
      }
    }
  }

  private static let members = ["adds", "afeji", "die"]

  /// Three members, the first with a number in the first series: `states` are the others', series by series.
  private func report(
    _ states: [[State]], chart: Funder.Chart = .bar(["personnes", "etp_total"]), target: Bool = false
  ) -> FunderReport {
    let indicators = Array(["personnes", "etp_total"].prefix(states.count))
    var figures = indicators.map { FunderSample.released($0, .annee, Rational(40)) }
    for (indicator, states) in zip(indicators, states) {
      for (member, state) in zip(Self.members, states) {
        if let figure = state.figure(indicator, FunderSample.association(member)) { figures.append(figure) }
      }
    }
    var funder = FunderSample.funder
    funder.keyFigures = [Figures.Key("personnes", .annee)]
    funder.sections = [FunderSample.section("S", .association, indicators.map { ($0, .annee) }, chart)]
    if target {
      funder.objectives = [
        Objective(
          key: Figures.Key("personnes", .annee, Domain.Cell(FunderSample.association("adds"))),
          period: FunderSample.month...FunderSample.month, value: Rational(20), kind: .objectif, source: "s")
      ]
    }
    return FunderReport(FunderSample.reported([funder], figures: figures), funder)
  }

  private func sheet(_ report: FunderReport, _ name: String = "S") throws -> Sheet {
    try #require(funderBook(report).sheets.first { $0.name == name })
  }

  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("~", with: " ").replacing(
      "·", with: " ")
  }

  /// Every combination of two members.
  private static let pairs = State.allCases.flatMap { a in State.allCases.map { [a, $0] } }

  @Test(arguments: pairs) func oneSeries(_ states: [State]) throws {
    let report = report([[.shown] + states])
    // In programme order where the numbers tie; what has none comes last.
    let page = plain(readableText(funderPage(report)))
    let sheet = try sheet(report)
    let words = plain(try #require(sheet.charts.first).alternativeText)
    for (name, state) in zip(["AFEJI", "DIE"], states) where report.sections[0].members.contains(name.lowercased()) {
      #expect(page.contains("\(name) \(state.rawValue)\n"))
      #expect(words.contains("\(name) \(state.rawValue)"))
      let own = plain(readableText(of: sheet)).contains("\(name) : \(state.rawValue)")
      #expect(own == (state != .shown), "the bar that is not drawn says why; one that is has its label")
    }
  }

  /// Each series has its own reason; the name says which, unless it is one for all.
  @Test(arguments: pairs, [State.hidden, .missing]) func twoSeries(_ states: [State], _ other: State) throws {
    let report = report([[.shown] + states, [.shown, other, other]])
    let page = plain(readableText(funderPage(report)))
    let text = plain(readableText(of: try sheet(report)))
    for (name, state) in zip(["AFEJI", "DIE"], states) {
      let first = state == .shown ? "12,00" : state.rawValue
      #expect(page.contains("\(name) \(first) ; \(other.rawValue)\n"))
      #expect(text.contains("\(name) : \(state.rawValue)") == (state == other))
      #expect(
        text.contains("\(name) (Bénéficiaires : \(state.rawValue), ETP : \(other.rawValue))")
          == (state != .shown && state != other))
      #expect(text.contains("\(name) (ETP : \(other.rawValue))") == (state == .shown))
    }
  }

  /// Where a mark stands the numbers go with the names, and so does why there is none.
  @Test(arguments: [State.hidden, .missing]) func besideAMark(_ state: State) throws {
    let report = report([[.shown, state, .shown]], chart: .bar(["personnes"]), target: true)
    let sheet = try sheet(report)
    let chart = try #require(sheet.charts.first)
    #expect(chart.series.map(\.isMark) == [false, true])
    #expect(plain(chart.alternativeText).contains("AFEJI : \(state.rawValue)"))
    #expect(plain(readableText(of: sheet)).contains("AFEJI : \(state.rawValue)"))
  }

  /// What the legend and the note under the numbers say is what is there.
  @Test(arguments: pairs) func whatTheSignsMean(_ states: [State]) throws {
    let report = report([[.shown] + states, [.shown, .shown, .shown]])
    let page = plain(readableText(funderPage(report)))
    let text = plain(readableText(of: try sheet(report)))
    let caption = try #require(page.split(separator: "\n").first { $0.hasPrefix("Plein") })
    for (state, meaning, empty) in [
      (State.hidden, "s : secret statistique", "masqué (s)"), (.missing, "nd : non disponible", "absent (nd)"),
      (.absent, "– : sans objet", "sans objet (–)"),
    ] {
      #expect(caption.contains(meaning) == states.contains(state))
      #expect(text.contains(empty) == states.contains(state))
    }
  }

  /// No picture of what is not there: one series, or all.
  @Test func aSentenceInstead() throws {
    let first = report([[.hidden, .hidden, .hidden], [.shown, .shown, .hidden]])
    let chart = try #require(sectionChart(first.sections[0], in: first))
    #expect(chart.series.map(\.name) == ["ETP"] && !chart.title.contains("secret"))
    let words = "Le graphique ne montre pas « Bénéficiaires » : tous ses chiffres sont masqués (s)."
    #expect(plain(readableText(of: try sheet(first))).contains(words))
    #expect(plain(readableText(funderPage(first))).contains(words))

    for (states, words) in [
      ([[State.hidden, .hidden, .hidden]], "Pas de graphique : tous ses chiffres sont masqués (s)."),
      ([[.hidden, .absent, .hidden]], "Pas de graphique : tous ses chiffres sont masqués (s)."),
      ([[.hidden, .missing, .hidden]], "Pas de graphique : ses chiffres sont masqués (s) ou absents (nd)."),
    ] {
      let none = report(states)
      #expect(sectionChart(none.sections[0], in: none) == nil)
      #expect(try sheet(none).charts.isEmpty)
      #expect(plain(readableText(of: try sheet(none))).contains(words))
      #expect(plain(readableText(funderPage(none))).contains(words))
      #expect(!funderPage(none).contains("premier-graphique"))
    }
    // Nothing is hidden: the table says all there is.
    #expect(notDrawn(report([[.missing, .missing, .missing]]).sections[0]).isEmpty)
    #expect(notDrawn(report([[.shown, .hidden, .missing]]).sections[0]).isEmpty)
  }

  /// Bars of no length are no picture either.
  @Test func zerosAndWhatIsHidden() throws {
    var month = report([[.hidden, .hidden, .hidden]]).month
    let zero = FunderSample.released("personnes", .annee, .zero, FunderSample.association("die"))
    month.release.figures = ReleasedFigures(
      month: month.month, month.figures.all.filter { $0.key != zero.key } + [zero])
    let report = FunderReport(month, month.definitions.funders[0])
    #expect(sectionChart(report.sections[0], in: report) == nil)
    #expect(
      notDrawn(report.sections[0]) == [
        "Pas de graphique : tous ses chiffres sont masqués (s), sauf ceux qui sont nuls."
      ])
  }

  // MARK: Months

  private func months(_ states: [State]) -> [ReleasedFigures] {
    states.enumerated().map { index, state in
      let value = Rational(10 + index)
      let figure: ReleasedFigure? =
        state == .shown ? FunderSample.released("personnes", .annee, value) : state.figure("personnes", [])
      return ReleasedFigures(month: FunderSample.month.advanced(by: index - states.count), [figure].compactMap { $0 })
    }
  }

  /// Évolution's lines: a gap is told in words; a month that does not have the figure has no number of it.
  @Test(arguments: pairs) func lines(_ states: [State]) throws {
    var month = report([[.shown, .shown, .shown]]).month
    month.release.history = months([.shown] + states + [.shown])
    let report = FunderReport(month, month.definitions.funders[0])
    let sheet = try sheet(report, "Évolution")
    let words = plain(try #require(sheet.charts.first).alternativeText)
    let names = shortMonths(evolutionMonths(month).map(\.month))
    for (name, state) in zip(names.dropFirst(), states) where state != .shown {
      #expect(words.contains("\(name) \(state == .absent ? "nd" : state.rawValue)"))
    }
    let text = plain(readableText(of: sheet))
    #expect(text.contains("masqué (s)") == states.contains(.hidden))
    // A month whose only figure is hidden is no month without a figure.
    #expect(text.contains("secret\n") == states.contains(.hidden))

    let curve = plain(try #require(sparkline(report.headlines[0], number: 1, in: month)).source)
    let (hidden, missing) = (states.count { $0 == .hidden }, states.count { $0 == .missing || $0 == .absent })
    #expect(curve.contains("mois masqué") == (hidden > 0) && curve.contains("mois sans valeur") == (missing > 0))
    #expect(hidden == 0 || curve.contains(hidden == 1 ? " 1 mois masqué (s)." : " 2 mois masqués (s)."))
    #expect(missing == 0 || curve.contains(" \(missing) mois sans valeur."))
  }

  /// What is worked out from a hidden figure is hidden, not without object.
  @Test(arguments: [State.hidden, .missing]) func gapInPerCent(_ state: State) throws {
    var funder = FunderSample.funder
    funder.objectives = [
      Objective(
        key: Figures.Key("personnes", .annee), period: FunderSample.month...FunderSample.month, value: Rational(20),
        kind: .objectif, source: "s")
    ]
    let month = FunderSample.reported([funder], figures: [state.figure("personnes", [])].compactMap { $0 })
    let row = try #require(objectiveTable(FunderReport(month, funder)).rows.first)
    #expect(row[5...7].map { $0.shown } == [state.rawValue, state.rawValue, state.rawValue])
  }
}
