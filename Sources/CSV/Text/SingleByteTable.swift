/// For each byte from 80 to FF, its character as UTF-8; nil where the encoding defines none.
func singleByteTable(_ encoding: TextEncoding) -> [[UInt8]?] {
  switch encoding {
  case .windows1252: return windows1252
  case .latin1: return latin1
  case .latin9: return latin9
  case .macRoman: return macRoman
  case .codePage850: return codePage850
  case .utf8, .utf16LittleEndian, .utf16BigEndian: return []
  }
}

// A full stop stands for an undefined byte.
private let windows1252 = table("€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ" + latin1Upper)
// The control characters 80–9F never stand in an export: there the file is really Windows-1252.
private let latin1 = table(String(repeating: ".", count: 32) + latin1Upper)
private let latin9 = table(
  String(repeating: ".", count: 32)
    + String(
      latin1Upper.map { ["¤": "€", "¦": "Š", "¨": "š", "´": "Ž", "¸": "ž", "¼": "Œ", "½": "œ", "¾": "Ÿ"][$0] ?? $0 }))
private let macRoman = table(
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
)
private let codePage850 = table(
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
)

private let latin1Upper = String(String.UnicodeScalarView((0xA0...0xFF).compactMap { UnicodeScalar(UInt32($0)) }))

private func table(_ characters: String) -> [[UInt8]?] {
  let table = characters.unicodeScalars.map { $0 == "." ? nil : Array(String($0).utf8) }
  precondition(table.count == 128, "a single-byte table has 128 upper characters, not \(table.count)")
  return table
}
