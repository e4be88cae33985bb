import Define
import Domain
import Testing

struct ProgrammeTests {
  private func failure(_ text: String, _ other: String) -> String {
    DefineTests.failure { try decodeProgramme(goodProgramme.replacing(text, with: other)) }
  }

  @Test func aGoodOne() throws {
    let programme = try decodeProgramme(goodProgramme)
    #expect(programme.start == Month("2021-07"))
    #expect(programme.label == Label(fr: "Essai", en: "Test"))
    #expect(programme.territory.comparedTo == "region")
    #expect(programme.instances.map(\.requiresAxis) == [false, true])
    #expect(programme.instances.map(\.trackedFrom) == [Month("2021-07"), nil])
    #expect(programme.associations[0].owes == [.etp])
    #expect(programme.rules.maxRejectedShare == Quantity(tenThousandths: 2_500))
    #expect(programme.rules.minimumStayDays == [.aci: 80])
    // What is not written has its default.
    #expect(programme.rules.dueDay == 15)
    #expect(programme.confidentiality.personsThreshold == 5)
    #expect(!programme.isIllustrative)
  }

  /// Rows keep an axis in eight bits, of which 0 is a blank.
  @Test(arguments: [(255, false), (256, true)]) func manyAxes(_ count: Int, _ isRefused: Bool) {
    let axes = (0..<count).map { "  - {id: a\($0), label: {fr: \"A\($0)\"}}" }.joined(separator: "\n")
    let lines = goodProgramme.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex(of: "axes:")!
    let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("  -") }!
    let text = (lines[...start] + [Substring(axes)] + lines[end...]).joined(separator: "\n")
      .replacing("axes: [x]", with: "axes: [a0]")
    let failure = DefineTests.failure { try decodeProgramme(text) }
    #expect(failure.hasSuffix("\(count) axes ; attendu : 255 au plus") == isRefused, "\(failure)")
  }

  @Test(arguments: ["1949-12", "2100-01", "9999-12"]) func monthsOutOfTime(_ month: String) {
    #expect(
      failure("  start: 2021-07", "  start: \(month)")
        == "programme.yaml:4 : « \(month) » ; attendu : un mois de 1950-01 à 2099-12")
  }

  @Test func places() {
    #expect(
      failure("  start: 2021-07", "  debut: 2021-07")
        == "programme.yaml:4 : clé inconnue « debut » ; attendu : id, label, start, illustrative, legal, contact (vouliez-vous dire « start » ?)"
    )
    #expect(failure("  start: 2021-07\n", "") == "programme.yaml:2 : clé manquante : start (exemple : start: 2021-07)")
    #expect(
      failure("start: 2021-07", "start: juillet") == "programme.yaml:4 : « juillet » ; attendu : un mois (2022-05)")
    #expect(failure("axes: [x]", "axes: [z]") == "programme.yaml:18 : « z » est inconnu ; attendu : x, y")
    #expect(
      failure("owes: [etp]", "owes: [paie]")
        == "programme.yaml:18 : « paie » est inconnu ; attendu : etp, beneficiaires, reunions")
    #expect(failure("axe: required", "axe: true") == "programme.yaml:16 : « true » est inconnu ; attendu : required")
    #expect(failure("0.25", "1.5") == "programme.yaml:21 : « 1.5 » ; attendu : une part de 0 à 1 (0.2 pour 20 %)")
    #expect(failure("0.25", "0.33333") == "programme.yaml:21 : « 0.33333 » ; attendu : au plus quatre décimales")
    #expect(
      failure("{aci: 80}", "{cdi: 80}")
        == "programme.yaml:22 : « cdi » est inconnu ; attendu : aci, ei, ai, etti, eiti, autre")
    #expect(
      failure("\"62110\"", "621")
        == "programme.yaml:10 : « 621 » ; attendu : un code postal de cinq chiffres, entre guillemets (\"62110\")")
    #expect(
      failure("id: \"62427\"", "id: Hénin")
        == "programme.yaml:10 : « Hénin » ; attendu : un code INSEE de cinq caractères, entre guillemets (\"62427\")")
    #expect(
      failure("owes: [etp]", "member_until: 2021-01")
        == "programme.yaml:18 : member_until (2021-01) précède member_from (2021-07) ; attendu : 2021-07 ou plus tard")
    #expect(
      failure("owes: [etp]", "columns: {etp: {nom: [\"Nom\"]}}").hasPrefix(
        "programme.yaml:18 : « nom » est inconnu ; attendu : mois, poste_id"))
    #expect(
      failure("owes: [etp]", "blank_is_no: [sexe]")
        == "programme.yaml:18 : « sexe » est inconnu ; attendu : rsa, rqth, qpv")
    #expect(
      failure("owes: [etp]", "encoding: ebcdic").hasPrefix(
        "programme.yaml:18 : « ebcdic » est inconnu ; attendu : utf-8"))
  }

  /// Ids become file and folder names.
  @Test func idsAreSlugs() {
    for (id, slug) in [
      ("../x", "x"), ("Ab", "ab"), ("é", "e"), ("a b", "a-b"), ("-a", "a"), ("a_b", "a-b"), ("a/b", "a-b"),
    ] {
      #expect(
        failure("{id: a, label", "{id: \"\(id)\", label")
          == "programme.yaml:18 : « \(id) » ; attendu : un identifiant en minuscules sans accent, chiffres et tirets (64 caractères au plus) : écrire « \(slug) »"
      )
    }
  }

  @Test func duplicates() {
    #expect(
      failure("{id: y, label: Axe Y}", "{id: x, label: Axe Y}")
        == "programme.yaml:13 : « x » est écrit deux fois (déjà ligne 12) ; en renommer ou retirer un")
    #expect(
      failure("{id: y, label: Axe Y}", "{id: y, label: IXE}")
        == "programme.yaml:13 : « IXE » désigne déjà « x » (ligne 12) ; en changer un")
    #expect(
      failure("label: Axe Y}", "label: Axe Y, aliases: [\"axe-x\"]}")
        == "programme.yaml:13 : « axe-x » désigne déjà « x » (ligne 12) ; en changer un")
    #expect(
      failure("{id: b, label: \"Association B\"", "{id: b, label: \"association a\"")
        == "programme.yaml:19 : « association a » désigne déjà « a » (ligne 18) ; en changer un")
    // An alias that says the id again means the same entry.
    #expect(failure("aliases: [\"ixe\"]", "aliases: [\"X\"]") == "pas d'erreur")
  }
}
