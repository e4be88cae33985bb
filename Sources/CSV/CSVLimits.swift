/// Bounds on what one record may hold, so that no file can fill the memory.
package enum CSVLimits {
  package static let fieldBytes = 1 << 20
  package static let fields = 16_384
  package static let recordBytes = 16 << 20
}
