import Define
import Domain
import Testing

/// reference/territory.csv and full-time-hours.csv.
struct ReferenceTableTests {
  let territory = "territory,as_of,ess_posts,all_posts,share,source,status\n"
  let hours = "scheme,valid_from,annual_hours,kind,source\n"

  private func failure(territory rows: String = "", hours others: String = "") -> String {
    DefineTests.failure {
      try decodeReference(territory: Array((territory + rows).utf8), hours: Array((hours + others).utf8))
    }
  }

  @Test func goodRows() throws {
    let reference = try decodeReference(
      territory: Array((territory + "cahc,2021-12-31,3330,37000.5,,\"Source, sans date\",declared\n").utf8),
      hours: Array((hours + "permanent,2002-01-01,1820,paid,35 h\naci,2014-01-01,1820.25,worked,texte\n").utf8))
    #expect(
      reference.vintages == [
        Reference.Vintage(
          territory: "cahc", asOf: Day(year: 2021, month: 12, day: 31), essPosts: Quantity(3330),
          allPosts: Quantity(tenThousandths: 370_005_000), share: nil, source: "Source, sans date", standing: .declared)
      ])
    #expect(reference.fullTimeHours.map(\.scheme) == [nil, .aci])
    #expect(reference.fullTimeHours.map(\.annual.tenThousandths) == [18_200_000, 18_202_500])
    #expect(reference.fullTimeHours.map(\.counted) == [.paid, .worked])
  }

  @Test func badValues() {
    #expect(
      failure(territory: "cahc,2021-12-31,1,2,,s,official\ncahc,31/12/2021,1,2,,s,official\n")
        == "reference/territory.csv:3 : ce territoire a déjà une ligne à cette date (ligne 2) ; n'en garder qu'une")
    #expect(
      failure(territory: "cahc,2021-02-29,1,2,,s,official\n")
        == "reference/territory.csv:2 : colonne as_of : « 2021-02-29 » ; attendu : une date (2021-12-31 ou 31/12/2021)")
    #expect(
      failure(territory: "cahc,2021-12-31,beaucoup,2,,s,official\n")
        == "reference/territory.csv:2 : colonne ess_posts : « beaucoup » ; attendu : un nombre positif (9,0 ou 9.0), quatre décimales au plus, ou rien"
    )
    #expect(
      failure(territory: "cahc,2021-12-31,1,-2,,s,official\n").hasPrefix(
        "reference/territory.csv:2 : colonne all_posts"))
    #expect(
      failure(territory: "cahc,2021-12-31,1,2,\"9,5 pour cent\",s,official\n").hasPrefix(
        "reference/territory.csv:2 : colonne share"))
    #expect(
      failure(territory: "cahc,2021-12-31,1,2,,s,sûr\n")
        == "reference/territory.csv:2 : colonne status : « sûr » est inconnu ; attendu : official, declared, hypothetical"
    )
    #expect(
      failure(territory: ",2021-12-31,1,2,,s,official\n")
        == "reference/territory.csv:2 : colonne territory : vide ; attendu : un territoire")
    #expect(
      failure(hours: "aci,2014-01-01,0,paid,s\n")
        == "reference/full-time-hours.csv:2 : colonne annual_hours : « 0 » ; attendu : un nombre d'heures, de 1 à 8784")
    #expect(
      failure(hours: "aci,2014-01-01,,paid,s\n").hasPrefix("reference/full-time-hours.csv:2 : colonne annual_hours"))
    #expect(
      failure(hours: "cdi,2014-01-01,1820,paid,s\n")
        == "reference/full-time-hours.csv:2 : colonne scheme : « cdi » est inconnu ; attendu : aci, ei, ai, etti, eiti, autre, permanent"
    )
    #expect(
      failure(hours: "aci,2014-01-01,1820,payées,s\n")
        == "reference/full-time-hours.csv:2 : colonne kind : « payées » est inconnu ; attendu : paid, worked")
  }

  /// As a French spreadsheet saves them.
  @Test(arguments: ["sep=;\n", "", "\u{FEFF}"])
  func otherDialects(_ start: String) throws {
    let text =
      start + "Territory;As of;Status;Ess_posts;All_posts;Share;Source;;\r\n"
      + "cahc;31/12/2021;declared;3 330;37\u{A0}000,0;9,0;\"Source ; citée\";;\r\n;;;;;;;;\r\n"
    let reference = try decodeReference(territory: Array(text.utf8), hours: Array(hours.utf8))
    #expect(
      reference.vintages == [
        Reference.Vintage(
          territory: "cahc", asOf: Day(year: 2021, month: 12, day: 31), essPosts: Quantity(3330),
          allPosts: Quantity(37000), share: Quantity(9), source: "Source ; citée", standing: .declared)
      ])
    // é alone is Windows-1252.
    let latin = try decodeReference(
      territory: Array((territory + "cahc,2021-12-31,,,9,").utf8) + [0xE9] + Array(",official\n".utf8),
      hours: Array(hours.utf8))
    #expect(latin.vintages[0].source == "é")
  }

  @Test func contradictions() {
    #expect(
      failure(territory: "cahc,2021-12-31,3330,37000,9.2,s,official\n")
        == "reference/territory.csv:2 : colonne share : « 9.2 » ; attendu : à un dixième de point près, la part que disent les postes (9 %)"
    )
    #expect(failure(territory: "cahc,2021-12-31,3330,37000,9.1,s,official\n") == "pas d'erreur")
    #expect(
      failure(territory: "cahc,2021-12-31,3,2,,s,official\n").hasPrefix("reference/territory.csv:2 : colonne ess_posts")
    )
    #expect(
      failure(hours: "aci,2014-01-01,1820,paid,s\nei,2014-01-01,1505,paid,s\naci,01/01/2014,1800,paid,s\n")
        == "reference/full-time-hours.csv:4 : ce dispositif a déjà une ligne à cette date (ligne 2) ; n'en garder qu'une"
    )
  }

  @Test func badTables() {
    #expect(
      failure(territory: "cahc,2021-12-31,1,2\n")
        == "reference/territory.csv:2 : 4 valeurs ; attendu : 7 (des guillemets manquent-ils autour d'un texte à virgule ?)"
    )
    #expect(
      failure(territory: "cahc,2021-12-31,1,2,,a\"b,official\n")
        == "reference/territory.csv:2 : guillemet mal placé ; attendu : toute la cellule entre guillemets")
    #expect(
      DefineTests.failure { try decodeReference(territory: Array("territory;as_of\n".utf8), hours: Array(hours.utf8)) }
        == "reference/territory.csv:1 : colonne manquante : ess_posts, all_posts, share, source, status ; attendu : l'en-tête territory;as_of;ess_posts;all_posts;share;source;status"
    )
    #expect(
      DefineTests.failure { try decodeReference(territory: [], hours: Array(hours.utf8)) }
        == "reference/territory.csv : fichier vide ; attendu : l'en-tête territory;as_of;ess_posts;all_posts;share;source;status"
    )
    #expect(
      DefineTests.failure { try decodeReference(territory: [0x74, 0x81], hours: Array(hours.utf8)) }
        == "reference/territory.csv:1 : illisible ; attendu : du texte, en UTF-8 ou Windows-1252")
  }
}
