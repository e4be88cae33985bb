"""What must be true after a fault: nothing false, nothing lost, and words that help.

A fault is *absorbed* where the command says 0 and all is as without it, *refused* where it does not and the next run, with no
manual step, ends where a fault-free one does. Everything else is a violation. *Words*: refused, but what it says does not help.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3

from faults.world import MONTH, ledger_rows

CODES = {1, 64, 65, 66, 73, 74, 75, 77, 78}
ENGLISH = re.compile(r"\berror\b|Fatal|SQLite|Swift\.|No such|Permission denied|\bdisk\b|\bfailed\b|Optional\(|stack trace|"
                     r"no element found|well-formed|unclosed|\berrno\b|unspecified", re.I)
# Words of ours, and words that no French sentence goes without.
# A call failed once: nothing is lost, and nobody shall reach for a backup, or change rights that were right.
BLAMES = re.compile(r"(registre|clé)[^.]* (est abîmé|a disparu)|depuis une sauvegarde|doctor --rebuild")
RIGHTS = re.compile(r"accès refusé|le propriétaire")
PATH = re.compile(r"[\w.~-]*/[\w./-]+|\.bilan-key|\binputs\b|\breports\b")
FRENCH = re.compile(r"\b(le|la|les|une?|du|des|est|pas|puis|sur|dans)\b|[éèêàç]", re.I)


def tree(folder):
    """Every file below, by its hash; links by where they point."""
    folder = pathlib.Path(folder)
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = "-> " + os.readlink(path)
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif path.is_dir():
            found[name] = "folder"
    return found


class State:
    """What somebody can see of a place, and what its ledger says."""

    def __init__(self, place):
        reports = pathlib.Path(place) / "reports"
        self.place = pathlib.Path(place)
        self.editions = tree(reports / "editions") if reports.exists() else {}
        self.link = os.readlink(reports / MONTH) if os.path.islink(reports / MONTH) else None
        index = reports / "index.html"
        self.index = shown_index(index.read_text(errors="replace")) if index.exists() else None
        ledger = reports / ".bilan/ledger.sqlite"
        self.hot = os.path.exists(f"{ledger}-journal") or os.path.exists(f"{ledger}-wal")
        try:
            self.ledger = ledger_rows(ledger) if ledger.exists() else None
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self.ledger = f"unreadable: {error}"
        self.archive = {k: v for k, v in tree(reports / ".bilan/archive").items() if not k.startswith(".")}
        self.copies = copies(reports / ".bilan/archive/editions")
        self.key = (self.place / ".bilan-key").exists()

    def visible(self):
        """Editions as readers see them; what begins with a dot they do not see."""
        return {k: v for k, v in self.editions.items() if not k.startswith(".")}

    def differs(self, other, archive=True):
        """In what it is not the other; empty: the same."""
        found = []
        if self.visible() != other.visible():
            moved = sorted(k for k in self.visible().keys() | other.visible().keys()
                           if self.visible().get(k) != other.visible().get(k))
            found.append(f"editions ({', '.join(moved[:3])}{' …' if len(moved) > 3 else ''})")
        if self.link != other.link:
            found.append(f"link ({self.link}, not {other.link})")
        if self.ledger != other.ledger:
            found.append("ledger" + ledger_difference(self.ledger, other.ledger))
        if self.index != other.index:
            found.append("index.html")
        if self.copies != other.copies:
            moved = sorted(k for k in self.copies.keys() | other.copies.keys() if self.copies.get(k) != other.copies.get(k))
            found.append(f"what the ledger is made again from ({', '.join(moved)})")
        if archive and set(self.archive) != set(other.archive):
            found.append(f"archive ({', '.join(sorted(set(self.archive) ^ set(other.archive))[:2])})")
        return "; ".join(found)


def copies(folder):
    """What each edition leaves for a ledger that is made again: times, and what the key makes of it, aside."""
    found = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        body, _, end = path.read_bytes().rpartition(b"# sha256 ")
        steady = re.sub(rb"\b[0-9a-f]{16}(?:[0-9a-f]{48})?\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"", body)
        whole = end.strip().decode(errors="replace") == hashlib.sha256(body).hexdigest()
        found[path.name] = hashlib.sha256(steady).hexdigest() if whole else "not whole"
    return {k: v for k, v in found.items() if not k.startswith(".")}


def ledger_difference(one, other):
    if not isinstance(one, dict) or not isinstance(other, dict):
        return f" ({one if isinstance(one, str) else 'present' if one else 'absent'})"
    tables = [t for t in sorted(one.keys() | other.keys()) if one.get(t) != other.get(t)]
    return " (" + ", ".join(f"{t}: {len(one.get(t, []))} rows, not {len(other.get(t, []))}" for t in tables) + ")"


def shown_index(text):
    """The list of months without the hour at which it was made."""
    return hashlib.sha256(re.sub(r"\d\d/\d\d/\d{4}|\d\d:\d\d|20[3-9]\d|202[6-9]-\d\d(-\d\d)?", "", text).encode()).hexdigest()


def not_whole(place):
    """What is wrong with the edition that the month's link shows; empty: it is whole, or there is none."""
    shown = pathlib.Path(place) / "reports" / MONTH
    if not os.path.islink(shown):
        return f"{shown} is no link" if shown.exists() else ""
    if not shown.exists():
        return f"the month's link points to {os.readlink(shown)}, which is not there"
    manifest = shown / "manifest.json"
    if not manifest.exists():
        return "the edition shown has no manifest"
    try:
        expected = {f["path"]: f["sha256"] for f in json.loads(manifest.read_text())["files"]}
    except (ValueError, KeyError) as error:
        return f"the manifest shown cannot be read: {error}"
    found = {k: v for k, v in tree(shown.resolve()).items() if v != "folder" and k != "manifest.json"}
    return "" if found == expected else "the edition shown is not the files of its manifest"


