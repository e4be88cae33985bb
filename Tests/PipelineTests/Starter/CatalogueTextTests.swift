import Foundation
import Testing

@testable import Pipeline

/// The catalogue that the program carries is the demonstration's, to the byte. `RECORD=1` writes it anew, and fails.
struct CatalogueTextTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func isTheDemonstrations() throws {
    let catalogue = try String(contentsOf: Self.root.appending(path: "inputs/indicators.yaml"), encoding: .utf8)
    guard ProcessInfo.processInfo.environment["RECORD"] != nil, CatalogueText.demonstration != catalogue else {
      #expect(CatalogueText.demonstration == catalogue)
      return
    }
    try #require(ProcessInfo.processInfo.environment["CI"] == nil, "CI does not record")
    let place = Self.root.appending(path: "Sources/Pipeline/Starter/CatalogueText.swift")
    let source = try String(contentsOf: place, encoding: .utf8)
    let (open, close) = ("#\"\"\"\n", "\n\"\"\"#")
    let head = try #require(source.range(of: open)).upperBound
    let tail = try #require(source.range(of: close, options: .backwards)).lowerBound
    try (source[..<head] + catalogue + source[tail...]).write(to: place, atomically: true, encoding: .utf8)
    Issue.record("recorded the catalogue")
  }
}
