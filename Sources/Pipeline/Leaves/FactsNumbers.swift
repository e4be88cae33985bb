import Domain
import Host

/// The numbers by which a programme's facts are known: which programme, and under which definitions they were numbered.
struct FactsNumbers: Sendable {
  /// Of the programme, whatever it looks like: several programmes' tables can be put together.
  let programme: Int64
  /// Of everything by which the same exports would make other facts, or the same numbers mean something else.
  let numbering: Int64

  init(_ programme: Programme, _ reference: Reference) {
    self.programme = FactsNumbers.bits(programme.id)
    var lines = ["start \(programme.start)"]
    lines += programme.axes.map { "axis \($0.id)" }
    lines += programme.associations.map { "association \($0.id) \($0.memberFrom) \($0.memberUntil?.description ?? "")" }
    lines += programme.instances.map {
      "instance \($0.id) \($0.trackedFrom?.description ?? "") \($0.requiresAxis)"
    }
    lines += programme.territory.communes.map { "commune \($0.code)" }
    lines += programme.rules.minimumStayDays.map { "stay \($0.key.id) \($0.value)" }.sorted()
    lines += reference.fullTimeHours.map { "hours \($0.scheme?.id ?? "") \($0.validFrom) \($0.annual.tenThousandths)" }
      .sorted()
    numbering = FactsNumbers.bits(lines.joined(separator: "\n"))
  }

  /// The first 48 bits of a SHA-256: no engine rounds them, not even one that has only doubles.
  private static func bits(_ text: String) -> Int64 { Int64(sha256(Array(text.utf8)).prefix(12), radix: 16) ?? 0 }
}
