"""All mutants in one build: which changes are drawn, and the sources that hold them, each waiting to be switched on."""
import os, re
from collections import defaultdict

from . import forms, places


def swift_files(folder):
    return sorted(
        os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".swift"))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def rational_types(root):
    """The house's own numbers: types with + and -, by the target that declares them."""
    found = []
    for path in swift_files(os.path.join(root, "Sources")):
        text = read(path)
        names = {sign: set(re.findall(rf"static func \{sign} \(a: (\w+), b: \1\) -> \1", text)) for sign in "+-"}
        found += [(os.path.relpath(path, root).split(os.sep)[1], name) for name in sorted(names["+"] & names["-"])]
    return found


class Target:
    """The Swift sources of a target, and what can be changed in them."""

    def __init__(self, root, name):
        self.root, self.name = root, name
        self.folder = os.path.join(root, "Sources", name)
        self.sources = {os.path.relpath(path, root): read(path) for path in swift_files(self.folder)}
        imported = {name} | set(re.findall(r"^import (\w+)", "\n".join(self.sources.values()), re.M))
        own = [(module, kind) for module, kind in rational_types(root) if module in imported]
        self.rationals = [kind for _, kind in own]
        self.imports = sorted({module for module, _ in own} - {name})

    def candidates(self, rng):
        found = []
        for path, source in self.sources.items():
            for mutation in places.find(source, rng, self.rationals):
                mutation.path = path
                found.append(mutation)
        return found

    def mutated(self, mutations):
        """Path → text of what differs from the target's own sources."""
        by_path = defaultdict(list)
        for mutation in mutations:
            by_path[mutation.path].append(mutation)
        texts = {path: applied(self.sources[path], chosen) for path, chosen in by_path.items()}
        texts[f"Sources/{self.name}/Mutants.swift"] = self.declarations(mutations)
        return texts

    def declarations(self, mutations):
        count = max((mutation.id for mutation in mutations), default=0) + 1
        imports = "".join(f"import {module}\n" for module in self.imports)
        prelude = forms.PRELUDE.replace("«imports»\n", imports + "\n").replace("«count»", str(count))
        return prelude + "".join("\n" + named(mutation.declared, mutation.id) for mutation in mutations if mutation.declared)


def named(text, number):
    # Box-drawing signs may follow the first character of an operator: two of them tell 16 384 mutants apart.
    suffix = chr(0x2500 + number // 128) + chr(0x2500 + number % 128)
    return text.replace("«id»", str(number)).replace("«op»", suffix)


def applied(source, mutations):
    """The source with these changes. A wrap may hold other changes; the line numbers stay what they were."""
    pieces = []  # (where, order at one place, until, text)
    for mutation in mutations:
        for start, end, text in mutation.edits:
            if isinstance(text, tuple):
                # At one place: what closes, then what opens (the longer one outside), then what is replaced.
                pieces.append((start, (1, -end), start, named(text[0], mutation.id)))
                pieces.append((end, (0, 0), end, named(text[1], mutation.id)))
            else:
                pieces.append((start, (2, 0), end, named(text, mutation.id)))
    result, at = [], 0
    for where, _, end, text in sorted(pieces, key=lambda piece: piece[:2]):
        result += [source[at:where], text]
        at = end
    return "".join(result) + source[at:]


def drawn(candidates, rng):
    """The candidates in the order in which they are taken: the kinds in turn, at random within a kind; one a line, and
    what shares its line with others after all that does not."""
    by_kind = defaultdict(list)
    for mutation in candidates:
        by_kind[mutation.kind].append(mutation)
    for of_kind in by_kind.values():
        rng.shuffle(of_kind)
    kinds = sorted(by_kind)
    rng.shuffle(kinds)
    in_turn = []
    while any(by_kind.values()):
        in_turn += [by_kind[kind].pop() for kind in kinds if by_kind[kind]]
    first, second, lines, words = [], [], set(), set()
    for mutation in in_turn:
        place = (mutation.path, mutation.line)
        (second if place in lines else first).append(mutation)
        lines.add(place)
    taken = []
    for mutation in first + second:
        place = {(mutation.path, word) for word in mutation.words}
        if not place & words:
            words |= place
            taken.append(mutation)
    return taken
