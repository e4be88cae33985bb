import CSV
import Domain

/// The files of one association that hold many months: loaded and decoded once for all of them, and freed with this.
final class SeriesFiles {
  private var loaded: [String: (buffer: UnsafeMutableBufferPointer<UInt8>, sha256: String)] = [:]
  private var texts: [String: DecodedText] = [:]

  func load(_ export: Export, _ load: (Export) throws -> LoadedExport) throws -> LoadedExport {
    guard export.series != nil else { return try load(export) }
    if let (buffer, sha256) = loaded[export.file] { return .bytes(buffer, sha256: sha256) }
    let found = try load(export)
    if case .bytes(let buffer, let sha256) = found { loaded[export.file] = (buffer, sha256) }
    return found
  }

  /// nil: it is opened by who reads it, who tells what is wrong with it.
  func text(_ export: Export, _ bytes: Bytes, _ reader: AssociationReader) -> DecodedText? {
    guard export.series != nil, !export.isCutShort else { return nil }
    if let known = texts[export.file] { return known }
    if let own = export.series?.own, own.count == bytes.count { return .own(from: own.start) }
    var isAssumed = false
    let text = try? decodeText(bytes, declared: reader.association.encoding, assumed: &isAssumed)
    texts[export.file] = text
    return text
  }

  deinit { for file in loaded.values { file.buffer.deallocate() } }
}
