"""A programme small enough to be run some thousand times, and the moments at which a fault may strike it.

Two associations of the demonstration, one funder, two months: a cut of inputs/, so that it stays valid as definitions grow.
"""
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONTH = "2022-05"
ASSOCIATIONS = {"adds", "apei"}
MONTHS = {"2022-04", "2022-05"}
INDICATORS = {
    "emplois_crees", "emplois_en_cours", "emplois_crees_ou_en_cours", "emplois_supprimes", "creation_nette", "etp_total",
    "effectif", "part_cdi", "beneficiaires", "beneficiaires_rqth", "reunions_tenues", "completude"}
FUNDER = """\
funder:
  id: region
  label: {fr: "Région"}
  title: {fr: "Bilan mensuel"}
  agreement_from: 2022-01
key_figures:
  - {indicator: etp_total, horizon: mois}
  - {indicator: creation_nette, horizon: programme}
  - {indicator: beneficiaires, horizon: mois}
sections:
  - title: {fr: "Emplois par axe"}
    sentence: {fr: "Emplois et équivalents temps plein, par axe."}
    rows: axe
    columns:
      - {indicator: emplois_crees, horizon: programme}
      - {indicator: etp_total, horizon: mois}
      - {indicator: effectif, horizon: mois}
    chart: {bar: [etp_total]}
"""
APEI = "inputs/exports/apei/etp-2022-05.csv"


class Outcome:
    """How a command ended: its code (128+N: by a signal), what it said, and the calls that the fault struck."""

    def __init__(self, code, out, err, hits=()):
        self.code, self.out, self.err, self.hits = code, out, err, list(hits)


class World:
    def __init__(self, bilan, scratch):
        self.bilan, self.scratch = str(bilan), pathlib.Path(scratch)
        self.version = subprocess.run([self.bilan, "--version"], capture_output=True, text=True).stdout.strip()
        helped = subprocess.run([self.bilan, "--help"], capture_output=True, text=True).stdout
        self.commands = set(re.findall(r"^  ([a-z]+)(?:  |$)", helped, re.M))
        helped = subprocess.run([self.bilan, "doctor", "--help"], capture_output=True, text=True).stdout
        self.rebuilds = "--rebuild" in helped

    def run(self, place, *arguments, prefix=(), cpus=None, temporary=None, timeout=60, **more):
        """A command in a place, its temporary folder there too."""
        place = pathlib.Path(place)
        temporary = temporary or place / "tmp"
        os.makedirs(temporary, exist_ok=True)
        environment = {"TMPDIR": str(temporary), "HOME": str(place), "PATH": os.environ["PATH"]}
        command = [*map(str, prefix), self.bilan, *arguments]
        if cpus is not None:
            command = ["taskset", "-c", cpus, *command]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, errors="replace",
                              timeout=timeout, **more)
        code = done.returncode if done.returncode >= 0 else 128 - done.returncode
        return Outcome(code, done.stdout, done.stderr)

    def must(self, place, *arguments):
        done = self.run(place, *arguments)
        if done.code != 0:
            raise SystemExit(f"without any fault, {' '.join(arguments)} ends with {done.code}: {done.err}{done.out}")
        return done


