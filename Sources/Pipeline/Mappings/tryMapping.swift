import Domain
import Host
import Ingest

/// What an association's mapping makes of a file, wherever that stands; where there is none for this kind, a draft of it.
/// `isWritten`: the draft is put in its place, never over a file. Throws ``NoSuchName``, `DefinitionError`, ``InputsUnreadable`` and
/// ``MappingInTheWay``.
package func tryMapping(
  _ file: String, _ kind: ExportKind, association id: Association.ID, inputs: InputsFolder, isWritten: Bool
) throws -> MappingTrial {
  let definitions = try loadDefinitions(inputs).definitions
  let programme = definitions.programme
  guard let index = programme.index(of: id) else {
    throw NoSuchName.association(id, known: programme.associations.map(\.id))
  }
  let bytes: [UInt8]
  do { bytes = try readFile(file, limit: exportLimit) } catch let error as SystemError {
    throw InputsUnreadable(error)
  } catch let error as FileRefused {
    throw InputsUnreadable(
      description: "\(file) : ce n'est pas un fichier ordinaire, ou il est trop gros", cause: error)
  }
  let name = String(file.split(separator: "/").last ?? "")
  var export = Export(association: index, kind: kind, month: lastWholeMonth(), file: name)
  guard let mapping = programme.associations[index].mappings[kind] else {
    return try draft(bytes, export, name, definitions, inputs, isWritten: isWritten)
  }
  if isWritten { throw MappingInTheWay(file: mapping.definition) }
  export.isMapped = true
  export.month = mapping.file.reading(of: name).month ?? export.month
  return .tried(try read(bytes, export, mapping, definitions))
}

private func draft(
  _ bytes: [UInt8], _ export: Export, _ name: String, _ definitions: Definitions, _ inputs: InputsFolder,
  isWritten: Bool
) throws -> MappingTrial {
  let programme = definitions.programme
  var refused: [Finding] = []
  let sketch = bytes.withUnsafeBufferPointer {
    sketchFile(
      $0, export, programme: programme, threshold: programme.confidentiality.personsThreshold, findings: &refused)
  }
  guard let sketch else { return .noHeader(refused) }
  let association = programme.associations[export.association]
  let text = mappingText(sketch, export.kind, fileName: name, association, programme)
  let place = "\(DefinitionName.mappings)\(association.id).yaml"
  guard isWritten else { return .draft(sketch, yaml: text, written: nil) }
  guard try !inputs.has(place) else { throw MappingInTheWay(file: place) }
  try makeFolder("\(inputs.path)/mappings")
  try createFile("\(inputs.path)/\(place)", Array(text.utf8))
  return .draft(sketch, yaml: text, written: place)
}

/// Every month that the file holds, as a run would read it.
private func read(
  _ bytes: [UInt8], _ export: Export, _ mapping: Mapping, _ definitions: Definitions
) throws -> MappingTrial.Reading {
  let programme = definitions.programme
  var reading = MappingTrial.Reading()
  var exports = [export]
  if mapping.isSeries {
    let surveyed = bytes.withUnsafeBufferPointer {
      surveySeries($0, export, programme: programme, reference: definitions.reference) { _ in true }
    }
    switch surveyed {
    case .refused(let findings):
      reading.findings = findings
      return reading
    case .read(let series):
      reading.findings = series.findings
      reading.setAside = series.total
      exports = series.months.sorted().map { month in
        var export = export
        (export.month, export.series) = (month, series)
        return export
      }
    }
  }
  let (facts, findings) = try ingest(exports, programme: programme, reference: definitions.reference) { _ in
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    return .bytes(buffer, sha256: "")
  }
  for delivery in facts.deliveries {
    reading.months.append(delivery.month)
    reading.kept += delivery.rowsKept
    reading.refused += delivery.rowsRefused
    if delivery.outcome == .refused { reading.refusedMonths.append(delivery.month) }
    if !mapping.isSeries { reading.setAside += delivery.setAside }
  }
  reading.findings = (reading.findings + findings).inOrder()
  return reading
}
