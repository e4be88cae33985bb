"""The smallest and the largest value that each hidden unknown can have: bounds are propagated, what is left falls into parts that share
no unknown, and HiGHS solves each part."""
import math
import os
import sys

import highspy
import numpy

from solving.system import INFINITY

SLACK = 1e-6
MOST = 100_000           # no programme counts as many: what reaches it has no bound


def unannounced():
    """HiGHS writes its name to standard output when it is first made, whatever its options: that once, nobody listens."""
    sys.stdout.flush()
    held, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    highspy.Highs()
    os.dup2(held, 1)
    os.close(held)
    os.close(nowhere)


unannounced()


class Contradiction(Exception):
    """The rows cannot all hold: one of them is false. `row`: the one, or the rate, at which that was noticed."""

    def __init__(self, why, row=None):
        super().__init__(why)
        self.row = row


def rounded_up(x):
    return x if math.isinf(x) else math.ceil(x - SLACK)


def rounded_down(x):
    return x if math.isinf(x) else math.floor(x + SLACK)


class Bounds:
    """Bounds of every root, tightened until nothing moves. `gaps`: {unknown: k} is 0 or at least k."""

    def __init__(self, system, rows, gaps=()):
        self.rows, self.rates, self.gaps = rows, system.rates, dict(gaps)
        self.root = system.root
        self.low, self.high = [0] * len(system.names), [INFINITY] * len(system.names)
        self.of = {}
        for place, row in enumerate(rows):
            for unknown in row.terms:
                self.of.setdefault(unknown, []).append(place)
        self.queue = list(range(len(rows)))

    def narrow(self, unknown, low, high):
        low, high = rounded_up(low), rounded_down(high)
        gap = self.gaps.get(unknown)
        if gap:
            low = gap if 0 < max(low, self.low[unknown]) < gap else low
            high = 0 if 0 <= min(high, self.high[unknown]) < gap else high
        if low > self.low[unknown] or high < self.high[unknown]:
            self.low[unknown] = max(low, self.low[unknown])
            self.high[unknown] = min(high, self.high[unknown])
            if self.low[unknown] > self.high[unknown]:
                raise Contradiction(unknown)
            self.queue += self.of.get(unknown, ())

    def propagate(self, limit=2_000_000):
        waiting, self.queue = list(dict.fromkeys(self.queue)), []
        while waiting and limit > 0:
            for place in waiting:
                try:
                    self.row(self.rows[place])
                except Contradiction as contradiction:
                    raise Contradiction(self.rows[place].why, self.rows[place]) from contradiction
                limit -= 1
            if not self.queue:
                for rate in self.rates:
                    self.rate(rate)
            waiting, self.queue = list(dict.fromkeys(self.queue)), []

    def row(self, row):
        """Each unknown of a row within what the others leave."""
        least = most = 0
        loose_least = loose_most = 0
        for unknown, c in row.terms.items():
            a, b = (self.low[unknown], self.high[unknown]) if c > 0 else (self.high[unknown], self.low[unknown])
            if math.isinf(a):
                loose_least += 1
            else:
                least += c * a
            if math.isinf(b):
                loose_most += 1
            else:
                most += c * b
        if not loose_least and least > row.high + SLACK or not loose_most and most < row.low - SLACK:
            raise Contradiction(row.why, row)
        for unknown, c in row.terms.items():
            self.share(row, unknown, c, (least, loose_least), (most, loose_most))

    def share(self, row, unknown, c, least, most):
        a, b = (self.low[unknown], self.high[unknown]) if c > 0 else (self.high[unknown], self.low[unknown])
        others_least = least[0] - (0 if math.isinf(a) else c * a) if least[1] - math.isinf(a) == 0 else -INFINITY
        others_most = most[0] - (0 if math.isinf(b) else c * b) if most[1] - math.isinf(b) == 0 else INFINITY
        high = (row.high - others_least) if not math.isinf(row.high) and not math.isinf(others_least) else INFINITY
        low = (row.low - others_most) if not math.isinf(row.low) and not math.isinf(others_most) else -INFINITY
        if c > 0:
            self.narrow(unknown, low / c, high / c)
        else:
            self.narrow(unknown, high / c if not math.isinf(high) else -INFINITY, low / c if not math.isinf(low) else INFINITY)

    def rate(self, told):
        """A share that is told with six decimals leaves few pairs of whole numbers."""
        over, under, share, tolerance, why = told
        if len(over) != 1 or len(under) != 1:
            return
        over, under = self.root(next(iter(over))), self.root(next(iter(under)))
        if math.isinf(self.high[under]) or self.high[under] > 5000:
            return
        pairs = [(round(share * d), d) for d in range(max(1, int(self.low[under])), int(self.high[under]) + 1)]
        pairs = [(n, d) for n, d in pairs if abs(n / d - share) <= tolerance * 2 and self.low[over] <= n <= self.high[over]]
        if not pairs:
            raise Contradiction(why, told)
        self.narrow(over, min(n for n, _ in pairs), max(n for n, _ in pairs))
        self.narrow(under, min(d for _, d in pairs), max(d for _, d in pairs))


def components(rows, bounds):
    """Rows with what is not settled in them, in parts that share none of it."""
    parent = {}

    def root(u):
        while parent[u] != u:
            parent[u] = parent[parent[u]]
            u = parent[u]
        return u

    live = []
    for row in rows:
        free = [u for u in row.terms if bounds.low[u] < bounds.high[u]]
        if free:
            live.append((row, free))
            for u in free:
                parent.setdefault(u, u)
                parent[root(u)] = root(free[0])
    parts = {}
    for row, free in live:
        parts.setdefault(root(free[0]), []).append((row, free))
    return list(parts.values())


