"""Which published numbers give a hidden count away: the rows on which its least and its largest value rest (the duals of one linear
programme over everything). For whoever mends what hides them."""
import math

import highspy
import numpy


class Reasons:
    """One programme over all rows, asked for one unknown after the other."""

    def __init__(self, attack, attacker):
        self.system, self.rows = attack.system, attack.rows
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.roots = sorted({u for row in self.rows for u in row.terms})
        self.place = {u: i for i, u in enumerate(self.roots)}
        self.marked = self.marks(attack) if attacker == 2 else {}
        for u in self.roots:
            low, high = self.marked.get(u, (0, highspy.kHighsInf))
            self.solver.addVar(low, high)
        for row in self.rows:
            index = [self.place[u] for u in row.terms]
            values = numpy.array(list(row.terms.values()), dtype=float)
            low, high = (-highspy.kHighsInf if math.isinf(row.low) else row.low), (highspy.kHighsInf if math.isinf(row.high) else row.high)
            self.solver.addRow(low, high, len(index), numpy.array(index), values)
        self.asked = None

    @staticmethod
    def marks(attack):
        found = {}
        for target in attack.targets:
            if target.mark == "C" and not target.is_rate:
                found[attack.system.root(target.parts["value"])] = (1, target.threshold - 1)
        return found

    def of(self, disclosure):
        """Lines for the lower and the upper bound."""
        part = disclosure.part.split(" ")[0]
        root = self.system.root(disclosure.target.parts[part])
        if root not in self.place:
            return []
        lines = []
        for sign, name in ((1, "at least"), (-1, "at most")):
            if self.asked is not None:
                self.solver.changeColCost(self.asked, 0.0)
            self.asked = self.place[root]
            self.solver.changeColCost(self.asked, float(sign))
            self.solver.run()
            if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                lines.append(f"{name}: no bound in fractions")
                continue
            solution = self.solver.getSolution()
            lines.append(f"{name} {sign * self.solver.getInfo().objective_function_value:g}, by")
            duals = list(zip(solution.row_dual, self.rows))
            lines += sorted({"  " + self.told(row) for dual, row in duals if abs(dual) > 1e-7})
            lines += sorted({f"  the mark C of {self.name(u)}" for u, dual in zip(self.roots, solution.col_dual)
                             if abs(dual) > 1e-7 and u in self.marked})
        return lines

    def told(self, row):
        sums = " ".join(f"{c:+g} {self.name(u)}" for u, c in row.terms.items())
        right = f"= {row.low:g}" if row.low == row.high else f"<= {row.high:g}" if math.isinf(row.low) else f">= {row.low:g}"
        return f"{sums} {right}   ({row.why}{', a guess' if row.is_guess else ''})"

    def name(self, unknown):
        name = self.system.names[unknown]
        if len(name) != 3:
            return str(name[0])
        edition, (family, where), period = name
        said = " ".join(f"{f}={'|'.join(sorted(v)) if isinstance(v, frozenset) else v}" for f, v in sorted(where, key=lambda x: x[0]))
        span = period[1] if period[0] == period[1] else f"{period[0]}..{period[1]}"
        return f"[{edition} {'/'.join(map(str, family))} {span}{' ' + said if said else ''}]"


def reasons(attack, disclosures, most=20):
    """Of the first of them, each figure once."""
    lines, held, seen = [], {}, set()
    for disclosure in disclosures:
        identity = (id(disclosure.target), disclosure.part)
        if identity in seen or len(seen) >= most:
            continue
        seen.add(identity)
        attacker = disclosure.attacker
        held[attacker] = held.get(attacker) or Reasons(attack, attacker)
        lines += [str(disclosure)] + ["  " + line for line in held[attacker].of(disclosure)]
    return lines
