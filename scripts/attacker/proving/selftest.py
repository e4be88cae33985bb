"""Worked by hand: the vectors of design 6, as tiny systems, and the intervals that a person finds with a pencil."""
import types

from proving import tiny
from reading.catalogue import condition, implies
from reading.words import member
from small import told
from solving.integers import known_values
from solving.intervals import Bounds, intervals
from solving.system import System
from verdict import Attack

ASSOCIATIONS, SEXES = ("a", "b", "c"), ("f", "h")
TABLE = {("a", "f"): 3, ("a", "h"): 12, ("b", "f"): 14, ("b", "h"): 12, ("c", "f"): 10, ("c", "h"): 9}


def solved(system, name, marks=()):
    system_rows = system.reduced()
    wanted = {system.root(u): 99 for u in system.index.values()}
    marks = {system.root(system.index[n]): m for n, m in dict(marks).items()}
    found, _ = intervals(system, system_rows, marks, wanted)
    return found[system.root(system.index[name])]


def margins(hidden, also=()):
    """Three associations and two sexes: what is not hidden is printed, and so are all margins; `also` by a second funder."""
    system = System()
    cell = {key: system.unknown(key) for key in TABLE}
    for key, value in TABLE.items():
        if key not in hidden or key in also:
            system.is_known({cell[key]: 1}, value, "printed")
    for place, members in ((0, ASSOCIATIONS), (1, SEXES)):
        for m in members:
            parts = [u for key, u in cell.items() if key[place] == m]
            system.is_known({u: 1 for u in parts}, sum(v for key, v in TABLE.items() if key[place] == m), "margin")
    return system


def table_alone():
    return solved(margins({("a", "f")}), ("a", "f")), (3, 3)


CYCLE = {("a", "f"), ("a", "h"), ("b", "f"), ("b", "h")}


def table_with_a_cycle():
    return solved(margins(CYCLE), ("a", "f")), (0, 15)


def table_of_two_funders():
    return solved(margins(CYCLE, also={("b", "f")}), ("a", "f")), (3, 3)


def months_subtracted():
    system = System()
    year, before, month = (system.unknown(n) for n in ("annee 04", "annee 03", "mois 04"))
    system.is_known({year: 1}, 15, "printed")
    system.is_known({before: 1}, 12, "printed")
    system.equal([before, month], [year], "a month more")
    return solved(system, "mois 04"), (3, 3)


def months_with_one_hidden():
    """The year to March hidden, too: the month is anything up to the year."""
    system = System()
    year, before, month = (system.unknown(n) for n in ("annee 04", "annee 03", "mois 04"))
    system.is_known({year: 1}, 15, "printed")
    system.equal([before, month], [year], "a month more")
    return solved(system, "mois 04"), (0, 15)


def rate_beside_its_parts(hidden):
    system = System()
    over, under, between = (system.unknown(n) for n in ("dynamiques", "sorties", "difference"))
    system.equal([over, between], [under], "a rate's parts")
    for name, unknown, value in (("dynamiques", over, 5), ("sorties", under, 6)):
        if name != hidden:
            system.is_known({unknown: 1}, value, "printed")
    return solved(system, "difference")


def rate_and_parts():
    return rate_beside_its_parts(None), (1, 1)


def rate_without_numerator():
    return rate_beside_its_parts("dynamiques"), (0, 6)


def sexes(hidden, marks=()):
    system = System()
    cell = {s: system.unknown(s) for s in ("f", "h", "inconnu")}
    for name, value in (("f", 4), ("h", 9), ("inconnu", 0)):
        if name not in hidden:
            system.is_known({cell[name]: 1}, value, "printed")
    system.is_known({u: 1 for u in cell.values()}, 13, "beneficiaires")
    return solved(system, "f", marks)


def one_sex_hidden():
    return sexes({"f"}), (4, 4)


def two_sexes_hidden():
    return sexes({"f", "h"}, {"f": (1, 4, None), "h": (0, float("inf"), 5)}), (1, 4)


def revised_by_one():
    """Edition 1 shows 7, edition 2 shows 8: the movement is 1, and hiding the later cell leaves it open."""
    system = System()
    old, new, moved = (system.unknown(n) for n in ("1", "2", "moved"))
    system.is_known({old: 1}, 7, "printed")
    system.is_known({new: 1}, 8, "printed")
    system.equal([old, moved], [new], "revised")
    return solved(system, "moved"), (1, 1)


