"""The places of a Swift file where a small change can be made, and what each change is.

Two steps: `Context` says of each word whether it stands where nothing may change (patterns of a switch, raw values,
attributes, preconditions, generic headers); the functions below find the changes, a kind each.
"""
from dataclasses import dataclass, field

from . import forms
from .tokens import CLOSING, OPENING, clauses, tokens, until

TYPES = {"struct", "class", "enum", "extension", "protocol", "actor"}
# Where an expression that ends before a `?` may have begun.
STARTERS = {"return", "in", "else", "throw", "if", "guard", "while", "where", "case", "switch", "let", "var"}
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "->"}


@dataclass
class Mutation:
    """One change. `edits` are (start, end, text) of the file; «id» in them and in `declared` is the mutation's number,
    «op» a suffix of its own that an operator may carry. An edit whose text is a pair wraps what stands between."""

    kind: str
    line: int
    change: str
    edits: list
    declared: str = ""
    path: str = ""
    id: int = 0
    # Two changes of one word cannot both be made: the words that are replaced.
    words: set = field(default_factory=set)


class Context:
    """For each word: may nothing change there, does it stand in the header of a declaration?"""

    def __init__(self, words):
        self.words = words
        self.fixed = [False] * len(words)
        self.header = [False] * len(words)
        braces, pending = [], None
        for at, word in enumerate(words):
            if word.kind == "word":
                pending = self.look(at, word.text, braces[-1] if braces else None) or pending
            elif word.text == "{" and word.kind == "mark":
                braces.append(pending or "code")
                pending = None
            elif word.text == "}" and word.kind == "mark":
                braces.pop()

    def look(self, at, text, brace):
        """Marks what the word at `at` begins; the kind of type that it declares, if it does."""
        words = self.words
        follows = words[at + 1].text if at + 1 < len(words) else ""
        if at and words[at - 1].text == "." or follows == ":":
            return None
        if text[0] == "@" or text in ("precondition", "assert", "#available", "#unavailable", "#if"):
            self.mark(self.fixed, at, words[at + 1].partner + 1 if follows == "(" else at + 1)
        elif text in TYPES and follows not in ("func", "var", "let"):
            self.mark(self.fixed, at, until(words, at, {"{"}) or at + 1)
            return text
        elif text in ("func", "subscript") or text == "init" and follows in ("(", "?", "<"):
            self.mark(self.header, at, self.end_of_header(at))
        elif text == "case" and brace == "enum":
            self.mark(self.fixed, at, self.end_of_line(at))
        elif text == "case":
            self.mark(self.fixed, at, until(words, at + 1, {":", "=", "in", "where"}) or at + 1)
        return None

    def mark(self, where, start, end):
        where[start:end] = [True] * (end - start)

    def end_of_header(self, at):
        # `func <(`: the name may be an operator. A requirement of a protocol has no body: the next declaration ends it.
        return until(self.words, at + 2, {"{", "func", "var", "let", "static", "mutating"}) or at + 1

    def end_of_line(self, at):
        while at + 1 < len(self.words) and (
            self.words[at + 1].line == self.words[at].last_line or self.words[at].text == ","
        ):
            at = self.words[at].partner + 1 if self.words[at].text == "(" else at + 1
        return at + 1


def is_binary(words, at):
    word = words[at]
    return word.space_before and word.space_after


def is_passed(words, at):
    """An operator that is handed to a function: `sorted(by: <)`."""
    return 0 < at < len(words) - 1 and words[at - 1].text in ("(", ",", ":") and words[at + 1].text in (")", ",")


def around(text, start, end, becomes):
    """`a < b → a <= b`, with as much of the line as helps to find it."""
    left = text[text.rfind("\n", 0, start) + 1 : start].lstrip()[-28:]
    right = text[end : text.find("\n", end)][:28]
    if becomes[0] == "(":
        return f"{left}{text[start:end]}{right} {becomes}"
    return f"{left}{text[start:end]}{right} → {left}{becomes}{right}"


def short(text, length=70):
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def find(source, rng, rationals=()):
    """Every change of a source text. `rng` chooses among the changes of one word."""
    words = tokens(source)
    context = Context(words)
    found = []
    for at, word in enumerate(words):
        if context.fixed[at]:
            continue
        found += words_changed(source, words, at, rng, rationals, context.header[at])
        if not context.header[at]:
            found += conditions(source, words, at)
    return found


