import Domain

/// A hidden number that all that is published gives away further than was promised.
package struct Disclosed: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// Who does not know what the marks mean finds it between two numbers that are less than k apart.
    case narrow
    /// Who knows what the marks mean finds it.
    case exact
  }

  /// Which of the numbers that a cell prints.
  package enum Number: UInt8, Hashable, Sendable {
    case value, numerator, denominator
    /// Between a rate's denominator and numerator.
    case difference
  }

  package let month: Month
  package let key: Figures.Key
  package let what: What
  package let number: Number
  package let lowest: Int
  package let highest: Int
  /// Numbers that told it, each by what tells it: had one of them been kept back, in all that tells it, less would be known. Empty where
  /// that was not asked, or where nothing about to be told is to blame.
  package var clues: [[Clue]] = []
}
