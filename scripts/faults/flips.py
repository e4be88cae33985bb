"""Something that bilan keeps is not what it was: a bit of a file, a value of the ledger.

The place has two published months, a sending, a closing that was taken back, and a correction to come. Each time something else
is damaged, and then the correction is run, `verify` asked and `doctor` asked, each on a copy. Either nothing is published and
somebody says so, or what is published is what it would have been. `refused`: the run said it; `absorbed`: it published the right
bytes and verify or doctor says it; `unseen`: the right bytes, and nobody says it.
"""
import concurrent.futures
import random
import re
import shutil
import sqlite3

from faults.judge import ENGLISH, PATH, State, crash, keep, unhelpful
from faults.world import Prepared, copy, mend

TABLES = ["figure", "finding", "input", "edition", "definition", "archive", "reading", "delivery", "closing", "sending", "run",
          "programme"]
FILES = {"ledger": ["reports/.bilan/ledger.sqlite"], "archive": ["reports/.bilan/archive/**/*"], "key": [".bilan-key"],
         "edition": ["reports/editions/**/*"], "copy": ["reports/.bilan/archive/editions/*"],
         "other": ["reports/index.html", "reports/.bilan/index.mark", "reports/.bilan/lock"]}
FAULTS = [f"bit {f}" for f in FILES] + [f"cell {t}" for t in TABLES]


def lived_in(world, place):
    world.must(place, "run", "--from", "2022-04", "--to", "2022-05")
    world.must(place, "sent", "2022-05", "region", "--on", "2022-06-16")
    world.must(place, "close", "2022-05")
    world.must(place, "reopen", "2022-05", "--reason", "Correction attendue")
    mend(place)
    return ["run", "2022-05"]


def flipped(place, where, draw):
    """One bit of one file, the file named."""
    files = sorted(p for pattern in FILES[where] for p in place.glob(pattern) if p.is_file() and not p.is_symlink() and p.stat().st_size)
    path = draw.choice(files)
    data = bytearray(path.read_bytes())
    at, bit = draw.randrange(len(data)), draw.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"{path.relative_to(place)} byte {at} bit {bit}"


def edited(place, table, draw):
    """One value of one row, with what another row has there, or a little off; nothing of it is shown: it may be personal."""
    connection = sqlite3.connect(place / "reports/.bilan/ledger.sqlite")
    try:
        columns = [c[1] for c in connection.execute(f'PRAGMA table_info("{table}")')]
        keys = [c[1] for c in connection.execute(f'PRAGMA table_info("{table}")') if c[5]]
        rows = list(connection.execute(f'SELECT {", ".join(keys)} FROM "{table}"'))
        for _ in range(100):
            column, row = draw.choice(columns), draw.choice(rows)
            where = " AND ".join(f'"{k}" IS ?' for k in keys)
            (old,), = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE {where}', row)
            others = [v for v, in connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}"') if v != old]
            new = another(old, others, draw)
            try:
                connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', (new, *row))
                connection.commit()
                return f"{table}.{column} of row {' '.join(map(str, row))}"
            except sqlite3.Error:
                connection.rollback()  # the schema refuses it: another
    finally:
        connection.close()
    return "nothing that the schema allows"


def another(old, others, draw):
    kind = draw.randrange(3)
    if kind == 0 and others:
        return draw.choice(others)
    if isinstance(old, int):
        return old + draw.choice([-1, 1])
    if kind == 1 or not old:
        return None if old is not None else "1"
    at = draw.randrange(len(old))
    return old[:at] + chr(ord(old[at]) ^ 1) + old[at + 1:]


