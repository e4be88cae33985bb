"""Who knows the marks knows more than a linear programme says: counts are whole, D is 0 or at least k, and of a rate marked C one of three
parts is small. Two whole solutions that differ in a count show that it is open; where none can be found, it is known."""
import math
import random

import highspy
import numpy

from solving.intervals import components

MOST = 2000              # larger than any count of a programme
SECONDS = 10.0           # for one solution; what takes longer is left open


class WholePart:
    """A part of the system in whole numbers, with what the marks say."""

    def __init__(self, rows, bounds, gaps, small_rates):
        self.unknowns = sorted({u for _, free in rows for u in free})
        self.place = {u: i for i, u in enumerate(self.unknowns)}
        self.solver = highspy.Highs()
        for option, value in (("log_to_console", False), ("output_flag", False), ("threads", 1), ("time_limit", SECONDS)):
            self.solver.setOptionValue(option, value)
        self.bounds = bounds
        for u in self.unknowns:
            self.solver.addVar(bounds.low[u], min(bounds.high[u], MOST))
        count = len(self.unknowns)
        kinds = [highspy.HighsVarType.kInteger] * count
        for u in self.unknowns:
            if gaps.get(u) and bounds.low[u] == 0 and bounds.high[u] >= gaps[u]:
                kinds[self.place[u]] = highspy.HighsVarType.kSemiInteger
                self.solver.changeColBounds(self.place[u], gaps[u], min(bounds.high[u], MOST))
        self.solver.changeColsIntegrality(count, numpy.arange(count, dtype=numpy.int32), numpy.array(kinds))
        for row, _ in rows:
            self.row(row.terms, row.low, row.high)
        for parts, k in small_rates:
            self.one_is_small(parts, k)

    def row(self, terms, low, high, also=()):
        settled = sum(c * self.bounds.low[u] for u, c in terms.items() if u not in self.place)
        free = [(self.place[u], float(c)) for u, c in terms.items() if u in self.place] + list(also)
        self.solver.addRow(low - settled, high - settled, len(free), numpy.array([p for p, _ in free], dtype=numpy.int32),
                           numpy.array([c for _, c in free]))

    def one_is_small(self, parts, k):
        """One of a rate's parts is 1 to k−1: a switch for each, one of them on."""
        switches = []
        for part in parts:
            low, high = self.bounds.low[part], min(self.bounds.high[part], MOST)
            if high < 1 or low > k - 1:
                continue
            self.solver.addVar(0, 1)
            switch = self.solver.getNumCol() - 1
            self.solver.changeColIntegrality(switch, highspy.HighsVarType.kInteger)
            switches.append(switch)
            self.row({part: 1}, -math.inf, MOST + k - 1, [(switch, float(MOST))])
            self.row({part: 1}, 0, math.inf, [(switch, -1.0)])
        if switches:
            self.row({}, 1, len(switches), [(s, 1.0) for s in switches])

    def solve(self, costs):
        """The values of a whole solution, least in its costs; None: none, or none in time."""
        for place in range(len(self.unknowns)):
            self.solver.changeColCost(place, 0.0)
        for u, c in costs.items():
            self.solver.changeColCost(self.place[u], float(c))
        self.solver.run()
        info = self.solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = self.solver.getSolution().col_value
        is_proved = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return {u: round(values[self.place[u]]) for u in self.unknowns}, is_proved


def known_values(rows, bounds, gaps, small_rates, wanted):
    """{unknown: value} of those wanted that have one whole value alone."""
    known, dice = {}, random.Random("attack")
    for held in components(rows, bounds):
        free = {u for _, some in held for u in some}
        targets = sorted(u for u in wanted if u in free)
        if targets:
            here = [(parts, k) for parts, k in small_rates if free & set(parts)]
            known.update(in_part(WholePart(held, bounds, gaps, here), targets, dice))
    return known


def in_part(part, targets, dice):
    """Witnesses first, many at once: whoever still has one value is pushed up or down with the others; then each alone, with proof."""
    seen = {u: set() for u in targets}
    part.solver.setOptionValue("mip_rel_gap", 0.5)
    single, last = targets, None
    while single and len(single) != last:
        last = len(single)
        for sign in (1, -1, 0):
            solution = part.solve({u: sign or dice.choice((-1, 1)) for u in single})
            if solution is None:
                # What cannot be solved in time is left open; what cannot hold at all was said before.
                return {}
            for u in targets:
                seen[u].add(solution[0][u])
        single = [u for u in targets if len(seen[u]) == 1]
    part.solver.setOptionValue("mip_rel_gap", 0.0)
    return {u: next(iter(seen[u])) for u in single if is_alone(part, u, seen)}


def is_alone(part, u, seen):
    """Whether neither a smaller nor a larger value is possible, by proof."""
    for sign in (1, -1):
        if len(seen[u]) > 1:
            return False
        solution = part.solve({u: sign})
        if solution is None or not solution[1]:
            return False
        for other, values in seen.items():
            values.add(solution[0][other])
    return len(seen[u]) == 1
