"""The equations of design 6, point 4, over what is published: from the catalogue and the calendar alone, never from the data."""
import itertools

from reading.catalogue import KNOWN, SEXES, after, implies, kind_of, months

UNKNOWN_SEX = frozenset(["inconnu"])
COVERING = {"persons": ("association", "axe", "dispositif"), "staff": ("axe",)}
ADDING = {"paths": ("association", "axe", "dispositif"), "staff": ("association",)}


def within(quantity, cell):
    """The quantity in a cell: its members become conditions. None: the two exclude each other."""
    family, where = quantity
    held = dict(where)
    for dimension, member in cell:
        said, wanted = held.get(dimension), frozenset([member])
        if isinstance(said, frozenset) and not wanted <= said or said == KNOWN and wanted == UNKNOWN_SEX:
            return None
        held[dimension] = wanted
    return (family, frozenset(held.items()))


def is_within(part, whole):
    """Whether whoever is in the one quantity of employees is in the other; what is refused is part of the family."""
    if part[0][0] != whole[0][0]:
        return False
    where, refused = dict(part[1]), dict(part[0][1:])
    for field, values in whole[0][1:]:
        apart = isinstance(where.get(field), frozenset) and not where[field] & frozenset(values)
        if not apart and not frozenset(values) <= frozenset(refused.get(field, ())):
            return False
    return all(implies(where.get(field), said) for field, said in whole[1])


