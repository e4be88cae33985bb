import Foundation
import Testing

/// The catalogue on another engine: DuckDB, where it is installed. The others, and more programmes, by hand: scripts/fuzz-engines.
@Suite struct EnginesTests {
  static let python = Cases.root.appending(path: ".venv/bin/python").path
  static let isInstalled = (try? run([python, "-c", "import duckdb"]))?.code == 0

  /// Random programmes, each with a catalogue that asks every measure, condition and breakdown: byte for byte.
  @Test(.enabled(if: isInstalled, "DuckDB is not installed: the catalogue's SQL is not run")) func figuresAreTheSame()
    throws
  {
    let result = try EnginesTests.run(["scripts/fuzz-engines", "5"])
    #expect(result.code == 0, "\(result.words)")
    #expect(result.words.contains("5 programmes equal"), "\(result.words)")
  }

  /// Several in the same tables, of other axes, instances and associations, from one query.
  @Test(.enabled(if: isInstalled, "DuckDB is not installed: the catalogue's SQL is not run"))
  func pooledFiguresAreTheSame()
    throws
  {
    let result = try EnginesTests.run(["scripts/fuzz-engines", "8", "--pooled"])
    #expect(result.code == 0, "\(result.words)")
    #expect(result.words.contains("8 programmes equal"), "\(result.words)")
  }

  /// The demonstration's reports from the engine's numbers, its Évolution and protection too; later from those of two months.
  @Test(.enabled(if: isInstalled, "DuckDB is not installed: the catalogue's SQL is not run")) func reportsAreTheSame()
    throws
  {
    let script = """
      set -e
      cp -r "$ROOT/inputs" . && cp -r inputs other && find . -exec touch -d '1 hour ago' {} +
      for folder in inputs other; do sed -i 's/^  persons_threshold: 5.*/  persons_threshold: 5\\n  sums_threshold: 3/' $folder/programme.yaml; done
      grep -q sums_threshold inputs/programme.yaml
      "$BILAN" facts 2022-05 --to facts >/dev/null
      "$ROOT/scripts/engine" duckdb facts 2022-04 2022-05 --to leaves.csv
      "$BILAN" run 2022-05 --leaves leaves.csv --quiet
      "$BILAN" run 2022-05 --inputs other --reports plain --quiet
      diff -r reports/2022-05/ plain/2022-05/
      "$BILAN" verify 2022-05
      "$BILAN" figures 2022-05 --from 2022-04 --leaves leaves.csv --compute >found
      "$BILAN" figures 2022-05 --from 2022-04 --compute >expected
      cmp found expected
      """
    let result = try EnginesTests.run(["bash", "-c", script])
    #expect(result.code == 0, "\(result.words)")
    #expect(result.words.contains("refaits à l'octet près"), "\(result.words)")
  }

  private static func run(_ command: [String]) throws -> (code: Int32, words: String) {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "bilan-engines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let words = command.map { $0.hasPrefix("scripts/") ? Cases.root.appending(path: $0).path : $0 }
    return try shell(
      ["/usr/bin/env"] + words, in: scratch,
      [
        "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "ROOT": Cases.root.path, "LANG": "C.UTF-8",
        "HOME": scratch.path, "TMPDIR": scratch.path, "BILAN": Cases.binary.appending(path: "bilan").path,
      ])
  }
}