class Part:
    """One part as a linear programme, solved again and again from where it stands."""

    def __init__(self, rows, bounds):
        self.unknowns = sorted({u for _, free in rows for u in free})
        self.place = {u: i for i, u in enumerate(self.unknowns)}
        self.low = {u: bounds.low[u] for u in self.unknowns}
        self.high = {u: bounds.high[u] for u in self.unknowns}
        self.solver = highspy.Highs()
        self.solver.setOptionValue("log_to_console", False)
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        # Only costs change between two solves: the last solution stays feasible, and the primal simplex goes on from it.
        self.solver.setOptionValue("presolve", "off")
        self.solver.setOptionValue("simplex_strategy", 4)
        self.solver.passModel(self.model(rows, bounds))
        self.cost = None

    def model(self, rows, bounds):
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.unknowns), len(rows)
        model.col_cost_ = numpy.zeros(len(self.unknowns))
        model.col_lower_ = numpy.array([bounds.low[u] for u in self.unknowns], dtype=float)
        model.col_upper_ = numpy.array([min(bounds.high[u], MOST) for u in self.unknowns], dtype=float)
        starts, index, values, low, high = [0], [], [], [], []
        for row, free in rows:
            settled = sum(c * bounds.low[u] for u, c in row.terms.items() if u not in self.place)
            index += [self.place[u] for u in free]
            values += [row.terms[u] for u in free]
            starts.append(len(index))
            low.append(row.low - settled)
            high.append(row.high - settled)
        model.row_lower_, model.row_upper_ = numpy.array(low, dtype=float), numpy.array(high, dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = numpy.array(starts)
        model.a_matrix_.index_ = numpy.array(index)
        model.a_matrix_.value_ = numpy.array(values, dtype=float)
        return model

    def solve(self, costs, seen):
        """The least of a cost; every solution is a witness of what each unknown can be."""
        if self.cost:
            for place in self.cost:
                self.solver.changeColCost(place, 0.0)
        self.cost = [self.place[u] for u in costs]
        for u, c in costs.items():
            self.solver.changeColCost(self.place[u], float(c))
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Contradiction("a part has no solution")
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        for u, x in zip(self.unknowns, self.solver.getSolution().col_value):
            low, high = seen.get(u, (INFINITY, -INFINITY))
            seen[u] = (min(low, x), max(high, x))
        return self.solver.getInfo().objective_function_value


def spread(seen, bounds, unknown):
    """How many whole numbers lie between the witnesses that the bounds still allow, less one."""
    if unknown not in seen:
        return -1
    low, high = seen[unknown]
    return min(rounded_down(high), bounds.high[unknown]) - max(rounded_up(low), bounds.low[unknown])


def solve_part(part, wanted, bounds, seen):
    """Narrows the bounds of each wanted unknown to its exact ones, unless witnesses show that it is `enough` wide."""
    moved = False
    roots = [u for u in wanted if u in part.place]
    for sign in (1, -1):
        if roots:
            part.solve({u: sign for u in roots}, seen)
    for u in roots:
        if spread(seen, bounds, u) >= wanted[u]:
            continue
        for sign in (1, -1):
            found = part.solve({u: sign}, seen)
            if found is None:
                continue
            low, high = (found, INFINITY) if sign > 0 else (-INFINITY, -found if -found < MOST - 1 else INFINITY)
            before = (bounds.low[u], bounds.high[u])
            bounds.narrow(u, low, high)
            moved = moved or before != (bounds.low[u], bounds.high[u])
            if spread(seen, bounds, u) >= wanted[u]:
                break
    return moved


def intervals(system, rows, marks, wanted):
    """{unknown: (least, most)} for each wanted one; {unknown: enough} says how wide is wide enough to stop. `marks`: {unknown: (low,
    high, gap)} from who knows them."""
    bounds = Bounds(system, rows, {u: gap for u, (_, _, gap) in marks.items() if gap})
    for u, (low, high, _) in marks.items():
        bounds.narrow(u, low, high)
    bounds.propagate()
    seen = {}
    for _ in range(6):
        moved = False
        for held in components(rows, bounds):
            inside = {u for _, free in held for u in free}
            targets = {u: enough for u, enough in wanted.items() if u in inside and spread(seen, bounds, u) < enough}
            if targets:
                moved |= solve_part(Part(held, bounds), targets, bounds, seen)
        bounds.propagate()
        if not moved:
            break
    return {u: (bounds.low[u], bounds.high[u]) for u in wanted}, bounds


def false_rows(system, rows):
    """Which guesses must go so that the rest can hold: the least bending of guesses, by one programme over all."""
    bent = [place for place, row in enumerate(rows)]
    count = len(system.names)
    model, columns = highspy.Highs(), []
    model.setOptionValue("log_to_console", False)
    model.setOptionValue("output_flag", False)
    for _ in range(count):
        model.addVar(0, highspy.kHighsInf)
    for place, row in enumerate(rows):
        price = 1.0 if row.is_guess else 1000.0
        index, values = list(row.terms), list(row.terms.values())
        for sign, needed in ((1, not math.isinf(row.low)), (-1, not math.isinf(row.high))):
            if needed and row.terms:
                model.addVar(0, highspy.kHighsInf)
                model.changeColCost(count + len(columns), price)
                index.append(count + len(columns))
                values.append(float(sign))
                columns.append(place)
        model.addRow(row.low, row.high, len(index), numpy.array(index), numpy.array(values, dtype=float))
    model.run()
    solution = model.getSolution().col_value
    return sorted({bent[place] for at, place in enumerate(columns) if solution[count + at] > SLACK})
