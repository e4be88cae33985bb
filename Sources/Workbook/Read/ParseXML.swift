import CLibExpat

/// Parses a whole XML document and hands over what it meets.
///
/// No document type is taken: a workbook has none, and it is where entities come from.
func parseXML(
  _ bytes: [UInt8], named part: String, _ receive: (XMLEvent) -> Void
) throws(ReadBackError) {
  guard let parser = XML_ParserCreate("UTF-8") else {
    throw .malformed(part: part, line: 0, "mémoire")
  }
  defer { XML_ParserFree(parser) }
  let listener = Listener(parser: parser)
  let status = withoutActuallyEscaping(receive) { receive in
    listener.receive = receive
    defer { listener.receive = { _ in } }
    XML_SetUserData(parser, Unmanaged.passUnretained(listener).toOpaque())
    setHandlers(on: parser)
    return bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
  }
  withExtendedLifetime(listener) {}
  guard !listener.hasDocumentType else { throw .unexpected(part: part, "type de document") }
  guard status == XML_STATUS_OK else {
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
    throw .malformed(part: part, line: Int(XML_GetCurrentLineNumber(parser)), words)
  }
}

/// What expat's callbacks find behind their user data.
private final class Listener {
  let parser: XML_Parser
  var receive: (XMLEvent) -> Void = { _ in }
  var hasDocumentType = false

  init(parser: XML_Parser) {
    self.parser = parser
  }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> Listener {
    Unmanaged<Listener>.fromOpaque(pointer!).takeUnretainedValue()
  }
}

private func setHandlers(on parser: XML_Parser) {
  XML_SetElementHandler(
    parser,
    { listener, name, attributes in
      Listener.at(listener).receive(.start(String(cString: name!), attributes))
    },
    { listener, name in Listener.at(listener).receive(.end(String(cString: name!))) })
  XML_SetCharacterDataHandler(parser) { listener, start, length in
    start!.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
      Listener.at(listener).receive(.text(UnsafeBufferPointer(start: bytes, count: Int(length))))
    }
  }
  XML_SetStartDoctypeDeclHandler(parser) { listener, _, _, _, _ in
    let listener = Listener.at(listener)
    listener.hasDocumentType = true
    XML_StopParser(listener.parser, 0)
  }
}