def copy(source, target):
    """A tree as it is, links and modes included."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    return pathlib.Path(target)


def small_programme(place):
    """inputs/ of the demonstration, cut down, in a new folder."""
    place = pathlib.Path(place)
    shutil.copytree(ROOT / "inputs", place / "inputs")
    programme = place / "inputs/programme.yaml"
    association = re.compile(r'  - \{id: ([\w-]+), label: "')
    lines = [line for line in programme.read_text().split("\n")
             if not (found := association.match(line)) or found[1] in ASSOCIATIONS]
    programme.write_text("\n".join(lines).replace("\nrules:\n", "\nrules:\n  settle_seconds: 0\n")
                         .replace("start: 2021-07", "start: 2022-04").replace("from: 2021-07", "from: 2022-04"))
    catalogue = place / "inputs/indicators.yaml"
    entries = re.split(r"(?m)^(?=  - id: )", catalogue.read_text())
    catalogue.write_text(entries[0] + "".join(e for e in entries[1:] if re.match(r"  - id: (\w+)", e)[1] in INDICATORS))
    for path in (place / "inputs/funders").iterdir():
        path.unlink()
    (place / "inputs/funders/region.yaml").write_text(FUNDER)
    for folder in (place / "inputs/exports").iterdir():
        if folder.name not in ASSOCIATIONS:
            shutil.rmtree(folder)
            continue
        for path in folder.iterdir():
            if path.stem[-7:] not in MONTHS:
                path.unlink()
    return place


def mend(place):
    """The correction: 150 % becomes 100 %."""
    path = pathlib.Path(place) / APEI
    raw = path.read_bytes()
    changed = raw.replace("150 %".encode("utf-16-le"), "100 %".encode("utf-16-le"), 1)
    assert changed != raw
    path.write_bytes(changed)


# A scenario: what is done beforehand, and the command that the fault strikes.
def first(world, place):
    return ["run", MONTH]


def correction(world, place):
    world.must(place, "run", MONTH)
    mend(place)
    return ["run", MONTH, "--reason", "Quotité corrigée"]


def unchanged(world, place):
    world.must(place, "run", MONTH)
    return ["run", MONTH]


def close(world, place):
    world.must(place, "run", MONTH)
    return ["close", MONTH]


def reopen(world, place):
    world.must(place, "run", MONTH)
    world.must(place, "close", MONTH)
    return ["reopen", MONTH, "--reason", "Correction attendue"]


def sent(world, place):
    world.must(place, "run", MONTH)
    return ["sent", MONTH, "region", "--on", "2022-06-16"]


def verify(world, place):
    """Nothing is written: what is sound must not be called damaged."""
    world.must(place, "run", MONTH)
    return ["verify"]


def purge(world, place):
    """Two editions: what the first alone needs is past retention as well."""
    world.must(place, "run", MONTH)
    mend(place)
    world.must(place, "run", MONTH)
    return ["purge", "--older-than", "1m"]


def all_known(world, place):
    """All that a ledger knows; its path."""
    world.must(place, "run", MONTH)
    world.must(place, "sent", MONTH, "region", "--on", "2022-06-16")
    mend(place)
    world.must(place, "run", MONTH)
    world.must(place, "close", MONTH)
    return place / "reports/.bilan/ledger.sqlite"


def rebuild(world, place):
    """The ledger cannot be opened any more."""
    ledger = all_known(world, place)
    ledger.write_bytes(b"no ledger any more" + ledger.read_bytes()[18:])
    return ["doctor", "--rebuild"]


def rebuild_lost(world, place):
    """There is no ledger any more."""
    all_known(world, place).unlink()
    return ["doctor", "--rebuild"]


def rebuild_row(world, place):
    """The ledger is sound to SQLite, but a published figure is another in it."""
    connection = sqlite3.connect(all_known(world, place))
    plain = "value GLOB '[1-9]*' AND CAST(CAST(value AS INTEGER) AS TEXT) = value"
    changed = connection.execute(f"UPDATE figure SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE {plain} AND "
                                 f"edition = 1 AND position = (SELECT min(position) FROM figure WHERE edition = 1 AND {plain})").rowcount
    connection.commit()
    connection.close()
    assert changed == 1
    return ["doctor", "--rebuild"]


def rebuild_sound(world, place):
    """Nothing is wrong with the ledger: nothing may be lost."""
    all_known(world, place)
    return ["doctor", "--rebuild"]


SCENARIOS = {f.__name__.replace("_", "-"): f for f in (
    first, correction, unchanged, close, reopen, sent, verify, purge, rebuild, rebuild_lost, rebuild_row,
    rebuild_sound)}


def missing(world, name):
    """Why a scenario cannot be tried with this binary; empty where it can."""
    if name == "purge" and "purge" not in world.commands:
        return f"bilan {world.version} has no command purge"
    if name.startswith("rebuild") and not world.rebuilds:
        return f"bilan {world.version} has no doctor --rebuild"
    return ""


class Prepared:
    """A scenario ready to be struck: the place before, the place after without a fault, and the command between them."""

    def __init__(self, world, name, prepare=None):
        from faults.judge import State
        self.world, self.name = world, name
        self.before = small_programme(world.scratch / f"{name}-before")
        self.command = (prepare or SCENARIOS[name])(world, self.before)
        shutil.rmtree(self.before / "tmp", ignore_errors=True)
        self.after = copy(self.before, world.scratch / f"{name}-after")
        world.must(self.after, *self.command)
        self.old, self.new = State(self.before), State(self.after)
        ledger = self.before / "reports/.bilan/ledger.sqlite"
        # What is made again is put aside, and never lost.
        self.damaged = hashlib.sha256(ledger.read_bytes()).hexdigest() if name.startswith("rebuild") and ledger.exists() else None

    def place(self):
        """A fresh copy of the place before."""
        return copy(self.before, tempfile.mkdtemp(dir=self.world.scratch) + "/place")


def ledger_rows(path):
    """What a ledger says, times and numbers of rows aside: a copy is read, so that nothing is recovered in its place."""
    with tempfile.TemporaryDirectory() as folder:
        name = pathlib.Path(folder) / "ledger.sqlite"
        for ending in ("", "-journal", "-wal"):
            if os.path.exists(f"{path}{ending}"):
                shutil.copyfile(f"{path}{ending}", f"{name}{ending}")
        return rows_of(name)


# When it happened, and what the key makes of it: a key of its own in each first run.
UNSTEADY = {"at", "publishedAt", "receivedAt", "keyId", "seal"}


def rows_of(name):
    connection = sqlite3.connect(name)
    found = {}
    try:
        tables = [t for t, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for table in tables:
            if table in ("run", "grdb_migrations") or table.startswith("sqlite_"):
                continue
            columns = [c[1] for c in connection.execute(f'PRAGMA table_info("{table}")')]
            kept = [c for c in columns if c not in UNSTEADY and (table, c) != ("archive", "sha256")]
            chosen = ", ".join([f'"{c}"' for c in kept] + (['"seal" IS NULL'] if "seal" in columns else []))
            found[table] = sorted(map(repr, connection.execute(f'SELECT {chosen} FROM "{table}"')))
    finally:
        connection.close()
    return found
