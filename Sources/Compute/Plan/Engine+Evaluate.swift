import Domain

/// A cell, as its members and as the packed key of its breakdown.
struct CellPlace {
  let cell: Cell
  let key: UInt64
  let breakdown: Breakdown
  /// Index of the association it narrows the files to.
  let association: Int?
}

extension Engine {
  func evaluate(_ plan: Plan, horizon: Horizon, from: Month, _ place: CellPlace) -> Evaluation {
    func parts(_ parts: [Plan]) -> [Evaluation] {
      parts.map { evaluate($0, horizon: horizon, from: from, place) }
    }
    switch plan {
    case .leaf(let tally): return leafValue(tally, from, place)
    case .ratio(let of, let over, let factor): return ratio(parts([of, over]), factor)
    case .difference(let list): return difference(parts(list))
    case .sum(let list): return combined(parts(list)) { first, rest in rest.reduce(first, +) }
    case .constant(let evaluation): return evaluation
    case .baseline(let baselines):
      let baseline = baselines.applying(to: place.cell, horizon: horizon, in: month)
      return baseline.map { Evaluation(value: $0.value) } ?? .missing(.referenceAbsente)
    case .referenceShare(let vintage, let plus, let kinds, let since):
      let added = since.map { evaluate(plus, horizon: horizon, from: $0, place) }
      return referenceShare(
        vintage, added, coverage.filesRead(ofAll: kinds, from: from, association: place.association))
    case .delivery: return delivery(from, place)
    }
  }

  // MARK: What reads rows

  private func leafValue(_ tally: LeafTally, _ from: Month, _ place: CellPlace) -> Evaluation {
    let leaf = tally.leaf
    let value = tally.value(from: from, place.breakdown, place.key)
    let files = coverage.filesRead(by: leaf.measure, from: from, association: place.association)
    var result = Evaluation(
      value: value.value, incomplete: files.incomplete, associations: files.associations)
    result.counted = leaf.measure.isCount ? leaf.measure : nil
    if result.isCount { result.counts = [value.value] }
    if leaf.measure.isSum, programme.confidentiality.hidesSums { result.contributors = [value.contributors] }
    if isUntracked(leaf, place) {
      result.reason = .nonSuivi
    } else if !files.hasFile {
      result.reason = .aucunFichier
    } else if value.isLeftBlank {
      result.reason = .nonRenseigne
    }
    if result.reason == nil { result.answers = value.answers }
    result.status = result.reason != nil ? .M : !files.incomplete.isEmpty ? .P : result.answers != nil ? .U : .A
    guard leaf.measure == .attendance, result.status != .M else { return result }
    let numerator = value.numerator ?? .zero
    let denominator = value.denominator ?? .zero
    return quotient(numerator, denominator, Rational(100), result)
  }

  /// No instance the cell could count meetings of is tracked by the month.
  private func isUntracked(_ leaf: Leaf, _ place: CellPlace) -> Bool {
    guard leaf.measure.kind == .reunions else { return false }
    var instances = programme.instances.indices.filter { programme.instances[$0].isTracked(in: month) }
    if let id = place.cell[.instance] { instances = instances.filter { programme.instances[$0].id == id } }
    if place.cell[.axe] != nil { instances = instances.filter { programme.instances[$0].requiresAxis } }
    for condition in leaf.conditions where condition.field == .instance {
      guard case .oneOf(let codes) = condition.test else { continue }
      instances = instances.filter { codes.contains(UInt32($0 + 1)) != condition.isExcluded }
    }
    return instances.isEmpty
  }

  private func delivery(_ from: Month, _ place: CellPlace) -> Evaluation {
    let (accepted, owed) = coverage.delivered(from: from, association: place.association)
    return quotient(Rational(accepted), Rational(owed), Rational(100), Evaluation())
  }

  // MARK: What is made of parts

  /// Numerator over denominator, or *denominateur-nul*, with the status so far.
  private func quotient(_ numerator: Rational, _ denominator: Rational, _ factor: Rational, _ base: Evaluation)
    -> Evaluation
  {
    var result = base
    result.numerator = numerator
    result.denominator = denominator
    result.counted = nil
    guard !denominator.isZero else {
      result.value = nil
      result.status = .M
      result.reason = .denominateurNul
      return result
    }
    result.value = numerator / denominator * factor
    return result
  }

  private func ratio(_ parts: [Evaluation], _ factor: Rational) -> Evaluation {
    var result = Evaluation.combining(parts)
    guard result.status != .M, let numerator = parts[0].value, let denominator = parts[1].value else { return result }
    // Who is in the whole but not in the part is a count of persons as well.
    if parts[0].isCount && parts[1].isCount { result.counts.append(denominator - numerator) }
    result.contributors += othersBehind(parts)
    return quotient(numerator, denominator, factor, result)
  }

  private func combined(
    _ parts: [Evaluation], _ combine: (Rational, ArraySlice<Rational>) -> Rational
  ) -> Evaluation {
    var result = Evaluation.combining(parts)
    let values = parts.compactMap(\.value)
    guard values.count == parts.count else { return result }
    let value = combine(values[0], values[1...])
    result.value = value
    // Persons less persons, or with others, are a number of persons again; those who came less those who left are not.
    if let counted = parts[0].counted, parts.allSatisfy({ $0.counted == counted }) {
      result.counted = counted
      result.counts.append(value)
    }
    return result
  }

  private func difference(_ parts: [Evaluation]) -> Evaluation {
    var result = combined(parts) { first, rest in rest.reduce(first, -) }
    result.contributors += othersBehind(parts)
    return result
  }

  /// So many more persons stand behind the first sum than behind the others, or fewer: what is between them is theirs.
  private func othersBehind(_ parts: [Evaluation]) -> [Int] {
    guard parts.count > 1, parts.allSatisfy({ $0.contributors.count == 1 }) else { return [] }
    return [abs(parts.dropFirst().reduce(parts[0].contributors[0]) { $0 - $1.contributors[0] })]
  }

  /// (ess posts + n) ÷ (all posts + n): n over the months after the vintage's, 0 if there is none. It reads every file from
  /// the start, and needs one within the period.
  private func referenceShare(
    _ vintage: Reference.Vintage?, _ added: Evaluation?, _ files: Coverage.FilesRead
  ) -> Evaluation {
    var result = Evaluation(incomplete: files.incomplete, associations: files.associations)
    result.answers = added?.answers
    result.status = !files.incomplete.isEmpty ? .P : result.answers != nil ? .U : .E
    result.counts = added?.counts ?? []
    result.contributors = added?.contributors ?? []
    func missing(_ reason: MissingReason?) -> Evaluation {
      result.status = .M
      result.reason = reason
      return result
    }
    guard let ess = vintage?.essPosts?.rational, let all = vintage?.allPosts?.rational else {
      return missing(.referenceAbsente)
    }
    guard files.hasFile else { return missing(.aucunFichier) }
    // No file since the vintage, though there are some within the period: nothing was added.
    if let added, added.status == .M, added.reason != .aucunFichier { return missing(added.reason) }
    let number = added?.value ?? .zero
    return quotient(ess + number, all + number, Rational(100), result)
  }
}

extension Measure {
  /// Its value is a number of units.
  var isCount: Bool {
    switch self {
    case .countFirst, .countEver, .countStock, .countPaths, .countPersons: return true
    default: return false
    }
  }
}
