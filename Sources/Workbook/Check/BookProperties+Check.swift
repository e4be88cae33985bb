extension BookProperties {
  func check() throws(BookError) {
    let texts = [
      ("titre", title), ("sujet", subject), ("auteur", author), ("société", company),
      ("catégorie", category), ("mots-clés", keywords), ("statut", status),
    ]
    for (name, text) in texts {
      if let fault = CellText.faultInLabel(text) { throw BookError(fault, at: name) }
    }
    if let fault = CellText.fault(in: comments) { throw BookError(fault, at: "commentaires") }
    guard created.isValid else { throw BookError(.date, at: "date de création") }
  }
}
