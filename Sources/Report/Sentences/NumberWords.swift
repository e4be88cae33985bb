import Domain

/// French grammar's two genders: what `un` and `une` agree with.
enum Gender: Sendable { case masculine, feminine }

/// A count in words up to one hundred, in digits beyond: `zéro`, `une`, `vingt et un`, `soixante et onze`,
/// `quatre-vingts`.
func numberWords(_ count: Int, _ gender: Gender = .masculine) -> String {
  guard (0...100).contains(count) else { return French.number(Rational(count), decimals: 0) }
  if count < 17 { return count == 1 && gender == .feminine ? "une" : units[count] }
  if count == 100 { return "cent" }
  // Seventy and ninety go on counting from sixty and eighty.
  let base = count >= 60 ? count / 20 * 20 : count / 10 * 10
  let rest = count - base
  let word = tens[base] ?? ""
  switch rest {
  case 0: return base == 80 ? "quatre-vingts" : word
  case 1 where base != 80: return word + " et " + (gender == .feminine ? "une" : "un")
  case 11 where base == 60: return "soixante et onze"
  default: return word + "-" + numberWords(rest, gender)
  }
}

private let units = [
  "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
  "quatorze", "quinze", "seize",
]
private let tens = [
  10: "dix", 20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt",
]
