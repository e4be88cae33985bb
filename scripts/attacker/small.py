"""Counts of 1 to k−1 persons or paths that stand in clear anywhere, and movements as small as that."""
import itertools
import re

from reading.pages import curve_points, hidden_bars, text
from reading.words import COUNTED, COUNTS_ELSE, COUNTS_PERSONS, MOVED, count, plain, sentences

# What a number before it is no count of: ages, months, thresholds, and the reports' own rules.
RULES = re.compile(r"masqué|moins de \d+ ans|\d+ ans et plus|\d+ à \d+ mois|n'est pas donné|minimale|\b1 à \d")


REVISED = "revised: "


def small_counts(evidence, catalogue):
    """(edition, funder, what)."""
    for edition in evidence.by_name.values():
        for funder, figures in edition.figures.items():
            for figure in figures:
                yield from ((edition.name, funder, what) for what in of_figure(figure, evidence, catalogue))
        yield from of_texts(edition, catalogue)
    for (name, funder), found in evidence.deliveries.items():
        yield from ((name, funder, what) for what in of_rows(found, catalogue))
    for sheets in evidence.sheets.values():
        for movement in sheets.movements:
            parts = evidence.parts(movement.key)
            if parts and parts[0] == "count" and movement.number and is_small(movement.number, catalogue.threshold(movement.key[0])):
                yield sheets.edition.name, sheets.funder, f"{movement.where}: movement of {movement.key[0]} {movement.number:g}"
    for held in evidence.editions.values():
        for before, now in itertools.pairwise(held):
            yield from moved(before, now, evidence, catalogue)
    for (name, funder), sheets in evidence.sheets.items():
        yield from ((name, funder, what) for what in drawn(sheets))
    for leak in evidence.leaks:
        yield leak.edition, leak.funder, f"{leak.where}: hidden {leak.key} of {leak.month} shown as {leak.number:g}"


def drawn(sheets):
    """Months that a key figure's curve on the page draws, though Évolution does not tell them."""
    points = curve_points(sheets.edition.pages.get(sheets.funder, ""))
    if len(points) != len(sheets.keys):
        return
    for figure, months in zip(sheets.keys, points):
        seen = [s.number for s in sheets.sightings if s.key == figure.key and "Évolution" in s.where]
        shown = sum(number is not None for number in seen)
        if seen and months > shown:
            yield f"page: the curve of {figure.indicator} draws {months} months, {shown} are told"


def is_small(number, k):
    return 1 <= abs(number) < k


def of_figure(figure, evidence, catalogue):
    parts = evidence.parts(figure.key)
    if parts is None:
        return
    k = catalogue.threshold(figure.indicator)
    if figure.is_hidden and any(n is not None for n in (figure.value, figure.numerator, figure.denominator)):
        yield f"{figure.key}: marked {figure.mark}, yet printed"
    if parts[0] == "count" and figure.value is not None and is_small(figure.value, k):
        yield f"{figure.key} = {figure.value:g}"
    if None not in (figure.numerator, figure.denominator):
        for n in (figure.numerator, figure.denominator, figure.denominator - figure.numerator):
            if is_small(n, k):
                yield f"{figure.key}: a part is {n:g}"
    if parts[0] == "count" and figure.old is not None and figure.value is not None and is_small(figure.value - figure.old, k):
        yield f"{figure.key}: revised by {figure.value - figure.old:g}"


def moved(before, now, evidence, catalogue):
    """A count of the same persons that a later edition moves a little, both told: who it was knows whom it was about."""
    for key in before.by_key.keys() & now.by_key.keys():
        parts, old, new = evidence.parts(key), before.by_key[key][0].value, now.by_key[key][0].value
        if parts and parts[0] == "count" and None not in (old, new) and is_small(new - old, catalogue.threshold(key[0])):
            yield now.name, now.by_key[key][0].funder, f"{REVISED}{key}: {old:g} in {before.name}, {new:g} now"


def of_rows(found, catalogue):
    for association, kind, number, where in found.counts:
        if is_small(number, catalogue.persons_threshold):
            yield f"{association} {kind} {where}"
    for label, answered, asked, noun, where in found.answered:
        if not noun.startswith("réunion") and any(is_small(n, catalogue.persons_threshold) for n in (answered, asked - answered)):
            yield f"{where}: {label}: {answered} {noun} of {asked}"


def of_texts(edition, catalogue):
    held = [(funder, "page", text(page)) for funder, page in edition.pages.items()]
    held += [("–", name, note) for name, note in edition.notes.items() if name.endswith(".md")]
    for funder, book in edition.books.items():
        cells = [t for name, grid in book.sheets.items() if name not in ("Définitions", "Données") for t in joined(grid)]
        held += [(funder, "workbook", "\n".join(cells + book.texts))]
    # What somebody typed is read before it is sent, and is no figure of bilan's.
    typed = [plain(c) for c in edition.comments]
    for funder, where, words in held:
        for sentence in sentences(words):
            for found in () if any(c[:30] in sentence for c in typed) else told(sentence, catalogue.persons_threshold):
                yield edition.name, funder, f"{where}: “{found}” in “{sentence.strip()[:90]}”"
    for funder, page in edition.pages.items():
        for name, width in hidden_bars(page):
            yield edition.name, funder, f"page: a bar of {width:g} % for the hidden figure of {name}"


def joined(grid):
    """The text cells of a sheet; what is wrapped over several rows of one column becomes one text."""
    text, last = "", None
    for (row, column), held in sorted(grid.items(), key=lambda item: (item[0][1], item[0][0])):
        if not isinstance(held, str):
            continue
        if last == (row - 1, column) and not re.match(r"[•A-ZÀ-Ý]", held):
            text += " " + held
        else:
            yield text
            text = held
        last = (row, column)
    yield text


def told(sentence, k):
    if RULES.search(sentence):
        return
    for pattern in (COUNTED, MOVED):
        if pattern is MOVED and (COUNTS_ELSE.search(sentence) or not COUNTS_PERSONS.search(sentence)):
            continue
        for found in pattern.finditer(sentence):
            if 1 <= count(found[1]) < k and "point" not in sentence[found.end():found.end() + 8]:
                yield plain(found[0])
