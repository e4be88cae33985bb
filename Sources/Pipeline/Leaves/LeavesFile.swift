import Compute
import Domain
import Host
import Query

/// The result of another engine as it was given on the command line.
package struct LeavesFile: Sendable {
  package let path: String
  private let bytes: [UInt8]

  /// Throws `SystemError`.
  package init(_ path: String) throws {
    self.path = path
    bytes = try readFile(path, limit: 1 << 40)
  }

  /// What it says of one programme. Throws `LeavesUnreadable`, and ``LeavesStale`` where its facts were made under definitions
  /// by which they would be others now.
  func result(of programme: Programme, _ reference: Reference) throws -> LeafResult {
    let numbers = FactsNumbers(programme, reference)
    let result = try readLeaves(bytes, file: path, programme: numbers.programme)
    guard result.numbering == numbers.numbering else { throw LeavesStale(file: path, cause: .definitions) }
    return result
  }
}

/// The figures of some months from another engine's result, oldest first, under the definitions of the current editions; those of the
/// inputs where there is none or `isComputed`. No export is read. Throws what ``LeavesFile/result(of:_:)`` throws, ``LeavesStale``, and
/// what reading an edition throws.
package func figures(
  _ months: ClosedRange<Month>, leaves file: LeavesFile, edition name: String?, compute isComputed: Bool,
  inputs: () throws -> InputsFolder, reports: ReportsFolder
) throws -> [FiguresSource] {
  var read: (Definitions, LeafResult)?
  return try months.map { month in
    let definitions: Definitions
    let result: LeafResult
    if !isComputed, let (store, edition) = try editionAsked(month, name, reports) {
      definitions = try store.definitions(of: edition).definitions
      result = try file.result(of: definitions.programme, definitions.reference)
    } else {
      if read == nil {
        let own = try loadDefinitions(inputs()).definitions
        read = (own, try file.result(of: own.programme, own.reference))
      }
      (definitions, result) = read!
    }
    let figures = try file.figures(of: month, definitions, result)
    return FiguresSource(table: figuresTable(figures, definitions.catalogue), edition: nil, successor: nil)
  }
}

extension LeavesFile {
  func figures(
    of month: Month, _ definitions: Definitions, _ result: LeafResult, only indicators: [Indicator]? = nil
  ) throws -> Figures {
    do {
      return try Compute.figures(
        definitions.catalogue, of: definitions.programme, with: definitions.reference, for: month, from: result,
        only: indicators)
    } catch {
      throw LeavesStale(file: path, month, error)
    }
  }
}
