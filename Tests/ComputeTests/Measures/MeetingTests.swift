import Domain
import Testing

/// Meetings held: each once, however many associations report it.
struct MeetingTests {
  let held = indicator(.countMeetings, by: [[.instance]])

  // CA of 10 March, by three: a holds it with a and b, 10 participants; b had planned it, with c, 12 participants, 2 partners;
  // c says cancelled, 3 partners. Held, once: 3 present, 12 participants, 3 partners.
  // CA of 20 March: planned by a alone. Not held.
  func reportedByThree() -> World {
    var world = World()
    world.meetings(
      "a", "2022-03", Meeting("2022-03-10", "ca", members: ["a", "b"], participants: 10),
      Meeting("2022-03-20", "ca", .planifiee, participants: 50))
    world.meetings(
      "b", "2022-03", Meeting("2022-03-10", "ca", .planifiee, members: ["c"], participants: 12, partners: 2))
    world.meetings("c", "2022-03", Meeting("2022-03-10", "ca", .annulee, partners: 3))
    return world
  }

  @Test func aMeetingIsCountedOnce() {
    #expect(
      reportedByThree().table([held], "2022-03") == [
        "mois 1 A", "mois instance=ca 1 A", "mois instance=copil 0 A", "mois instance=cotech nd M non-suivi",
        "mois instance=g2t 0 A",
      ])
  }

  @Test func whatItBringsIsMerged() {
    #expect(reportedByThree().table([indicator(.sumMeetings(.participants))], "2022-03") == ["mois 12 A"])
    #expect(reportedByThree().table([indicator(.sumMeetings(.partenaires))], "2022-03") == ["mois 3 A"])
    #expect(reportedByThree().table([indicator(.attendance)], "2022-03") == ["mois 100 3/3 A"])
  }

  // By association, its own reports alone: b and c do not say that it was held.
  @Test func anAssociationCountsItsOwnReports() {
    let byAssociation = indicator(.countMeetings, by: [[.association]])
    #expect(
      reportedByThree().table([byAssociation], "2022-03") == [
        "mois 1 A", "mois association=a 1 A", "mois association=b 0 A", "mois association=c 0 A",
      ])
    let participants = indicator(.sumMeetings(.participants), by: [[.association]])
    #expect(reportedByThree().table([participants], "2022-03")[1] == "mois association=a 10 A")
  }

  // COPIL is tracked from March: February's meeting is not counted, and up to February nothing is known.
  @Test func anInstanceTrackedFromTheMiddle() {
    var world = World()
    world.meetings("a", "2022-02", Meeting("2022-02-10", "copil"))
    world.meetings("a", "2022-03", Meeting("2022-03-10", "copil"))
    let copil = indicator(.countMeetings, [isOne(.instance, [2])], [.annee])
    #expect(world.table([copil], "2022-02") == ["annee nd M non-suivi"])
    #expect(world.table([copil], "2022-03") == ["annee 1 A"])
  }

  // G2T of 3 March: one on x, one on y, the latter reported by two. CA has no axis: 1 + 2 meetings, one on each axis.
  @Test func anInstanceWhoseMeetingsHaveAnAxis() {
    var world = World()
    world.meetings(
      "a", "2022-03", Meeting("2022-03-03", "g2t", axis: "x"), Meeting("2022-03-03", "g2t", axis: "y"),
      Meeting("2022-03-04", "ca"))
    world.meetings("b", "2022-03", Meeting("2022-03-03", "g2t", axis: "y"))
    let byAxis = indicator(.countMeetings, by: [[.axe], [.axe, .instance]])
    #expect(
      world.table([byAxis], "2022-03") == [
        "mois 3 A", "mois axe=x 1 A", "mois axe=x instance=g2t 1 A", "mois axe=y 1 A", "mois axe=y instance=g2t 1 A",
      ])
  }

  // Where no tracked instance requires an axis, by axis nothing can be said; nor where the only one asked for does not.
  @Test func byAxisWithoutAnInstanceThatRequiresOne() {
    var world = World { $0.instances[3].trackedFrom = nil }
    world.meetings("a", "2022-03", Meeting("2022-03-04", "ca"))
    let byAxis = indicator(.countMeetings, by: [[.axe]])
    #expect(
      world.table([byAxis], "2022-03") == ["mois 1 A", "mois axe=x nd M non-suivi", "mois axe=y nd M non-suivi"])
    var tracked = World()
    tracked.meetings("a", "2022-03", Meeting("2022-03-04", "ca"))
    let ofCA = indicator(.countMeetings, [isOne(.instance, [1])], by: [[.axe]])
    #expect(tracked.table([ofCA], "2022-03")[1] == "mois axe=x nd M non-suivi")
  }

  // c joins in March. 10 February: a and b of 2. 5 March: a of 3. 20 March: no list, left out. (2 + 1) ÷ (2 + 3) = 60 %.
  // In March alone: 1 ÷ 3.
  @Test func attendance() {
    var world = World { $0.associations[2].memberFrom = Month("2022-03")! }
    world.meetings("a", "2022-02", Meeting("2022-02-10", "ca", members: ["a", "b"]))
    world.meetings(
      "a", "2022-03", Meeting("2022-03-05", "ca", members: ["a"]), Meeting("2022-03-20", "ca", participants: 4))
    let attendance = indicator(.attendance, [.mois, .annee])
    #expect(world.table([attendance], "2022-03") == ["mois 33.333333 1/3 U partiel", "annee 60 3/5 U partiel"])
  }

  // Meetings without any list: unknown. No meeting: 0 over 0. Participants that nobody gave: unknown; no meeting: 0.
  @Test func nothingKnownOfMeetings() {
    var world = World()
    world.meetings("a", "2022-03", Meeting("2022-03-05", "ca"))
    world.meetings("a", "2022-04")
    let attendance = indicator(.attendance)
    #expect(world.table([attendance], "2022-03") == ["mois nd M non-renseigne"])
    #expect(world.table([attendance], "2022-04") == ["mois nd 0/0 M denominateur-nul"])
    let participants = indicator(.sumMeetings(.participants))
    #expect(world.table([participants], "2022-03") == ["mois nd M non-renseigne"])
    #expect(world.table([participants], "2022-04") == ["mois 0 A"])
  }

  // Meetings of at least 10 participants: 10 and 25 of 9, 10, 25 and unknown.
  @Test func conditionsApplyToTheMergedMeeting() {
    var world = World()
    world.meetings(
      "a", "2022-03", Meeting("2022-03-01", "ca", participants: 9), Meeting("2022-03-02", "ca", participants: 10),
      Meeting("2022-03-03", "ca", participants: 8), Meeting("2022-03-04", "ca"))
    world.meetings("b", "2022-03", Meeting("2022-03-03", "ca", participants: 25))
    let large = Condition(.participants, .range(from: 10, to: nil))
    #expect(world.table([indicator(.countMeetings, [large])], "2022-03") == ["mois 2 U partiel"])
    #expect(world.table([indicator(.sumMeetings(.participants), [large])], "2022-03") == ["mois 35 U partiel"])
  }
}
