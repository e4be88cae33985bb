/// The closed lists of the contract.
extension Codebook {
  package static let contract = Codebook(
    Contract.allCases, french: { $0.id.uppercased() },
    words: { contract in
      switch contract {
      case .cdi: ["contrat à durée indéterminée"]
      case .cdd: ["contrat à durée déterminée"]
      case .cddi: ["contrat à durée déterminée d'insertion", "cdd d'insertion"]
      case .pec: ["cui", "cui-cae", "parcours emploi compétences"]
      case .apprentissage: ["contrat d'apprentissage", "apprenti"]
      case .interim: ["intérimaire", "ctt"]
      case .autre: []
      }
    })

  package static let jobStatus = Codebook(
    JobStatus.allCases,
    french: { status in
      switch status {
      case .existant: "existant"
      case .cree: "créé"
      case .en_cours: "en cours de création"
      case .consolide: "consolidé"
      case .supprime: "supprimé"
      }
    },
    words: { status in
      switch status {
      case .existant: ["existante"]
      case .cree: ["créée"]
      case .en_cours: ["en cours de création", "en création"]
      case .consolide: ["consolidée"]
      case .supprime: ["supprimée"]
      }
    })

  package static let scheme = Codebook(
    Scheme.allCases, french: { $0.id.uppercased() }, words: schemeWords)
  /// A job's; `autre` is for the register alone.
  package static let jobScheme = Codebook(
    Scheme.allCases.filter { $0 != .autre }, french: { $0.id.uppercased() }, words: schemeWords)

  /// `ACI_DC` and its like are how the State's software says that the scheme has an agreement.
  private static func schemeWords(_ scheme: Scheme) -> [String] {
    switch scheme {
    case .aci: ["aci_dc", "atelier et chantier d'insertion", "ateliers et chantiers d'insertion"]
    case .ei: ["ei_dc", "entreprise d'insertion"]
    case .ai: ["ai_dc", "association intermédiaire"]
    case .etti: ["etti_dc", "entreprise de travail temporaire d'insertion"]
    case .eiti: ["eiti_dc", "entreprise d'insertion par le travail indépendant"]
    case .autre: []
    }
  }

  package static let sex = Codebook(
    Sex.allCases,
    french: { sex in
      switch sex {
      case .f: "femmes"
      case .h: "hommes"
      case .x: "autre"
      }
    },
    words: { sex in
      // 1 and 2 as in a French social security number.
      switch sex {
      case .f: ["femme", "féminin", "mme", "madame", "mlle", "2"]
      case .h: ["homme", "masculin", "m", "mr", "monsieur", "1"]
      case .x: []
      }
    })

  package static let outcome = Codebook(
    Outcome.allCases,
    french: { outcome in
      switch outcome {
      case .durable: "emploi durable"
      case .transition: "emploi de transition"
      case .positive: "sortie positive"
      case .autre: "autre sortie"
      case .retrait: "retrait"
      }
    },
    words: { outcome in
      switch outcome {
      case .durable: ["emploi durable", "sortie durable"]
      case .transition: ["emploi de transition"]
      case .positive: ["sortie positive", "sorties positives"]
      case .autre: ["autre sortie", "autres sorties"]
      case .retrait: ["retrait des sorties constatées"]
      }
    })

  package static let meetingState = Codebook(
    MeetingState.allCases,
    words: { state in
      switch state {
      case .tenue: ["tenu"]
      case .planifiee: ["planifié", "prévu", "prévue"]
      case .annulee: ["annulé"]
      }
    })

  /// `OUI-M`, `OUI-NM`: with and without an increased rate of the RSA, as the State's software has it.
  package static let yesNo = Codebook(
    [YesNo.oui, .non],
    words: {
      $0 == .oui ? ["o", "vrai", "true", "yes", "1", "x", "oui-m", "oui-nm"] : ["n", "faux", "false", "no", "0"]
    })
}

extension JobStatus {
  /// As a reader meets it: `créé`.
  package var french: String { Codebook.jobStatus[code: rawValue]?.french ?? id }
}
