import Compute
import Domain

/// A small programme and its exports, built row by row: what a hand-worked table starts from.
///
/// Associations `a`, `b`, `c` (members from the start, owing nothing unless a test says so), axes `x` and `y`, instances `ca`
/// (tracked from the start), `copil` (from March 2022), `cotech` (not tracked) and `g2t` (each meeting has its axis). The
/// programme starts in July 2021.
struct World {
  var programme: Programme
  var reference = Reference(vintages: [], fullTimeHours: [])
  var facts = Facts.none
  /// Owed files that did not come are added when figures are asked for.
  private var waived: [DeliveryID] = []

  static let inside = CommuneCode("62427")!
  static let insideToo = CommuneCode("62250")!
  static let elsewhere = CommuneCode("59350")!

  init(_ edit: (inout Programme) -> Void = { _ in }) {
    let start = Month("2021-07")!
    programme = Programme(
      id: "essai", label: Label(fr: "Essai"), start: start,
      territory: Territory(
        id: "cahc", label: Label(fr: "CAHC"), comparedTo: "region",
        communes: [
          Territory.Commune(code: World.insideToo, label: "Courrières"),
          Territory.Commune(code: World.inside, label: "Hénin-Beaumont"),
        ]),
      axes: ["x", "y"].map { Axis(id: $0, label: Label(fr: $0)) },
      instances: [
        Instance(id: "ca", label: Label(fr: "CA"), trackedFrom: start),
        Instance(id: "copil", label: Label(fr: "COPIL"), trackedFrom: Month("2022-03")!),
        Instance(id: "cotech", label: Label(fr: "COTECH")),
        Instance(id: "g2t", label: Label(fr: "G2T"), requiresAxis: true, trackedFrom: start),
      ],
      associations: ["a", "b", "c"].map {
        Association(id: $0, label: $0.uppercased(), commune: World.inside, memberFrom: start)
      })
    programme.rules.minimumStayDays = [.aci: 80]
    edit(&programme)
  }

  private func index(_ association: String) -> Int { programme.index(of: association)! }

  private mutating func deliver(_ association: String, _ kind: ExportKind, _ month: String, kept: Int, refused: Int)
    -> String
  {
    let file = "exports/\(association)/\(kind.id)-\(month).csv"
    facts.deliveries = Deliveries(
      facts.deliveries + [
        Delivery(
          DeliveryID(association, kind, Month(month)!), file: file, outcome: .accepted, isOwed: false,
          rowsKept: kept, rowsRefused: refused)
      ])
    return file
  }

  /// An accepted `etp` file; without rows, a header alone.
  mutating func jobs(_ association: String, _ month: String, refused: Int = 0, _ jobs: Job...) {
    let file = deliver(association, .etp, month, kept: jobs.count, refused: refused)
    var rows = JobRows(association: index(association), month: Month(month)!, file: file)
    for (position, job) in jobs.enumerated() { rows.append(job, line: position + 2) }
    facts.jobs.append(rows)
    facts.jobs.sort { ($0.month, $0.association) < ($1.month, $1.association) }
  }

  /// An accepted register.
  mutating func register(_ association: String, _ month: String, refused: Int = 0, _ paths: Path...) {
    let file = deliver(association, .beneficiaires, month, kept: paths.count, refused: refused)
    var rows = PathRows(association: index(association), month: Month(month)!, file: file)
    for (position, path) in paths.enumerated() { rows.append(path, line: position + 2) }
    facts.registers.append(rows)
  }

  /// An accepted `reunions` file.
  mutating func meetings(_ association: String, _ month: String, refused: Int = 0, _ meetings: Meeting...) {
    let file = deliver(association, .reunions, month, kept: meetings.count, refused: refused)
    var rows = MeetingRows(association: index(association), month: Month(month)!, file: file)
    rows.rows = meetings.enumerated().map { position, meeting in
      MeetingRow(
        line: position + 2, day: day(meeting.day),
        instance: programme.instances.firstIndex { $0.id == meeting.instance }!,
        axis: meeting.axis.flatMap { id in programme.axes.firstIndex { $0.id == id } }, state: meeting.state,
        members: meeting.members.map { Set($0.map(index)) }, participants: meeting.participants,
        partners: meeting.partners)
    }
    facts.meetings.append(rows)
  }

  /// A file that came and was refused whole.
  mutating func refuse(_ association: String, _ kind: ExportKind, _ month: String) {
    facts.deliveries = Deliveries(
      facts.deliveries + [
        Delivery(
          DeliveryID(association, kind, Month(month)!), file: "refusé", outcome: .refused, isOwed: false)
      ])
  }

  mutating func waive(_ association: String, _ kind: ExportKind, _ month: String) {
    waived.append(DeliveryID(association, kind, Month(month)!))
  }

  /// A row of territory.csv.
  mutating func vintage(
    _ territory: String, _ asOf: String, ess: Int64? = nil, all: Int64? = nil, share: Int64? = nil,
    _ standing: Reference.Standing = .official
  ) {
    reference.vintages.append(
      Reference.Vintage(
        territory: territory, asOf: day(asOf), essPosts: ess.map { Quantity($0) }, allPosts: all.map { Quantity($0) },
        share: share.map { Quantity($0) }, source: "essai", standing: standing))
  }

  /// A row of full-time-hours.csv.
  mutating func fullTime(_ scheme: Scheme?, _ validFrom: String, hours: Int64) {
    reference.fullTimeHours.append(
      Reference.FullTimeHours(
        scheme: scheme, validFrom: day(validFrom), annual: Quantity(hours), counted: .paid, source: "essai"))
  }

  /// The figures of a month, one line each: horizon, cell, value or nd, numerator/denominator, status, reason.
  func table(_ indicators: [Indicator], _ month: String, only id: String? = nil) -> [String] {
    figures(indicators, month).all.filter { id == nil || $0.indicator == id }.map(World.line)
  }

  func figures(_ indicators: [Indicator], _ month: String) -> Figures {
    compute(Catalogue(indicators), from: settled(to: Month(month)!), of: programme, with: reference, for: Month(month)!)
  }

  /// With a delivery for every owed file that did not come, as Pipeline adds them.
  func settled(to month: Month) -> Facts {
    var facts = facts
    for association in programme.associations {
      for kind in association.owes {
        for owed in association.membership(within: programme.start...month).map(Array.init) ?? []
        where !facts.deliveries.contains(where: { $0.id == DeliveryID(association.id, kind, owed) }) {
          facts.deliveries = Deliveries(
            facts.deliveries + [Delivery(DeliveryID(association.id, kind, owed), outcome: .absent, isOwed: true)])
        }
      }
    }
    facts.deliveries = Deliveries(
      facts.deliveries.map { delivery in
        var delivery = delivery
        if waived.contains(delivery.id) { delivery.waived = "ne viendra plus" }
        return delivery
      })
    return facts
  }

  static func line(_ figure: Figure) -> String {
    var words = [figure.horizon.id, figure.cell.members.map { "\($0.dimension.id)=\($0.id)" }.joined(separator: " ")]
    words.append(figure.value?.text() ?? "nd")
    if let numerator = figure.numerator, let denominator = figure.denominator {
      words.append("\(numerator.text())/\(denominator.text())")
    }
    words += [figure.status.id, figure.reason?.rawValue ?? ""]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// `2022-05-31`
func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").map { Int($0)! }
  return Day(checking: parts[0], month: parts[1], day: parts[2])!
}
