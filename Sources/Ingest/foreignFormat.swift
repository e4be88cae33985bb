import Domain

/// What a file is that was only named .csv: a workbook, a PDF, a web page, an archive. nil: it may be text.
func foreignFormat(_ bytes: Bytes) -> (rule: String, remedy: String)? {
  func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
  let saveAsCSV = "l'ouvrir dans le tableur, puis Enregistrer sous… « CSV UTF-8 », et déposer ce fichier"
  if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
    let head = String(decoding: bytes.prefix(4096), as: Unicode.ASCII.self)
    let isWorkbook = ["xl/", "[Content_Types].xml", "opendocument", "_rels/", "Index/Document.iwa"].contains(
      where: head.contains)
    return isWorkbook
      ? ("le fichier est un classeur de tableur (xlsx, ods), pas un CSV", saveAsCSV)
      : ("le fichier est une archive ZIP, pas un CSV", "l'ouvrir, en sortir le fichier CSV, et déposer celui-ci")
  }
  if begins([0xD0, 0xCF, 0x11, 0xE0]) { return ("le fichier est un classeur Excel (xls), pas un CSV", saveAsCSV) }
  if begins([0x1F, 0x8B]) || begins([0x37, 0x7A, 0xBC, 0xAF]) || begins(Array("Rar!".utf8)) {
    return ("le fichier est une archive compressée, pas un CSV", "en sortir le fichier CSV, et déposer celui-ci")
  }
  if begins(Array("%PDF".utf8)) {
    return ("le fichier est un PDF, pas un CSV", "demander au logiciel un export CSV (ou tableur), et déposer celui-ci")
  }
  if begins(Array("{\\rtf".utf8)) {
    return ("le fichier est un document de traitement de texte, pas un CSV", saveAsCSV)
  }
  return isWebPage(bytes)
    ? (
      "le fichier est une page web, pas un CSV",
      "télécharger l'export lui-même (la page est peut-être celle d'une connexion expirée), ou l'ouvrir dans le tableur et l'enregistrer en « CSV UTF-8 »"
    ) : nil
}

/// HTML, or XML as old spreadsheets wrote it; a byte-order mark and white space may stand before.
private func isWebPage(_ bytes: Bytes) -> Bool {
  let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let start = bytes[mark...].prefix(1024).drop { $0 <= 0x20 }.prefix(16)
  guard start.first == UInt8(ascii: "<") else { return false }
  let head = String(decoding: start, as: Unicode.ASCII.self).lowercased()
  return ["<!doctype", "<html", "<head", "<meta", "<table", "<body", "<?xml", "<!--", "<script"].contains(
    where: head.hasPrefix)
}
