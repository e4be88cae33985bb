import Glibc

/// An opaque colour, 0xRRGGBB.
package struct Colour: Sendable, Hashable {
  package let rgb: UInt32

  package init(_ rgb: UInt32) {
    self.rgb = rgb & 0xFFFFFF
  }

  /// libxlsxwriter takes 0 for "not set" and wants this for black.
  var code: UInt32 { rgb == 0 ? 0x100_0000 : rgb }

  /// The contrast ratio of WCAG 2.1, from 1 to 21.
  package func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
    return weights.reduce(0) { sum, channel in
      let value = Double(rgb >> UInt32(channel.0) & 0xFF) / 255
      return sum + channel.1
        * (value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }
  }
}
