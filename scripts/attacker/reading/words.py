"""French of the reports, as far as an attacker needs it: numbers in words, names of members, and sentences that count persons."""
import re

SMALL = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
         "quinze", "seize"]
NUMBERS = {word: n for n, word in enumerate(SMALL)} | {"une": 1, "aucun": 0, "aucune": 0, "d'un": 1, "d'une": 1}
SEX_NAMES = {"femmes": "f", "femme": "f", "hommes": "h", "homme": "h", "autre": "x", "autres": "x", "inconnu": "inconnu",
             "non renseigné": "inconnu", "sexe inconnu": "inconnu", "sexe non renseigné": "inconnu"}
# Whom or whose paths a sentence counts, and what it might be taken for.
PERSONS = (r"(?:personnes?|femmes?|hommes?|salariée?s?|bénéficiaires?|habitante?s?|travailleurs?|inscrite?s?|entrées?|sorties?|parcours"
           r"|jeunes?|seniors?)")
COUNTED = re.compile(r"(?<![\w,.])(\d+(?:[  ]\d{3})*|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")[  ]" + PERSONS + r"\b", re.I)
MOVED = re.compile(r"(?<![\w,.])(\d+|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")[  ](?:" + PERSONS +
                   r"[  ](?:\w+[  ])?)?de[  ](?:plus|moins)\b", re.I)

COUNTS_PERSONS = re.compile(PERSONS + r"\b|effectif", re.I)
COUNTS_ELSE = re.compile(r"emplois?\b(?! durable| de transition)|postes?\b|réunions?|\bETP\b|heures|points?\b|fichiers?|organisations?"
                         r"|participants?", re.I)


def plain(text):
    """Without typesetting: straight apostrophes, simple spaces."""
    return re.sub(r"[\u00a0\u202f\u2009]", " ", str(text)).replace("’", "'").replace("\u2212", "-").strip()


def count(word):
    word = plain(word).lower()
    return NUMBERS[word] if word in NUMBERS else int(word.replace(" ", ""))


def figure(text):
    """The number that a cell or a page shows, with or without its unit; None: none, as where it is hidden."""
    found = re.match(r"[+-]?\d+(?: \d{3})*(?:,\d+)?", plain(text))
    return float(found[0].replace(" ", "").replace(",", ".").replace("+", "")) if found else None


def member(label, dimension_labels):
    """(dimension, member) of a row's name, () for the whole, None for no member: names may be cut, or have their value behind them."""
    label = plain(label)
    if label.lower() == "ensemble":
        return ()
    scheme = re.search(r"\((ACI|EI|AI|ETTI|EITI)\)$", label)
    if scheme:
        return (("dispositif", scheme[1].lower()),)
    if label == "Autre dispositif":
        return (("dispositif", "autre"),)
    for dimension, labels in dimension_labels.items():
        for name, held in labels.items():
            name = plain(name)
            if label == name or label.startswith(name + " : ") or (label.split("…")[0] != label and name.startswith(label.split("…")[0])):
                return ((dimension, held),)
    if label.lower() in SEX_NAMES:
        return (("sexe", SEX_NAMES[label.lower()]),)
    return (("commune", "ailleurs"),) if label.lower().startswith("ailleurs") else None


def sentences(text):
    return [s for s in re.split(r"(?<=[.;])\s+|\n|\s;\s", plain(text)) if s.strip()]
