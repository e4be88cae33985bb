/// An exact decimal in ten-thousandths: 0,5 ETP is 5 000. What the exports' decimals become; never a Double.
package struct Quantity: Hashable, Comparable, Sendable {
  package static let scale: Int64 = 10_000
  package let tenThousandths: Int64

  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }
  package init(_ whole: Int64) { tenThousandths = whole * Quantity.scale }

  package var rational: Rational { Rational(Int128(tenThousandths), over: Int128(Quantity.scale)) }
  package static func < (a: Quantity, b: Quantity) -> Bool { a.tenThousandths < b.tenThousandths }
}
