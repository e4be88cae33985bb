import Foundation
import Logging
import PlainText

/// One JSON object a line. Times are UTC.
struct JSONLines: LogHandler {
  /// A value as swift-log hands it on: numbers stay numbers.
  private enum Value: Encodable {
    case text(String)
    case whole(Int)
    case part(Double)
    case object([String: Value])

    init(_ value: Logger.MetadataValue) {
      switch value {
      case .dictionary(let values): self = .object(values.mapValues { Value($0) })
      case .stringConvertible(let number as Int): self = .whole(number)
      case .stringConvertible(let number as Double): self = .part(number)
      default: self = .text("\(value)")
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .whole(let number): try container.encode(number)
      case .part(let number): try container.encode(number)
      case .object(let values): try container.encode(values)
      }
    }
  }

  let file: JournalFile
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  init(file: JournalFile) { self.file = file }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line: [String: Value] = [
      "time": .text(ISO8601DateFormatter().string(from: Date())), "level": .text(event.level.rawValue),
      "message": .text("\(event.message)"),
    ]
    for (key, value) in event.metadata ?? [:] { line[key] = Value(value) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(line) else { return }
    file.append(escapedJSON(Array(bytes)) + [UInt8(ascii: "\n")])
  }
}
