/// What a column is called for a person. Programs know it by its name in the CSV, which is in English and stays; a word that has no
/// other, as the ids of breakdowns have not, is its own.
func frenchHeader(_ name: String) -> String {
  switch name {
  case "indicator": "indicateur"
  case "month": "mois"
  case "value": "valeur"
  case "numerator": "numérateur"
  case "denominator": "dénominateur"
  case "unit": "unité"
  case "status": "statut"
  case "reason": "motif"
  case "label": "libellé"
  case "by": "ventilations"
  case "definition": "définition"
  case "measure": "mesure"
  case "persons": "personnes"
  case "tags": "étiquettes"
  default: name
  }
}
