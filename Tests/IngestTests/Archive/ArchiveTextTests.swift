import CSV
import Domain
import Foundation
import Synchronization
import Testing

@testable import Ingest

/// What is archived reads back as the rows it was written from, and holds no identifier.
@Suite struct ArchiveTextTests {
  private let archiving = Archiving(
    isWanted: { _, _, _ in true },
    // Upside down, and where from: enough to tell pseudonyms from identifiers.
    pseudonyms: { domain in
      { id in "\(domain.split(separator: "/").last ?? "")<\(String(decoding: id.reversed(), as: UTF8.self))>" }
    },
    keep: { _, _, _, _ in })

  private func archived(_ kind: ExportKind, _ text: String, _ reader: AssociationReader) throws -> (ReadFile, String) {
    let file = try Sample.read(kind, text, with: reader)
    let bytes = archiveText(try #require(file.rows), reader, Pseudonyms(archiving, reader))
    return (file, String(decoding: bytes, as: UTF8.self))
  }

  private func again(_ kind: ExportKind, _ text: String) throws -> ReadFile {
    let reader = Sample.reader()
    let export = Export(association: 0, kind: kind, month: Sample.month, file: "archive", isArchived: true)
    return try Array(text.utf8).withUnsafeBufferPointer { try readExport($0, export, reader) }
  }

  /// Written by hand from the contract: a title line, a blank line and a refused row move the line numbers.
  @Test func jobsAsAHandWouldWriteThem() throws {
    let text = """
      Titre
      Mois;N° poste;Matricule;Axe;Commune;Type de contrat;Situation;Quotité;Heures;Structure;Genre;Entrée;Sortie;Nom

      mai 2022;P 1;S1;mobilité inclusive;62110;CDI;Existant;50 %;75,83;ACI;Femme;1/2/2020;;Durand
      05/2022;P2;;Alimentation durable & consommation responsable;;cdd;cree;0,3333;;;;;31/05/2022;"Du""rand"
      mai 2022;P3;S3;mobilite;62427;cdi;existant;9;;;;;;Martin
      2022-05;P4;S4;mobilite;2A004;cdi;supprime;;1 234,5;ei;x;;;
      2022-05;P5;S4;mobilite;62427;cdi;existant;1;;;;;;
      2022-05;P6;S4;mobilite;62427;cdi;existant;1;;;;;;
      """
    let (_, table) = try archived(.etp, text, Sample.reader())
    #expect(
      table == """
        ligne,mois,poste_id,salarie_id,axe,commune,contrat,statut,etp,heures,dispositif,sexe,date_debut,date_fin
        4,2022-05,poste_id<1 P>,salarie_id<1S>,mobilite,62427,cdi,existant,0.5,75.83,aci,f,2020-02-01,
        5,2022-05,poste_id<2P>,,alimentation,ailleurs,cdd,cree,0.3333,,,,,2022-05-31
        7,2022-05,poste_id<4P>,salarie_id<4S>,mobilite,ailleurs,cdi,supprime,,1234.5,ei,x,,
        8,2022-05,poste_id<5P>,salarie_id<4S>,mobilite,62427,cdi,existant,1,,,,,
        9,2022-05,poste_id<6P>,salarie_id<4S>,mobilite,62427,cdi,existant,1,,,,,

        """)
    #expect(!table.contains("Durand") && !table.contains("Du\"rand"))
  }

