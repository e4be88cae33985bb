import CSV
import Foundation
import SeededNumbers
import Testing

/// The reader against Python's csv module in strict mode on random texts. Where both accept they agree. They may part in
/// three documented ways, and in no other:
/// 1. bilan refuses a quote inside an unquoted field (RFC 4180); Python keeps it as text;
/// 2. bilan (libcsv) drops spaces around a quoted field; Python refuses them behind it, and before it needs
///    `skipinitialspace`;
/// 3. bilan skips rows of nothing but delimiters, quotes and spaces, and trims what it reads: done here to both.
struct PythonTests {
  private static let script = """
    import csv, io, json, sys
    answers = []
    for case in json.load(sys.stdin):
        text = bytes(case["bytes"]).decode("latin-1")
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=case["delimiter"], strict=True, skipinitialspace=True)
            answers.append([[list(field.encode("latin-1")) for field in row] for row in rows])
        except csv.Error:
            answers.append(None)
    json.dump(answers, sys.stdout)
    """

  private struct Case: Codable {
    let bytes: [UInt8]
    let delimiter: String
  }

  @Test(.enabled(if: PythonTests.hasPython, "no python3 here: not compared with its csv module"))
  func agree() throws {
    let cases = (1...6000 as ClosedRange<UInt64>).map(randomCase)
    let answers = try python(cases)
    #expect(answers.count == cases.count)
    var bothAccept = 0
    for (index, (given, answer)) in zip(cases, answers).enumerated() {
      let reading = Reading(given.bytes, delimiter: Character(given.delimiter))
      let text = String(decoding: given.bytes, as: UTF8.self)
      switch (reading.error, answer) {
      case (nil, .some(let rows)):
        bothAccept += 1
        #expect(
          filled(reading.records.map(\.fields), given) == filled(rows, given),
          "case \(index + 1): \(text.debugDescription)")
      case (nil, nil): #expect(text.contains("\" "), "case \(index + 1): \(text.debugDescription)")
      case (.some(let error), .some):
        #expect(error.cause == .strayQuote, "case \(index + 1): \(text.debugDescription)")
      case (.some, nil): break
      }
    }
    // A generator that only makes nonsense would prove nothing.
    #expect(bothAccept > 1500)
  }

  /// Rows with something in them, trimmed.
  private func filled(_ rows: [[[UInt8]]], _ given: Case) -> [[[UInt8]]] {
    let nothing = Set(" \t\"\r\n\(given.delimiter)".utf8)
    return rows.filter { !$0.joined().allSatisfy(nothing.contains) }
      .map { $0.map { $0.withUnsafeBufferPointer { Array(trimmed($0)) } } }
  }

  /// No tab but as delimiter: before a quote, Python's `skipinitialspace` does not know it.
  private func randomCase(_ seed: UInt64) -> Case {
    var random = Seeded(seed)
    let delimiter = [";", ",", "\t", "|"].randomElement(using: &random)!
    let plain = ["a", "bc", "é", " ", delimiter, delimiter, "\n", "\r\n", "\r", ";", ","]
    let quoted = [
      "\"\"", "\"a\"", "\"a\(delimiter)\"\"b\"", "\"\n\"", "\"\r\nx\"", "\"", "\"é \"\(delimiter)",
      "\(delimiter)\"b\"\n",
    ]
    let pieces = plain + (seed % 3 == 0 ? [] : quoted)
    let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    return Case(bytes: Array(text.utf8), delimiter: delimiter)
  }

  private func python(_ cases: [Case]) throws -> [[[[UInt8]]]?] {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", PythonTests.script]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let question = try JSONEncoder().encode(cases)
    input.fileHandleForWriting.write(question)
    try input.fileHandleForWriting.close()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[[[UInt8]]]?].self, from: answer)
  }

  private static let hasPython: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import csv"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
