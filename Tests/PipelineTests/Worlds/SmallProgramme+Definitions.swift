extension SmallProgramme {
  static let programme = """
    programme:
      id: essai
      label: {fr: "Essai"}
      start: 2022-01
    territory:
      id: pays
      label: {fr: "Pays"}
      compared_to: region
      communes:
        - {id: "62427", label: Hénin-Beaumont, postal: ["62110"]}
        - {id: "62215", label: Carvin, postal: ["62220"]}
    axes:
      - {id: alimentation, label: {fr: "Alimentation"}}
      - {id: mobilite, label: {fr: "Mobilité"}}
    instances:
      - {id: ca, label: {fr: "Conseil d'administration"}, tracked_from: 2022-01}
    associations:
      - {id: adds, label: "ADDS", axes: [mobilite], commune: "62427", member_from: 2022-01, owes: [etp, beneficiaires]}
      - {id: die, label: "DIE", axes: [alimentation], commune: "62215", member_from: 2022-01, owes: [etp]}
    rules:
      max_rejected_share: 0.20
      material_threshold: 0.01
      due_day: 15
      settle_seconds: 0
    confidentiality:
      persons_threshold: 5
      sensitive_threshold: 11
    """

  static let indicators = """
    indicators:
      - id: emplois_crees
        label: {fr: "Emplois créés"}
        definition: {fr: "Postes dont le premier mois au statut créé tombe dans la période."}
        unit: postes
        decimals: 0
        measure: {count_first: {kind: etp, status: cree}}
        by: [axe, association]
        horizons: [mois, annee, programme]
      - id: etp_total
        label: {fr: "ETP"}
        definition: {fr: "Équivalents temps plein, hors postes supprimés."}
        unit: ETP
        decimals: 2
        measure: {sum_stock: {kind: etp, of: etp, except: {statut: [supprime]}}}
        by: [axe, association]
        horizons: [mois]
      - id: part_cdi
        label: {fr: "Part des CDI"}
        definition: {fr: "Postes en CDI sur tous les postes."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: {count_stock: {kind: etp, of: poste, where: {contrat: [cdi]}}}, over: {count_stock: {kind: etp, of: poste}}, factor: 100}}
        horizons: [mois]
      - id: part_ess
        label: {fr: "Part de l'ESS"}
        definition: {fr: "Part des postes de l'ESS dans le territoire."}
        unit: "%"
        decimals: 1
        measure: {reference: {territory: pays, of: share}}
        horizons: [mois]
      - id: beneficiaires
        label: {fr: "Bénéficiaires"}
        definition: {fr: "Personnes distinctes dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true
      - id: completude
        label: {fr: "Complétude"}
        definition: {fr: "Fichiers acceptés rapportés aux fichiers dus."}
        unit: "%"
        decimals: 0
        measure: {delivery: {}}
        horizons: [mois]
        target: {value: 100, source: "Conventions"}
    """

  static let region = """
    funder:
      id: region
      label: {fr: "Région"}
      title: {fr: "Bilan"}
      agreement_from: 2022-01
    csv: {separator: ";", decimal: ",", bom: true, line_end: crlf}
    key_figures: [emplois_crees, etp_total, beneficiaires, completude]
    sections:
      - title: {fr: "Emplois par axe"}
        sentence: {fr: "Emplois créés et équivalents temps plein, par axe."}
        rows: axe
        columns:
          - {indicator: emplois_crees, horizon: programme}
          - {indicator: etp_total, horizon: mois}
        chart: {bar: [emplois_crees]}
    """

  /// Who takes every released figure: `funders/etat.yaml`.
  static let aggregator = """
    funder: {id: etat, label: {fr: "État"}, title: {fr: "Tout"}}
    csv: {dialect: sdmx}
    sections: all
    """

  static let territory = """
    territory,as_of,ess_posts,all_posts,share,source,status
    pays,2021-12-31,900,10000,9.0,Lettre,official
    region,2021-12-31,210800,,10.7,INSEE,official

    """

  static let hours = """
    scheme,valid_from,annual_hours,kind,source
    permanent,2000-01-01,1607,paid,Code du travail
    aci,2014-01-01,1820,paid,Réforme de l'IAE

    """
}
