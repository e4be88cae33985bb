"""What each change looks like in Swift: the text that replaces a word, and the declaration that it calls.

Each takes its original's types, so that the compiler infers what it did before: an operator becomes an operator of the
same precedence with a suffix of its own, a number and a condition go through a function, a member becomes a member. Each
does what the original did unless it is the active one, and notes whether it would have made a difference (`note`).
A form is (kind, what a reader sees in its place, or a remark in brackets; text, declaration); «id», «op»: see `Mutation`.
"""

COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
REVERSED = {"<": ">", ">": "<", "+": "-", "-": "+"}
ARITHMETIC = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}
WRAPS = {"dropped": ("mutantDropped(«id», ", ")"), "negated": ("mutantFlipped(«id», ", ")")}

# What every mutated target gets. The number of mutants stands in for «count».
PRELUDE = """\
import Glibc
«imports»
/// The mutant that is on; none in a clean run.
let mutantActive: Int32 = getenv("BILAN_MUTANT").flatMap { Int32(String(cString: $0)) } ?? -1

/// Two bytes a mutant, shared with every process of a traced run: was it reached, would it have made a difference?
nonisolated(unsafe) let mutantTrace: UnsafeMutablePointer<UInt8>? = {
  guard let path = getenv("BILAN_MUTANT_TRACE") else { return nil }
  let file = open(path, O_RDWR)
  guard file >= 0, let memory = mmap(nil, 2 * «count», PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
    memory != MAP_FAILED
  else { return nil }
  return memory.assumingMemoryBound(to: UInt8.self)
}()

func mutantIsOn(_ id: Int32) -> Bool { mutantActive == id }

func mutantNote(_ id: Int32, _ differs: @autoclosure () -> Bool) {
  guard let trace = mutantTrace else { return }
  trace[2 * Int(id)] = 1
  if differs() { trace[2 * Int(id) + 1] = 1 }
}

func mutantNumber<T: FixedWidthInteger>(_ id: Int32, _ value: T, down: Bool) -> T {
  mutantNote(id, true)
  return mutantIsOn(id) ? (down ? value &- 1 : value &+ 1) : value
}

func mutantFlipped(_ id: Int32, _ condition: Bool) -> Bool {
  mutantNote(id, true)
  return condition != mutantIsOn(id)
}

func mutantDropped(_ id: Int32, _ condition: Bool) -> Bool {
  mutantNote(id, !condition)
  return condition || mutantIsOn(id)
}
"""


def number(text, rng):
    value = int(text.replace("_", ""), 0) if text[:2] in ("0x", "0b", "0o") else int(text.replace("_", ""))
    down = value > 0 and rng.random() < 0.5
    becomes = f"{value - 1 if down else value + 1}"
    if text.startswith("0x"):
        becomes = f"0x{int(becomes):X}"
    return "number", becomes, f"mutantNumber(«id», {text}, down: {str(down).lower()})", ""


def constant(text):
    return "constant", "false" if text == "true" else "true", f"mutantFlipped(«id», {text})", ""


def function(signature, original, mutated, differs, before=""):
    """A function that does `mutated` when its mutant is on. `differs` must be safe to evaluate in a clean run; `value` in
    it is what the original gave."""
    return f"""\
{before}{signature} {{
  if mutantIsOn(«id») {{ return {mutated} }}
  let value = {original}
  mutantNote(«id», {differs})
  return value
}}
"""


def binary(text, rng, rationals):
    if text in COMPARISONS:
        return comparison(text, COMPARISONS[text])
    if text in ("&&", "||"):
        return logic(text, rng)
    if text in ("+=", "-="):
        return assignment(text, rationals)
    if text in ARITHMETIC:
        return arithmetic(text, rationals)
    return None


def passed(text, rationals):
    if text in ("<", ">"):
        return comparison(text, REVERSED[text])
    return arithmetic(text, rationals) if text in ("+", "-") else None


def comparison(text, becomes):
    protocol = "Equatable" if text in ("==", "!=") else "Comparable"
    name = f"{text}«op»"
    declared = function(
        f"func {name} <T: {protocol}>(a: T, b: T) -> Bool", f"a {text} b", f"a {becomes} b",
        f"value != (a {becomes} b)", f"infix operator {name} : ComparisonPrecedence\n@_disfavoredOverload\n")
    if protocol == "Equatable":
        # `x == nil` where x holds what cannot be compared.
        declared += function(
            f"func {name} <T>(a: T?, b: _OptionalNilComparisonType) -> Bool", f"a {text} b", f"a {becomes} b", "true")
    return "comparison", becomes, name, declared


def logic(text, rng):
    """`a && b` becomes `a || b`, or one of its sides. What b is, where the original does not ask, is not known in a clean
    run: it may differ."""
    other = "||" if text == "&&" else "&&"
    asked = "a" if text == "&&" else "!a"
    which = rng.choice(["other", "left", "right"])
    mutated = {"other": f"try a {other} b()", "left": "a", "right": "try b()"}[which]
    differs = {
        "other": "!value" if text == "&&" else "value", "left": "value != a", "right": f"!({asked})",
    }[which]
    seen = {"other": other, "left": "(its left side alone)", "right": "(its right side alone)"}
    precedence = "LogicalConjunctionPrecedence" if text == "&&" else "LogicalDisjunctionPrecedence"
    name = f"{text}«op»"
    declared = function(
        f"func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool", f"try a {text} b()", mutated,
        differs, f"infix operator {name} : {precedence}\n")
    return "logic", seen[which], name, declared


