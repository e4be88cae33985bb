import Domain
import Testing

/// The closed lists, held against the contract (2-exports.md).
@Suite struct CodebookTests {
  static let all: [Codebook] = [
    .contract, .jobStatus, .scheme, .jobScheme, .sex, .outcome, .meetingState, .yesNo,
  ]

  @Test func ids() {
    #expect(Codebook.contract.ids == ["cdi", "cdd", "cddi", "pec", "apprentissage", "interim", "autre"])
    #expect(Codebook.jobStatus.ids == ["existant", "cree", "en_cours", "consolide", "supprime"])
    #expect(Codebook.jobScheme.ids == ["aci", "ei", "ai", "etti", "eiti"])
    #expect(Codebook.scheme.ids == Codebook.jobScheme.ids + ["autre"])
    #expect(Codebook.sex.ids == ["f", "h", "x"])
    #expect(Codebook.outcome.ids == ["durable", "transition", "positive", "autre", "retrait"])
    #expect(Codebook.meetingState.ids == ["tenue", "planifiee", "annulee"])
    #expect(Codebook.yesNo.ids == ["oui", "non"])
  }

  /// No word of a list means two things; 0 stays free for a blank; an entry is found by its code.
  @Test(arguments: 0..<8) func isUnambiguous(_ index: Int) {
    let book = Self.all[index]
    let words = book.entries.flatMap { [$0.id] + $0.words }.map(normalForm)
    #expect(Set(words).count == words.count && Set(book.entries.map(\.code)).count == book.entries.count)
    for entry in book.entries {
      #expect(entry.code > 0 && book[code: entry.code]?.id == entry.id)
      #expect(book.idsByCode[Int(entry.code)] == Array(entry.id.utf8))
      #expect(Int(entry.code) < 1 << book.bits)
    }
    #expect(book[code: 0] == nil && book.idsByCode[0].isEmpty)
  }

  /// The bits that hold every code: 1 to 7 need three, 1 to 3 two.
  @Test func bits() {
    #expect(Self.all.map(\.bits) == [3, 3, 3, 3, 2, 3, 2, 2])
  }
}