def shown_wrongly(state, old, new):
    """Nothing but the old edition or the new one is shown, each with its own bytes."""
    if fault := not_whole(state.place):
        return fault
    if state.link not in (old.link, new.link):
        return f"the month's link shows {state.link}"
    if state.link:
        name = state.link.split("/")[-1]
        mine = {k: v for k, v in state.editions.items() if k.split("/")[0] == name}
        theirs = {k: v for k, v in (new if state.link == new.link else old).editions.items() if k.split("/")[0] == name}
        if mine != theirs:
            return f"{name} has other bytes than a fault-free run gives"
    return ""


def unhelpful(outcome, fault):
    """What is wrong with the words of a refusal. fault: the error that a call gave; empty: it was none."""
    said = outcome.err.strip() or outcome.out.strip()
    if not said:
        return "it says nothing"
    if (lines := said.count("\n") + 1) > 20:
        return f"it says {lines} lines"
    if found := ENGLISH.search(PATH.sub("", said)):
        return f"it speaks English or of its inside: {found[0]!r}"
    if not FRENCH.search(said):
        return "it is not French"
    if outcome.code not in CODES and outcome.code <= 128:
        return f"exit code {outcome.code}"
    if len(re.split(r"(?<=[.;!]) +|\n", said)) < 2:
        return "it gives no remedy"
    if fault and not PATH.search(said):
        return "it names no path"
    if fault and BLAMES.search(said):
        return "it calls damaged or gone what could not be read once"
    if fault and fault not in ("EACCES", "EROFS") and RIGHTS.search(said):
        return f"it speaks of rights where there was {fault}"
    return ""


def crash(said):
    """The line of a crash that says where, if one does."""
    lines = [line.strip() for line in said.split("\n")]
    told = [line for line in lines if re.search(r"Fatal error|Crash|💣", line)]
    told += [line for line in lines if re.match(r"\d+ .* in ", line)]
    return " / ".join(told[:5]) or said.strip()[-200:]


class Verdict:
    def __init__(self, result, why=""):
        self.result, self.why = result, why


class Judge:
    """Judges places of one prepared scenario; places that are the same are followed once."""

    def __init__(self, prepared):
        self.prepared, self.world, self.followed = prepared, prepared.world, {}

    def judge(self, place, outcome, fault):
        """The verdict on a place that a fault struck."""
        old, new = self.prepared.old, self.prepared.new
        state = State(place)
        if self.prepared.damaged and self.prepared.damaged not in tree(state.place / "reports/.bilan").values():
            return Verdict("violation", "the damaged ledger is nowhere any more")
        if fault_found := shown_wrongly(state, old, new):
            return Verdict("violation", f"published wrongly: {fault_found}")
        if outcome.code == 0:
            if missing := state.differs(new):
                return Verdict("violation", f"exit 0, but not as without the fault: {missing}")
        elif outcome.code != 137:
            if outcome.code > 128:
                return Verdict("violation", f"ended by signal {outcome.code - 128}: {crash(outcome.err)}")
        if wrong := self.follow(place, state):
            return Verdict("violation", wrong)
        if outcome.code not in (0, 137) and (wrong := unhelpful(outcome, fault)):
            return Verdict("words", f"{wrong} — {outcome.err.strip()[-300:]!r}")
        return Verdict({0: "absorbed", 137: "killed"}.get(outcome.code, "refused"))

    def follow(self, place, state):
        """The next run, and verify: what is wrong with them. As if for the first time, where the place is as it was before one."""
        mark = self.mark(place, state)
        if mark is None or mark not in self.followed:
            wrong = self.next_run(place)
            if mark is None:
                return wrong
            self.followed[mark] = wrong
        return self.followed[mark]

    def mark(self, place, state):
        """Places of the same mark go the same way; None: a journal is to be replayed, nothing is sure."""
        if state.hot or isinstance(state.ledger, str):
            return None
        rest = {k: v for k, v in tree(pathlib.Path(place) / "reports").items() if k not in (".bilan/ledger.sqlite", ".bilan/lock")
                and not k.startswith(".bilan/archive/editions/")}
        return hashlib.sha256(repr((rest, state.copies, state.ledger, state.key, tree(pathlib.Path(place) / "tmp"))).encode()).hexdigest()

    def next_run(self, place):
        """What is wrong with the same command again, and with what it leaves; empty: it is as without a fault."""
        again = self.world.run(place, *self.prepared.command)
        if again.code != 0:
            return f"the next run ends with {again.code}: {again.err.strip()[:300]!r}"
        state = State(place)
        if found := not_whole(place):
            return f"after the next run {found}"
        if found := state.differs(self.prepared.new, archive=False):
            self.world.run(place, "run", MONTH)
            mended = not State(place).differs(self.prepared.new, archive=False)
            return f"the next {self.prepared.command[0]} does not converge{', a run does' if mended else ''}: {found}"
        if litter := [k for k in state.editions if k.startswith(".") and "/" not in k]:
            return f"the next run leaves {' '.join(litter)}"
        verified = self.world.run(place, "verify")
        if verified.code != 0:
            return f"verify ends with {verified.code}: {(verified.err + verified.out).strip()[:300]!r}"
        return ""


def keep(place, kept):
    """A place that shows a violation, put aside for whoever mends it."""
    if kept and len(os.listdir(kept) if os.path.isdir(kept) else []) < 50:
        os.makedirs(kept, exist_ok=True)
        shutil.copytree(place, pathlib.Path(kept) / f"{len(os.listdir(kept)) + 1}", symlinks=True, dirs_exist_ok=True)
