import Domain
import Testing

/// How many persons stand behind a sum: what protection is told of FTE and hours.
@Suite struct ContributorsTests {
  private func world(_ threshold: Int = 5) -> World { World { $0.confidentiality.sumsThreshold = threshold } }

  private func contributors(_ world: World, _ indicator: Indicator, _ month: String = "2022-02") -> [String] {
    world.figures([indicator], month).all.filter { $0.contributors != 0 }.map { figure in
      let cell = figure.cell.text
      return "\(figure.horizon.id)\(cell.isEmpty ? "" : " \(cell)") \(figure.contributors.map(String.init) ?? "-")"
    }
  }

  private let fte = indicator(.sumStock(.etp, preferHours: false), by: [[.axe], [.association], [.sexe]])
  private let hours = indicator(.sumFlow(.heures), by: [[.axe]], [.mois, .annee, .programme])

  // Where no threshold asks, nothing is counted; nor of what is no sum.
  @Test(arguments: [0, 1]) func nobodyAsks(_ threshold: Int) {
    var world = world(threshold)
    world.jobs("a", "2022-02", Job(1, .existant, employee: 1))
    #expect(contributors(world, indicator(.sumStock(.etp, preferHours: false))) == ["mois -"])
  }

  @Test func whatIsNoSum() {
    var world = world()
    world.jobs("a", "2022-02", Job(1, .existant, employee: 1))
    #expect(contributors(world, indicator(.countStock(.salarie))) == ["mois -"])
  }

  // Employee 1 has two jobs of `a`, one on each axis, and is another person in `b`; job 3 of `a` is held by nobody named.
  @Test func distinctPersons() {
    var world = world()
    world.jobs(
      "a", "2022-02", Job(1, .existant, employee: 1, sex: .f), Job(2, .existant, employee: 1, axis: "y", sex: .f),
      Job(3, .existant, sex: .h))
    world.jobs("b", "2022-02", Job(1, .existant, employee: 1))
    #expect(
      contributors(world, fte) == [
        "mois 3", "mois sexe=f 1", "mois sexe=h 1", "mois sexe=inconnu 1", "mois association=a 2",
        "mois association=b 1",
        "mois axe=x 3", "mois axe=y 1",
      ])
  }

  // December: 1 and 2; January: 2 and 3; February: 3, and 4 without hours. Of the programme 1, 2, 3.
  @Test func distinctOverThePeriod() {
    var world = world()
    world.jobs("a", "2021-12", Job(1, .existant, employee: 1, hours: 10), Job(2, .existant, employee: 2, hours: 10))
    world.jobs("a", "2022-01", Job(2, .existant, employee: 2, hours: 10), Job(3, .existant, employee: 3, hours: 10))
    world.jobs("a", "2022-02", Job(3, .existant, employee: 3, hours: 10), Job(4, .existant, employee: 4))
    #expect(
      contributors(world, hours) == [
        "mois 1", "mois axe=x 1", "annee 2", "annee axe=x 2", "programme 3", "programme axe=x 3",
      ])
  }

  // The job is named in January and blank in February: that may be one person, and two are not counted.
  @Test func aJobThatIsBlankOnce() {
    var world = world()
    world.jobs("a", "2022-01", Job(1, .existant, employee: 1, hours: 10))
    world.jobs("a", "2022-02", Job(1, .existant, hours: 10))
    #expect(contributors(world, hours).filter { !$0.contains("=") } == ["mois 1", "annee 1", "programme 1"])
  }

  // Whoever adds 0, has another status, or works in a scheme without known hours, adds nothing.
  @Test func whoeverAddsNothing() {
    var world = world()
    world.jobs(
      "a", "2022-02", Job(1, .existant, employee: 1), Job(2, .existant, employee: 2, fte: 0),
      Job(3, .en_cours, employee: 3), Job(4, .existant, employee: 4, fte: nil, hours: 100, scheme: .aci))
    let atWork = indicator(
      .sumStock(.etp, preferHours: false),
      [Condition(.statut, .oneOf([UInt32(JobStatus.en_cours.rawValue)]), isExcluded: true)])
    #expect(contributors(world, atWork) == ["mois 1"])
    world.fullTime(.aci, "2002-01-01", hours: 1820)
    #expect(contributors(world, atWork) == ["mois 2"])
  }

  @Test func aCellOfNobody() {
    var world = world()
    world.jobs("a", "2022-02", Job(1, .existant, employee: 1, axis: "x"))
    let cell = Cell([Cell.Member(.axe, "y")])
    #expect(world.figures([fte], "2022-02")["i", .mois, cell]?.contributors == 0)
  }

  /// Nine persons; two of them women, seven men.
  private func nine() -> World {
    var world = world()
    func job(_ n: UInt32) -> Job { Job(n, .existant, employee: n, sex: n <= 2 ? .f : .h) }
    world.jobs("a", "2022-02", job(1), job(2), job(3), job(4), job(5), job(6), job(7), job(8), job(9))
    return world
  }
  private func sum(_ sex: Sex? = nil) -> Part {
    .term(
      Term(
        .sumStock(.etp, preferHours: false),
        conditions: sex.map { [Condition(.sexe, .oneOf([UInt32($0.rawValue)]))] } ?? []))
  }

  // What is made of a sum of few is theirs, and so is what is left between two sums: all less the seven men is the two women.
  @Test func whatIsMadeOfSums() {
    let world = nine()
    func least(_ measure: Measure) -> [String] { contributors(world, indicator(measure)) }
    #expect(least(.ratio(of: sum(.f), over: sum(), factor: Rational(100))) == ["mois 2"])
    #expect(least(.ratio(of: sum(.h), over: sum(), factor: Rational(100))) == ["mois 2"])
    #expect(least(.difference([sum(), sum(.h)])) == ["mois 2"])
    #expect(least(.difference([sum(), sum(.h), sum(.f)])) == ["mois 2"])
    #expect(least(.difference([sum(), sum()])) == ["mois 9"])
    #expect(least(.sum([sum(.h), sum()])) == ["mois 7"])
    // Of no women at all nothing is told; the whole is of nine.
    #expect(least(.ratio(of: sum(.x), over: sum(), factor: Rational(100))) == ["mois 9"])
    // Beside what is no sum, the sum's.
    #expect(least(.ratio(of: sum(.h), over: .term(Term(.countStock(.poste))), factor: Rational(1))) == ["mois 7"])
    #expect(least(.difference([sum(.h), .baseline(of: "i")])) == ["mois 7"])
  }
}
