import Domain
import Testing

/// What is derived from the declarations, held against the contract's own tables (2-exports.md).
@Suite struct ExportSchemaTests {
  @Test func columnsInTheContractsOrder() {
    #expect(
      ExportSchema.of(.etp).columns.map(\.id) == [
        "mois", "poste_id", "salarie_id", "axe", "commune", "contrat", "statut", "etp", "heures", "dispositif", "sexe",
        "date_debut", "date_fin",
      ])
    #expect(
      ExportSchema.of(.beneficiaires).columns.map(\.id) == [
        "beneficiaire_id", "cle_personne", "dispositif", "axe", "date_entree", "date_sortie", "sortie", "sexe",
        "naissance", "rsa", "rqth", "qpv", "mois_chomage", "commune",
      ])
    #expect(
      ExportSchema.of(.reunions).columns.map(\.id) == [
        "date", "instance", "axe", "etat", "membres", "participants", "partenaires",
      ])
  }

  @Test func presence() {
    func required(_ kind: ExportKind) -> [String] {
      ExportSchema.of(kind).columns.filter { $0.presence != .optional }.map(\.id)
    }
    #expect(required(.etp) == ["mois", "poste_id", "axe", "contrat", "statut", "etp", "heures"])
    #expect(required(.beneficiaires) == ["beneficiaire_id", "dispositif", "axe", "date_entree"])
    #expect(required(.reunions) == ["date", "instance"])
    #expect(ExportSchema.of(.etp).columns.filter { $0.presence == .oneOf }.map(\.id) == ["etp", "heures"])
  }

  @Test func keys() {
    func key(_ kind: ExportKind) -> [String] { ExportSchema.of(kind).key.map { ExportSchema.of(kind).columns[$0].id } }
    #expect(key(.etp) == ["mois", "poste_id", "salarie_id", "contrat", "date_debut"])
    #expect(key(.beneficiaires) == ["beneficiaire_id", "date_entree"])
    #expect(key(.reunions) == ["date", "instance", "axe"])
  }

  @Test func whatMayBeLeftBlank() {
    func blankable(_ kind: ExportKind) -> [String] { ExportSchema.of(kind).columns.filter(\.mayBeBlank).map(\.id) }
    #expect(
      blankable(.etp) == ["commune", "etp", "heures", "dispositif", "sexe", "date_debut", "date_fin"])
    #expect(
      blankable(.beneficiaires) == [
        "date_sortie", "sortie", "sexe", "naissance", "rsa", "rqth", "qpv", "mois_chomage", "commune",
      ])
    #expect(blankable(.reunions) == ["axe", "etat", "membres", "participants", "partenaires"])
    #expect(
      ExportSchema.of(.beneficiaires).columns.filter { $0.blank == .unknownOrNo }.map(\.id) == ["rsa", "rqth", "qpv"])
  }

  @Test func fields() {
    #expect(
      Field.of(.etp).count == 13 && Field.of(.etp).contains(.association) && !Field.of(.etp).contains(.age_entree))
    #expect(
      Field.of(.beneficiaires).count == 15 && Field.of(.beneficiaires).isSuperset(of: [.age_entree, .association]))
    #expect(Field.of(.reunions) == [.axe, .instance, .etat, .membres, .participants, .partenaires])
    // A blank of these says that nobody filled it in; of the others it is refused, or has a meaning of its own.
    #expect(
      Field.allCases.filter(\.isOptional) == [
        .sexe, .heures, .date_debut, .date_fin, .cle_personne, .naissance, .rsa, .rqth, .qpv, .mois_chomage,
        .age_entree, .membres, .participants, .partenaires,
      ])
    #expect(Field.allCases.filter(\.isNumber) == [.mois_chomage, .age_entree, .participants, .partenaires])
    #expect(Field.dispositif.codebook?.ids.last == "autre" && Field.axe.codebook == nil)
    #expect(Field.allCases.filter { $0.codebook != nil }.count == 9)
  }

  @Test func dimensions() {
    #expect(Dimension.of(.etp) == [.axe, .association, .commune, .dispositif, .sexe])
    #expect(Dimension.of(.beneficiaires) == [.axe, .association, .commune, .dispositif, .sexe])
    #expect(Dimension.of(.reunions) == [.axe, .association, .instance])
  }

  /// No header word stands for two columns of a kind, and every column is explained.
  @Test(arguments: ExportKind.allCases) func aliases(_ kind: ExportKind) {
    let columns = ExportSchema.of(kind).columns
    let words = columns.flatMap { [$0.id] + $0.aliases }.map(normalForm)
    #expect(Set(words).count == words.count)
    #expect(columns.allSatisfy { !$0.explanation.isEmpty && !$0.french.isEmpty })
  }
}
