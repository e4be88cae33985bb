import Glibc

/// C strings for the structs of libxlsxwriter, which want `char *`; freed together at the end.
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let pointer = strdup(text) else { return nil }
    pointers.append(pointer)
    return pointer
  }

  /// Nil for empty text: libxlsxwriter leaves out what is NULL.
  func copyUnlessEmpty(_ text: String) -> UnsafeMutablePointer<CChar>? {
    text.isEmpty ? nil : copy(text)
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
