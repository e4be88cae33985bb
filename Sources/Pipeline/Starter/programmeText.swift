import Domain

/// programme.yaml of a new programme, with what each key is for. French: whoever fills it in reads it.
func programmeText(_ starter: Starter) -> String {
  head(starter) + territory(starter) + axesAndInstances(starter) + associations(starter) + rules
}

private func head(_ starter: Starter) -> String {
  let contact = starter.contact ?? "\(Starter.unsaid) : nom, fonction et téléphone de qui répond aux associations"
  let start = starter.isStartSaid ? "  # le premier mois suivi" : unsaid("le premier mois suivi")
  return """
    # Le programme : qui remonte des données, sur quels axes, pour quel territoire.
    # Un id nomme des dossiers et des fichiers : ne plus le changer après la première publication. Un label est ce que lisent
    # les lecteurs : il se corrige à tout moment. « bilan check » relit tout et dit, ligne par ligne, ce qui reste à remplir ;
    # une fois la valeur juste, effacer la remarque qui la suit.
    programme:
      id: \(starter.programme.id)
      label: {fr: \(quoted(starter.programme.label))}
      start: \(starter.start)\(start)
      contact: {fr: \(quoted(contact))}
      legal: {fr: "Données transmises par les associations membres ; traitement dans le cadre des conventions de financement."}
      # illustrative: true        # pour un essai avec des données inventées : chaque rapport le dit


    """
}

private func territory(_ starter: Starter) -> String {
  let compared =
    starter.isComparedSaid
    ? "  # le territoire auquel on le compare"
    : unsaid("la région, comme bretagne, ici et dans les deux autres fichiers")
  var text = """
    # Le territoire dont l'emploi est observé. Son id et celui de compared_to ont chacun une ligne dans reference/territory.csv ;
    # indicators.yaml les nomme aussi.
    territory:
      id: \(starter.territory.id)
      label: {fr: \(quoted(starter.territory.label))}
      compared_to: \(starter.compared.id)\(compared)
      communes:                   # code INSEE, nom, codes postaux de chacune des communes du territoire

    """
  if starter.communes.isEmpty {
    let what = "\(Starter.unsaid) : les communes du territoire, une par ligne"
    return text + "    - {id: \"99999\", label: \(quoted(what)), postal: []}\n\n"
  }
  for commune in starter.communes {
    let codes = commune.postalCodes.map(quoted).joined(separator: ", ")
    text += "    - {id: \(quoted(commune.code.description)), label: \(quoted(commune.label)), postal: [\(codes)]}"
    text += commune.postalCodes.isEmpty ? unsaid("ses codes postaux") + "\n" : "\n"
  }
  return text + "\n"
}

private func axesAndInstances(_ starter: Starter) -> String {
  var text = """
    # Les axes. aliases : les autres noms sous lesquels un export peut les désigner.
    axes:

    """
  for axis in starter.axes { text += "  - {id: \(axis.id), label: {fr: \(quoted(axis.label))}, aliases: []}\n" }
  return text + """

    # Les instances qui se réunissent. tracked_from : le mois depuis lequel leurs réunions sont comptées ; sans lui, « nd ».
    # axe: required : une réunion est celle d'un axe.
    instances:
      - {id: ca, label: {fr: "Conseil d'administration"}, aliases: ["conseil d'administration"], tracked_from: \(starter.start)}
      - {id: copil, label: {fr: "Comité de pilotage"}, aliases: ["comité de pilotage"], tracked_from: \(starter.start)}
      - {id: cotech, label: {fr: "Comité technique"}, aliases: ["comité technique"]}
      - {id: g2t, label: {fr: "Groupe de travail thématique"}, aliases: ["groupe de travail"], axe: required}


    """
}

private func associations(_ starter: Starter) -> String {
  var text = """
    # Les membres. id : le nom du dossier de ses exports (exports/<id>/). carrier : elle porte le programme. axes : ceux auxquels
    # elle contribue. commune : là où sont ses emplois quand l'export ne le dit pas. owes : ce qu'elle doit chaque mois (etp,
    # beneficiaires : qui accompagne des personnes en insertion, reunions : qui en tient la liste). Au besoin : member_until: 2025-12,
    # encoding: windows-1252, columns: {etp: {heures: ["Nb heures payées"]}} (les en-têtes de son logiciel), blank_is_no: [rsa, qpv].
    associations:

    """
  let axes = starter.axes.map(\.id).joined(separator: ", ")
  for (index, association) in starter.associations.enumerated() {
    let entry = association.entry
    let commune = association.commune ?? starter.communes.first?.code ?? CommuneCode("99999")
    text += """
        - id: \(entry.id)
          label: \(quoted(entry.label))
      \(index == 0 ? "    carrier: true\n" : "")    axes: [\(axes)]
          commune: \(quoted(commune?.description ?? ""))\(association.commune == nil ? unsaid("le code INSEE de sa commune") : "")
          member_from: \(starter.start)
          owes: [\(association.owes.map(\.id).joined(separator: ", "))]

      """
  }
  return text + "\n"
}

private let rules = """
  rules:
    max_rejected_share: 0.20    # au-delà de cette part de lignes refusées, le fichier entier est refusé
    material_threshold: 0.01    # une révision est « mineure » si rien ne bouge de plus
    due_day: 15                 # les fichiers d'un mois sont dus ce jour du mois suivant
    retention_months: 60        # combien de temps les archives pseudonymisées sont gardées
    # minimum_stay_days: {aci: 80, ei: 80}   # jours avant lesquels une sortie n'est pas examinée

  confidentiality:
    persons_threshold: 5        # un effectif de 1 à 4 personnes n'est pas publié
    sensitive_threshold: 11     # pour les indicateurs sensibles (RQTH)
    # sums_threshold: 5         # une somme (ETP, heures) derrière laquelle il y a de 1 à 4 personnes n'est pas publiée
    # keep: [{indicator: beneficiaires, horizon: annee, by: association}]   # s'il faut masquer d'autres cellules, celles-ci en dernier
    key_file: ../.bilan-key     # la clé des pseudonymes, hors des données et des rapports ; la première publication la crée

  """
