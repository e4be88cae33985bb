import Domain

/// Amounts that leave what is usual for the association, by its own accepted months before. Never a refusal; what
/// acknowledged.yaml explains is not said.
func jumps(_ facts: Facts, _ staff: [StaffMonth], _ definitions: Definitions) -> [Finding] {
  let programme = definitions.programme
  var findings: [Finding] = []
  for amount in WatchedAmount.allCases {
    for months in Dictionary(grouping: amounts(amount, facts, staff), by: \.association).values {
      for (index, month) in months.enumerated() {
        let past = months[..<index].map(\.value)
        guard let usual = UsualRange(past: past, leastSpread: amount.leastSpread), usual.isJump(month.value) else {
          continue
        }
        let association = programme.associations[month.association].id
        guard !definitions.acknowledged.explains(association, amount, month.month) else { continue }
        findings.append(jump(month, amount, usual, association: association))
      }
    }
  }
  return findings
}

private func jump(_ month: MonthAmount, _ amount: WatchedAmount, _ usual: UsualRange, association: String) -> Finding {
  Finding(
    amount.code, .warning, association: association, kind: amount.kind, month: month.month, file: month.file,
    rule: amount.rule(month.value, usual),
    remedy:
      "vérifier l'export ; si le nombre est juste, nous dire pourquoi : il ne sera plus demandé (acknowledged.yaml)")
}

extension Acknowledged {
  fileprivate func explains(_ association: String, _ amount: WatchedAmount, _ month: Month) -> Bool {
    explained.contains {
      $0.association == association && $0.kind == amount.kind && $0.month == month && $0.code == amount.code.rawValue
    }
  }
}

/// One amount of one association's accepted month, in ten-thousandths.
private struct MonthAmount {
  let association: Int
  let month: Month
  let file: String
  let value: Int64
}

/// In month order. A month whose amount nobody gave is not there.
private func amounts(_ amount: WatchedAmount, _ facts: Facts, _ staff: [StaffMonth]) -> [MonthAmount] {
  if amount == .meetings {
    return facts.meetings.map {
      MonthAmount(association: $0.association, month: $0.month, file: $0.file, value: heldMeetings($0) * 10_000)
    }
  }
  return staff.sorted { $0.month < $1.month }.compactMap { month in
    month.amount(amount).map {
      MonthAmount(association: month.association, month: month.month, file: month.file, value: $0)
    }
  }
}

/// Meetings that an association says were held, each once.
private func heldMeetings(_ file: MeetingRows) -> Int64 {
  struct Meeting: Hashable {
    let day: Day
    let instance: Int
    let axis: Int?
  }
  let held = file.rows.filter { $0.state == .tenue }
  return Int64(Set(held.map { Meeting(day: $0.day, instance: $0.instance, axis: $0.axis) }).count)
}