class Round:
    def __init__(self, prepared, fault, number, options):
        self.prepared, self.world, self.options = prepared, prepared.world, options
        self.fault, self.number = fault, number
        self.draw = random.Random(f"{options.seed} {fault} {number}")

    def verdict(self):
        """The result, what was damaged, and why it is one."""
        place = self.prepared.place()
        try:
            kind, where = self.fault.split(" ")
            damaged = (flipped if kind == "bit" else edited)(place, where, self.draw)
            before = State(place)
            asked = copy(place, place.parent / "asked")
            outcome = self.world.run(place, *self.prepared.command)
            answers = {c: self.world.run(asked, c) for c in ("verify", "doctor")}
            result, why = self.judged(place, before, outcome, answers)
            if result == "violation":
                keep(asked, self.options.keep)
            return result, damaged, why
        finally:
            shutil.rmtree(place.parent, ignore_errors=True)

    def judged(self, place, before, outcome, answers):
        for command, answer in [("run", outcome), *answers.items()]:
            if answer.code > 128:
                return "violation", f"{command} crashes ({answer.code}): {crash(answer.err)}"
        told = [c for c, a in answers.items() if a.code != 0]
        state, new = State(place), self.prepared.new
        if outcome.code != 0:
            mine, theirs = state.visible(), before.visible()
            moved = sorted(k for k in mine.keys() | theirs.keys() if mine.get(k) != theirs.get(k))
            # What was published before the ledger gave up is right, and said.
            is_told = "Publié avant cela" in outcome.err and not published_otherwise(state, before, new)
            if (moved or state.link != before.link) and not is_told:
                return "violation", f"exit {outcome.code}, but something was published or taken away: {moved[:3]} {state.link}"
            if wrong := self.vain(place, outcome):
                return "violation", wrong
            if wrong := unhelpful(outcome, ""):
                return "words", f"{wrong} — {outcome.err.strip()[-300:]!r}"
            return "refused", ""
        if wrong := published_otherwise(state, before, new):
            seen = " and ".join(told) or "nobody"
            return "violation", f"the run says 0 and publishes something else: {wrong} ({seen} would have said it)"
        for command, answer in answers.items():
            if answer.code and (found := ENGLISH.search(PATH.sub("", answer.err))):
                return "words", f"{command}: it speaks English or of its inside: {found[0]!r} — {answer.err.strip()[-300:]!r}"
        return ("absorbed" if told else "unseen"), ""


    def vain(self, place, outcome):
        """Where the remedy is to make the ledger again: what is wrong after that was done. It may name another remedy."""
        if "doctor --rebuild" not in outcome.err:
            return ""
        rebuilt = self.world.run(place, "doctor", "--rebuild")
        if rebuilt.code > 128:
            return f"doctor --rebuild crashes ({rebuilt.code}): {crash(rebuilt.err)}"
        again = self.world.run(place, *self.prepared.command)
        said = again.err + self.world.run(place, "verify").out
        if "doctor --rebuild" in said:
            return f"doctor --rebuild ends with {rebuilt.code} and is the remedy for ever: {again.err.strip()[:200]!r}"
        state, new = State(place), self.prepared.new
        # A sending that the old ledger no longer told is in no page either, and somebody was told.
        shown = readers if "perdu" in rebuilt.out + rebuilt.err else State.visible
        if again.code == 0 and (state.link != new.link or shown(state) != shown(new)):
            return f"after doctor --rebuild the run says 0, and publishes otherwise: {state.differs(new)}"
        # Of a closing that cannot be read the month stays as it was before it, and that was said too: 65 names the way on.
        if rebuilt.code == 0 and again.code not in ((0, 65) if "perdu" in rebuilt.out + rebuilt.err else (0,)):
            return f"doctor --rebuild says 0, and the next run {again.code}: {again.err.strip()[:200]!r}"
        return ""


def readers(state):
    """What goes out of the house."""
    return {k: v for k, v in state.visible().items() if re.search(r"/(financeurs|retours)/", k)}


def published_otherwise(state, before, new):
    """What the run has published, against a run on sound files; what stood there before is not its doing."""
    if state.link == before.link:
        return f"nothing, where {new.link} was due"
    if state.link != new.link:
        return f"the link shows {state.link}"
    mine, right = state.visible(), new.visible()
    moved = sorted(k for k in mine.keys() | right.keys() if mine.get(k) != right.get(k) and mine.get(k) != before.visible().get(k))
    return f"{', '.join(moved[:4])}" if moved else ""


def sweep(world, options, table):
    if not options.faults:
        return
    prepared = Prepared(world, "lived_in", lived_in)
    each = max(1, options.rounds // len(FAULTS))
    numbers = [options.at] if options.at else range(1, each + 1)
    rounds = [Round(prepared, f, n, options) for f in options.faults for n in numbers]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for r, (result, damaged, why) in zip(rounds, pool.map(Round.verdict, rounds)):
            table.add("correction", r.fault, result, why, damaged,
                      f"--kind flips --fault '{r.fault}' --seed {options.seed} --at {r.number}")
