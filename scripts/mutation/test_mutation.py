"""Tests of scripts/mutate that need no Swift; scripts/check runs them."""
import random, unittest

from mutation import places, schemata
from mutation.tokens import clauses, tokens, until


def texts(source):
    return [token.text for token in tokens(source)]


def found(source, kind):
    return [mutation for mutation in places.find(source, random.Random(1)) if mutation.kind == kind]


def changes(source, kind):
    return [mutation.change for mutation in found(source, kind)]


class Tokens(unittest.TestCase):
    def test_comments_are_no_words(self):
        self.assertEqual(texts("a // b < c\n/* d /* e */ f */ g"), ["a", "g"])

    def test_a_string_is_one_word_with_its_interpolations(self):
        self.assertEqual(texts(r'x = "a \(b ? "}" : "\"") c" + d'), ["x", "=", r'"a \(b ? "}" : "\"") c"', "+", "d"])

    def test_raw_and_long_strings(self):
        self.assertEqual(texts('#"a\\" "# b'), ['#"a\\" "#', "b"])
        self.assertEqual(texts('"""\n a " b\n """ c'), ['"""\n a " b\n """', "c"])

    def test_lines_are_counted_through_strings_and_comments(self):
        self.assertEqual([token.line for token in tokens('a\n"""\nb\n"""\n/* \n */ c')], [1, 2, 6])

    def test_numbers_and_ranges(self):
        self.assertEqual(texts("0..<10_000 1.5 0x2F"), ["0", "..<", "10_000", "1.5", "0x2F"])

    def test_postfix_signs_stand_alone(self):
        self.assertEqual(texts("a?.b != c! ?? d"), ["a", "?", ".", "b", "!=", "c", "!", "??", "d"])

    def test_brackets_know_their_partner(self):
        words = tokens("f(a[1])")
        self.assertEqual((words[1].partner, words[3].partner), (6, 5))


class Splitting(unittest.TestCase):
    def test_commas_in_brackets_and_strings_do_not_split(self):
        words = tokens('if f(a, b), "x, y" == z, let c = d { }')
        end = until(words, 1, {"{"})
        parts = [[word.text for word in words[first:last]] for first, last in clauses(words, 1, end)]
        self.assertEqual(parts, [["f", "(", "a", ",", "b", ")"], ['"x, y"', "==", "z"], ["let", "c", "=", "d"]])

    def test_only_plain_conditions_are_dropped(self):
        self.assertEqual(changes("guard let a = b, case .c = d, a.e else { }", "dropped"), ["a.e → true"])

    def test_the_condition_of_a_ternary(self):
        self.assertEqual(changes("return a && b ? c : d", "negated"), ["a && b → !(a && b)"])
        self.assertEqual(changes("let x = y\n  ? c : d", "negated"), ["y → !(y)"])
        self.assertEqual(changes("f(x, y ? c : d)", "negated"), ["y → !(y)"])


class Places(unittest.TestCase):
    def test_patterns_raw_values_and_preconditions_stay(self):
        source = "enum E: Int { case a = 1 }\nfunc f() { switch x { case 2...3: g() }; precondition(x > 4) }"
        self.assertEqual(places.find(source, random.Random(1)), [])

    def test_generics_and_arrows_are_no_comparisons(self):
        self.assertEqual(changes("func f<T>(a: Set<Int>) -> [T] { }", "comparison"), [])

    def test_a_case_of_an_enum_is_no_member(self):
        self.assertEqual(changes("func f() { return .first }", "swap"), [])
        self.assertEqual(changes("let a = b.first", "swap"), ["let a = b.first → let a = b.last"])


class Writing(unittest.TestCase):
    def test_what_is_written_keeps_its_lines_and_nests(self):
        source = "if a < 1,\n  b {\n}\n"
        mutations = sorted(places.find(source, random.Random(1)), key=lambda mutation: mutation.kind)
        for number, mutation in enumerate(mutations):
            mutation.id = number
        written = schemata.applied(source, mutations)
        self.assertEqual(written.count("\n"), source.count("\n"))
        self.assertEqual(written.count("("), written.count(")"))
        self.assertTrue(all(token.kind != "mark" or token.text not in "()" or token.partner >= 0 for token in tokens(written)))

    def test_one_change_a_line_comes_first(self):
        candidates = places.find("x = a < b && c > d\ny = e == f\n", random.Random(1))
        self.assertEqual({mutation.line for mutation in schemata.drawn(candidates, random.Random(1))[:2]}, {1, 2})

    def test_the_draw_repeats_with_its_seed(self):
        def draw(seed):
            rng = random.Random(seed)
            return [mutation.change for mutation in schemata.drawn(places.find("a < b\nc > d\ne && f\n", rng), rng)]

        self.assertEqual(draw(7), draw(7))


if __name__ == "__main__":
    unittest.main()
