import CSV
import Domain

/// What a file that holds many months was found to be.
package enum SurveyedSeries {
  case read(Series)
  case refused([Finding])
}

/// Looks through a file that holds many months, before its months are read one by one. `isRead`: months that the programme reads.
package func surveySeries(
  _ bytes: UnsafeBufferPointer<UInt8>, _ export: Export, programme: Programme, reference: Reference,
  isRead: (Month) -> Bool
) -> SurveyedSeries {
  let reader = AssociationReader(programme: programme, reference: reference, index: export.association)
  let findings = FileFindings(export, association: reader.association, isOfMonth: false)
  func survey(_ text: Bytes, own: (start: Int, count: Int)? = nil) -> SurveyedSeries {
    guard let header = findHeader(text, of: bytes, export, reader, findings), let mapping = export.mapping(reader)
    else { return .refused(findings.finished()) }
    var indexer = SeriesIndexer(text, header, mapping, export, reader, findings, own: own)
    do throws(QuotingError) {
      return try indexer.index(isRead: isRead).map { .read($0) } ?? .refused(findings.finished())
    } catch {
      error.describe(to: findings)
      return .refused(findings.finished())
    }
  }
  switch openText(bytes, export, reader, findings) {
  case .own(let start)?: return survey(Bytes(rebasing: bytes[start...]), own: (start, bytes.count))
  case .translated(let text)?: return text.withUnsafeBufferPointer { survey($0) }
  case nil: return .refused(findings.finished())
  }
}
