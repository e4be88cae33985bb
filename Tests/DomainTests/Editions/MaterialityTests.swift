import Domain
import Testing

/// The threshold is 1 %: below it is minor, at it is not.
@Suite struct MaterialityTests {
  private func materiality(_ changes: [(Rational?, Rational?)]) -> Materiality {
    Materiality(
      changes.map { old, new in
        Revision(
          key: Figures.Key("i", .mois), old: old, new: new, oldStatus: .A, newStatus: .A, steps: [])
      }, threshold: Quantity(tenThousandths: 100))
  }

  @Test func looksAtTheLargestRelativeChange() {
    #expect(materiality([]) == .mineure)
    #expect(materiality([(Rational(1000), Rational(1009))]) == .mineure)
    #expect(materiality([(Rational(1000), Rational(1010))]) == .substantielle)
    #expect(materiality([(Rational(1000), Rational(990))]) == .substantielle)
    #expect(materiality([(Rational(-1000), Rational(-1009))]) == .mineure)
    #expect(materiality([(Rational(1000), Rational(1001)), (Rational(2), Rational(3))]) == .substantielle)
  }

  @Test func fromOrToNothingIsSubstantial() {
    #expect(materiality([(Rational(0), Rational(1))]) == .substantielle)
    #expect(materiality([(Rational(1), Rational(0))]) == .substantielle)
    #expect(materiality([(nil, Rational(1))]) == .substantielle)
    #expect(materiality([(Rational(1), nil)]) == .substantielle)
  }

  /// A status that changes alone moves no value.
  @Test func aStatusAloneIsMinor() {
    #expect(materiality([(Rational(5), Rational(5)), (nil, nil), (Rational(0), Rational(0))]) == .mineure)
  }
}
