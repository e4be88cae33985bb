import Compute
import Domain
import Query

/// The catalogue as a query for another engine, for figures of these months; none: every month up to the last whole one. Throws
/// ``MonthOutside`` and what `loadDefinitions` throws.
package func catalogueQuery(_ months: [Month], inputs: InputsFolder) throws -> String {
  let definitions = try loadDefinitions(inputs).definitions
  let (programme, reference) = (definitions.programme, definitions.reference)
  for month in months where month < programme.start { throw MonthOutside(month: month, start: programme.start) }
  let asked =
    months.isEmpty ? Array(programme.start...max(programme.start, lastWholeMonth())) : Set(months).sorted()
  let questions = leafQuestions(definitions.catalogue, of: programme, with: reference, months: asked)
  let spans = leafSpans(definitions.catalogue, of: programme, with: reference, months: asked)
  let period = asked.count == 1 ? "\(asked[0])" : "\(asked[0]) to \(asked[asked.count - 1]), \(asked.count) months"
  return catalogueSQL(
    questions, spans: spans,
    comment: [
      "bilan \(bilanVersion): the catalogue of \(programme.id) over the tables of `bilan facts`, for \(period).",
      "Standard SQL for DuckDB, Spark and PostgreSQL; `bilan figures --leaves` makes figures of its result.",
    ])
}
