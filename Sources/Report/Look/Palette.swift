/// The colours of every report, page and workbook alike, as 0xRRGGBB.
///
/// The axis colours start from Okabe and Ito's set, moved until each has a contrast of 3:1 or more both on white and on
/// the dark page, and until any two stay apart (ΔE 19 at least) for protan, deutan and tritan readers. Colour is never
/// the only sign: a label or a pattern always stands beside it.
package enum Palette {
  /// By the axis's position in the programme: blue, orange, green, purple.
  package static let axes: [UInt32] = [0x0069B4, 0xD55E00, 0x2A9D6F, 0xB8508F]
  /// What a figure started from.
  package static let baseline: UInt32 = 0x6B7785
  /// Where it should go.
  package static let target: UInt32 = 0xA8650A
  /// Series that stand for no axis.
  package static let neutral: UInt32 = 0x5C6B7A

  /// From the fifth axis on the colours come round again: labels tell them apart.
  package static func axis(at position: Int) -> UInt32 { axes[position % axes.count] }

  /// `#0069B4`
  package static func css(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
