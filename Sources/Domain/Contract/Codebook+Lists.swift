/// The closed lists of the contract.
extension Codebook {
  package static let contract = Codebook(Contract.allCases, french: { $0.id.uppercased() })

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
    })

  package static let scheme = Codebook(Scheme.allCases, french: { $0.id.uppercased() })
  /// A job's; `autre` is for the register alone.
  package static let jobScheme = Codebook(
    Scheme.allCases.filter { $0 != .autre }, french: { $0.id.uppercased() })

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
      switch sex {
      case .f: ["femme", "féminin"]
      case .h: ["homme", "m", "masculin"]
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
    })

  package static let meetingState = Codebook(MeetingState.allCases)

  package static let yesNo = Codebook(
    [YesNo.oui, .non],
    words: { $0 == .oui ? ["o", "vrai", "true", "yes", "1", "x"] : ["n", "faux", "false", "no", "0"] })
}

extension JobStatus {
  /// As a reader meets it: `créé`.
  package var french: String { Codebook.jobStatus[code: rawValue]?.french ?? id }
}
