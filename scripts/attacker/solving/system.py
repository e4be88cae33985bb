"""Unknowns and the rows that bind them. An unknown is a quantity in a cell, over a period, as one state of the data gives it; states are
editions, and what a later edition shows unchanged is one unknown with what the earlier one showed."""
import dataclasses
import math

INFINITY = math.inf


@dataclasses.dataclass
class Row:
    terms: dict          # unknown → coefficient
    low: float
    high: float
    why: str
    is_guess: bool = False


class System:
    def __init__(self):
        self.names, self.index, self.parent, self.rows = [], {}, [], []
        self.low, self.high = [], []
        self.rates = []      # (numerator terms, denominator terms, value, tolerance, why)

    def unknown(self, name):
        """The unknown of that name, made at its first mention: a whole number, at least 0."""
        if name not in self.index:
            self.index[name] = len(self.names)
            self.names.append(name)
            self.parent.append(len(self.parent))
            self.low.append(0)
            self.high.append(INFINITY)
        return self.index[name]

    def root(self, at):
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def same(self, one, other):
        one, other = self.root(one), self.root(other)
        if one != other:
            self.parent[max(one, other)] = min(one, other)

    def add(self, terms, low, high, why, is_guess=False):
        self.rows.append(Row(dict(terms), low, high, why, is_guess))

    def equal(self, left, right, why, is_guess=False):
        """Σ left = Σ right, each a list of unknowns."""
        self.add(self.difference(left, right), 0, 0, why, is_guess)

    def at_most(self, left, right, why, is_guess=False):
        self.add(self.difference(left, right), -INFINITY, 0, why, is_guess)

    @staticmethod
    def difference(left, right):
        terms = {}
        for side, sign in ((left, 1), (right, -1)):
            for unknown in side:
                terms[unknown] = terms.get(unknown, 0) + sign
        return terms

    def is_known(self, terms, value, why, is_guess=False):
        self.add(terms, value, value, why, is_guess)

    def reduced(self):
        """The rows over roots alone, each once, without what cancels out."""
        seen, rows = {}, []
        for row in self.rows:
            terms = {}
            for unknown, coefficient in row.terms.items():
                root = self.root(unknown)
                terms[root] = terms.get(root, 0) + coefficient
            terms = {u: c for u, c in terms.items() if c}
            if not terms and row.low <= 0 <= row.high:
                continue
            key = (frozenset(terms.items()), row.low, row.high)
            if key in seen:
                seen[key].is_guess = seen[key].is_guess and row.is_guess
                continue
            seen[key] = Row(terms, row.low, row.high, row.why, row.is_guess)
            rows.append(seen[key])
        return rows
