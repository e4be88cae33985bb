import Domain
import Foundation
import Testing

@testable import Pipeline

/// A manifest read without its lines of exports says what the whole one says.
@Suite struct ManifestTests {
  private func published(_ setAside: [SetAside]) throws -> Manifest {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-01", "1 cree 1", "2 existant 1")
    try small.jobs("die", "2022-01", "1 existant 1")
    try small.publish("2022-01")
    let bytes = try Array(Data(contentsOf: URL(filePath: small.reports.folder("2022-01.1") + "/manifest.json")))
    var manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    #expect(try manifest.encoded() == bytes)
    if !setAside.isEmpty { manifest.inputs?[0].setAside = setAside }
    return manifest
  }

  @Test func briefly() throws {
    let whole = try published([])
    let brief = try Manifest(brief: whole.encoded())
    #expect(whole.inputs?.count == 3 && brief.inputs == nil)
    var expected = whole
    expected.inputs = nil
    #expect(brief == expected)
    // In which none stand, or that somebody wrote otherwise.
    var none = whole
    none.inputs = []
    #expect(try Manifest(brief: none.encoded()).files == whole.files)
    let inOneLine = try JSONEncoder().encode(whole)
    #expect(try Manifest(brief: Array(inOneLine)) == whole)
  }

  /// What was set aside stands there alone.
  @Test func setAside() throws {
    let whole = try published([SetAside(.keep, place: "mappings/adds.yaml:4", rows: 2)])
    #expect(try Manifest(brief: whole.encoded()) == whole)
  }

  /// Its lines of exports are written apart from the rest: the bytes are the encoder's, whatever stands in them.
  @Test func asTheEncoderWritesIt() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    func bytes(_ manifest: Manifest) throws -> [UInt8] { Array(try encoder.encode(manifest)) + [0x0A] }
    var manifest = try published([])
    let first = try #require(manifest.inputs?.first)
    let texts = [
      "", "a b", "é", "e\u{301}", "\"", "\\", "/", "\u{7F}", "\t", "\n", "\u{1}", "\u{2028}", "日本", "👩‍🌾", "{}[],:",
    ]
    for text in texts {
      manifest.inputs = [first, first]
      manifest.inputs?[1].file = "exports/\(text).csv"
      #expect(try manifest.encoded() == bytes(manifest), "\(text.debugDescription)")
      manifest.inputs?[0].outcome = text
      #expect(try manifest.encoded() == bytes(manifest), "\(text.debugDescription)")
    }
    for inputs in [[], [first]] {
      manifest.inputs = inputs
      #expect(try manifest.encoded() == bytes(manifest))
    }
    manifest.inputs = [first]
    manifest.inputs?[0].rowsKept = 0
    manifest.inputs?[0].rowsRefused = Int.max
    (manifest.ledger, manifest.predecessor) = (nil, nil)
    #expect(try manifest.encoded() == bytes(manifest))
    manifest.inputs?[0].setAside = [SetAside(.keep, place: "mappings/adds.yaml:4", rows: 2)]
    #expect(try manifest.encoded() == bytes(manifest))
  }

  /// The first of a longer list; and behind what must be escaped nothing is plain.
  @Test func firstPartOfTheLines() throws {
    var manifest = try published([])
    let first = try #require(manifest.inputs?.first)
    manifest.inputs = [first, first, first, first]
    manifest.inputs?[2].file = "\n"
    let lines = ExportLines(manifest.inputs ?? [])
    for count in 0...4 {
      var part = manifest
      part.inputs = Array((manifest.inputs ?? []).prefix(count))
      let whole = try part.encoded()
      part.inputs = nil
      #expect(try part.encoded(lines.prefix(count)) == whole, "\(count)")
      #expect((lines.prefix(count).text != nil) == (1...2).contains(count))
    }
  }

  /// Cut off anywhere: no manifest, and no end of the program.
  @Test func cutOff() throws {
    let bytes = try published([]).encoded()
    for end in stride(from: 0, to: bytes.count - 2, by: 7) + [place(of: "\n  ],", in: bytes) + 5] {
      #expect(throws: DecodingError.self, "\(end)") { try Manifest(brief: Array(bytes[..<end])) }
    }
  }

  private func place(of text: String, in bytes: [UInt8]) -> Int {
    Data(bytes).range(of: Data(text.utf8))?.lowerBound ?? 0
  }
}

extension Manifest {
  /// Again as a file.
  func encoded() throws -> [UInt8] {
    var rest = self
    rest.inputs = nil
    return try rest.encoded(ExportLines(inputs ?? []))
  }
}