def words_changed(source, words, at, rng, rationals, in_header):
    word = words[at]
    change = None
    if word.kind == "number" and words[at - 1].text != ".":
        change = forms.number(word.text, rng)
    elif word.text in ("true", "false"):
        change = forms.constant(word.text)
    elif in_header:
        return []
    elif word.kind == "operator":
        change = operator(words, at, rng, rationals)
    elif word.kind == "word":
        change = member(words, at)
    if change is None:
        return []
    kind, becomes, edit, declared = change
    return [
        Mutation(
            kind, word.line, around(source, word.start, word.end, becomes), [(word.start, word.end, edit)], declared,
            words={word.start})
    ]


def operator(words, at, rng, rationals):
    word = words[at]
    if word.text in ("...", "..<"):
        is_between = not word.space_before and not word.space_after and words[at - 1].text not in OPENING + ","
        return forms.range_end(word.text, rng) if is_between and words[at + 1].text not in CLOSING else None
    if is_passed(words, at):
        return forms.passed(word.text, rationals)
    if not is_binary(words, at):
        return None
    if word.text in ("+", "-", "+=", "-=") and "string" in (words[at - 1].kind, words[at + 1].kind):
        return None
    return forms.binary(word.text, rng, rationals)


def member(words, at):
    """A function or property that has a counterpart: min and max, first and last."""
    follows = words[at + 1].text if at + 1 < len(words) else ""
    if words[at - 1].text != ".":
        is_call = follows == "(" and words[at - 1].text not in ("func", "\\")
        return forms.free(words[at].text) if is_call else None
    dot = words[at - 1]
    before = words[at - 2]
    # `return .first` is a case of an enum, `\.first` a key path, `Int.max` a constant.
    if dot.space_before and before.last_line == dot.line or before.text in ("\\", "(", "[", ",", ":"):
        return None
    if before.text[0].isupper():
        return None
    by_rule = follows == "{" or follows == "(" and words[at + 2].text in ("where", "by")
    return forms.member(words[at].text, by_rule)


def conditions(source, words, at):
    """The clauses of the if, guard, while or where that begins at `at`; the condition of a `? :`."""
    text = words[at].text
    if words[at].kind == "operator" and text == "?" and is_binary(words, at):
        first = condition_before(words, at)
        return [wrapped(source, words, first, at, "negated")] if first < at else []
    if words[at].kind != "word" or text not in ("if", "guard", "while", "where"):
        return []
    if words[at - 1].text in (".", "}") and text == "while" or words[at + 1].text == ":":
        return []
    end = until(words, at + 1, {"guard": {"else"}, "where": {"{", ":"}}.get(text, {"{"}))
    if end is None:
        return []
    found = []
    pairs = clauses(words, at + 1, end)
    for first, last in pairs:
        if first >= last or words[first].text in ("let", "var", "case", "#available", "#unavailable"):
            continue
        # Where the only condition is dropped, the branch is always taken.
        found.append(wrapped(source, words, first, last, "dropped"))
        found.append(wrapped(source, words, first, last, "negated"))
    return found


def wrapped(source, words, first, last, kind):
    start, end = words[first].start, words[last - 1].end
    clause = short(source[start:end])
    change = f"{clause} → {'true' if kind == 'dropped' else f'!({clause})'}"
    return Mutation(kind, words[first].line, change, [(start, end, forms.WRAPS[kind])])


def condition_before(words, question):
    """Where the condition of a `? :` begins: the index of its first word."""
    at = question
    while at > 0:
        before = words[at - 1]
        if is_start(words, at, before):
            return at
        at = before.partner if before.kind == "mark" and before.text in CLOSING else at - 1
    return at


def is_start(words, at, before):
    if before.kind == "mark" and before.text in OPENING + ",;:" or before.text in ASSIGNMENTS | STARTERS:
        return True
    if before.kind == "operator" and before.text == "?" and before.space_before:
        return True
    # A statement ends with its line, unless the next line goes on with an operator or a dot.
    goes_on = words[at].kind == "operator" or words[at].text == "." or before.kind == "operator"
    return before.last_line < words[at].line and not goes_on
