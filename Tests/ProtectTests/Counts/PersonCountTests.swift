import Domain
import Testing

@testable import Protect

struct PersonCountTests {
  private static func codes(_ field: Field, _ codes: UInt32..., except: Bool = false) -> Condition {
    Condition(field, .oneOf(Set(codes)), isExcluded: except)
  }
  private static func range(_ from: Int?, _ to: Int?, except: Bool = false) -> Condition {
    Condition(.age_entree, .range(from: from, to: to), isExcluded: except)
  }
  private static let known = Condition(.sexe, .known)
  private static let blank = Condition(.sexe, .known, isExcluded: true)

  /// Whoever meets the first meets the second.
  @Test(
    arguments: [
      (codes(.sortie, 1), codes(.sortie, 1, 2), true), (codes(.sortie, 1, 2), codes(.sortie, 1), false),
      (codes(.sortie, 1), codes(.sortie, 1), true), (codes(.sexe, 1), known, true), (known, codes(.sexe, 1), false),
      (range(nil, 17), range(nil, 25), true), (range(nil, 25), range(nil, 17), false),
      (range(12, 23), range(12, nil), true),
      (range(12, nil), range(12, 23), false), (range(12, 23), range(nil, nil), true),
      (codes(.sexe, 1), range(1, 1), false),
      // What excludes less holds more; a blank meets it.
      (codes(.sortie, 1, 2, except: true), codes(.sortie, 1, except: true), true),
      (codes(.sortie, 1, except: true), codes(.sortie, 1, 2, except: true), false),
      (codes(.sortie, 1), codes(.sortie, 5, except: true), true),
      (codes(.sortie, 1, 5), codes(.sortie, 5, except: true), false),
      (codes(.sortie, 5, except: true), codes(.sortie, 1, 2, 3, 4), false),
      (range(50, nil), range(nil, 25, except: true), true),
      (range(20, nil), range(nil, 25, except: true), false), (codes(.sexe, 1, except: true), known, false),
      (blank, codes(.sexe, 1, except: true), true), (known, blank, false),
    ])
  func insides(one: Condition, other: Condition, expected: Bool) { #expect(one.isInside(other) == expected) }

  /// No row meets both.
  @Test(
    arguments: [
      (codes(.sortie, 1), codes(.sortie, 2), true), (codes(.sortie, 1, 2), codes(.sortie, 2, 3), false),
      (range(nil, 25), range(50, nil), true), (range(nil, 50), range(50, nil), false),
      (range(12, 23), range(24, nil), true),
      (codes(.sexe, 1), known, false), (known, blank, true), (codes(.sexe, 1), blank, true),
      (codes(.sortie, 1), codes(.sortie, 1, 2, except: true), true),
      (codes(.sortie, 1, 3), codes(.sortie, 1, 2, except: true), false),
      (codes(.sortie, 1, except: true), codes(.sortie, 2, except: true), false),
      (range(nil, 17), range(nil, 25, except: true), true),
    ])
  func excluding(one: Condition, other: Condition, expected: Bool) {
    #expect(one.excludes(other) == expected)
    #expect(other.excludes(one) == expected)
  }

  private static let all = PersonCount(.person)
  private static let women = PersonCount(.person, [codes(.sexe, 1)])
  private static let womenRSA = PersonCount(.person, [codes(.sexe, 1), codes(.rsa, 2)])
  private static func exits(_ stay: Bool, _ conditions: Condition...) -> PersonCount {
    PersonCount(.path(.date_sortie, minimumStay: stay), conditions)
  }

  @Test(
    arguments: [
      (women, all, true), (all, women, false), (all, all, false), (womenRSA, women, true), (womenRSA, all, true),
      (women, womenRSA, false), (women, PersonCount(.person, [known]), true), (women, PersonCount(.employee), false),
      (exits(true), exits(false), true), (exits(false), exits(true), false),
      (exits(true, codes(.sortie, 1)), exits(true, codes(.sortie, 1, 2)), true),
      (exits(true, codes(.sortie, 1)), exits(false, codes(.sortie, 5, except: true)), true),
      (PersonCount(.path(.date_entree, minimumStay: false)), exits(false), false),
      (PersonCount(.made(indicator: "a", side: "value")), PersonCount(.made(indicator: "b", side: "value")), false),
    ])
  func parts(part: PersonCount, whole: PersonCount, expected: Bool) { #expect(part.isPart(of: whole) == expected) }

  /// A path is of one association, scheme and commune; an employee of one association; a person may be in two.
  @Test(arguments: Dimension.allCases) func addingUp(dimension: Dimension) {
    #expect(Self.exits(true).addsUp(over: dimension))
    #expect(PersonCount(.employee).addsUp(over: dimension) == [.association, .sexe].contains(dimension))
    #expect(Self.all.addsUp(over: dimension) == (dimension == .sexe))
    #expect(!PersonCount(.made(indicator: "a", side: "value")).addsUp(over: dimension))
  }

  @Test func measures() {
    #expect(PersonCount(Measure.countPersons, []) == Self.all)
    #expect(PersonCount(.countPaths(.date_entree, minimumStay: false), [])?.isFlow == true)
    #expect(PersonCount(.countStock(.salarie), [])?.unit == .employee)
    #expect(PersonCount(.countStock(.poste), []) == nil && PersonCount(.delivery, []) == nil)
    // The order of conditions, and one said twice, make no other count.
    #expect(
      PersonCount(.person, [Self.known, Self.codes(.rsa, 2)])
        == PersonCount(.person, [Self.codes(.rsa, 2), Self.known, Self.known]))
  }
}
