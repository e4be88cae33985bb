import CSV
import Domain
import Foundation
import SeededNumbers
import Testing

@testable import Ingest

/// The same rows, written in every way that the contract allows, are the same facts.
struct MetamorphicTests {
  private static let columns: [ExportKind: [[String]]] = [
    .etp: [
      [
        "Mois", "poste_id", "Salarié", "AXE", "commune", "type de contrat", "statut", "ETP", "Heures payées",
        "dispositif", "sexe", "Entrée", "date_fin", "Prénom",
      ],
      [
        "mai 2022", "p;1", "s\"1\"", "Mobilité", "Hénin-Beaumont", "CDI", "Créé", "0,5", "", "", "F", "02/05/2022", "",
        "Zoé",
      ],
      [
        "05/2022", "p 2", "", "alimentation", "62250", "cddi", "en cours", "", "104,5", "aci", "", "", "2022-12-31",
        "É\tric",
      ],
      [
        "2022-05", "é3", "s3", "sustainable food", "", "pec", "existant", "80 %", "", "", "h", "2020-01-01",
        "31.12.2022", "",
      ],
      ["2022-05-01", "é3", "s4", "sustainable food", "2A004", "pec", "existant", "0", "", "", "x", "", "", "a|b,c"],
    ],
    .beneficiaires: [
      [
        "N° dossier", "clé commune", "Structure", "Axe", "Entrée", "Sortie le", "Motif de sortie", "Genre", "Naissance",
        "BRSA", "rqth", "qpv", "mois_chomage", "commune",
      ],
      [
        "b1", "PLIE é", "ACI", "mobilite", "02/01/2022", "31/05/2022", "durable", "f", "1985", "oui", "non", "x", "12",
        "62110",
      ],
      ["b2", "", "autre", "Mobilité", "2022-02-03", "", "", "m", "17/08/1999", "", "0", "VRAI", "1 000", "Drocourt"],
      ["b;3", "k", "ei", "alimentation", "3/2/22", "", "", "", "", "1", "", "", "", ""],
    ],
    .reunions: [
      ["date de réunion", "type de réunion", "thème", "etat", "présents", "participants", "partenaires"],
      ["02/05/2022", "Conseil d'administration", "", "", "adds|afeji", "12", ""],
      ["2022-05-03", "g2t", "mobilité inclusive", "planifiée", "ADDS, AFEJI", "", "3"],
      ["03.05.2022", "CA", "", "annulée", "", "0", "0"],
    ],
  ]

  @Test(arguments: ExportKind.allCases, 1...120 as ClosedRange<UInt64>)
  func sameFacts(_ kind: ExportKind, _ seed: UInt64) throws {
    let table = MetamorphicTests.columns[kind]!
    let plain = try Sample.read(kind, bytes(table, delimiter: ";", end: "\n", isQuoted: false))
    #expect(plain.rowsKept == table.count - 1 && plain.faults.isEmpty)
    var random = Seeded(seed)
    var order = Array(table[0].indices)
    order.shuffle(using: &random)
    let rows = [table[0]] + table.dropFirst().shuffled(using: &random)
    let shuffled = rows.map { row in order.map { row[$0] } }
    let text = bytes(
      shuffled, delimiter: [";", ",", "\t", "|"].randomElement(using: &random)!,
      end: ["\n", "\r\n", "\r"].randomElement(using: &random)!,
      isQuoted: Bool.random(using: &random), titles: Int.random(in: 0...3, using: &random),
      blanks: Bool.random(using: &random))
    let encoded = encode(String(decoding: text, as: UTF8.self), seed)
    let other = try Sample.read(kind, encoded.bytes, with: Sample.reader(encoded.association))
    #expect(other.faults.isEmpty, "\(other.faults)")
    #expect(facts(other) == facts(plain))
  }

  private func bytes(
    _ table: [[String]], delimiter: Character, end: String, isQuoted: Bool, titles: Int = 0, blanks: Bool = false
  ) -> [UInt8] {
    var text = CSVText(separator: delimiter, lineEnd: end)
    for title in 0..<titles { text.append(["Titre \(title)"]) }
    var bytes = text.bytes
    for row in table {
      if blanks { bytes += Array("\(delimiter)\(delimiter) \(end)\(end)".utf8) }
      var line = CSVText(separator: delimiter, lineEnd: end)
      line.append(row)
      let quoted = row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: String(delimiter)) + end
      bytes += isQuoted ? Array(quoted.utf8) : line.bytes
    }
    return bytes
  }

  /// The text in one of the encodings, marked or declared or neither, and the association that declares it.
  private func encode(_ text: String, _ seed: UInt64) -> (bytes: [UInt8], association: Association) {
    var association = Sample.association()
    func data(_ encoding: String.Encoding) -> [UInt8] { Array(text.data(using: encoding)!) }
    switch seed % 8 {
    case 0: return (Array(text.utf8), association)
    case 1: return ([0xEF, 0xBB, 0xBF] + Array(text.utf8), association)
    case 2: return ([0xFF, 0xFE] + data(.utf16LittleEndian), association)
    case 3: return ([0xFE, 0xFF] + data(.utf16BigEndian), association)
    case 4: return (data(.windowsCP1252), association)
    case 5:
      association.encoding = .windows1252
      return (data(.windowsCP1252), association)
    case 6:
      association.encoding = .utf16BigEndian
      return (data(.utf16BigEndian), association)
    default:
      association.encoding = .latin9
      return (data(.isoLatin1), association)
    }
  }

  /// Rows as texts, without what tells where they stood: identifiers as groups of equal ones.
  private func facts(_ file: ReadFile) -> [String] {
    switch file.rows {
    case .jobs(let rows):
      return (0..<rows.count).map { row in
        let twins = rows.job.count { $0 == rows.job[row] }
        let staff = rows.employee[row] == 0 ? "nobody" : "\(rows.employee.count { $0 == rows.employee[row] })"
        return
          "\(twins) \(staff) \(rows.axis[row]) \(rows.contract[row]) \(rows.status[row]) \(rows.scheme[row]) \(rows.sex[row]) \(rows.commune[row]) \(rows.fullTimeEquivalent[row]) \(rows.hours[row]) \(rows.start[row]) \(rows.end[row])"
      }.sorted()
    case .paths(let rows):
      return (0..<rows.count).map { row in
        "\(rows.sharedKey[row] == 0) \(rows.scheme[row]) \(rows.axis[row]) \(rows.entry[row]) \(rows.exit[row]) \(rows.outcome[row]) \(rows.sex[row]) \(rows.birth[row]) \(rows.rsa[row]) \(rows.rqth[row]) \(rows.qpv[row]) \(rows.monthsUnemployed[row]) \(rows.commune[row])"
      }.sorted()
    case .meetings(let rows):
      return rows.rows.map { row in
        "\(row.day) \(row.instance) \(row.axis ?? -1) \(row.state) \(row.members?.sorted() ?? []) \(row.participants ?? -1) \(row.partners ?? -1)"
      }.sorted()
    case nil: return ["refused"]
    }
  }
}