  @Test func pathsAsAHandWouldWriteThem() throws {
    var association = Sample.association()
    association.blankIsNo = ["rsa"]
    let text = """
      Nom;Bénéficiaire;Clé commune;Type SIAE;Axe;Entrée;Sortie le;Motif de sortie;Sexe;Date de naissance;RSA;QPV;mois_chomage;Commune
      x;D1;PLIE7;aci;mobilite;1.3.2021;31.1.2022;Durable;m;1985;;x;12;1500
      x;D2;;ei;mobilite;03.03.2021;;;f;02.07.1950;oui;;;
      """
    let (_, table) = try archived(.beneficiaires, text, Sample.reader(association))
    // The blank of `rsa` is a no; `qpv` is unknown; there is no column `rqth` at all.
    #expect(
      table == """
        ligne,beneficiaire_id,cle_personne,dispositif,axe,date_entree,date_sortie,sortie,sexe,naissance,rsa,rqth,qpv,mois_chomage,commune
        2,beneficiaire_id<1D>,cle_personne<7EILP>,aci,mobilite,2021-03-01,2022-01-31,durable,h,1985,non,,oui,12,01004
        3,beneficiaire_id<2D>,,ei,mobilite,2021-03-03,,,f,1950-07-02,oui,,,,

        """)
  }

  @Test func meetingsAsAHandWouldWriteThem() throws {
    let text = """
      date;instance;axe;etat;membres;participants;partenaires
      02/05/2022;Conseil d'administration;mobilite;;"LES ADDS | afeji";5;
      03/05/2022;g2t;mobilite;planifiée;;;0
      """
    let (_, table) = try archived(.reunions, text, Sample.reader())
    // An axis where the instance asks for none tells nothing, and is not kept.
    #expect(
      table == """
        ligne,date,instance,axe,etat,membres,participants,partenaires
        2,2022-05-02,ca,,tenue,adds|afeji,5,
        3,2022-05-03,g2t,mobilite,planifiee,,,0

        """)
  }

  @Test func jobsReadBack() throws {
    let rows = (1...40).map { number in
      let etp = ["1", "0,5", "0,3333", "", "62,5 %"][number % 5]
      let hours = number % 5 == 3 ? "151,67" : number % 7 == 0 ? "75,8333" : ""
      let axis = number % 2 == 0 ? "mobilite" : "alimentation"
      let commune = ["62427", "", "62110", "Courrières", "2B033", "1500"][number % 6]
      let status = ["existant", "cree", "en_cours", "consolide", "supprime"][number % 5]
      return
        "2022-05;P\(number);\(number % 3 == 0 ? "" : "S\(number % 11)");\(axis);\(commune);cdi;\(status);\(etp);\(hours);\(["", "aci", "ei"][number % 3]);\(["f", "h", "x", ""][number % 4]);01/02/2020;\(number % 4 == 0 ? "2022-05-31" : "")"
    }
    let (file, table) = try archived(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"), Sample.reader())
    let (before, after) = (try #require(file.jobs), try #require(try again(.etp, table).jobs))
    #expect(before.count == 40)
    #expect(after.line == before.line && after.job == before.job && after.employee == before.employee)
    #expect(after.axis == before.axis && after.commune == before.commune && after.contract == before.contract)
    #expect(after.status == before.status && after.scheme == before.scheme && after.sex == before.sex)
    #expect(after.fullTimeEquivalent == before.fullTimeEquivalent && after.hours == before.hours)
    #expect(after.start == before.start && after.end == before.end)
  }

  @Test func pathsReadBack() throws {
    let rows = (1...40).map { number in
      let exit = number % 3 == 0 ? "\(number % 28 + 1)/04/2022;\(["durable", "autre", "retrait"][number % 3])" : ";"
      return
        "B\(number % 30);\(number % 4 == 0 ? "K\(number % 3)" : "");aci;mobilite;\(number % 27 + 1)/02/\(2000 + number % 22);\(exit);f;\(["1990", "02/07/1985", "", "0001"][number % 4]);\(["oui", "non", ""][number % 3]);non;;\(["", "0", "24"][number % 3]);\(["62427", ""][number % 2])"
    }
    let (file, table) = try archived(
      .beneficiaires, ([Exports.headers[.beneficiaires]!] + rows).joined(separator: "\n"), Sample.reader())
    let (before, after) = (try #require(file.paths), try #require(try again(.beneficiaires, table).paths))
    #expect(before.count > 35)
    #expect(after.line == before.line && after.beneficiary == before.beneficiary && after.sharedKey == before.sharedKey)
    #expect(after.scheme == before.scheme && after.axis == before.axis && after.entry == before.entry)
    #expect(after.exit == before.exit && after.outcome == before.outcome && after.sex == before.sex)
    #expect(
      after.birth == before.birth && after.rsa == before.rsa && after.rqth == before.rqth && after.qpv == before.qpv)
    #expect(after.monthsUnemployed == before.monthsUnemployed && after.commune == before.commune)
  }

  @Test func meetingsReadBack() throws {
    let text = Exports.text(
      .reunions, "01/05/2022;g2t;mobilite;annulee;adds,afeji;;", "\"01/05/2022\";\"g2t\";alimentation;;\"afeji\";3;2")
    let (file, table) = try archived(.reunions, text, Sample.reader())
    #expect(try again(.reunions, table).meetings?.rows == file.meetings?.rows)
    #expect(file.meetings?.rows.count == 11)
  }

  /// Every wanted export is handed over with its hash; none that is refused, and none that is not wanted.
  @Test func ingestHandsOverAcceptedExports() throws {
    let kept = Mutex<[String]>([])
    let texts = ["a": Exports.text(.etp), "b": "rien", "c": Exports.text(.etp)]
    let exports = texts.keys.sorted().enumerated().map { index, name in
      Export(association: 0, kind: .etp, month: Sample.month.advanced(by: index), file: name)
    }
    var archiving = archiving
    archiving = Archiving(
      isWanted: { export, _, _ in export.file != "c" }, pseudonyms: archiving.pseudonyms,
      keep: { export, hash, _, text in kept.withLock { $0.append("\(export.file) \(hash) \(text.isEmpty)") } })
    _ = try ingest(exports, programme: Sample.programme(), reference: Sample.reference, archiving: archiving) {
      export in
      let bytes = Array(texts[export.file]!.utf8)
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = buffer.initialize(from: bytes)
      return .bytes(buffer, sha256: "hash-\(export.file)")
    }
    #expect(kept.withLock { $0 } == ["a hash-a false"])
  }
}
