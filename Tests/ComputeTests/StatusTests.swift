import Domain
import Testing

/// A, E, P and M, and the reasons of M in their order.
struct StatusTests {
  let stock = indicator(.countStock(.poste), by: [[.association]])
  let first = indicator(.countFirst(.cree, after: nil), by: [[.association]])
  let flow = indicator(.sumFlow(.heures), by: [[.association]], [.annee])
  let persons = indicator(.countPersons, by: [[.association]])

  /// a and b owe etp; the programme starts in January 2022.
  func owing(_ kinds: Set<ExportKind> = [.etp]) -> World {
    World {
      $0.start = Month("2022-01")!
      $0.associations[0].owes = kinds
      $0.associations[1].owes = kinds
    }
  }

  // March: a delivered everything; b's file of January is late. A stock reads March alone; firsts read from the start; of
  // b's own cells only b's files count.
  @Test func whatAFigureReads() {
    var world = owing()
    for month in ["2022-01", "2022-02", "2022-03"] { world.jobs("a", month, Job(1, .cree, hours: 10_00)) }
    for month in ["2022-02", "2022-03"] { world.jobs("b", month, Job(1, .cree, hours: 10_00)) }
    #expect(
      world.table([stock], "2022-03") == ["mois 2 A", "mois association=a 1 A", "mois association=b 1 A"])
    #expect(
      world.table([first], "2022-03") == ["mois 0 P", "mois association=a 0 A", "mois association=b 0 P"])
    #expect(
      world.table([flow], "2022-03") == ["annee 50 P", "annee association=a 30 A", "annee association=b 20 P"])
  }

  @Test func theAssociationsThatLack() {
    var world = owing()
    world.jobs("a", "2022-01", Job(1, .cree))
    world.jobs("c", "2022-01", Job(1, .cree))
    let figure = world.figures([stock], "2022-01")["i", .mois]
    #expect(figure?.incomplete == [1])
    #expect(figure?.associations == 3)
    // One that owes nothing, and sent nothing, is not read.
    var without = owing()
    without.jobs("a", "2022-01", Job(1, .cree))
    #expect(without.figures([stock], "2022-01")["i", .mois]?.associations == 2)
  }

  // Nothing came: owed, and missing. Where others delivered, the total is provisional and b's own cell missing.
  @Test func noFile() {
    #expect(
      owing().table([stock], "2022-01") == [
        "mois nd M aucun-fichier", "mois association=a nd M aucun-fichier", "mois association=b nd M aucun-fichier",
      ])
    var world = owing()
    world.jobs("a", "2022-01")
    #expect(
      world.table([stock], "2022-01") == [
        "mois 0 P", "mois association=a 0 A", "mois association=b nd M aucun-fichier",
      ])
  }

  // A file of January says nothing of February: count_first reads from the start, but needs a file within the period.
  @Test func noFileWithinThePeriod() {
    var world = owing()
    world.jobs("a", "2022-01", Job(1, .cree))
    world.jobs("b", "2022-01")
    let horizons = indicator(.countFirst(.cree, after: nil), [.mois, .annee])
    #expect(world.table([horizons], "2022-02") == ["mois nd M aucun-fichier", "annee 1 P"])
  }

  @Test func refusedRowsMakeProvisional() {
    var world = owing()
    world.jobs("a", "2022-01", refused: 1, Job(1, .cree))
    world.jobs("b", "2022-01")
    #expect(world.table([stock], "2022-01") == ["mois 1 P", "mois association=a 1 P", "mois association=b 0 A"])
  }

  // What is not owed and is refused changes nothing; accepted with refused rows, it makes P.
  @Test func aFileThatIsNotOwed() {
    var world = owing()
    world.jobs("a", "2022-01")
    world.jobs("b", "2022-01")
    world.refuse("c", .etp, "2022-01")
    #expect(world.table([stock], "2022-01") == ["mois 0 A", "mois association=a 0 A", "mois association=b 0 A"])
    var other = owing()
    other.jobs("a", "2022-01")
    other.jobs("b", "2022-01")
    other.jobs("c", "2022-01", refused: 1)
    #expect(other.table([stock], "2022-01").first == "mois 0 P")
    #expect(other.table([stock], "2022-01").last == "mois association=c 0 P")
  }

  @Test func aWaiverMakesFinalAgain() {
    var world = owing()
    world.jobs("a", "2022-01", refused: 2, Job(1, .cree))
    world.waive("a", .etp, "2022-01")
    world.waive("b", .etp, "2022-01")
    #expect(
      world.table([stock], "2022-01") == [
        "mois 1 A", "mois association=a 1 A", "mois association=b nd M aucun-fichier",
      ])
  }

  // b's newest accepted register is January's: its figures of February are read from it, provisional. a's is February's.
  @Test func aLateRegister() {
    var world = owing([.beneficiaires])
    world.register("a", "2022-02", Path(1, "2022-01-01"))
    world.register("b", "2022-01", Path(1, "2022-01-01"))
    world.refuse("b", .beneficiaires, "2022-02")
    #expect(world.table([persons], "2022-02") == ["mois 2 P", "mois association=a 1 A", "mois association=b 1 P"])
    world.waive("b", .beneficiaires, "2022-02")
    #expect(world.table([persons], "2022-02").last == "mois association=b 1 A")
  }

  @Test func aRegisterWithRefusedRows() {
    var world = owing([.beneficiaires])
    world.register("a", "2022-01", refused: 1, Path(1, "2022-01-01"))
    world.register("b", "2022-01", Path(1, "2022-01-01"))
    #expect(world.table([persons], "2022-01") == ["mois 2 P", "mois association=a 1 P", "mois association=b 1 A"])
    // What lacks in it will never be mended: that is settled.
    var waived = world
    waived.waive("a", .beneficiaires, "2022-01")
    #expect(waived.table([persons], "2022-01").first == "mois 2 A")
    // The next register is whole: January's refused rows are no one's any more.
    world.register("a", "2022-02", Path(1, "2022-01-01"))
    world.register("b", "2022-02", Path(1, "2022-01-01"))
    #expect(world.table([persons], "2022-02").first == "mois 2 A")
  }

  // b leaves at the end of January. February: its job is no more, and nothing is owed. The year still holds its January.
  @Test func aMemberLeaves() {
    var world = owing()
    world.programme.associations[1].memberUntil = Month("2022-01")!
    for association in ["a", "b"] { world.jobs(association, "2022-01", Job(1, .existant, hours: 10_00)) }
    world.jobs("a", "2022-02", Job(1, .existant, hours: 10_00))
    #expect(world.table([stock], "2022-02") == ["mois 1 A", "mois association=a 1 A"])
    #expect(
      world.table([flow], "2022-02") == ["annee 30 A", "annee association=a 20 A", "annee association=b 10 A"])
  }

  // Its register stays the last of its membership, and its period ends with it: nothing more is owed.
  @Test func theRegisterOfAMemberThatLeft() {
    var world = owing([.beneficiaires])
    world.programme.associations[1].memberUntil = Month("2022-01")!
    world.register("a", "2022-02", Path(1, "2022-01-01"))
    world.register("b", "2022-01", Path(1, "2022-01-01"))
    world.register("b", "2022-02", Path(1, "2022-01-01"), Path(2, "2022-01-01"))
    let horizons = indicator(.countPersons, [.mois, .annee])
    #expect(world.table([horizons], "2022-02") == ["mois 1 A", "annee 2 A"])
  }

  // Of COTECH (not tracked), with no file at all: non-suivi goes before aucun-fichier. With a file and no participants
  // given: aucun-fichier no more, non-renseigne.
  @Test func reasonsInTheirOrder() {
    let ofCOTECH = indicator(.sumMeetings(.participants), [isOne(.instance, [3])])
    #expect(World().table([ofCOTECH], "2022-01") == ["mois nd M non-suivi"])
    let ofCA = indicator(.sumMeetings(.participants), [isOne(.instance, [1])])
    #expect(World().table([ofCA], "2022-01") == ["mois nd M aucun-fichier"])
    var world = World()
    world.meetings("a", "2022-01", Meeting("2022-01-03", "ca"))
    #expect(world.table([ofCA], "2022-01") == ["mois nd M non-renseigne"])
  }

  // The first missing part gives the reason, whatever the order of reasons.
  @Test func theReasonOfAComposite() {
    let parts = [Part.term(Term(.countStock(.poste))), .term(Term(.reference(territory: "cahc", .all_posts)))]
    let one = indicator(.ratio(of: parts[0], over: parts[1], factor: Rational(1)))
    let other = indicator(.ratio(of: parts[1], over: parts[0], factor: Rational(1)))
    #expect(World().table([one], "2022-01") == ["mois nd M aucun-fichier"])
    #expect(World().table([other], "2022-01") == ["mois nd M reference-absente"])
  }

  // P goes before E, E before A.
  @Test func theWorstOfTheParts() {
    let parts = [Part.term(Term(.countStock(.poste))), .term(Term(.reference(territory: "cahc", .all_posts)))]
    let share = indicator(.ratio(of: parts[0], over: parts[1], factor: Rational(100)))
    var world = owing()
    world.vintage("cahc", "2021-12-31", all: 100, .declared)
    world.jobs("a", "2022-01", Job(1, .existant))
    #expect(world.table([share], "2022-01") == ["mois 1 1/100 P"])
    world.jobs("b", "2022-01", Job(1, .existant))
    #expect(world.table([share], "2022-01") == ["mois 2 2/100 E"])
    world.vintage("cahc", "2022-01-31", all: 200)
    #expect(world.table([share], "2022-01") == ["mois 1 2/200 A"])
  }
}
