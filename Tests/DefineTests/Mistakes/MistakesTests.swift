import Define
import Domain
import Foundation
import Testing

/// Mistakes seeded in the demonstration's definitions: each is told at its line, with what was expected and the nearest name,
/// and nothing else is; all that can stand together are told in one run.
@Suite struct MistakesTests {
  private static let good: [String: String] = {
    let inputs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../inputs")
    let names = Set((Mistake.programme + Mistake.catalogue).map(\.file)).subtracting([Mistake.acknowledged])
    var texts = Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, (try? String(contentsOf: inputs.appending(path: name), encoding: .utf8)) ?? "")
      })
    texts[Mistake.acknowledged] = Mistake.acknowledgedText
    return texts
  }()

  private static func errors(_ texts: [String: String]) -> [DefinitionError] {
    do {
      _ = try decodeDefinitions(
        texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }, faults: DefinitionFaults())
      return []
    } catch let error as DefinitionErrors {
      #expect(error.exitCode.rawValue == 78)
      return error.all
    } catch let error as DefinitionError {
      #expect(error.exitCode.rawValue == 78)
      return [error]
    } catch {
      Issue.record("another error: \(error)")
      return []
    }
  }

  private static func make(_ mistake: Mistake, in texts: inout [String: String]) {
    let text = texts[mistake.file] ?? ""
    guard !mistake.text.isEmpty else {
      texts[mistake.file] = text + mistake.replacement
      return
    }
    guard let place = text.range(of: mistake.text) else {
      Issue.record("« \(mistake.text) » does not stand in \(mistake.file)")
      return
    }
    texts[mistake.file] = text.replacingCharacters(in: place, with: mistake.replacement)
  }

  private static func line(of mistake: Mistake, in texts: [String: String]) -> Int? {
    let text = texts[mistake.file] ?? ""
    return text.range(of: mistake.at).map { 1 + text[..<$0.lowerBound].count { $0 == "\n" } }
  }

  private static func tells(_ error: DefinitionError, _ mistake: Mistake, _ texts: [String: String]) -> Bool {
    error.file == mistake.file && error.line == line(of: mistake, in: texts)
      && mistake.words.allSatisfy(error.expected.contains)
  }

  @Test func nothingIsWrongWithoutThem() { #expect(Self.errors(Self.good) == []) }

  @Test(arguments: Mistake.programme + Mistake.catalogue) func alone(_ mistake: Mistake) throws {
    var texts = Self.good
    Self.make(mistake, in: &texts)
    let errors = Self.errors(texts)
    #expect(errors.count == 1, "\(errors.map(\.description))")
    let error = try #require(errors.first)
    #expect(
      Self.tells(error, mistake, texts),
      "expected at line \(Self.line(of: mistake, in: texts) ?? 0): \(mistake.words); told: \(error)")
  }

  /// What an edition was made from can be read, although a later bilan is stricter.
  @Test func publishedDefinitionsKeepTheirMeaning() throws {
    var texts = Self.good
    let slips = ["« transition » est écrit deux fois", "« sensible » ne protège rien", "ne touche rien"]
    for mistake in Mistake.programme + Mistake.catalogue where slips.contains(mistake.words[0]) {
      Self.make(mistake, in: &texts)
    }
    let files = texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    #expect(Self.errors(texts).count == 3)
    let definitions = try decodeDefinitions(files, faults: DefinitionFaults(arePublished: true))
    #expect(definitions.catalogue.indicators.count == 45 && definitions.acknowledged.explained.count == 2)
  }

  @Test func allThatCanStandTogether() {
    let mistakes = (Mistake.programme + Mistake.catalogue).filter { !$0.standsAlone }
    #expect(mistakes.count >= 40)
    var texts = Self.good
    for mistake in mistakes { Self.make(mistake, in: &texts) }
    let errors = Self.errors(texts)
    for mistake in mistakes {
      #expect(errors.contains { Self.tells($0, mistake, texts) }, "\(mistake.file): \(mistake.words)")
    }
    for error in errors {
      #expect(mistakes.contains { Self.tells(error, $0, texts) }, "told, and no mistake: \(error)")
    }
    #expect(
      errors == errors.sorted { ($0.file, $0.line ?? 0, $0.column ?? 0) < ($1.file, $1.line ?? 0, $1.column ?? 0) })
  }
}
