import Domain
import Testing

@testable import Ingest

struct CommuneTableTests {
  private func commune(_ text: String) throws(InvalidValue) -> (code: CommuneCode, isPostal: Bool) {
    let table = CommuneTable(Sample.programme().territory)
    return try value(text) { (field) throws(InvalidValue) in try table.commune(field) }
  }

  @Test(
    "an INSEE code, of here or elsewhere, or the name of a commune of here",
    arguments: [
      ("62427", "62427"), ("1004", "01004"), ("9122", "09122"), ("1999", "01999"), ("59350", "59350"),
      ("2A004", "2A004"), ("2b033", "2B033"),
      ("75056", "75056"),
      ("97411", "97411"), ("Hénin-Beaumont", "62427"), ("HENIN BEAUMONT", "62427"), ("hénin", "62427"),
      ("courrieres", "62250"),
      ("1001", "01001"),
    ])
  func codes(_ text: String, _ expected: String) throws {
    let reading = try commune(text)
    #expect(reading.code.description == expected)
    #expect(!reading.isPostal)
  }

  @Test(
    "the postal code of exactly one commune of here goes before an INSEE code of elsewhere",
    arguments: [("62110", "62427"), ("62710", "62250"), ("1500", "01004"), ("01500", "01004")])
  func postalCodes(_ text: String, _ expected: String) throws {
    let reading = try commune(text)
    #expect(reading.code.description == expected)
    #expect(reading.isPostal)
  }

  @Test(
    "what is refused",
    arguments: [
      ("62320", "ambiguous-postal-code"), ("Lille", "unknown-commune"), ("624", "unknown-commune"),
      ("624270", "unknown-commune"),
      ("2C004", "unknown-commune"), ("A2004", "unknown-commune"), ("6242A", "unknown-commune"),
      ("62-427", "unknown-commune"),
      ("Hénin-Beaumont (62)", "unknown-commune"), ("٦٢٤٢٧", "unknown-commune"), ("00000", "unknown-commune"),
    ])
  func refused(_ text: String, _ code: String) {
    #expect { try commune(text) } throws: { ($0 as? InvalidValue)?.code == code }
  }
}