def arithmetic(text, rationals):
    name = f"{text}«op»"
    becomes = ARITHMETIC[text]
    declared = f"infix operator {name} : AdditionPrecedence\n" + function(
        f"func {name} <T: AdditiveArithmetic>(a: T, b: T) -> T", f"a {text} b", f"a {becomes} b", "b != .zero")
    for type_name in rationals:
        declared += function(
            f"func {name} (a: {type_name}, b: {type_name}) -> {type_name}", f"a {text} b", f"a {becomes} b", "true")
    return "arithmetic", becomes, name, declared


def assignment(text, rationals):
    name = f"{text}«op»"
    becomes = ARITHMETIC[text]
    declared = f"infix operator {name} : AssignmentPrecedence\n"
    for generic, type_name in [("<T: AdditiveArithmetic>", "T")] + [("", name) for name in rationals]:
        declared += f"""\
func {name} {generic}(a: inout {type_name}, b: {type_name}) {{
  mutantNote(«id», true)
  if mutantIsOn(«id») {{ a = a {becomes[0]} b }} else {{ a = a {text[0]} b }}
}}
"""
    return "arithmetic", becomes, name, declared


def range_end(text, rng):
    """One step shorter, at either end, where that leaves a range."""
    name = f"{text}«op»"
    result = "ClosedRange" if text == "..." else "Range"
    at_end = rng.random() < 0.7
    shorter = f"a {text} b.advanced(by: -1)" if at_end else f"a.advanced(by: 1) {text} b"
    declared = function(
        f"func {name} <T: Strideable>(a: T, b: T) -> {result}<T> where T.Stride: SignedInteger", f"a {text} b",
        f"a < b ? {shorter} : a {text} b", "a < b", f"infix operator {name} : RangeFormationPrecedence\n")
    return "range", f"(one less at its {'end' if at_end else 'start'})", name, declared


def free(text):
    if text not in ("min", "max"):
        return None
    other = "max" if text == "min" else "min"
    name = f"mutant«id»{text}"
    declared = function(
        f"func {name}<T: Comparable>(_ a: T, _ b: T) -> T", f"Swift.{text}(a, b)", f"Swift.{other}(a, b)", "a != b")
    return "swap", other, name, declared


# Members and their counterparts: the extended type, then the signature, then what the original and the mutant are called
# with. % is the name.
PROPERTIES = {
    ("first", "last"): [("BidirectionalCollection", "var %: Element?")],
    ("lowerBound", "upperBound"): [("Range", "var %: Bound"), ("ClosedRange", "var %: Bound")],
}
METHODS = {
    ("min", "max"): [("Sequence where Element: Comparable", "func %() -> Element?", "()")],
    ("hasPrefix", "hasSuffix"): [("StringProtocol", "func %(_ part: String) -> Bool", "(part)")],
    ("prefix", "suffix"): [("BidirectionalCollection", "func %(_ count: Int) -> SubSequence", "(count)")],
    ("dropFirst", "dropLast"): [
        ("BidirectionalCollection", "func %(_ count: Int = 1) -> SubSequence", "(count)")
    ],
}
RULES = {
    ("min", "max"): [
        ("Sequence", "func %(by rule: (Element, Element) throws -> Bool) rethrows -> Element?", "(by: rule)")
    ],
    ("first", "last"): [
        (
            "BidirectionalCollection", "func %(where rule: (Element) throws -> Bool) rethrows -> Element?",
            "(where: rule)",
        )
    ],
    ("firstIndex", "lastIndex"): [
        ("BidirectionalCollection", "func %(where rule: (Element) throws -> Bool) rethrows -> Index?", "(where: rule)")
    ],
}


def member(text, by_rule):
    if by_rule and text in ("contains", "allSatisfy"):
        return any_and_all(text)
    found = counterpart(RULES if by_rule else METHODS, text) or counterpart(PROPERTIES, text)
    if text == "isEmpty":
        declared = f"extension Collection {{ {function('var mutant«id»isEmpty: Bool', 'isEmpty', '!isEmpty', 'true')} }}\n"
        return "swap", "isNotEmpty", "mutant«id»isEmpty", declared
    if found is None:
        return None
    other, variants = found
    name = f"mutant«id»{text}"
    declared = ""
    for extended, signature, *call in variants:
        trying, arguments = "try " if "rethrows" in signature else "", "".join(call)
        body = function(
            signature.replace("%", name), f"{trying}self.{text}{arguments}", f"{trying}self.{other}{arguments}", "true")
        declared += f"extension {extended} {{\n{body}}}\n"
    return "swap", other, name, declared


def counterpart(table, text):
    for (one, two), variants in table.items():
        if text in (one, two):
            return two if text == one else one, variants
    return None


def any_and_all(text):
    name = f"mutant«id»{text}"
    label = "where rule" if text == "contains" else "_ rule"
    calls = {"contains": "try self.contains(where: rule)", "allSatisfy": "try self.allSatisfy(rule)"}
    other = "allSatisfy" if text == "contains" else "contains"
    body = function(
        f"func {name}({label}: (Element) throws -> Bool) rethrows -> Bool", calls[text], calls[other], "true")
    return "swap", other, name, f"extension Sequence {{\n{body}}}\n"
