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
    do throws(InvalidValue) { return try reading(text, cache) == .max } catch { return error.code == .unknownCode }
  }

  @Test(
    "yes",
    arguments: [
      "oui", "OUI", "Oui ", "o", "O", "vrai", "true", "TRUE", "yes", "1", "x", "X", "-x-", "OUI-M", "oui-nm", "Oui NM",
    ])
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
      ("en  cours", .en_cours), ("créée", .cree), ("existante", .existant), ("En création", .en_cours),
      ("en cours de création", .en_cours), ("supprimée", .supprime), ("consolidée", .consolide),
    ])
  func statuses(_ text: String, _ expected: JobStatus) throws {
    #expect(try reading(text, \.statuses) == UInt32(expected.rawValue))
    #expect(isUnknown("encours", \.statuses) && isUnknown("cre e", \.statuses))
  }

  @Test(
    "sexes",
    arguments: [
      ("f", Sex.f), ("F", .f), ("Femme", .f), ("féminin", .f), ("FEMININ", .f), ("h", .h), ("m", .h), ("M.", .h),
      ("homme", .h),
      ("Masculin", .h), ("x", .x), ("Mme", .f), ("MADAME", .f), ("mlle", .f), ("2", .f), ("1", .h), ("Mr", .h),
      ("monsieur", .h),
    ])
  func sexes(_ text: String, _ expected: Sex) throws {
    #expect(try reading(text, \.sexes) == UInt32(expected.rawValue))
    #expect(isUnknown("g", \.sexes) && isUnknown("3", \.sexes) && isUnknown("mmes", \.sexes))
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

  @Test(
    "the words of the State and of offices",
    arguments: [
      ("Contrat à durée indéterminée", "cdi"), ("CDD d’insertion", "cddi"), ("CUI-CAE", "pec"), ("cui", "pec"),
      ("Parcours emploi compétences", "pec"), ("apprenti", "apprentissage"), ("CTT", "interim"),
      ("intérimaire", "interim"), ("contrat à durée déterminée d'insertion", "cddi"),
      ("contrat à durée déterminée", "cdd"),
    ])
  func contracts(_ text: String, _ id: String) throws {
    #expect(try reading(text, \.contracts) == UInt32(Contract(id: id)!.rawValue))
  }

  @Test(
    "schemes, outcomes and states as their software words them",
    arguments: [
      ("ACI_DC", \AssociationReader.pathSchemes, UInt32(Scheme.aci.rawValue)),
      ("Ateliers et chantiers d'insertion", \.jobSchemes, UInt32(Scheme.aci.rawValue)),
      ("entreprise d’insertion", \.jobSchemes, UInt32(Scheme.ei.rawValue)),
      ("Association intermédiaire", \.pathSchemes, UInt32(Scheme.ai.rawValue)),
      ("etti_dc", \.jobSchemes, UInt32(Scheme.etti.rawValue)),
      ("Sorties positives", \.outcomes, UInt32(Outcome.positive.rawValue)),
      ("Autres sorties", \.outcomes, UInt32(Outcome.autre.rawValue)),
      ("Emploi durable", \.outcomes, UInt32(Outcome.durable.rawValue)),
      ("Retrait des sorties constatées", \.outcomes, UInt32(Outcome.retrait.rawValue)),
      ("prévue", \.states, UInt32(MeetingState.planifiee.rawValue)),
      ("Tenu", \.states, UInt32(MeetingState.tenue.rawValue)),
      ("annulé", \.states, UInt32(MeetingState.annulee.rawValue)),
    ] as [(String, KeyPath<AssociationReader, ValueCache> & Sendable, UInt32)])
  func words(_ text: String, _ cache: KeyPath<AssociationReader, ValueCache> & Sendable, _ expected: UInt32) throws {
    #expect(try reading(text, { $0[keyPath: cache] }) == expected)
    // Only both in one number.
    #expect(isUnknown("atelier et chantiers d'insertion", \.pathSchemes))
  }

  @Test("an association's words go before the programme's, and those before the contract's") func ownWords() throws {
    var association = Sample.association()
    association.words = OwnWords(["sexe": ["h": ["2"]]])
    var programme = Sample.programme([association])
    programme.words = OwnWords(["sexe": ["x": ["2", "mme"], "f": ["dame"]]])
    let reader = AssociationReader(programme: programme, reference: Sample.reference, index: 0)
    func sex(_ text: String) throws -> UInt32 {
      try value(text) { (field) throws(InvalidValue) in try reader.sexes.reading(field).value }
    }
    #expect(try sex("2") == UInt32(Sex.h.rawValue))
    #expect(try sex("Mme") == UInt32(Sex.x.rawValue))
    #expect(try sex("Dame") == UInt32(Sex.f.rawValue))
    #expect(try sex("madame") == UInt32(Sex.f.rawValue))
  }

  @Test("an unknown code says what to write, and not what was written") func remedy() {
    #expect(
      throws: InvalidValue(
        code: .unknownCode, rule: "valeur hors de la liste, trouvé un texte de 8 caractères (chiffres, lettres, « - »)",
        remedy: "écrire une de ces valeurs : cdi, cdd, cddi, pec, apprentissage, interim, autre",
        mayBeLeftBlank: "vider la cellule si ce n'est pas connu")
    ) { try reading("dupont-2", \.contracts) }
  }
}
