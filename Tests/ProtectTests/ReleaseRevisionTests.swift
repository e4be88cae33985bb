import Domain
import Protect
import Testing

/// What is told of a revision: neither value of a cell that is hidden, or was.
@Suite struct ReleaseRevisionTests {
  private let step = RevisionStep(.donnee, .exports([]), french: "adds/etp : 1 ligne ajoutée")

  private func released(_ id: String, from old: Int?, to new: Int?, isGone: Bool = false, wasHidden: Bool = false)
    -> ReleasedRevision
  {
    let key = Figures.Key(id, .mois)
    let revision = Revision(
      key: key, old: old.map { Rational($0) }, new: new.map { Rational($0) }, oldStatus: old == nil ? .M : .P,
      newStatus: isGone ? nil : new == nil ? .M : .A, steps: [step])
    return Protected.release(
      isGone ? [] : [Protected.figure(id, .mois, new)], revisions: [revision],
      hiddenBefore: wasHidden ? [Protected.may: [key]] : [:]
    ).revisions[0]
  }

  @Test func ofJobs() {
    let moved = released("postes", from: 2, to: 3)
    #expect(moved.old == .shown(Rational(2)) && moved.new == .shown(Rational(3)))
    #expect(moved.difference == Rational(1) && moved.isMove)
    #expect(moved.oldStatus == .P && moved.newStatus == .A && moved.steps == [step])
    #expect(released("postes", from: nil, to: 3).old == .missing)
    #expect(released("postes", from: 2, to: nil).new == .missing)
    let gone = released("postes", from: 2, to: nil, isGone: true)
    #expect(gone.old == .shown(Rational(2)) && gone.new == .missing && gone.newStatus == nil)
  }

  @Test func ofPersons() {
    let moved = released("entrees", from: 20, to: 30)
    #expect(moved.old == .shown(Rational(20)) && moved.new == .shown(Rational(30)))
    // Hidden now: the old value would tell by how few it moved.
    let hidden = released("entrees", from: 20, to: 3)
    #expect(hidden.old == .hidden && hidden.new == .hidden && hidden.difference == nil && hidden.isMove)
    // Hidden then: it stays hidden, whatever it has become.
    let kept = released("entrees", from: 3, to: 30, wasHidden: true)
    #expect(kept.old == .hidden && kept.new == .hidden)
    let missing = released("entrees", from: 3, to: nil, wasHidden: true)
    #expect(missing.old == .hidden && missing.new == .missing && missing.difference == nil)
  }

  // Nothing says whether a count that is gone was a small one.
  @Test func ofPersonsWhoAreGone() {
    #expect(released("entrees", from: 20, to: nil, isGone: true).old == .hidden)
    #expect(released("entrees", from: 3, to: nil, isGone: true, wasHidden: true).old == .hidden)
    #expect(released("inconnu", from: 20, to: nil, isGone: true).old == .hidden)
  }

  // A cell that was hidden although it counts nobody: its value is not told when it is gone.
  @Test func ofWhatWasHiddenForAnother() {
    #expect(released("postes", from: 2, to: nil, isGone: true, wasHidden: true).old == .hidden)
  }

  @Test func aStatusThatChangesAlone() {
    let key = Figures.Key("postes", .mois)
    let revision = Revision(
      key: key, old: Rational(2), new: Rational(2), oldStatus: .P, newStatus: .A, steps: [])
    let released = Protected.release([Protected.figure("postes", .mois, 2)], revisions: [revision]).revisions[0]
    #expect(!released.isMove && released.difference == nil)
  }
}
