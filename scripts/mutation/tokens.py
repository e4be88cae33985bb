"""Swift source as a list of words, as far as a mutation needs them: no comments, strings whole, brackets paired.

Regular expression literals (/…/) are not known: the house has none.
"""
import re
from dataclasses import dataclass

OPERATOR = set("/=-+!*%<>&|^~?")
OPENING, CLOSING = "([{", ")]}"
NUMBER = re.compile(r"0[xbo][0-9A-Fa-f_]+|\d[\d_]*(\.\d[\d_]*)?([eE][+-]?\d+)?")
WORD = re.compile(r"[@#$]?\w+|`\w+`")


@dataclass
class Token:
    kind: str  # word, number (whole), float, string, operator, mark (brackets, commas, dots, colons)
    text: str
    start: int
    end: int
    line: int
    last_line: int
    space_before: bool
    space_after: bool
    partner: int = -1  # of a bracket: the index of the other one


def end_of_string(text, start):
    """Where the string literal that begins at `start` ends, its interpolations included."""
    hashes = 0
    while text[start + hashes] == "#":
        hashes += 1
    quote = '"""' if text.startswith('"""', start + hashes) else '"'
    closing, escape = quote + "#" * hashes, "\\" + "#" * hashes
    at = start + hashes + len(quote)
    while not text.startswith(closing, at):
        if text.startswith(escape + "(", at):
            at = end_of_interpolation(text, at + len(escape))
        elif text.startswith(escape, at):
            at += len(escape) + 1
        else:
            at += 1
    return at + len(closing)


def end_of_interpolation(text, start):
    depth, at = 0, start
    while True:
        if text[at] == '"':
            at = end_of_string(text, at)
            continue
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
        if depth == 0:
            return at


def end_of_comment(text, start):
    """Swift's /* … */ may stand in one another."""
    depth, at = 1, start + 2
    while depth:
        if text.startswith("/*", at):
            depth, at = depth + 1, at + 2
        elif text.startswith("*/", at):
            depth, at = depth - 1, at + 2
        else:
            at += 1
    return at


def end_of_operator(text, start):
    if text[start] == ".":
        return re.compile(r"\.\.[.<]").match(text, start).end()
    end = start
    while text[end] in OPERATOR and not text.startswith(("//", "/*"), end):
        end += 1
    run = text[start:end]
    # `x!.y`, `x?`: a postfix sign alone, whatever follows.
    if run[0] in "?!" and run not in ("??", "!=", "!==") and not text[start - 1].isspace():
        return start + 1
    return end


def next_token(text, at):
    """Kind and end of the word that begins at `at`."""
    char = text[at]
    if re.compile(r'#*"').match(text, at):
        return "string", end_of_string(text, at)
    if char.isdigit():
        match = NUMBER.match(text, at)
        return ("float" if match[1] or match[2] else "number"), match.end()
    if match := WORD.match(text, at):
        return "word", match.end()
    if char in OPERATOR or text.startswith(("...", "..<"), at):
        return "operator", end_of_operator(text, at)
    return "mark", at + 1


def tokens(text):
    text += "\n"
    found, open_brackets, at, line = [], [], 0, 1
    while at < len(text):
        if text[at].isspace():
            line += text[at] == "\n"
            at += 1
            continue
        if text.startswith("//", at):
            at = text.index("\n", at)
            continue
        if text.startswith("/*", at):
            end = end_of_comment(text, at)
            line += text.count("\n", at, end)
            at = end
            continue
        kind, end = next_token(text, at)
        last = line + text.count("\n", at, end)
        before = at == 0 or text[at - 1].isspace()
        token = Token(kind, text[at:end], at, end, line, last, before, text[end].isspace())
        if kind == "mark" and token.text in OPENING:
            open_brackets.append(len(found))
        elif kind == "mark" and token.text in CLOSING:
            token.partner = open_brackets.pop()
            found[token.partner].partner = len(found)
        found.append(token)
        at, line = end, last
    return found


def until(words, start, ends, stop=None):
    """The index of the first of `ends` from `start` on that is in no bracket opened since; None where the bracket around
    them closes first."""
    at = start
    while at < (len(words) if stop is None else stop):
        word = words[at]
        if word.text in ends and word.kind != "string":
            return at
        if word.kind == "mark" and word.text in CLOSING:
            return None
        at = word.partner + 1 if word.kind == "mark" and word.text in OPENING else at + 1
    return None


def clauses(words, start, end):
    """The conditions between two indices, split at the commas that stand in no bracket: pairs of indices."""
    found, first = [], start
    while first < end:
        comma = until(words, first, {","}, end)
        last = end if comma is None else comma
        found.append((first, last))
        first = last + 1
    return found
