import Domain
import Testing

/// FTE: declared, or hours ÷ H × 12; over several months, each association's mean of the months it delivered.
struct SumStockTests {
  let fte = indicator(
    .sumStock(.etp, preferHours: false), [isNone(.en_cours, .supprime)], by: [[.association]], [.mois, .annee])

  // 0,5 + 0,8 = 1,3; the job in course is planned, and not counted.
  // Hours alone: 151,67 ÷ 1 820 × 12 = 1,000 021 978… → 1,000022.
  @Test func declaredFTEAndHours() {
    var world = World()
    world.fullTime(nil, "2002-01-01", hours: 1820)
    world.jobs("a", "2022-01", Job(1, .existant, fte: 5_000), Job(2, .cree, fte: 8_000), Job(3, .en_cours))
    world.jobs("b", "2022-01", Job(1, .existant, fte: nil, hours: 151_67))
    #expect(
      world.table([fte], "2022-01").prefix(3) == [
        "mois 2.300022 A", "mois association=a 1.3 A", "mois association=b 1.000022 A",
      ])
  }

  // At March: a delivered January (1) and March (0,5), not February: (1 + 0,5) ÷ 2 = 0,75.
  // b: 0,3, 0,6, 0,9: 0,6. c: January 1, February a header alone (nothing, but delivered): 0,5. Together 1,85.
  @Test func aMeanIsOverTheMonthsDelivered() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant))
    world.jobs("a", "2022-03", Job(1, .existant, fte: 5_000))
    for (month, fte) in [("2022-01", Int32(3_000)), ("2022-02", 6_000), ("2022-03", 9_000)] {
      world.jobs("b", month, Job(1, .existant, fte: fte))
    }
    world.jobs("c", "2022-01", Job(1, .existant))
    world.jobs("c", "2022-02")
    #expect(
      world.table([fte], "2022-03").suffix(4) == [
        "annee 1.85 A", "annee association=a 0.75 A", "annee association=b 0.6 A", "annee association=c 0.5 A",
      ])
  }

  // Thirds are exact until they are printed: 3 × (1 ÷ 3) is 1.
  @Test func thirdsAddUpToOne() {
    var world = World()
    for association in ["a", "b", "c"] {
      world.jobs(association, "2022-01", Job(1, .existant))
      world.jobs(association, "2022-02")
      world.jobs(association, "2022-03")
    }
    #expect(
      world.table([fte], "2022-03").suffix(4) == [
        "annee 1 A", "annee association=a 0.333333 A", "annee association=b 0.333333 A",
        "annee association=c 0.333333 A",
      ])
  }

  // H of aci: 1 820, from 15 February 1 607. January: 182 h ÷ 1 820 × 12 = 1,2. February's last day is after the change:
  // 160,70 ÷ 1 607 × 12 = 1,2. The scheme's H, not the permanent staff's.
  @Test func hoursInForceOnTheMonthsLastDay() {
    var world = World()
    world.fullTime(nil, "2002-01-01", hours: 1000)
    world.fullTime(.aci, "2002-01-01", hours: 1820)
    world.fullTime(.aci, "2022-02-15", hours: 1607)
    world.jobs("a", "2022-01", Job(1, .existant, fte: nil, hours: 182_00, scheme: .aci))
    world.jobs("a", "2022-02", Job(1, .existant, fte: nil, hours: 160_70, scheme: .aci))
    #expect(world.table([fte], "2022-01").first == "mois 1.2 A")
    #expect(world.table([fte], "2022-02").first == "mois 1.2 A")
    #expect(world.table([fte], "2022-02")[2] == "annee 1.2 A")
  }

  // Both given: 0,5 declared, 182 h make 1,2. `prefer: heures` takes the hours; a row without hours still has its FTE.
  @Test func hoursCanBePreferred() {
    var world = World()
    world.fullTime(.aci, "2002-01-01", hours: 1820)
    world.jobs(
      "a", "2022-01", Job(1, .existant, fte: 5_000, hours: 182_00, scheme: .aci),
      Job(2, .existant, fte: 2_500, scheme: .aci))
    #expect(world.table([fte], "2022-01").first == "mois 0.75 A")
    let preferred = indicator(.sumStock(.etp, preferHours: true))
    #expect(world.table([preferred], "2022-01") == ["mois 1.45 A"])
  }

  // A mean of hours: (100 + 50) ÷ 2 months.
  @Test func hoursAsAStock() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, hours: 100_00))
    world.jobs("a", "2022-02", Job(1, .existant, hours: 50_00))
    #expect(world.table([indicator(.sumStock(.heures, preferHours: false), [.annee])], "2022-02") == ["annee 75 A"])
  }
}
