import Domain

/// A figure with everything behind it, and the proof that it adds up.
package struct Explanation: Sendable {
  /// One row of an export, and what it brings.
  package struct Row: Hashable, Sendable {
    package let file: String
    package let line: Int
    /// What is counted once: rows of one unit have the same number. Numbered from 1 in the order of arrival; the identifier
    /// itself stays where it is.
    package let unit: Int
    /// What it adds to a sum, before the mean over months; nil for a count.
    package let amount: Rational?
    /// Of an attendance: present and expected.
    package let fraction: (numerator: Int, denominator: Int)?

    package static func == (a: Row, b: Row) -> Bool {
      (a.file, a.line, a.unit, a.amount) == (b.file, b.line, b.unit, b.amount)
    }
    package func hash(into hasher: inout Hasher) {
      hasher.combine(file)
      hasher.combine(line)
    }
  }

  /// A measure that reads rows, with its part of the proof.
  package struct Source: Sendable {
    package let measure: Measure
    package let conditions: [Condition]
    package let period: ClosedRange<Month>
    package let filesRead: Int
    package let rowsRead: Int
    package let rowsRefused: Int
    package var rows: [Row]
    /// Months each association delivered: what the mean of a stock divides by.
    package let months: [Int: Int]
    /// Association of each row, for that mean.
    package let associations: [Int]
    package let fullTimeHours: [Reference.FullTimeHours]
  }

  package let indicator: Indicator
  package let figure: Figure
  package let baseline: Benchmark?
  package let target: Benchmark?
  package let vintages: [Reference.Vintage]
  package var sources: [Source]
  /// The figure's value made again from the rows: nil where it is missing.
  package let readded: Rational?

  /// Whether the rows give the figure.
  package var adds: Bool { figure.value == readded }
}
