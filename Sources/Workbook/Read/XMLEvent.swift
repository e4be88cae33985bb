import Glibc

/// What the parser meets. Names and texts are only made into Strings when asked for.
enum XMLEvent {
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

  case start(String, Attributes?)
  case end(String)
  /// A piece of text; expat may give one text in several.
  case text(UnsafeBufferPointer<UInt8>)

  /// The value of an attribute of a start tag.
  static func value(of name: String, in attributes: Attributes?) -> String? {
    guard var pair = attributes else { return nil }
    while let key = pair[0], let value = pair[1] {
      if strcmp(key, name) == 0 { return String(cString: value) }
      pair += 2
    }
    return nil
  }
}
