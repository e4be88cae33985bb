"""The scratch copy of the checkout: where mutants are written, built and dropped if they do not compile."""
import os, re, shutil, subprocess, sys

ERROR = re.compile(r"^(?P<path>/[^:\n]+\.swift):(?P<line>\d+):\d+: error: (?P<what>.*)", re.M)
# What the command-line cases hand on to the processes that they start.
ENVIRONMENT = ["BILAN_MUTANT", "BILAN_MUTANT_TRACE", "SWIFT_BACKTRACE", "TMPDIR"]


class Trouble(Exception):
    """The tool itself cannot go on."""


class Scratch:
    def __init__(self, checkout, folder):
        self.checkout, self.folder = checkout, folder
        self.build_folder = os.path.join(folder, ".build", "debug")
        self.bundle = os.path.join(self.build_folder, "bilanPackageTests.xctest")

    def write(self, changed):
        """Makes the copy what the checkout is, but for `changed` (path → text). A file that is right is not touched, so
        that the next build compiles only what must be."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=self.checkout, check=True,
            capture_output=True, text=True).stdout.split("\0")
        wanted = {path for path in listed if path and os.path.isfile(os.path.join(self.checkout, path))} | set(changed)
        for path in wanted:
            self.write_file(path, changed.get(path))
        self.remove_all_but(wanted)
        venv = os.path.join(self.folder, ".venv")
        if not os.path.lexists(venv):
            os.symlink(os.path.join(self.checkout, ".venv"), venv)

    def write_file(self, path, text):
        source, target = os.path.join(self.checkout, path), os.path.join(self.folder, path)
        if text is None:
            with open(source, "rb") as file:
                content = file.read()
            content = self.patched(path, content)
        else:
            content = text.encode()
        if os.path.isfile(target):
            with open(target, "rb") as file:
                if file.read() == content:
                    return
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content)
        if os.path.exists(source):
            shutil.copymode(source, target)

    def patched(self, path, content):
        """The tests of the copy hand the mutant's number on, and run the one case that they are asked for."""
        if re.fullmatch(r"Tests/.*\.swift", path):
            text = content.decode()
            handed = "".join(f'"{name}": ProcessInfo.processInfo.environment["{name}"] ?? "", ' for name in ENVIRONMENT)
            text = text.replace(".environment = [", f".environment = [{handed}")
            one = 'if let name = ProcessInfo.processInfo.environment["BILAN_CASE"] { return [name] }'
            text = text.replace(
                "static func names() throws -> [String] {",
                f"static func names() throws -> [String] {{ {one}; return try all() }}\n"
                "  static func all() throws -> [String] {")
            return text.encode()
        if re.fullmatch(r"Tests/Cases/[^/]+/cmd", path):
            handed = " ".join(f'{name}="${name}"' for name in ENVIRONMENT)
            return content.replace(b"env -i ", f"env -i {handed} ".encode())
        return content

    def remove_all_but(self, wanted):
        for at, folders, names in os.walk(self.folder):
            if at == self.folder:
                folders[:] = [name for name in folders if name not in (".build", ".venv")]
            for name in names:
                path = os.path.relpath(os.path.join(at, name), self.folder)
                if path not in wanted and path not in ("Package.resolved", ".venv"):
                    os.remove(os.path.join(at, name))

    def build(self, *arguments):
        """The errors of a build: (path, line, message); none where it succeeded."""
        ran = subprocess.run(
            ["nice", "swift", "build", "-j", "2", *arguments], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        if ran.returncode == 0:
            return []
        errors = {
            (os.path.relpath(match["path"], self.folder), int(match["line"]), match["what"])
            for match in ERROR.finditer(ran.stdout)
        }
        if not errors:
            raise Trouble("the scratch copy does not build:\n" + ran.stdout[-3000:])
        return sorted(errors)


def blamed(errors, mutations):
    """The mutations that these errors are about: those of the line, else the nearest one of the file."""
    found = []
    for path, line, what in errors:
        here = [mutation for mutation in mutations if mutation.path == path]
        if not here:
            raise Trouble(f"{path}:{line}: {what}: no mutant stands there")
        nearest = min(abs(mutation.line - line) for mutation in here)
        # Of several on a line the last one drawn goes first.
        found.append([mutation for mutation in here if abs(mutation.line - line) == nearest][-1])
    return found


def build_mutants(scratch, target, order, count, say):
    """Builds the target with the first mutations of `order` that compile; at least `count` of them, if there are as many.
    Some more are built than asked for: dropping costs a round, a mutant that sleeps costs nothing."""
    waiting, active, rounds = list(order), [], 0
    for number, mutation in enumerate(waiting, start=1):
        mutation.id = number
    while rounds < 15:
        rounds += 1
        if len(active) < count:
            more = count + count // 3 + 3 - len(active)
            active, waiting = active + waiting[:more], waiting[more:]
        scratch.write(target.mutated(active))
        errors = scratch.build("--target", target.name)
        if not errors:
            if len(active) >= count or not waiting:
                return active[:count]
            continue
        gone = {id(mutation) for mutation in blamed(errors, active)}
        say(f"{len(gone)} of {len(active)} do not compile, dropped")
        for path, line, what in errors:
            print(f"  {path}:{line}: {what}", file=sys.stderr) if os.environ.get("MUTATE_DEBUG") else None
        active = [mutation for mutation in active if id(mutation) not in gone]
    raise Trouble(f"still errors after {rounds} rounds")