class Equations:
    """Fills a system with every unknown that what is published touches, and with the rows between them."""

    def __init__(self, catalogue, editions, system, is_bold=False):
        self.is_bold = is_bold
        self.catalogue, self.editions, self.system = catalogue, editions, system
        self.last = max(editions)
        self.all_months = months(catalogue.start, self.last)
        self.shapes = self.shapes_published()
        self.seen = self.associations_seen()
        self.held = {}       # edition name → {(quantity, period): unknown}
        self.entered = {}    # edition name → [(conditions, unknown)] of the month's entries
        self.deliveries = {} # edition name → {association: whole, missing, partial}, of the register: from Complétude

    # Which unknowns there are ---------------------------------------------------------------------------------------

    def shapes_published(self):
        """For each quantity the breakdowns in which anybody prints it, at whatever horizon; the total always."""
        shapes = {}
        for edition in itertools.chain(*self.editions.values()):
            for indicator, _, cell in edition.by_key:
                parts = self.catalogue.parts(indicator) if indicator in self.catalogue.indicators else None
                for terms in parts[1:] if parts else ():
                    for quantity in terms:
                        shapes.setdefault(quantity, {()}).add(tuple(d for d, _ in cell))
        paths = {q: s for q, s in shapes.items() if q[0][0] == "paths" and q[0][1] == "date_entree"}
        entered = (("paths", "date_entree", "false"), frozenset())
        if any(q[0][0] == "persons" for q in shapes) and paths:
            shapes.setdefault(entered, {()})
        return shapes

    def associations_seen(self):
        """Who delivers a kind that it does not owe: its row is printed."""
        seen = {"etp": set(), "beneficiaires": set()}
        for edition in itertools.chain(*self.editions.values()):
            for indicator, _, cell in edition.by_key:
                parts = self.catalogue.parts(indicator) if indicator in self.catalogue.indicators else None
                for quantity in parts[1] if parts else ():
                    seen[kind_of(quantity[0])] |= {m for d, m in cell if d == "association"}
        return seen

    def periods(self, family, month):
        horizons = ("mois",) if family[0] == "staff" else ("mois", "annee", "programme")
        return sorted({self.catalogue.period(h, month) for h in horizons})

    def unknown(self, edition, quantity, period):
        key = (quantity, period)
        held = self.held.setdefault(edition, {})
        if key not in held:
            held[key] = self.system.unknown((edition, quantity, period))
        return held[key]

    def find(self, edition, quantity, period):
        return self.held.get(edition, {}).get((quantity, period))

    def build(self):
        for month in self.all_months:
            for edition in self.editions.get(month, []):
                self.declare(edition.name, month)
                self.bind(edition.name)
        for month in self.all_months[1:]:
            self.over_time(month)

    def declare(self, edition, month):
        for quantity, shapes in self.shapes.items():
            for period in self.periods(quantity[0], month):
                for shape in shapes:
                    for cell in self.cells(quantity, shape, period):
                        narrowed = within(quantity, cell)
                        if narrowed:
                            self.unknown(edition, narrowed, period)

    def cells(self, quantity, shape, period):
        kind = kind_of(quantity[0])
        lists = [[(d, m) for m in self.catalogue.members(d, kind, period, self.seen[kind])] for d in shape]
        return itertools.product(*lists)

    # Within one edition ---------------------------------------------------------------------------------------------

    def bind(self, edition):
        groups = {}
        for (quantity, period), unknown in self.held[edition].items():
            groups.setdefault((quantity[0], period), {})[quantity[1]] = unknown
        for (family, period), members in groups.items():
            self.breakdowns(family, period, members, edition)
            self.wholes(family, period, members, edition)
        self.horizons(edition)

    def breakdowns(self, family, period, members, edition):
        """A whole and its parts by one condition: they add up, they cover it, or they only lie within it."""
        sorts = {}
        for where, unknown in members.items():
            for field, said in where:
                sorts.setdefault((where - {(field, said)}, field), {})[said] = unknown
        for (rest, field), parts in sorts.items():
            whole = members.get(rest)
            single = {next(iter(said)): u for said, u in parts.items() if isinstance(said, frozenset) and len(said) == 1}
            if field == "sexe":
                self.by_sex(family, whole, parts, single, edition)
            else:
                self.by_member(family, period, field, whole, single, edition, rest)
            self.by_sets(family, field, parts, edition, rest)

    def by_sex(self, family, whole, parts, single, edition):
        sexes = [single.get(s) for s in SEXES]
        unknown, known = single.get("inconnu"), parts.get(KNOWN)
        if whole is not None and None not in sexes and unknown is not None:
            self.adds(family, sexes + [unknown], whole, f"{edition}: sexe adds up")
        if known is not None and None not in sexes:
            self.adds(family, sexes, known, f"{edition}: known sexes add up")
        if known is not None and unknown is not None and whole is not None:
            self.system.equal([known, unknown], [whole], f"{edition}: known and unknown sexe")
        if unknown is not None and whole is not None:
            self.system.at_most([unknown], [whole], f"{edition}: unknown sexe within the whole")

    def adds(self, family, parts, whole, why):
        """Sexes add up but for somebody whose rows disagree, who counts in each: sure is only that they cover."""
        self.system.at_most([whole], parts, why)
        self.system.equal(parts, [whole], why, is_guess=family[0] != "paths")

    def by_member(self, family, period, field, whole, single, edition, rest):
        kind = kind_of(family)
        dimensions = ("association", "axe", "dispositif", "commune")
        if whole is None or field not in dimensions:
            return
        wanted = self.catalogue.members(field, kind, period, self.seen[kind])
        if not all(m in single for m in wanted):
            return
        parts, name = list(single.values()), family[0]
        # Whose rows have no scheme stands in none; a residence may be blank, a place of work never is.
        whole_is_covered = field in COVERING.get(name, ()) or (name, field) == ("staff", "commune")
        if field in ADDING.get(name, ()):
            self.system.equal(parts, [whole], f"{edition}: {field} adds up")
        elif whole_is_covered:
            self.system.at_most([whole], parts, f"{edition}: {field} covers")
        elif field == "commune" and name == "persons":
            self.system.at_most([whole], parts, f"{edition}: commune covers, nobody's is blank", is_guess=True)
        elif field == "commune" and name == "paths":
            self.system.at_most(parts, [whole], f"{edition}: commune within the whole")
            self.system.equal(parts, [whole], f"{edition}: commune adds up, nobody's is blank", is_guess=True)

    def by_sets(self, family, field, parts, edition, rest):
        """Sets of values that are made of other sets: kinds of exit."""
        sets = {said: u for said, u in parts.items() if isinstance(said, frozenset) and said != UNKNOWN_SEX}
        for said, whole in sets.items():
            inner = [other for other in sets if other < said]
            for count in range(2, min(len(inner), 4) + 1):
                for chosen in itertools.combinations(inner, count):
                    if sum(map(len, chosen)) == len(said) and frozenset().union(*chosen) == said:
                        unknowns = [sets[other] for other in chosen]
                        if family[0] == "paths":
                            self.system.equal(unknowns, [whole], f"{edition}: kinds of {field} add up")
                        else:
                            self.system.at_most([whole], unknowns, f"{edition}: kinds of {field} cover")

    def wholes(self, family, period, members, edition):
        """A part is at most its whole: the two differ in one condition. Disjoint parts of paths lie in it together."""
        by_rest = {}
        for where, unknown in members.items():
            conditions = dict(where)
            for field in list(conditions):
                rest = where - {(field, conditions[field])}
                by_rest.setdefault((rest, field), []).append((conditions[field], unknown))
        for (rest, field), held in by_rest.items():
            inner = list(held) + ([(None, members[rest])] if rest in members else [])
            for (narrow, one), (wide, other) in itertools.permutations(inner, 2):
                # Nobody without a sexe in one cell need be without one in a wider one.
                is_unsure = ("sexe", UNKNOWN_SEX) in rest
                if narrow != wide and implies(narrow, wide) and not is_unsure:
                    self.system.at_most([one], [other], f"{edition}: a part of a whole ({field})")
            if field == "mois_chomage" and rest in members:
                self.ranges(held, members[rest], family, edition)
            if family[0] == "paths" and rest in members and field == "sortie":
                single = [u for said, u in held if isinstance(said, frozenset) and len(said) == 1]
                self.system.at_most(single, [members[rest]], f"{edition}: kinds of {field} within all")

    def ranges(self, held, whole, family, edition):
        """Ranges that do not overlap exclude each other on a path, not for a person who has two."""
        apart = [u for said, u in held if isinstance(said, tuple)]
        if family[0] == "persons" and len(apart) > 1:
            self.system.at_most(apart, [whole], f"{edition}: ranges apart, each person once", is_guess=True)

    def horizons(self, edition):
        """A longer period that ends with a shorter one holds it."""
        periods = {}
        for (quantity, period), unknown in self.held[edition].items():
            if ("sexe", UNKNOWN_SEX) not in quantity[1]:
                periods.setdefault(quantity, []).append((period, unknown))
        for quantity, held in periods.items():
            if quantity[0][0] == "staff":
                continue
            held.sort(reverse=True)
            for ((_, short), (_, long)) in itertools.pairwise(held):
                self.system.at_most([short], [long], f"{edition}: a period within a longer one")

    # Over months ----------------------------------------------------------------------------------------------------

    def linked(self, month, before):
        """Which editions of two months are of one state of the data, as far as anybody can tell: (later, earlier, is a guess). Second
        editions go with second ones; who is bold takes any for it."""
        later, earlier = self.editions.get(month, []), self.editions.get(before, [])
        pairs = {(i, i) for i in range(min(len(later), len(earlier)))}
        if self.is_bold and later and earlier:
            pairs |= {(i, min(i, len(earlier) - 1)) for i in range(len(later))} | {(len(later) - 1, len(earlier) - 1)}
        return [(later[i].name, earlier[j].name, len(later) > 1 or len(earlier) > 1) for i, j in sorted(pairs)]

    def over_time(self, month):
        before = after(month, -1)
        for later, earlier, is_guess in self.linked(month, before):
            for (quantity, period), unknown in list(self.held[later].items()):
                if quantity[0][0] == "staff" or period[0] > before or ("sexe", UNKNOWN_SEX) in quantity[1]:
                    continue
                old = self.find(earlier, quantity, (period[0], before))
                new = self.find(later, quantity, (month, month))
                if old is not None and new is not None and self.is_steady(quantity, later, earlier):
                    self.step(later, quantity, month, unknown, old, new, is_guess)
            self.stays(later, earlier, month, before, is_guess)
        if month[5:] != "01":
            self.years(month)

    def years(self, month):
        """Since the start is up to last December, and this year's: paths add up, of persons it is the most."""
        december, january = f"{int(month[:4]) - 1}-12", month[:4] + "-01"
        for later, earlier, is_guess in self.linked(month, december):
            for (quantity, period), unknown in list(self.held[later].items()):
                old = self.find(earlier, quantity, (period[0], december)) if period[0] <= december else None
                new = self.find(later, quantity, (january, month))
                if old is None or new is None or ("sexe", UNKNOWN_SEX) in quantity[1] or not self.is_steady(quantity, later, earlier):
                    continue
                why = f"{later}: {quantity[0][0]} up to December, and since"
                if quantity[0][0] == "paths":
                    self.system.equal([old, new], [unknown], why, is_guess)
                else:
                    self.system.at_most([unknown], [old, new], why, is_guess)

    def step(self, later, quantity, month, now, old, new, is_guess):
        why = f"{later}: {quantity[0][0]} up to the month before, and the month's"
        if quantity[0][0] == "paths":
            return self.system.equal([old, new], [now], why, is_guess)
        self.system.at_most([old], [now], why, is_guess)
        self.system.at_most([now], [old, new], why, is_guess)
        for entered in self.entries(later, quantity, month) if not self.joins(quantity, month) else ():
            self.system.at_most([now], [old, entered], why + " (entries)", is_guess)

    def stays(self, later, earlier, month, before, is_guess):
        """Who is there in a month was there the month before, or entered."""
        for (quantity, period), unknown in list(self.held[later].items()):
            if quantity[0][0] == "persons" and period == (month, month) and ("sexe", UNKNOWN_SEX) not in quantity[1]:
                old = self.find(earlier, quantity, (before, before))
                if old is not None and self.is_steady(quantity, later, earlier) and not self.joins(quantity, month):
                    for entered in self.entries(later, quantity, month):
                        self.system.at_most([unknown], [old, entered], f"{later}: there before, or entered", is_guess)

    def joins(self, quantity, month):
        """Whether an association becomes a member: its persons appear without an entry."""
        who = dict(quantity[1]).get("association")
        return any(a.get("member_from") == month for id, a in self.catalogue.associations.items() if who is None or id in who)

    def entries(self, edition, quantity, month):
        """The month's entries with weaker conditions than the quantity's: the narrowest that are there."""
        conditions = dict(quantity[1])
        if edition not in self.entered:
            self.entered[edition] = [(other[1], unknown) for (other, period), unknown in self.held[edition].items()
                                     if other[0][:2] == ("paths", "date_entree") and period == (month, month)]
        found = [(len(where), unknown) for where, unknown in self.entered[edition]
                 if all(implies(conditions.get(field), said) for field, said in where)]
        most = max((count for count, _ in found), default=0)
        return [unknown for count, unknown in found if count == most]

    def is_steady(self, quantity, later, earlier):
        """Whether both editions count the same files: the register of the month before was whole, and none of the month's rows refused."""
        who = dict(quantity[1]).get("association")
        return self.is_whole(earlier, who, may_miss=False) and self.is_whole(later, who, may_miss=True)

    def is_whole(self, name, who, may_miss):
        state = self.deliveries.get(name, {})
        asked = who or state.keys()
        return all(state.get(a, "whole") == "whole" or (may_miss and state.get(a) == "missing") for a in asked)
