import Domain
import Testing

@testable import Ingest

/// Every coded column, through the reader that has its table.
struct CodeTableTests {
  private func reading(_ text: String, _ cache: (AssociationReader) -> ValueCache) throws(InvalidValue) -> UInt32 {
    let reader = Sample.reader()
    return try value(text) { (field) throws(InvalidValue) in try cache(reader).reading(field).value }
  }
  private func isUnknown(_ text: String, _ cache: (AssociationReader) -> ValueCache) -> Bool {
    do throws(InvalidValue) { return try reading(text, cache) == .max } catch { return error.code == "unknown-code" }
  }

  @Test(
    "yes", arguments: ["oui", "OUI", "Oui ", "o", "O", "vrai", "true", "TRUE", "yes", "1", "x", "X", "-x-"])
  func yes(_ text: String) throws { #expect(try reading(text, \.yesNo) == UInt32(YesNo.oui.rawValue)) }

  @Test("no", arguments: ["non", "Non", "n", "faux", "FAUX", "false", "no", "0"])
  func no(_ text: String) throws { #expect(try reading(text, \.yesNo) == UInt32(YesNo.non.rawValue)) }

  @Test("neither", arguments: ["peut-être", "2", "y", "ok", "?", "nsp", "01", "oui non", "true1", "-"])
  func neither(_ text: String) { #expect(isUnknown(text, \.yesNo)) }

  @Test("the ids of the closed lists, whatever case and accents", arguments: ["upper", "as is", "spaced"])
  func ids(_ form: String) throws {
    func written(_ id: String) -> String {
      switch form {
      case "upper": return id.uppercased()
      case "spaced": return id.replacing("_", with: " ")
      default: return id
      }
    }
    for code in Contract.allCases { #expect(try reading(written(code.id), \.contracts) == UInt32(code.rawValue)) }
    for code in JobStatus.allCases { #expect(try reading(written(code.id), \.statuses) == UInt32(code.rawValue)) }
    for code in Outcome.allCases { #expect(try reading(written(code.id), \.outcomes) == UInt32(code.rawValue)) }
    for code in MeetingState.allCases { #expect(try reading(written(code.id), \.states) == UInt32(code.rawValue)) }
    for code in Scheme.allCases { #expect(try reading(written(code.id), \.pathSchemes) == UInt32(code.rawValue)) }
    for code in Scheme.allCases where code != .autre {
      #expect(try reading(written(code.id), \.jobSchemes) == UInt32(code.rawValue))
    }
    #expect(isUnknown("autre", \.jobSchemes))
  }

  @Test(
    "accents are forgiven, letters are not",
    arguments: [
      ("créé", JobStatus.cree), ("Consolidé", .consolide), ("SUPPRIMÉ", .supprime), ("en-cours", .en_cours),
      ("en  cours", .en_cours),
    ])
  func statuses(_ text: String, _ expected: JobStatus) throws {
    #expect(try reading(text, \.statuses) == UInt32(expected.rawValue))
    #expect(isUnknown("encours", \.statuses) && isUnknown("créée", \.statuses) && isUnknown("cre e", \.statuses))
  }

  @Test(
    "sexes",
    arguments: [
      ("f", Sex.f), ("F", .f), ("Femme", .f), ("féminin", .f), ("FEMININ", .f), ("h", .h), ("m", .h), ("M.", .h),
      ("homme", .h),
      ("Masculin", .h), ("x", .x),
    ])
  func sexes(_ text: String, _ expected: Sex) throws {
    #expect(try reading(text, \.sexes) == UInt32(expected.rawValue))
    #expect(isUnknown("g", \.sexes) && isUnknown("1", \.sexes) && isUnknown("mme", \.sexes))
  }

  @Test(
    "axes by id, French or English label, alias",
    arguments: [
      ("alimentation", 1), ("Alimentation durable et", 0), ("ALIMENTATION DURABLE & CONSOMMATION RESPONSABLE", 1),
      ("sustainable food", 1),
      ("mobilite", 2), ("Mobilité", 2), ("Mobilité-Inclusive", 2), ("inclusive mobilité", 0),
    ] as [(String, UInt32)])
  func axes(_ text: String, _ expected: UInt32) throws {
    if expected == 0 { #expect(isUnknown(text, \.axes)) } else { #expect(try reading(text, \.axes) == expected) }
  }

  @Test("instances by id and label") func instances() throws {
    #expect(try reading("CA", \.instances) == 1)
    #expect(try reading("conseil d’administration", \.instances) == 1)
    #expect(try reading("g2t", \.instances) == 2)
    #expect(isUnknown("copil", \.instances))
  }

  @Test("an unknown code says what to write, and not what was written") func remedy() {
    #expect(
      throws: InvalidValue(
        code: "unknown-code", rule: "valeur hors de la liste, trouvé « AAAAAA-9 »",
        remedy: "écrire une de ces valeurs : cdi, cdd, cddi, pec, apprentissage, interim, autre")
    ) { try reading("dupont-2", \.contracts) }
  }
}