def a_gap():
    """Marked D and at most 4: nobody."""
    system = System()
    u, v = system.unknown("u"), system.unknown("v")
    system.is_known({u: 1, v: 1}, 4, "printed")
    return solved(system, "u", {"u": (0, float("inf"), 5)}), (0, 0)


def a_share_told():
    """64.285714 % of at most 30 is 9 of 14 or 18 of 28; of 20 at least, 18 of 28."""
    system = System()
    over, under = system.unknown("over"), system.unknown("under")
    system.add({under: 1}, 20, 30, "some")
    system.at_most([over], [under], "a part")
    system.rates.append(({over: 1}, {under: 1}, 0.64285714, 0.6e-8, "told"))
    return solved(system, "over"), (18, 18)


def same_in_a_later_edition():
    system = System()
    one, other = system.unknown("1"), system.unknown("2")
    system.same(one, other)
    system.is_known({one: 1}, 6, "printed")
    return solved(system, "2"), (6, 6)


def sentences():
    words = ["28 sorties examinées, six de plus qu'à fin avril", "12 sorties examinées, deux de plus qu'à fin avril",
             "trois personnes accompagnées", "Trois emplois créés, un de plus qu'en mai", "moins de 26 ans : 7 personnes"]
    return [list(told(w, 5)) for w in words], [[], ["deux de plus"], ["trois personnes"], [], []]


def conditions():
    below, old = condition("age_entree", {"below": 26}), condition("age_entree", {"from": 20, "to": 22})
    asked = [implies(old, below), implies(below, old), implies(frozenset("f"), "known"), implies("known", frozenset("f")),
             implies(frozenset(["inconnu"]), "known")]
    return asked, [True, False, True, False, False]


def names():
    labels = {"axe": {"Alimentation durable & consommation": "alimentation"}}
    asked = [member("Ensemble", labels), member("Alimentation durab…", labels), member("Entreprises d’insertion (EI)", labels), member("?", labels)]
    return asked, [(), (("axe", "alimentation"),), (("dispositif", "ei"),), None]


def candidates():
    """What a mark leaves of an interval: D in [0, 4] is 0, in [1, 5] is 5, C in [2, 2] is 2, and D in [0, 5] is open."""
    target = lambda mark: types.SimpleNamespace(mark=mark, threshold=5)
    asked = [Attack.candidates(target(m), low, high) for m, low, high in (("D", 0, 4), ("D", 1, 5), ("C", 2, 2), ("D", 0, 5))]
    return asked, [[0], [5], [2], [0, 5]]


def whole(marks, small_rates=(), totals=()):
    """What whole numbers say of a and b, which are a rate's numerator and what is between it and its denominator 8."""
    system = System()
    a, b = system.unknown("a"), system.unknown("b")
    system.is_known({a: 1, b: 1}, 8, "printed")
    for terms, low, high in totals:
        system.add({system.index[n]: c for n, c in terms.items()}, low, high, "told")
    bounds = Bounds(system, system.reduced(), marks)
    bounds.propagate()
    return known_values(system.reduced(), bounds, marks, small_rates, {a, b})


def whole_of_a_gap():
    """a is from 3 to 7 and 0 or at least 7."""
    return solved_gap(), (7, 7)


def solved_gap():
    system = System()
    a = system.unknown("a")
    system.add({a: 1}, 3, 7, "told")
    return solved(system, "a", {"a": (0, float("inf"), 7)})


def whole_small_part():
    """A rate of 8 marked C, its numerator from 4 to 5, k = 4: 5 of 8, as 3 are between; 4 and 4 are not small."""
    return whole({}, [((0, 1), 4)], [({"a": 1}, 4, 5)]), {0: 5, 1: 3}


CASES = (table_alone, table_with_a_cycle, table_of_two_funders, months_subtracted, months_with_one_hidden, rate_and_parts,
         rate_without_numerator, one_sex_hidden, two_sexes_hidden, revised_by_one, a_gap, a_share_told, same_in_a_later_edition,
         sentences, conditions, names, candidates, whole_of_a_gap, whole_small_part)


def run():
    failures = 0
    for case in CASES + tiny.CASES:
        found, expected = case()
        failures += found != expected
        print(f"{'ok' if found == expected else 'FAIL':4}  {case.__name__.replace('_', ' ')}: {found}"
              + ("" if found == expected else f", expected {expected}"))
    print(f"{len(CASES + tiny.CASES)} cases, {failures} failures")
    return 1 if failures else 0
