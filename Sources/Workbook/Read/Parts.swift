import CLibArchive

/// The unzipped parts of a workbook.
struct Parts {
  private(set) var contents: [String: [UInt8]] = [:]

  /// Only the reader that goes by the zip's directory is used: the streaming one would take a
  /// truncated file for a shorter one. libarchive checks sizes and CRCs.
  init(at path: String) throws(ReadBackError) {
    guard let archive = archive_read_new() else { throw .archive(path, "mémoire") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else {
      throw .archive(path, Self.words(archive))
    }
    while let entry = try Self.next(in: archive, path) {
      guard let pointer = archive_entry_pathname(entry) else { throw .archive(path, "sans nom") }
      let name = String(cString: pointer)
      let bytes = try Self.bytes(of: archive, size: archive_entry_size(entry), path)
      guard contents.updateValue(bytes, forKey: name) == nil else {
        throw .unexpected(part: name, "partie en double")
      }
    }
  }

  /// Parses one part to its end.
  func parse(_ name: String, _ receive: (XMLEvent) -> Void) throws(ReadBackError) {
    guard let bytes = contents[name] else { throw .missing(part: name) }
    try parseXML(bytes, named: name, receive)
  }

  private static func next(
    in archive: OpaquePointer, _ path: String
  ) throws(ReadBackError) -> OpaquePointer? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_OK: return entry
    case ARCHIVE_EOF: return nil
    default: throw .archive(path, words(archive))
    }
  }

  /// Reads until the entry's end: it is there that the CRC is compared.
  private static func bytes(
    of archive: OpaquePointer, size: Int64, _ path: String
  ) throws(ReadBackError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(max(0, min(size, 1 << 24))))
    var block: UnsafeRawPointer?
    var length = 0
    var offset: Int64 = 0
    while true {
      switch archive_read_data_block(archive, &block, &length, &offset) {
      case ARCHIVE_OK where offset == Int64(bytes.count):
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: length))
      case ARCHIVE_EOF where Int64(bytes.count) == size:
        return bytes
      case ARCHIVE_OK, ARCHIVE_EOF:
        throw .archive(path, "taille")
      default:
        throw .archive(path, words(archive))
      }
    }
  }

  private static func words(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "sans explication"
  }
}
