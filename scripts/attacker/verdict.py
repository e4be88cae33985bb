"""Two attackers against the two promises of design 6, point 3, target by target."""
import dataclasses
import itertools
import math

from solving.integers import known_values
from solving.intervals import Contradiction, false_rows, intervals
from solving.system import Row


@dataclasses.dataclass
class Disclosure:
    target: object
    attacker: int
    kind: str            # exact, narrow
    part: str
    low: float
    high: float
    is_guessed: bool = False     # it needs the guess that what an edition hides is what the one before told

    def __str__(self):
        indicator, horizon, cell = self.target.key
        where = " ".join(f"{d}={m}" for d, m in cell) or "ensemble"
        told = f"= {self.low:g}" if self.low == self.high else f"in [{self.low:g}, {self.high:g}]"
        part = "" if self.part == "value" else f" {self.part}"
        part += " (by guessing what is not revised)" if self.is_guessed else ""
        return (f"({self.attacker}) {self.kind:6} {self.target.edition} {self.target.funder} {indicator} {horizon} {where}"
                f" [{self.target.mark}]{part} {told}")


class Attack:
    """`found`: {target identity: {attacker: {part: (low, high)}}}."""

    def __init__(self, evidence, is_believed=lambda row: True, is_any_d=False, truth=None):
        self.is_any_d, self.truth = is_any_d, truth or {}
        self.evidence, self.system = evidence, evidence.system
        self.is_believed = is_believed
        self.rows = [row for row in self.system.reduced() if not row.is_guess or is_believed(row)]
        self.dropped = []
        self.targets = list(evidence.targets.values())
        self.found = {1: self.first(), 2: self.second()}
        self.known = self.whole()

    def holding(self, marks, wanted):
        """Without the guesses that cannot be true beside the rest."""
        while True:
            try:
                found, self.bounds = intervals(self.system, self.rows, marks, wanted)
                return found
            except Contradiction as contradiction:
                self.drop(contradiction)

    def drop(self, contradiction):
        """The guesses that must bend for the rest to hold; where whole numbers alone disagree, the guess that was noticed."""
        if contradiction.row in self.system.rates:
            self.system.rates.remove(contradiction.row)
            return self.dropped.append(Row({}, 0, 0, contradiction.row[-1], True))
        false = {place for place in false_rows(self.system, self.rows) if self.rows[place].is_guess}
        if not false:
            false = {place for place, row in enumerate(self.rows) if row is contradiction.row and row.is_guess}
        if not false and self.system.rates:
            self.dropped += [Row({}, 0, 0, rate[-1], True) for rate in self.system.rates]
            return self.system.rates.clear()
        if not false:
            raise contradiction
        self.dropped += [self.rows[place] for place in sorted(false)]
        self.rows = [row for place, row in enumerate(self.rows) if place not in false]

    def roots(self, target):
        return {name: self.system.root(u) for name, u in target.parts.items()}

    def first(self):
        wanted = {}
        for target in self.targets:
            for root in self.roots(target).values():
                wanted[root] = max(wanted.get(root, 0), target.threshold)
        self.found_first = self.holding({}, wanted)
        return self.found_first

    def second(self):
        try:
            return self.marked()
        except Contradiction as contradiction:
            # Whoever believed the marks finds that they cannot be: that D may be small, too; at last that no mark can be trusted.
            if not self.is_any_d:
                self.is_any_d = True
                self.dropped.append(Row({}, 0, 0, f"D is not always 0 or at least k: {contradiction}", True))
                return self.second()
            self.dropped.append(Row({}, 0, 0, f"marks that cannot be true: {contradiction}", True))
            self.gaps = None
            return dict(self.found_first)

    def is_small_d(self, target, name):
        """Whether a count marked D is small in truth: its mark says nothing, and whoever believed it would be wrong. What is between a
        rate's parts no figure tells: it is their difference."""
        values = {part: self.truth.get(root, ()) for part, root in self.roots(target).items()}
        if name == "difference" and values["numerator"] and values["denominator"]:
            values[name] = {min(values["denominator"]) - min(values["numerator"])}
        return any(1 <= value < target.threshold for value in values[name])

    def whole(self):
        """Of what the linear programmes leave open, what whole numbers settle."""
        if self.gaps is None:
            return {}
        wanted, rates = set(), []
        for target in self.targets:
            roots = self.roots(target)
            wanted |= {root for root in roots.values() if self.found[2][root][0] < self.found[2][root][1]}
            if target.is_rate and target.mark == "C":
                rates.append((tuple(roots.values()), target.threshold))
        return known_values(self.rows, self.bounds, self.gaps, rates, wanted)

    def marked(self):
        """Who knows the marks: C is 1 to k−1, D is 0 or at least k, and of a rate marked D each part is."""
        marks, wanted = {}, {}
        for target in self.targets:
            for name, root in self.roots(target).items():
                k = target.threshold
                wanted[root] = max(wanted.get(root, 0), 1 if target.mark == "C" else k)
                if target.mark == "C" and not target.is_rate:
                    low, high, gap = marks.get(root, (0, math.inf, None))
                    # A count under two names is as small as the stricter name says.
                    marks[root] = (1, min(high, k - 1), gap)
                elif target.mark == "D" and not self.is_any_d and not self.is_small_d(target, name):
                    low, high, gap = marks.get(root, (0, math.inf, None))
                    marks[root] = (low, high, min(gap or k, k))
        marks = {root: (low, high, None if high < math.inf else gap) for root, (low, high, gap) in marks.items()}
        self.gaps = {root: gap for root, (_, _, gap) in marks.items() if gap}
        return self.holding(marks, wanted)

    def without(self, why):
        """The same attacker without guesses of one kind."""
        return Attack(self.evidence, lambda row: self.is_believed(row) and why not in row.why, self.is_any_d, self.truth)

    # The promises ---------------------------------------------------------------------------------------------------

    def disclosures(self, sensitive_by=None):
        """What breaks a promise. `sensitive_by`: judge sensitive indicators by this threshold against the first attacker."""
        for target in self.targets:
            k = sensitive_by or target.threshold
            for disclosure in (self.rate if target.is_rate else self.count)(target, min(k, target.threshold)):
                if not self.was_told(disclosure):
                    yield disclosure

    def was_told(self, disclosure):
        """Whether an earlier edition told just this, in clear: hiding it later keeps nothing, and to deduce it is nothing new."""
        target, low = disclosure.target, disclosure.low
        held = self.evidence.editions[target.month]
        earlier = held[:[e.name for e in held].index(target.edition)]
        told = [f for e in earlier for f in e.by_key.get(target.key, []) if not f.is_hidden]
        return low == disclosure.high and any(low in of_parts(f)[disclosure.part.split(" ")[0]] for f in told)

    def count(self, target, k):
        root = self.roots(target)["value"]
        low, high = self.found[1][root]
        if high - low < k:
            yield Disclosure(target, 1, "exact" if low == high else "narrow", "value", low, high)
        low, high = self.found[2][root]
        is_open = self.is_any_d or target.mark == "D" and self.is_small_d(target, "value")
        values = sorted({low, high}) if is_open else self.candidates(target, low, high)
        if len(values) == 1:
            yield Disclosure(target, 2, "exact", "value", values[0], values[0])
        elif root in self.known:
            yield Disclosure(target, 2, "exact", "value (whole)", self.known[root], self.known[root])

    def may_be_small(self, low, high, small):
        return (low < small.stop and high > 0) if self.truth else (low in small and high in small)

    @staticmethod
    def candidates(target, low, high):
        """The first values that the mark allows, two at most: one is exact."""
        allowed = (n for n in itertools.count(int(low)) if target.mark == "C" or n == 0 or n >= target.threshold)
        values = list(itertools.islice(itertools.takewhile(lambda n: n <= high, allowed), 2))
        return values or [int(low)]

    def rate(self, target, k):
        """Of a hidden rate its small parts are secret. Which they are the truth tells, where it is asked (`is_secret`); else a part
        is held to be one that is small whatever it is."""
        found = {name: (self.found[1][root], self.found[2][root]) for name, root in self.roots(target).items()}
        small = range(1, target.threshold)
        for name, ((low, high), (low2, high2)) in found.items():
            if low == high and low in small:
                yield Disclosure(target, 1, "exact", name, low, high)
            elif 0 < high - low < k and target.mark == "C" and self.may_be_small(low, high, small):
                yield Disclosure(target, 1, "narrow", name, low, high)
            if low2 == high2 and low2 in small:
                yield Disclosure(target, 2, "exact", name, low2, high2)
        for name, root in self.roots(target).items():
            if self.known.get(root) in small:
                yield Disclosure(target, 2, "exact", f"{name} (whole)", self.known[root], self.known[root])


def of_parts(figure):
    """The values of a figure's parts, as far as it tells them."""
    over, under = figure.numerator, figure.denominator
    between = () if None in (over, under) else (under - over,)
    return {"value": (figure.value,), "numerator": (over,), "denominator": (under,), "difference": between}
