import CSV
import Domain

/// What each distinct text of a source column stands for in the contract: asked once a text, for a column holds few.
final class ValueTranslator {
  enum Meaning {
    case value(Bytes)
    case blank
    /// A word for unknown that is not listed.
    case unknown
    /// Neither listed nor covered.
    case unmapped
  }

  private let texts = ConstantTexts()
  private let values: [String: Bytes]
  private let otherwise: Bytes?
  private let interner = Interner()
  /// By number; 0 is none.
  private var meanings: [Meaning] = [.blank]

  init(_ values: [String: String], otherwise: String?) {
    let texts = texts
    self.values = values.mapValues { texts.bytes($0) }
    self.otherwise = otherwise.map { texts.bytes($0) }
  }

  /// The cell is trimmed and not empty.
  func meaning(of cell: Bytes) -> Meaning {
    let known = interner.known(cell)
    if known > 0 { return meanings[Int(known)] }
    let meaning = newMeaning(of: cell)
    guard interner.count < ValueCache.limit, cell.count <= 256 else { return meaning }
    _ = interner.number(of: cell)
    meanings.append(meaning)
    return meaning
  }

  private func newMeaning(of cell: Bytes) -> Meaning {
    let form = sourceForm(String(decoding: cell, as: UTF8.self))
    guard let value = values[form] ?? (UnknownWord(cell) == nil ? otherwise : nil) else {
      return UnknownWord(cell) == nil ? .unmapped : .unknown
    }
    return value.isEmpty ? .blank : .value(value)
  }
}

/// Texts that stay where they are for as long as this does.
final class ConstantTexts {
  private var buffers: [UnsafeMutableBufferPointer<UInt8>] = []

  func bytes(_ text: String) -> Bytes {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = buffer.initialize(from: text.utf8)
    buffers.append(buffer)
    return trimmed(Bytes(buffer))
  }

  deinit { for buffer in buffers { buffer.deallocate() } }
}
