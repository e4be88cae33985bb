/// bilan's own version: part of what an edition is a function of. Raise it with every change that can move a byte of
/// a report.
package let bilanVersion = "0.17.0"
