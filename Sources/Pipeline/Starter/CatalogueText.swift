// swift-format-ignore-file: data, a line of the catalogue is a line here.

/// inputs/indicators.yaml as the program carries it, for `bilan init`. Written by `RECORD=1 swift test --filter CatalogueTextTests`,
/// which otherwise holds it equal to that file.
enum CatalogueText {
  static let demonstration = #"""
    # The whole first catalogue of the demonstration programme; 3-indicators.md says what each measure means.
    indicators:
      - id: emplois_crees
        label: {fr: "Emplois créés", en: "Jobs created"}
        definition: {fr: "Nombre de postes dont le premier mois au statut « créé » tombe dans la période."}
        unit: postes
        decimals: 0
        measure: {count_first: {kind: etp, status: cree}}
        by: [axe, association, commune, [axe, association]]
        horizons: [mois, annee, programme]
        tags: [emploi]

      - id: emplois_en_cours
        label: {fr: "Emplois en cours de création", en: "Jobs in course of creation"}
        definition: {fr: "Nombre de postes financés dont le recrutement est en cours, le mois considéré."}
        unit: postes
        decimals: 0
        measure: {count_stock: {kind: etp, of: poste, where: {statut: [en_cours]}}}
        by: [axe, association]
        horizons: [mois]

      - id: emplois_crees_ou_en_cours
        label: {fr: "Emplois créés ou en cours de création", en: "Jobs created or in course of creation"}
        definition: {fr: "Postes créés depuis le début du programme, et postes en cours de création le mois considéré qui n'ont jamais été créés ; un poste compte une fois."}
        unit: postes
        decimals: 0
        measure: {count_ever: {kind: etp, status: cree, or_now: en_cours}}
        by: [axe, association]
        horizons: [programme]
        baseline: {value: 15, as_of: 2022-05, source: "Lettre n° 02 : « une quinzaine »"}

      - id: emplois_consolides
        label: {fr: "Emplois consolidés", en: "Jobs made lasting"}
        definition: {fr: "Nombre de postes dont le premier mois au statut « consolidé » tombe dans la période."}
        unit: postes
        decimals: 0
        measure: {count_first: {kind: etp, status: consolide}}
        by: [axe, association]
        horizons: [mois, annee, programme]

      - id: emplois_supprimes
        label: {fr: "Emplois supprimés", en: "Jobs ended"}
        definition: {fr: "Nombre de postes créés par le PTCE dont le premier mois au statut « supprimé » tombe dans la période."}
        unit: postes
        decimals: 0
        measure: {count_first: {kind: etp, status: supprime, after: cree}}
        by: [axe, association, commune]
        horizons: [mois, annee, programme]

      - id: creation_nette
        label: {fr: "Création nette d'emplois", en: "Net job creation"}
        definition: {fr: "Emplois créés moins emplois supprimés."}
        unit: postes
        decimals: 0
        measure: {difference: [emplois_crees, emplois_supprimes]}
        by: [axe, association, commune]
        horizons: [annee, programme]

      - id: etp_total
        label: {fr: "ETP", en: "FTE"}
        definition: {fr: "Équivalents temps plein des postes, hors postes en cours de création ou supprimés ; moyenne des mois."}
        unit: ETP
        decimals: 2
        measure: {sum_stock: {kind: etp, of: etp, except: {statut: [en_cours, supprime]}}}
        by: [axe, association, commune]
        horizons: [mois, annee]

      - id: etp_crees
        label: {fr: "ETP sur emplois créés", en: "FTE on jobs created"}
        definition: {fr: "Équivalents temps plein sur les postes au statut « créé » ; moyenne des mois."}
        unit: ETP
        decimals: 2
        measure: {sum_stock: {kind: etp, of: etp, where: {statut: [cree]}}}
        by: [axe, association]
        horizons: [mois, annee]

      - id: etp_insertion
        label: {fr: "ETP d'insertion", en: "Insertion FTE"}
        definition: {fr: "Équivalents temps plein des salariés en insertion : heures payées rapportées aux heures annuelles du dispositif, à défaut l'ETP déclaré ; moyenne des mois."}
        unit: ETP
        decimals: 2
        measure: {sum_stock: {kind: etp, of: etp, prefer: heures, where: {dispositif: [aci, ei, ai, etti, eiti]}, except: {statut: [en_cours, supprime]}}}
        by: [axe, association, dispositif]
        horizons: [mois, annee]
        baseline: {value: 5, as_of: 2022-05, at: {association: afeji, horizon: mois}, source: "Lettre n° 02 : garage solidaire, 5 ETP"}

