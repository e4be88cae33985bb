import CSV
import Domain
import Glibc

/// The headers of one association's files, each found once: nearly all its files of a kind begin with the same bytes. One worker's,
/// like its reader. (Measured on 20 000 small files: 45 µs a file went to the normal forms of aliases and headers.)
final class KnownHeaders {
  private struct Key: Hashable {
    let kind: ExportKind
    let isMapped: Bool
  }
  private struct Known {
    /// The text up to the end of the header's line.
    let beginning: [UInt8]
    let header: Header
    let noRecords: NoRecords
  }
  private var searches: [Key: HeaderSearch] = [:]
  private var known: [Key: Known] = [:]

  /// As ``HeaderSearch/find(in:)``.
  func find(
    in text: Bytes, _ kind: ExportKind, _ association: Association, _ mapping: Mapping?
  ) throws(HeaderSearch.Failure) -> Header {
    let key = Key(kind: kind, isMapped: mapping != nil)
    if let known = known[key], begins(text, known.beginning) { return known.header }
    let search = searches[key] ?? HeaderSearch(kind: kind, association: association, mapping: mapping)
    searches[key] = search
    let header = try search.find(in: text)
    let beginning = Bytes(rebasing: text[..<header.offset])
    if isClosed(beginning) {
      known[key] = Known(
        beginning: Array(beginning), header: header, noRecords: NoRecords(header, key: ExportSchema.of(kind).key))
    }
    return header
  }

  /// Whether nothing behind a text changes what its lines were read as: no quote is open at the end of one, and the last one's end,
  /// which a lone CR or the file's might not be, stands in it.
  private func isClosed(_ beginning: Bytes) -> Bool {
    guard beginning.last == 0x0A else { return false }
    var isOpen = false
    for byte in beginning {
      if byte == 0x22 { isOpen.toggle() }
      if isOpen, byte == 0x0A || byte == 0x0D { return false }
    }
    return true
  }

  private func begins(_ text: Bytes, _ beginning: [UInt8]) -> Bool {
    guard let base = text.baseAddress, text.count >= beginning.count else { return false }
    return memcmp(base, beginning, beginning.count) == 0
  }

  /// What tells the rows under a header that are no records.
  func noRecords(under header: Header, _ kind: ExportKind, isMapped: Bool) -> NoRecords {
    if let known = known[Key(kind: kind, isMapped: isMapped)], known.header.positions == header.positions,
      known.header.names == header.names, known.header.titles == header.titles
    {
      return known.noRecords
    }
    return NoRecords(header, key: ExportSchema.of(kind).key)
  }
}
