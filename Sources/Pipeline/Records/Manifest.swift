import Domain
import Foundation
import Host
import Ledger
import Report

/// manifest.json of an edition: what it was made from, and the SHA-256 of each of its files. Holds no time and no path of
/// a machine.
package struct Manifest: Codable, Hashable, Sendable {
  package struct Software: Codable, Hashable, Sendable {
    package var name = "bilan"
    package var version: String
  }
  package struct Input: Codable, Hashable, Sendable {
    package var file: String
    package var sha256: String
    package var association: String
    package var kind: String
    package var month: String
    /// `accepted`, `refused` or `absent` (owed, nothing came).
    package var outcome: String
    package var rowsKept: Int
    package var rowsRefused: Int
    /// Lines of the month that a mapping sets aside, by rule. nil: none.
    package var setAside: [SetAside]?
  }
  package struct File: Codable, Hashable, Sendable {
    package var path: String
    package var sha256: String
    package var bytes: Int
  }
  package struct Protection: Codable, Hashable, Sendable {
    package var personsThreshold: Int
    package var sensitiveThreshold: Int
    /// nil: sums are not protected.
    package var sumsThreshold: Int?
    package var hiddenPrimary: Int
    package var hiddenSecondary: Int
    /// Of cells that are hidden for another's sake: the hidden cells that would be known without, each behind its month.
    /// `2022-05 sorties annee : 2022-05 sorties annee association=adds; …`. nil: of before 0.8.
    package var hiddenFor: [String]?
  }
  /// The edition that this one supersedes, and what it says of that.
  package struct Predecessor: Codable, Hashable, Sendable {
    package var edition: String
    /// SHA-256 of its manifest: the chain cannot be cut unseen.
    package var manifest: String
    package var reason: String
    /// `mineure` or `substantielle`.
    package var materiality: String
    package var causes: [String]
    /// Figures that are not what it said.
    package var changes: Int
  }

  /// Of this file's own format.
  package var format = 3
  package var edition: String
  package var month: String
  /// nil for a first edition.
  package var predecessor: Predecessor?
  package var software: Software
  package var programme: String
  /// Same fingerprint: same inputs, definitions and program.
  package var fingerprint: String
  /// nil: not told yet, ``encoded(_:)``, or of no interest where it was read, ``init(brief:)``.
  package var inputs: [Input]?
  package var definitions: [File]
  package var protection: Protection
  /// SHA-256 of the figures' table.
  package var figures: String
  /// By section of ``EditionCopy``, the SHA-256 of what the ledger keeps of this edition. nil: of before 0.7.
  package var ledger: [String: String]?
  /// Totals of the évolution that the month's own edition tells otherwise: `2022-04 etp_total mois`.
  package var publishedOtherwise: [String]
  /// Cells of the évolution that today's rule would show, but that an edition of the month hid.
  package var keptHidden: [String]
  /// By funder, the edition that was sent before, and whether his report says something else: `region 2022-05.1 outdated`. nil:
  /// nothing was noted.
  package var sent: [String]?
  package var files: [File]

  /// The file's keys.
  private enum CodingKeys: String, CodingKey {
    case format, edition, month, predecessor, programme, fingerprint, inputs, definitions, protection, figures, ledger
    case publishedOtherwise, keptHidden, sent, files
    case software = "program"
  }

  /// Of ``sent``.
  var sentReports: [String: ReportedMonth.Sent] {
    (sent ?? []).reduce(into: [:]) { reports, line in
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count > 1 else { return }
      reports[parts[0]] = ReportedMonth.Sent(edition: parts[1], isOutdated: parts.count > 2)
    }
  }

  /// What the ledger notes of it.
  var note: ToldNote {
    ToldNote(ledger ?? [:], reports: files.map(\.path).filter { $0.hasPrefix("financeurs/") })
  }

  /// Of ``keptHidden``.
  var keptMarks: MarksByMonth {
    CellsByMonth(lines: keptHidden).mapValues { keys in Dictionary(uniqueKeysWithValues: keys.map { ($0, .D) }) }
  }

  /// Deliveries with the lines set aside that stand here alone.
  func completing(_ deliveries: Deliveries) -> Deliveries {
    let known = Dictionary(
      (inputs ?? []).map { ("\($0.association) \($0.kind) \($0.month)", $0.setAside ?? []) },
      uniquingKeysWith: { first, _ in first })
    return Deliveries(
      deliveries.map { delivery in
        var delivery = delivery
        delivery.setAside = known["\(delivery.association) \(delivery.kind.id) \(delivery.month)"] ?? []
        return delivery
      })
  }

  /// Without its lines of exports where they stand as bilan writes them and nothing was set aside of one: of the manifest of a tenth
  /// year they are nine tenths, and everything else that they say the ledger knows too. Throws `DecodingError`.
  init(brief bytes: [UInt8]) throws {
    let kept = bytes.withUnsafeBytes { bytes -> Data in
      // Keys are sorted: the next one is always there.
      guard let start = place(ofLine: "  \"inputs\" : [\n", in: bytes, from: 0),
        let end = place(ofLine: "  \"keptHidden\" : ", in: bytes, from: start),
        bytes[..<end].suffix(6).elementsEqual("\n  ],\n".utf8),
        place(ofLine: "      \"setAside\" : ", in: UnsafeRawBufferPointer(rebasing: bytes[..<end]), from: start) == nil
      else { return Data(bytes) }
      return Data(bytes[..<start]) + Data(bytes[end...])
    }
    self = try JSONDecoder().decode(Manifest.self, from: kept)
  }

  /// But for its exports. `files` are the edition's, this manifest aside.
  init(
    _ source: EditionSource, figures: String, fingerprint: String,
    predecessorManifest: String?, ledger: [String: String], files: [File]
  ) {
    let edition = source.edition
    let released = source.release.figures
    let definitions = source.checked.definitions
    let rules = definitions.programme.confidentiality
    self.edition = edition.description
    month = edition.month.description
    if let name = edition.predecessor, let manifest = predecessorManifest {
      predecessor = Predecessor(
        edition: name, manifest: manifest, reason: edition.reason ?? "",
        materiality: edition.materiality?.rawValue ?? "", causes: edition.causes.map(\.rawValue),
        changes: edition.changes)
    }
    software = Software(version: bilanVersion)
    programme = definitions.programme.id
    self.fingerprint = fingerprint
    self.definitions = source.checked.loaded.files.map {
      File(path: $0.file, sha256: $0.sha256, bytes: $0.bytes.count)
    }
    protection = Protection(
      personsThreshold: rules.personsThreshold, sensitiveThreshold: rules.sensitiveThreshold,
      sumsThreshold: rules.hidesSums ? rules.sumsThreshold : nil,
      hiddenPrimary: released.all.count { $0.confidentiality == .C },
      hiddenSecondary: released.all.count { $0.confidentiality == .D },
      hiddenFor: source.disclosures.filter { $0.protects != nil }.map(\.reason))
    self.figures = figures
    self.ledger = ledger
    publishedOtherwise = source.publishedOtherwise.lines
    keptHidden = source.release.keptHidden.lines
    sent =
      source.sent.isEmpty
      ? nil : source.sent.map { "\($0) \($1.edition)\($1.isOutdated ? " outdated" : "")" }.sorted()
    self.files = files
  }
}
