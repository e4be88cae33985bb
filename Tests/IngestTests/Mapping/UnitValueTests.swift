import Domain
import Testing

@testable import Ingest

/// Exact, rounded once: worked by hand.
@Suite struct UnitValueTests {
  @Test(arguments: [
    ("151:40", SourceUnit.hoursAndMinutes, 1_516_667), ("75:50", .hoursAndMinutes, 758_333),
    ("35", .hoursAndMinutes, 350_000),
    ("0:01", .hoursAndMinutes, 167), ("-1:30", .hoursAndMinutes, -15_000), ("151 h 40", .hoursAndMinutes, 1_516_667),
    ("80", .percent, 8_000), ("33,33335", .percent, 3_333), ("33,335", .percent, 3_334), ("80 %", .percent, 8_000),
    ("0,5", .percent, 50), ("151,67", .monthlyHours, 10_000), ("75,835", .monthlyHours, 5_000),
    ("1 000", .monthlyHours, 65_933),
    ("151:40", .monthlyHours, 10_000), ("35", .weeklyHours, 10_000), ("17h30", .weeklyHours, 5_000),
    ("26", .weeklyHours, 7_429),
    // 17.49825 ÷ 35 is 0.49995, which goes up; rounded before, it would be 17.4983 and the same; 17.49824 goes down.
    ("17,49825", .weeklyHours, 5_000), ("17,49824", .weeklyHours, 4_999), ("-35", .weeklyHours, -10_000),
    // Rounded to ten-thousandths first, 0.001749 would be 0.0017 and give 0: exactly it is 0.00004997.
    ("0,0017500", .weeklyHours, 1), ("0,0017499", .weeklyHours, 0),
  ]) func exact(_ text: String, _ unit: SourceUnit, _ expected: Int64) throws {
    #expect(try value(text) { (field) throws(InvalidValue) in try unitValue(field, unit) } == expected)
  }

  @Test(arguments: [
    ("75,50", SourceUnit.hoursAndMinutes), ("1:60", .hoursAndMinutes), ("1:5", .hoursAndMinutes), ("plein", .percent),
    ("1.234,5", .percent), ("35:99", .weeklyHours), ("", .weeklyHours), ("1e3", .monthlyHours), ("%", .percent),
  ]) func refused(_ text: String, _ unit: SourceUnit) {
    #expect(throws: InvalidValue.self) {
      try value(text) { (field) throws(InvalidValue) in try unitValue(field, unit) }
    }
  }
}
