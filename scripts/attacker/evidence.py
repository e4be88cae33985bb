"""What was seen, put into the system: values, movements, counts of rows and of answers; and which unknowns are hidden, with their marks."""
import dataclasses
import itertools
import math

from equations import Equations, is_within, within
from reading.catalogue import KNOWN, after, kind_of
from reading.deliveries import Deliveries
from reading.pages import seen
from reading.sheets import Sheets, Sighting, alternative
from reading.words import plain
from solving.system import System

HALF = 0.6e-6            # a printed number has at most 6 decimals


#: A guess: nothing says so, and most of what a correction does not touch is so.
UNREVISED = "said to be unrevised"


@dataclasses.dataclass
class Target:
    """A hidden figure: of a count one part, of a rate its numerator, denominator and what is between them."""
    month: str
    edition: str
    funder: str
    key: tuple
    mark: str
    threshold: int
    is_rate: bool
    parts: dict          # name → unknown


class Evidence:
    def __init__(self, catalogue, editions, is_bold=False):
        self.catalogue, self.editions = catalogue, editions
        self.system = System()
        self.equations = Equations(catalogue, editions, self.system, is_bold)
        self.by_name = {e.name: e for e in itertools.chain(*editions.values())}
        self.sheets, self.deliveries, self.leaks, self.targets = {}, {}, [], {}
        self.read()
        self.equations.build()
        self.link_editions()
        self.figures()
        self.sightings()
        self.movements()
        self.rows_delivered()
        self.answers()
        self.full_time()
        self.pairs_without_row()

    def read(self):
        for edition in self.by_name.values():
            for funder in edition.books:
                self.sheets[(edition.name, funder)] = Sheets(edition, funder, self.catalogue)
                grid = edition.books[funder].sheets.get("Complétude", {})
                self.deliveries[(edition.name, funder)] = found = Deliveries(grid, self.catalogue)
                self.equations.deliveries.setdefault(edition.name, {}).update(found.register)

    # A figure as sums of unknowns -----------------------------------------------------------------------------------

    def terms(self, edition, counted, key, month=None):
        """Sum of quantities as sum of unknowns, in the figure's cell and period."""
        period = self.catalogue.period(key[1], month or self.by_name[edition].month)
        found = {}
        for quantity, coefficient in counted.items():
            narrowed = within(quantity, key[2])
            if narrowed is None:
                continue
            if narrowed[0][0] == "staff":
                period = (period[1], period[1])
            unknown = self.equations.unknown(edition, narrowed, period)
            found[unknown] = found.get(unknown, 0) + coefficient
        return found

    def parts(self, key):
        return self.catalogue.parts(key[0]) if key[0] in self.catalogue.indicators else None

    def link_editions(self):
        """What a later edition shows with the same values is the same; what it hides, or hid before, and says is not revised, is so
        only if that is true: a guess."""
        for held in self.editions.values():
            for before, now in itertools.pairwise(held):
                for key in before.by_key.keys() & now.by_key.keys():
                    pairs = list(zip(before.by_key[key], now.by_key[key]))
                    if not self.parts(key):
                        continue
                    is_told = all(self.told_same(one, other) for one, other in pairs)
                    if is_told or not any(other.is_revised for _, other in pairs):
                        for counted in self.parts(key)[1:]:
                            self.link(self.terms(before.name, counted, key), self.terms(now.name, counted, key), is_told, now.name)

    @staticmethod
    def told_same(one, other):
        return not (one.is_hidden or other.is_hidden) and \
            (one.value, one.numerator, one.denominator) == (other.value, other.numerator, other.denominator)

    def link(self, one, other, is_told, edition):
        if is_told and len(one) == len(other) == 1:
            self.system.same(next(iter(one)), next(iter(other)))
        else:
            terms = {u: one.get(u, 0) - other.get(u, 0) for u in one.keys() | other.keys()}
            self.system.add(terms, 0, 0, f"{edition}: {UNREVISED}", is_guess=not is_told)

    # Values ---------------------------------------------------------------------------------------------------------

    def figures(self):
        for edition in self.by_name.values():
            for key, figures in edition.by_key.items():
                parts = self.parts(key)
                if parts is None:
                    continue
                for figure in figures:
                    self.figure(edition, figure, parts)

    def figure(self, edition, figure, parts):
        why = f"{edition.name}: {figure.funder}.csv prints it"
        if parts[0] == "count":
            terms = self.terms(edition.name, parts[1], figure.key)
            if figure.is_hidden:
                self.hide(edition, figure, {"value": terms})
            elif figure.value is not None:
                self.system.is_known(terms, figure.value, why)
            elif figure.status == "M":
                # Nothing that counts there: of a total, it has no part.
                self.system.is_known(terms, 0, why + " as nd")
            if figure.old is not None:
                self.old(edition, figure, parts)
            return
        over, under = (self.terms(edition.name, counted, figure.key) for counted in parts[1:])
        if figure.is_hidden:
            between = {u: under.get(u, 0) - over.get(u, 0) for u in over.keys() | under.keys()}
            self.hide(edition, figure, {"numerator": over, "denominator": under, "difference": between})
        for terms, number in ((over, figure.numerator), (under, figure.denominator)):
            if number is not None:
                self.system.is_known(terms, number, why)

    def old(self, edition, figure, parts):
        held = self.editions[edition.month]
        before = held[held.index(edition) - 1] if held.index(edition) else None
        if before is not None:
            self.system.is_known(self.terms(before.name, parts[1], figure.key), figure.old, f"{edition.name}: ancienne_valeur")

    def hide(self, edition, figure, parts):
        """One target for one hidden figure, however many editions and funders hide it; the last mark counts."""
        unknowns = {name: self.single(terms, f"{edition.name} {name} of {figure.key}") for name, terms in parts.items()}
        identity = (figure.indicator, figure.horizon, figure.cell,
                    tuple(self.system.root(u) for name, u in unknowns.items() if name != "difference"))
        threshold = self.catalogue.threshold(figure.indicator)
        if identity not in self.targets:
            self.targets[identity] = Target(edition.month, edition.name, figure.funder, figure.key, figure.mark, threshold,
                                            len(parts) > 1, unknowns)
        elif figure.mark == "C":
            self.targets[identity].mark = "C"

    def single(self, terms, name):
        terms = {u: c for u, c in terms.items() if c}
        if len(terms) == 1 and next(iter(terms.values())) == 1:
            return next(iter(terms))
        unknown = self.system.unknown((name,))
        self.system.add({**terms, unknown: -1}, 0, 0, name)
        return unknown

    # Seen elsewhere -------------------------------------------------------------------------------------------------

    def elsewhere(self):
        for (name, funder), sheets in self.sheets.items():
            edition = self.by_name[name]
            yield from sheets.sightings
            for text in edition.books[funder].texts:
                for key, number in alternative(text, sheets):
                    yield Sighting(name, funder, edition.month, key, number, f"{funder}.xlsx alternative text")
            for key, number in seen(edition.pages.get(funder, "")):
                yield Sighting(name, funder, edition.month, key, number, f"{funder}.html")

    def state(self, sighting):
        """Which state of the data a sighting of a month shows: an edition of that month, or what this one computed anew of it."""
        if sighting.month == self.by_name[sighting.edition].month:
            return sighting.edition
        sheets = self.sheets[(sighting.edition, sighting.funder)]
        if sighting.key in sheets.otherwise.get(sighting.month, ()) or sighting.month not in self.editions:
            return None
        return self.editions[sighting.month][-1 if sheets.edition.serial > 1 else 0].name

    def sightings(self):
        for sighting in self.elsewhere():
            parts, state = self.parts(sighting.key), self.state(sighting)
            if parts is None or sighting.number is None or state is None:
                continue
            printed = self.by_name[state].by_key.get(sighting.key, [])
            if printed and all(f.is_hidden for f in printed):
                self.leaks.append(sighting)
            if parts[0] == "count" and not any(f.value == sighting.number for f in printed):
                self.system.is_known(self.terms(state, parts[1], sighting.key), sighting.number, sighting.where, is_guess=True)
            elif parts[0] == "rate" and not any(f.value is not None for f in printed) and "html" not in sighting.where:
                self.rate(state, sighting.key, parts, sighting.number, sighting.where)

    def rate(self, state, key, parts, percent, why):
        over, under = (self.terms(state, counted, key) for counted in parts[1:])
        self.system.rates.append((over, under, percent / 100, HALF / 100, why))

    def movements(self):
        for sheets in self.sheets.values():
            for movement in sheets.movements:
                parts = self.parts(movement.key)
                then = after(sheets.edition.month, -movement.step)
                if parts is None or movement.number is None or then not in self.editions:
                    continue
                if movement.key in sheets.otherwise.get(then, ()):
                    continue
                state = self.editions[then][-1 if sheets.edition.serial > 1 else 0].name
                if parts[0] == "count":
                    now = self.terms(sheets.edition.name, parts[1], movement.key)
                    old = self.terms(state, parts[1], movement.key, then)
                    terms = {u: now.get(u, 0) - old.get(u, 0) for u in now.keys() | old.keys()}
                    self.system.is_known(terms, movement.number, movement.where, is_guess=True)
                else:
                    self.moved_rate(sheets, movement, state, then, parts)

    def moved_rate(self, sheets, movement, state, then, parts):
        """A rate's movement, of which one end is told: the other is the subtraction."""
        now = [f.value for f in sheets.edition.by_key.get(movement.key, []) if f.value is not None]
        old = [f.value for f in self.by_name[state].by_key.get(movement.key, []) if f.value is not None]
        if now and not old:
            self.rate(state, movement.key, parts, now[0] - movement.number, movement.where)
        elif old and not now:
            self.rate(sheets.edition.name, movement.key, parts, old[0] + movement.number, movement.where)

    # Complétude -----------------------------------------------------------------------------------------------------

    def rows_delivered(self):
        """Rows of the register are paths, of the programme and of before; rows of an etp file hold at most one employee each."""
        for (name, funder), found in self.deliveries.items():
            month = self.by_name[name].month
            whole = {"beneficiaires": (self.catalogue.start, month), "etp": (month, month)}
            for (association, kind), (_, most) in found.rows.items():
                here = frozenset([("association", frozenset([association]))])
                for (quantity, period), unknown in list(self.equations.held[name].items()):
                    if kind_of(quantity[0]) == kind and quantity[1] == here and period == whole[kind]:
                        self.system.add({unknown: 1}, 0, most, f"{name}: Complétude's rows of {association}")

    def answers(self):
        for (name, funder), found in self.deliveries.items():
            sheets = self.sheets[(name, funder)]
            for label, answered, asked, noun, where in found.answered:
                keys = {f.key for f in sheets.figures if plain(f.label) == label and not f.cell}
                if noun in ("personnes", "salariés", "parcours") and len(keys) == 1:
                    self.answer(name, next(iter(keys)), answered, asked, f"{name}: {funder} {where}")

    def full_time(self):
        """Nobody is more than one full-time equivalent, as a rule: 3.3 of them are four employees at least."""
        for edition in self.by_name.values():
            staff = [(quantity, unknown) for (quantity, _), unknown in self.equations.held[edition.name].items() if quantity[0][0] == "staff"]
            for key, figures in edition.by_key.items():
                posts = self.catalogue.posts(key[0]) if key[0] in self.catalogue.indicators and key[1] == "mois" else None
                narrowed = posts and within(posts, key[2])
                told = [f.value for f in figures if f.value]
                for quantity, unknown in staff if narrowed and told else ():
                    if is_within(narrowed, quantity):
                        self.system.add({unknown: 1}, math.ceil(told[0] - HALF), math.inf, f"{edition.name}: {key[0]} of {told[0]:g}", True)

    def answer(self, name, key, answered, asked, why):
        """How many of those who are asked fill the one column that the figure's condition reads."""
        parts = self.parts(key)
        if parts is None or len(parts[1]) != 1:
            return
        (family, where), = parts[1]
        if len(where) != 1:
            return
        (field, _), = where
        # Age needs two columns; an answer to it is none to a column.
        narrowed = (family, frozenset([(field, KNOWN)]))
        whole = (family, frozenset())
        known, everybody = (self.terms(name, {q: 1}, key) for q in (narrowed, whole))
        self.system.is_known(known, answered, why)
        self.system.is_known(everybody, asked, why)
        for quantity in list(self.equations.shapes):
            if quantity[0] == family and len(quantity[1]) == 1 and next(iter(quantity[1]))[0] == field and quantity != narrowed:
                inner = self.terms(name, {quantity: 1}, key)
                self.system.add({**inner, **{u: -c for u, c in known.items()}}, -float("inf"), 0, why)

    def pairs_without_row(self):
        """A pair of members has a row only where somebody contributes."""
        for edition in self.by_name.values():
            groups = {}
            for (indicator, horizon, cell) in edition.by_key:
                if len(cell) == 2:
                    groups.setdefault((indicator, horizon, tuple(d for d, _ in cell)), set()).add(cell)
            for (indicator, horizon, shape), cells in groups.items():
                parts = self.parts((indicator,))
                if parts and parts[0] == "count":
                    self.absent(edition, indicator, horizon, shape, cells, parts)

    def absent(self, edition, indicator, horizon, shape, cells, parts):
        for quantity in parts[1]:
            period = self.catalogue.period(horizon, edition.month)
            for cell in self.equations.cells(quantity, shape, period):
                if cell not in cells:
                    terms = self.terms(edition.name, {quantity: 1}, (indicator, horizon, cell))
                    self.system.is_known(terms, 0, f"{edition.name}: a pair without a row")
