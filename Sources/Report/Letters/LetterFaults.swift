import Domain

/// The faults of the files, file by file, the worst causes first.
func faultSection(_ letter: Letter) -> [Markup] {
  let faults = findingGroups(in: letter.findings)
  guard !faults.isEmpty else { return [] }
  var files: [String] = []
  for fault in faults where !files.contains(fault.first.file) { files.append(fault.first.file) }
  let title = letter.hasFaults ? "Ce qu'il faut corriger" : "Ce que nous avons remarqué"
  return [
    tag("section", ["aria-labelledby": "corriger"]) {
      tag("h2", ["id": "corriger"]) { title }
      if letter.hasFaults {
        tag("p") {
          "Corrigez votre fichier, enregistrez-le sous le même nom et déposez-le au même endroit : il remplacera"
          " le précédent. Les numéros de ligne et les lettres de colonne sont ceux de votre tableur."
        }
      }
      for file in files {
        tag("h3") { tag("code") { Markup.verbatim(fileName(file)) } }
        for fault in faults where fault.first.file == file { faultBlock(fault, letter) }
      }
    }
  ]
}

/// The name alone: an association knows no folder but its own.
func fileName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

/// A remedy without the office's own files: which of them is changed is not the association's business.
func forAssociation(_ text: String) -> String {
  // Making the pattern costs more than a letter, and few rules name a mapping.
  let remedy = text.contains(", mappings/") ? text.replacing(#/ : (drop|keep|months), mappings/\S+/#, with: "") : text
  guard
    let mention = [" (programme.yaml", " (acknowledged.yaml", " (mappings/"].lazy.compactMap({
      remedy.firstRange(of: $0)
    }).first,
    let end = remedy[mention.lowerBound...].firstIndex(of: ")")
  else { return remedy }
  return String(remedy[..<mention.lowerBound] + remedy[remedy.index(after: end)...])
}

private func faultBlock(_ fault: FindingGroup, _ letter: Letter) -> Markup {
  let costs = letter.costs.filter { !Set($0.findings).isDisjoint(with: fault.findings) }
  return tag("div", ["class": "fault \(fault.first.severity.id)"]) {
    tag("p") {
      tag("strong") { sentence(faultWord(fault)) }
      faultPlace(fault)
    }
    tag("p") { ended(sentence(forAssociation(fault.first.rule))) }
    if !fault.first.remedy.isEmpty {
      tag("p") {
        tag("strong") { "À faire : " }
        ended(forAssociation(fault.first.remedy))
      }
    }
    for cost in costs { costLine(cost, of: fault, letter) }
  }
}

/// `3 lignes refusées`, `fichier refusé`, `à vérifier`
private func faultWord(_ fault: FindingGroup) -> String {
  guard fault.first.severity == .row, fault.count > 1 else { return fault.first.severity.french }
  return "\(fault.count)\(French.noBreakSpace)lignes refusées"
}

private func faultPlace(_ fault: FindingGroup) -> [Markup] {
  var pieces: [Markup] = []
  if !fault.place.isEmpty { pieces.append(.text(" – " + fault.place)) }
  if let letter = fault.first.columnLetter {
    pieces.append(.text((pieces.isEmpty ? " – " : ", ") + "colonne\(French.noBreakSpace)\(letter)"))
  }
  if let header = fault.first.header, !header.isEmpty {
    pieces += [
      .text(pieces.isEmpty ? " – «\(French.noBreakSpace)" : " «\(French.noBreakSpace)"), .verbatim(header),
      .text("\(French.noBreakSpace)»"),
    ]
  }
  return pieces
}

private func costLine(_ cost: RefusalCost, of fault: FindingGroup, _ letter: Letter) -> Markup {
  let isWhole = Set(cost.findings) == Set(fault.findings)
  let rows = cost.findings.filter(letter.findings.indices.contains).compactMap {
    letter.findings[$0].row ?? letter.findings[$0].line
  }
  return tag("p") {
    tag("strong") { isWhole || rows.isEmpty ? "Effet sur les chiffres : " : "Effet (\(rowRanges(Set(rows)))) : " }
    ended(cost.french)
  }
}

/// What became of the faults of the letter before; nothing in a first letter.
func progressSection(_ letter: Letter) -> [Markup] {
  guard let progress = letter.progress else { return [] }
  let lists = [
    ("Réglé", progress.settled), ("Fichier retiré, raccourci ou refusé depuis", progress.unread),
    ("Reste", progress.remaining), ("Nouveau", progress.new),
  ]
  return [
    tag("section", ["aria-labelledby": "suivi"]) {
      tag("h2", ["id": "suivi"]) { "Depuis notre dernier retour" }
      if lists.allSatisfy(\.1.isEmpty) {
        tag("p") { "Rien n'a changé." }
      }
      for (title, findings) in lists where !findings.isEmpty {
        tag("h3") { "\(title) (\(findings.count))" }
        tag("ul") {
          for fault in findingGroups(in: findings) {
            tag("li") {
              tag("code") { Markup.verbatim(fileName(fault.first.file)) }
              faultPlace(fault)
              if !fault.first.rule.isEmpty { " : " + fault.first.rule }
            }
          }
        }
      }
      if progress.remaining.isEmpty && progress.new.isEmpty && progress.unread.isEmpty && !progress.settled.isEmpty {
        tag("p") { "Tout est réglé : merci." }
      }
    }
  ]
}
