/// funders/<funder>.yaml of a new programme: a report that every programme can fill.
func funderText(_ funder: StarterEntry, _ starter: Starter) -> String {
  """
  # Un rapport : à qui, sous quel titre, avec quels chiffres. Un financeur de plus : un fichier de plus, nommé d'après son id.
  funder:
    id: \(funder.id)
    label: {fr: \(quoted(funder.label))}
    title: {fr: \(quoted("Bilan mensuel : \(starter.programme.label)"))}
    # agreement_from: \(starter.start)\(unsaid("le mois de la convention ; sans elle, le rapport dit « sans convention »"))
  csv: {separator: ";", decimal: ",", bom: true, line_end: crlf}
  # labels: {beneficiaires: {fr: "Personnes accompagnées"}}   # les mots de ce financeur, au lieu de ceux d'indicators.yaml

  # Les chiffres de la synthèse : {indicator, horizon} ; horizon : mois, annee (depuis janvier) ou programme (depuis le début).
  key_figures:
    - {indicator: emplois_crees_ou_en_cours, horizon: programme}
    - {indicator: creation_nette, horizon: programme}
    - {indicator: etp_total, horizon: mois}
    - {indicator: beneficiaires, horizon: annee}
    - {indicator: taux_sorties_dynamiques, horizon: annee}
    - {indicator: reunions_tenues, horizon: programme}
    - {indicator: completude, horizon: mois}
    # Quand reference/territory.csv est rempli :
    # - {indicator: part_ess_reference, horizon: mois}
    # - {indicator: part_ess_region, horizon: mois}
    # - {indicator: contribution_ptce, horizon: programme}

  # Ce qui est convenu avec ce financeur, rappelé à côté du chiffre, et ce que le programme en dit :
  # objectives:
  #   - {indicator: emplois_crees, horizon: programme, from: \(starter.start), until: \(starter.start.year)-12, value: 20, kind: objectif, source: "Convention \(starter.start.year)"}
  # comments:
  #   - {indicator: emplois_crees, horizon: programme, month: \(starter.start), text: {fr: "Deux embauches sont prévues en septembre."}}


  """ + funderSections
}

private let funderSections = """
  # Les tableaux : une ligne par axe, association, commune, instance, dispositif ou sexe, et le graphique des colonnes nommées.
  sections:
    - title: {fr: "Emplois par axe"}
      sentence: {fr: "Emplois créés et en cours de création depuis le début du programme, par axe."}
      rows: axe
      columns:
        - {indicator: emplois_crees, horizon: programme}
        - {indicator: emplois_en_cours, horizon: mois}
        - {indicator: emplois_crees_ou_en_cours, horizon: programme}
        - {indicator: creation_nette, horizon: programme}
      chart: {stacked: [emplois_crees, emplois_en_cours]}
    - title: {fr: "Emplois par association"}
      sentence: {fr: "Emplois créés, équivalents temps plein et effectif du mois, par association."}
      rows: association
      columns:
        - {indicator: emplois_crees, horizon: programme}
        - {indicator: etp_total, horizon: mois}
        - {indicator: effectif, horizon: mois}
        - {indicator: part_cdi, horizon: mois}
      chart: {bar: [etp_total]}
    - title: {fr: "Insertion"}
      sentence: {fr: "Personnes accompagnées, entrées et sorties depuis janvier, par association."}
      rows: association
      columns:
        - {indicator: beneficiaires, horizon: annee}
        - {indicator: entrees, horizon: annee}
        - {indicator: sorties, horizon: annee}
        - {indicator: sorties_dynamiques, horizon: annee}
        - {indicator: taux_sorties_dynamiques, horizon: annee}
      chart: {bar: [beneficiaires]}
    - title: {fr: "Gouvernance"}
      sentence: {fr: "Réunions tenues, participants et participation des associations membres, par instance."}
      rows: instance
      columns:
        - {indicator: reunions_tenues, horizon: annee}
        - {indicator: reunions_tenues, horizon: programme}
        - {indicator: participants_reunions, horizon: annee}
        - {indicator: participation_membres, horizon: annee}
      chart: {bar: [reunions_tenues]}

  """
