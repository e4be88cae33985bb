import Domain

/// What the closed lists of the contract accept: their ids and words, and those that a programme or an association adds.
struct CodedLists {
  let contracts: CodeTable
  let statuses: CodeTable
  let jobSchemes: CodeTable
  let pathSchemes: CodeTable
  let sexes: CodeTable
  let outcomes: CodeTable
  let states: CodeTable

  init(own: OwnWords, ofAll: OwnWords) {
    func words(_ codebook: Codebook, _ column: some ContractColumn) -> CodeTable {
      CodeTable(codebook, column: column.declaration.id, own: own, ofAll: ofAll)
    }
    contracts = words(.contract, JobColumn.contrat)
    statuses = words(.jobStatus, JobColumn.statut)
    jobSchemes = words(.jobScheme, JobColumn.dispositif)
    pathSchemes = words(.scheme, PathColumn.dispositif)
    sexes = words(.sex, JobColumn.sexe)
    outcomes = words(.outcome, PathColumn.sortie)
    states = words(.meetingState, MeetingColumn.etat)
  }
}
