import Domain
import Testing

@testable import Report

/// What a letter asks for that did not come.
@Suite struct MissingFilesTests {
  @Test func onlyWhatIsOwedAndNotWaived() {
    func delivery(_ kind: ExportKind, _ outcome: Delivery.Outcome, owed: Bool = true, waived: String? = nil) -> Delivery
    {
      Delivery(DeliveryID("adds", kind, Month("2022-05")!), outcome: outcome, isOwed: owed, waived: waived)
    }
    let deliveries = [
      delivery(.etp, .absent), delivery(.beneficiaires, .absent, owed: false),
      delivery(.reunions, .absent, waived: "x"),
    ]
    let missing = missingFiles(deliveries, association: "adds")
    #expect(missing.map(\.code) == ["missing-file"] && missing[0].file == "exports/adds/etp-2022-05.csv")
    #expect(missingFiles([delivery(.etp, .refused)], association: "adds").isEmpty)
    #expect(missingFiles(deliveries, association: "die").isEmpty)
  }
}
