import Domain
import SeededNumbers
import Testing

@testable import Ingest

/// The short way of reading a date against the long one.
struct PlainDayTests {
  private func both(_ text: [UInt8]) -> (plain: ParsedDate?, full: ParsedDate?) {
    text.withUnsafeBufferPointer { (plainDay($0), try? dateValue($0)) }
  }

  @Test("it says what the long way says, or nothing", arguments: [1, 2] as [UInt64])
  func random(_ seed: UInt64) {
    var random = Seeded(seed)
    var found = 0
    for _ in 0..<100_000 {
      var text = Array(["31/05/2022", "2022-05-31", "01.12.1999", "29-02-2020"].randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text[Int.random(in: 0..<text.count, using: &random)] = Array("0123456789/-.: ;é".utf8).randomElement(
          using: &random)!
      }
      if Int.random(in: 0..<20, using: &random) == 0 { text.removeLast() }
      let (plain, full) = both(text)
      guard let plain else { continue }
      found += 1
      #expect(plain.day == full?.day && plain.isSurelyDayFirst == full?.isSurelyDayFirst)
      #expect(full?.isSerial == false && full?.hasTime == false)
    }
    #expect(found > 10_000)
  }

  @Test("every day of the forms that it knows is found, each way it can be written") func all() {
    for year in [1950, 1999, 2000, 2020, 2023] {
      for month in 1...12 {
        for day in 1...31 {
          let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
          for text in ["/", "-", "."].map({ [two(day), two(month), "\(year)"].joined(separator: $0) }) + [
            "\(year)-\(two(month))-\(two(day))"
          ] {
            let (plain, full) = both(Array(text.utf8))
            #expect(plain?.day == full?.day, "\(text)")
          }
        }
      }
    }
  }
}
