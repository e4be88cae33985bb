import Domain
import Testing

struct CommuneCodeTests {
  @Test(arguments: [("62427", "62427"), ("01004", "01004"), ("2A004", "2A004"), ("2b033", "2B033"), ("97101", "97101")])
  func readsAndPrints(text: String, expected: String) { #expect(CommuneCode(text)?.description == expected) }

  @Test(arguments: ["6242", "624270", "A2004", "2C004", "20A04", "1A004", "6242é", "62 27", "", "00000"])
  func refuses(text: String) { #expect(CommuneCode(text) == nil) }

  @Test func orderIsThatOfTheText() {
    let codes = ["62427", "2B033", "01004", "2A004", "29019"].compactMap { CommuneCode($0) }
    #expect(codes.sorted().map(\.description) == ["01004", "29019", "2A004", "2B033", "62427"])
    #expect(CommuneCode("62427")?.packed != 0)
    #expect(CommuneCode.blank.packed == 0)
  }
}
