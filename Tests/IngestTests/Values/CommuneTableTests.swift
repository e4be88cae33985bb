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
      ("62427", "62427"), ("1004", "01004"), ("9122", "ailleurs"), ("1999", "ailleurs"), ("59350", "ailleurs"),
      ("2A004", "ailleurs"), ("2b033", "ailleurs"), ("00000", "ailleurs"), ("Ailleurs", "ailleurs"),
      ("HORS-TERRITOIRE", "ailleurs"), ("97411", "ailleurs"), ("Hénin-Beaumont", "62427"), ("HENIN BEAUMONT", "62427"),
      ("hénin", "62427"),
      ("courrieres", "62250"),
      ("1001", "ailleurs"),
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
      ("Hénin-Beaumont (62)", "unknown-commune"), ("٦٢٤٢٧", "unknown-commune"), ("Lille Cedex", "unknown-commune"),
      ("06/06/2021", "unknown-commune"),
      ("59000 59350", "unknown-commune"),
      ("62427 Courrières", "commune-disagreement"), ("59000 Hénin-Beaumont", "commune-disagreement"),
      ("62110 Lille", "commune-disagreement"), ("62710 Hénin", "commune-disagreement"),
    ])
  func refused(_ text: String, _ code: String) {
    #expect { try commune(text) } throws: { ($0 as? InvalidValue)?.code.rawValue == code }
  }

  @Test(
    "a code and a name that agree; with CEDEX the name alone decides",
    arguments: [
      ("62110 Hénin-Beaumont", "62427"), ("62427 HENIN BEAUMONT", "62427"), ("Hénin (62110)", "62427"),
      ("62320 Drocourt", "62277"), ("62320 - Bois-Bernard", "62148"), ("1500 Ambérieu en Bugey", "01004"),
      ("59000 Lille", "ailleurs"), ("62110 62427", "62427"), ("2A004 Ajaccio", "ailleurs"),
      ("62252 HENIN-BEAUMONT CEDEX", "62427"),
      ("62117 BREBIERES CEDEX 2", "ailleurs"), ("Hénin-Beaumont Cedex", "62427"),
    ])
  func codeAndName(_ text: String, _ expected: String) throws {
    let reading = try commune(text)
    #expect(reading.code.description == expected && !reading.isPostal)
  }
}