      - id: heures_insertion
        label: {fr: "Heures d'insertion", en: "Insertion hours"}
        definition: {fr: "Heures payées des salariés en insertion."}
        unit: heures
        decimals: 2
        measure: {sum_flow: {kind: etp, of: heures, where: {dispositif: [aci, ei, ai, etti, eiti]}}}
        by: [axe, association, dispositif]
        horizons: [mois, annee]

      - id: effectif
        label: {fr: "Effectif salarié", en: "Headcount"}
        definition: {fr: "Salariés distincts du mois."}
        unit: personnes
        decimals: 0
        measure: {count_stock: {kind: etp, of: salarie, except: {statut: [en_cours, supprime]}}}
        by: [axe, association, sexe]
        horizons: [mois]
        counts_persons: true

      - id: part_cdi
        label: {fr: "Part des CDI", en: "Share of permanent contracts"}
        definition: {fr: "Salariés en CDI, rapportés à l'effectif du mois."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: {count_stock: {kind: etp, of: salarie, where: {contrat: [cdi]}, except: {statut: [en_cours, supprime]}}}, over: effectif, factor: 100}}
        by: [axe, association]
        horizons: [mois]
        counts_persons: true

      - id: part_femmes_effectif
        label: {fr: "Part des femmes dans l'effectif", en: "Share of women in the headcount"}
        definition: {fr: "Salariées, rapportées aux salariés dont le sexe est renseigné."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: {count_stock: {kind: etp, of: salarie, where: {sexe: [f]}, except: {statut: [en_cours, supprime]}}}, over: {count_stock: {kind: etp, of: salarie, where: {sexe: known}, except: {statut: [en_cours, supprime]}}}, factor: 100}}
        by: [association]
        horizons: [mois]
        counts_persons: true

      - id: part_postes_territoire
        label: {fr: "Part des postes tenus dans le territoire", en: "Share of jobs held in the territory"}
        definition: {fr: "Postes occupés dont le lieu de travail est dans le territoire, rapportés aux postes occupés."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: {count_stock: {kind: etp, of: poste, where: {salarie_id: known}, except: {statut: [en_cours, supprime]}, within: territory}}, over: {count_stock: {kind: etp, of: poste, where: {salarie_id: known}, except: {statut: [en_cours, supprime]}}}, factor: 100}}
        by: [association]
        horizons: [mois]

      - id: part_ess_reference
        label: {fr: "Part de l'ESS dans l'emploi, CAHC (référence)", en: "ESS share of jobs, CAHC (reference)"}
        definition: {fr: "Part publiée ou déclarée des postes salariés de l'ESS dans le territoire, au dernier millésime."}
        unit: "%"
        decimals: 1
        measure: {reference: {territory: cahc, of: share}}
        horizons: [mois]
        baseline: {value: 9, as_of: 2022-05, source: "Lettre n° 02"}

      - id: part_ess_region
        label: {fr: "Part de l'ESS dans l'emploi, région", en: "ESS share of jobs, region"}
        definition: {fr: "Part publiée des postes salariés de l'ESS dans la région, au dernier millésime."}
        unit: "%"
        decimals: 1
        measure: {reference: {territory: hauts-de-france, of: share}}
        horizons: [mois]

      - id: ecart_region
        label: {fr: "Écart à la région", en: "Gap to the region"}
        definition: {fr: "Part de l'ESS dans la région moins part de référence du territoire."}
        unit: points
        decimals: 1
        measure: {difference: [part_ess_region, part_ess_reference]}
        horizons: [mois]

      - id: contribution_ptce
        label: {fr: "Contribution du PTCE à l'emploi du territoire", en: "Contribution to the territory's jobs"}
        definition: {fr: "Création nette d'emplois du PTCE dans le territoire depuis le début du programme, rapportée à l'ensemble des postes du millésime de référence."}
        unit: points
        decimals: 3
        measure: {ratio: {of: {difference: [{count_first: {kind: etp, status: cree, within: territory}}, {count_first: {kind: etp, status: supprime, after: cree, within: territory}}]}, over: {reference: {territory: cahc, of: all_posts}}, factor: 100}}
        by: [axe]
        horizons: [programme]

      - id: part_ess_estimee
        label: {fr: "Part de l'ESS estimée, CAHC", en: "Estimated ESS share, CAHC"}
        definition: {fr: "Postes ESS de référence et création nette du PTCE dans le territoire, rapportés aux postes de référence augmentés de cette création nette."}
        unit: "%"
        decimals: 2
        measure: {reference_share: {territory: cahc, plus: creation_nette, within: territory}}
        horizons: [programme]
        baseline: {value: 9, as_of: 2022-05, source: "Lettre n° 02"}

      - id: ecart_reference
        label: {fr: "Écart à la référence", en: "Gap to the baseline"}
        definition: {fr: "Part de l'ESS estimée moins la base de 9 %."}
        unit: points
        decimals: 2
        measure: {difference: [part_ess_estimee, {baseline_of: part_ess_estimee}]}
        horizons: [programme]

      - id: emplois_ess_manquants
        label: {fr: "Emplois ESS manquants", en: "ESS jobs lacking"}
        definition: {fr: "Postes de l'ESS à créer pour que le territoire atteigne la part régionale, à emploi total constant."}
        unit: postes
        decimals: 0
        measure: {reference: {territory: cahc, of: missing_posts, against: hauts-de-france}}
        horizons: [mois]

      - id: beneficiaires
        label: {fr: "Bénéficiaires", en: "Beneficiaries"}
        definition: {fr: "Personnes distinctes dont un parcours d'insertion recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires}}
        by: [axe, association, dispositif, sexe, commune]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: entrees
        label: {fr: "Entrées", en: "Entries"}
        definition: {fr: "Parcours d'insertion commencés dans la période."}
        unit: entrees
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_entree}}
        by: [axe, association]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: sorties
        label: {fr: "Sorties examinées", en: "Exits examined"}
        definition: {fr: "Parcours terminés dans la période, après la durée minimale, hors retraits."}
        unit: sorties
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_sortie, minimum_stay: true, where: {sortie: [durable, transition, positive, autre]}}}
        by: [association, dispositif]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: sorties_durables
        label: {fr: "Sorties en emploi durable", en: "Exits to a lasting job"}
        definition: {fr: "Parcours terminés dans la période par un emploi durable, après la durée minimale."}
        unit: sorties
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_sortie, minimum_stay: true, where: {sortie: [durable]}}}
        by: [association, dispositif]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: sorties_transition
        label: {fr: "Sorties en emploi de transition", en: "Exits to a transition job"}
        definition: {fr: "Parcours terminés dans la période par un emploi de transition, après la durée minimale."}
        unit: sorties
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_sortie, minimum_stay: true, where: {sortie: [transition]}}}
        by: [association, dispositif]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: sorties_positives
        label: {fr: "Sorties positives", en: "Positive exits"}
        definition: {fr: "Parcours terminés dans la période par une sortie positive (formation, autre structure d'insertion), après la durée minimale."}
        unit: sorties
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_sortie, minimum_stay: true, where: {sortie: [positive]}}}
        by: [association, dispositif]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: sorties_dynamiques
        label: {fr: "Sorties dynamiques", en: "Dynamic exits"}
        definition: {fr: "Sorties en emploi durable, en emploi de transition et sorties positives."}
        unit: sorties
        decimals: 0
        measure: {count_paths: {kind: beneficiaires, at: date_sortie, minimum_stay: true, where: {sortie: [durable, transition, positive]}}}
        by: [association, dispositif]
        horizons: [mois, annee, programme]
        counts_persons: true

      - id: taux_sorties_dynamiques
        label: {fr: "Taux de sorties dynamiques", en: "Dynamic-exit rate"}
        definition: {fr: "Sorties durables, de transition et positives, rapportées aux sorties examinées."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: sorties_dynamiques, over: sorties, factor: 100}}
        by: [association]
        horizons: [annee, programme]
        counts_persons: true
        target: {value: 60, from: 2008-12, source: "Circulaire DGEFP n° 2008-21"}

      - id: taux_sorties_durables
        label: {fr: "Taux de sorties durables", en: "Lasting-exit rate"}
        definition: {fr: "Sorties en emploi durable, rapportées aux sorties examinées."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: sorties_durables, over: sorties, factor: 100}}
        by: [association]
        horizons: [annee, programme]
        counts_persons: true
        target: {value: 25, from: 2008-12, source: "Circulaire DGEFP n° 2008-21"}

      - id: beneficiaires_femmes
        label: {fr: "Bénéficiaires : femmes", en: "Beneficiaries: women"}
        definition: {fr: "Femmes distinctes dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {sexe: [f]}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_rsa
        label: {fr: "Bénéficiaires : RSA", en: "Beneficiaries: on RSA"}
        definition: {fr: "Bénéficiaires du RSA distincts dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {rsa: [oui]}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_rqth
        label: {fr: "Bénéficiaires : RQTH", en: "Beneficiaries: disabled workers"}
        definition: {fr: "Travailleurs handicapés reconnus (RQTH) distincts dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {rqth: [oui]}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true
        tags: [sensitive]

      - id: beneficiaires_qpv
        label: {fr: "Bénéficiaires : QPV", en: "Beneficiaries: in QPV"}
        definition: {fr: "Habitants d'un quartier prioritaire (QPV) distincts dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {qpv: [oui]}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_moins_26
        label: {fr: "Bénéficiaires de moins de 26 ans", en: "Beneficiaries under 26"}
        definition: {fr: "Personnes distinctes de moins de 26 ans à leur entrée, dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {age_entree: {below: 26}}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_50_et_plus
        label: {fr: "Bénéficiaires : 50 ans et plus", en: "Beneficiaries: 50 and over"}
        definition: {fr: "Personnes distinctes de 50 ans et plus à leur entrée, dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {age_entree: {from: 50}}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_deld
        label: {fr: "Bénéficiaires : DELD", en: "Beneficiaries: 12 to 23 months registered"}
        definition: {fr: "Personnes distinctes inscrites depuis 12 à 23 mois à leur entrée, dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {mois_chomage: {from: 12, to: 23}}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: beneficiaires_detld
        label: {fr: "Bénéficiaires : DETLD", en: "Beneficiaries: 24 months and more"}
        definition: {fr: "Personnes distinctes inscrites depuis 24 mois et plus à leur entrée, dont un parcours recouvre la période."}
        unit: personnes
        decimals: 0
        measure: {count_persons: {kind: beneficiaires, where: {mois_chomage: {from: 24}}}}
        by: [association]
        horizons: [mois, annee]
        counts_persons: true

      - id: part_femmes
        label: {fr: "Part des femmes", en: "Share of women"}
        definition: {fr: "Femmes, rapportées aux personnes dont le sexe est renseigné."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: beneficiaires_femmes, over: {count_persons: {kind: beneficiaires, where: {sexe: known}}}, factor: 100}}
        by: [association]
        horizons: [annee]
        counts_persons: true

      - id: part_rsa
        label: {fr: "Part des bénéficiaires du RSA", en: "Share on RSA"}
        definition: {fr: "Bénéficiaires du RSA, rapportés aux personnes dont la situation est renseignée."}
        unit: "%"
        decimals: 1
        measure: {ratio: {of: beneficiaires_rsa, over: {count_persons: {kind: beneficiaires, where: {rsa: known}}}, factor: 100}}
        by: [association]
        horizons: [annee]
        counts_persons: true

      - id: reunions_tenues
        label: {fr: "Réunions tenues", en: "Meetings held"}
        definition: {fr: "Réunions distinctes effectivement tenues (une réunion rapportée par plusieurs associations compte une fois)."}
        unit: reunions
        decimals: 0
        measure: {count_meetings: {kind: reunions}}
        by: [instance, axe]
        horizons: [mois, annee, programme]
        baseline:
          - {value: 4, as_of: 2022-05, at: {instance: ca, horizon: annee}, source: "Lettre n° 02"}
          - {value: 3, as_of: 2022-05, at: {instance: copil, horizon: programme}, source: "Lettre n° 02"}

      - id: participation_membres
        label: {fr: "Participation des membres", en: "Member attendance"}
        definition: {fr: "Associations membres présentes, rapportées aux réunions dont la liste est connue × membres à cette date."}
        unit: "%"
        decimals: 1
        measure: {attendance: {kind: reunions}}
        by: [instance]
        horizons: [annee, programme]

      - id: participants_reunions
        label: {fr: "Participants aux réunions", en: "Participants in meetings"}
        definition: {fr: "Participants aux réunions tenues, le plus grand nombre déclaré pour chacune."}
        unit: participants
        decimals: 0
        measure: {sum_meetings: {kind: reunions, of: participants}}
        by: [instance]
        horizons: [mois, annee]

      - id: partenaires_reunions
        label: {fr: "Partenaires aux réunions", en: "Partners in meetings"}
        definition: {fr: "Organisations extérieures présentes aux réunions tenues, le plus grand nombre déclaré pour chacune."}
        unit: organisations
        decimals: 0
        measure: {sum_meetings: {kind: reunions, of: partenaires}}
        by: [instance]
        horizons: [mois, annee]

      - id: completude
        label: {fr: "Complétude des remontées", en: "Delivery completeness"}
        definition: {fr: "Fichiers acceptés rapportés aux fichiers dus."}
        unit: "%"
        decimals: 0
        measure: {delivery: {}}
        by: [association]
        horizons: [mois, annee]
        target: {value: 100, source: "Conventions"}

    """#
}
