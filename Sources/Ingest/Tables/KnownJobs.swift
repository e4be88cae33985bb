import Foundation

/// The job numbers of an association's earlier accepted files, and which of them differ in spelling alone: the same runs of
/// letters and of digits one by one, whatever separates them, case and leading zeros aside. Files are kept month by month: a
/// file looks at those before it, never at another of its own month.
final class KnownJobs {
  private let jobs: Interner
  /// Files that nobody has asked about yet: the last one never is.
  private var pending: [[UInt32]] = []
  private var isKnown: [Bool] = []
  /// In the order of arrival; the first `indexed` of them stand in `spellings`.
  private var known: [UInt32] = []
  private var indexed = 0
  /// By number of a loose form: the jobs spelt so. Made when somebody asks: few files have numbers that are new.
  private let forms = Interner()
  private var spellings: [[UInt32]] = [[]]

  init(_ jobs: Interner) { self.jobs = jobs }

  /// Looks at all files that were added; false: there is none. Before any question.
  func settle() -> Bool {
    guard !pending.isEmpty else { return !known.isEmpty }
    // Taken out and put back: a class checks each access to what it stores.
    var (isKnown, known) = (self.isKnown, self.known)
    (self.isKnown, self.known) = ([], [])
    if isKnown.count <= jobs.count { isKnown += Array(repeating: false, count: jobs.count + 1 - isKnown.count) }
    for numbers in pending {
      for number in numbers where !isKnown[Int(number)] {
        isKnown[Int(number)] = true
        known.append(number)
      }
    }
    (self.isKnown, self.known, pending) = (isKnown, known, [])
    return !known.isEmpty
  }

  func has(_ job: UInt32) -> Bool { Int(job) < isKnown.count && isKnown[Int(job)] }

  /// The jobs of an accepted file.
  func add(_ numbers: [UInt32]) { pending.append(numbers) }

  /// Known jobs whose number is spelt otherwise, and means the same.
  func otherSpellings(of job: UInt32) -> [UInt32] {
    for number in known[indexed...] {
      let form = looseForm(jobs.bytes(of: number)).withUnsafeBufferPointer { Int(forms.number(of: $0)) }
      if form >= spellings.count { spellings.append([]) }
      spellings[form].append(number)
    }
    indexed = known.count
    let form = looseForm(jobs.bytes(of: job)).withUnsafeBufferPointer { Int(forms.known($0)) }
    return spellings[form].filter { $0 != job }
  }
}

/// The runs of letters and of digits, each behind a mark of its kind: `P-01`, `p 001` and `P1` are one; `P10` is not.
func looseForm(_ bytes: Bytes) -> [UInt8] {
  enum Run: UInt8 { case letters = 1, digits = 2 }
  var form: [UInt8] = []
  var run: Run?
  var hasDigit = false
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber:
      if run != .digits {
        form.append(Run.digits.rawValue)
        (run, hasDigit) = (.digits, false)
      }
      // Leading zeros aside.
      if scalar == "0", !hasDigit { continue }
      hasDigit = true
      form.append(contentsOf: String(scalar).utf8)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      if run != .letters { form.append(Run.letters.rawValue) }
      run = .letters
      form.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    default: run = nil
    }
  }
  return form
}
