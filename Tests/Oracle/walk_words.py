"""French sentences about figures, taken apart: which figure, how much, of when, how it moved, what it is held against. A sentence
must be understood to its last letter, else it is a fault: what is not understood is not checked."""
import re
from decimal import Decimal
from walk_truth import MONTHS, french, plain, rounded, step

WORDS = {w: n for n, w in enumerate(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split())}
WORDS |= {"une": 1, "aucun": 0, "aucune": 0}
TENS = {"dix": 10, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80, "quatre-vingts": 80}
WORDS |= {"cent": 100}
for _ten, _base in TENS.items():
    WORDS.setdefault(_ten, _base)
    for _word, _n in list(WORDS.items()):
        if 1 <= _n <= 19 and (_base, _n) != (_base, 10):
            WORDS.setdefault(f"{_ten}-{_word}", _base + _n)
            WORDS.setdefault(f"{_ten} et {_word}", _base + _n)
#: A number in digits: grouped by the narrow space alone, its minus U+2212. A hyphen is let through here to be told as a fault.
DIGITS = r"[+−-]?\d{1,3}(?:\u202f\d{3})+(?:,\d+)?|[+−-]?\d+(?:,\d+)?"
NUMBER = f"(?:{DIGITS}|" + "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)) + r")(?![\w,]\d)"
MONTH = "(?:" + "|".join(MONTHS) + ")"
PERIOD = (rf"(?:en {MONTH} \d{{4}}(?:, premier mois compté|, emplois comptés depuis {MONTH} \d{{4}})?|d(?:e |')(?:{MONTH}) à {MONTH} \d{{4}}|depuis {MONTH} \d{{4}}"
          rf"|au \d+(?:er)? {MONTH} \d{{4}}(?: et \d+(?:er)? {MONTH} \d{{4}})*)")
UNIT = r"(?:postes?|ETP|personnes?|heures?|réunions?|entrées?|sorties?|participants?|organisations?|%|points?)"
BENCHMARKS = {"la base": "base", "la cible": "cible", "l'objectif": "objectif", "le volume conventionné": "objectif", "le plafond": "objectif"}


def parse(text):
    """(number, printed decimals); None where it is no number. A hyphen for a minus is none."""
    text = text.strip()
    if text.lower() in WORDS:
        return Decimal(WORDS[text.lower()]), None
    if text[:1] == "-" or not re.fullmatch(DIGITS, text):
        return None
    digits = text.replace("\u202f", "").replace("−", "-").replace("+", "")
    return Decimal(digits.replace(",", ".")), len(digits.partition(",")[2])


def agrees(text, value, decimals):
    """Whether a printed number is that value, rounded. At least the indicator's decimals, zeros left out; a value that is not 0 is
    not printed as 0. The table of the figures has six decimals: what lies within its own rounding counts as the same."""
    read = parse(text)
    if read is None or value is None:
        return False
    number, printed = read
    if printed is None:
        return number == value
    if number == 0 and value != 0:
        return False
    edge = Decimal("0.0000006")
    near = (value - edge, value, value + edge)
    return any(rounded(one, max(printed, decimals)) == number for one in near)


def words_pattern(label):
    """A label in any number: `emploi créé`, `emplois créés`; its first letter in either case."""
    def one(word):
        bare = word.lower()
        if bare.endswith("eaux") or bare.endswith("eau"):
            return re.escape(word[: word.lower().index("eau") + 3]) + "x?"
        if bare.endswith("aux") and len(bare) > 4:
            return re.escape(word[:-3]) + "(?:al|aux)"
        if bare.endswith("al") and len(bare) > 3:
            return re.escape(word[:-2]) + "(?:al|aux)"
        if len(bare) > 2 and bare[-1].isalpha():
            return re.escape(word[:-1] if bare[-1] in "sx" else word) + "[sx]?"
        return re.escape(word)
    return "(?i:" + " ".join(one(word) for word in label.split(" ")) + ")"


class Sentence:
    """One sentence held against what may be said there: candidate figures, most specific first."""

    #: Lecture has just named the place.
    without_place = False

    def __init__(self, walk, place, funder, candidates):
        self.walk, self.place, self.funder, self.candidates = walk, place, funder, candidates
        self.definitions, self.figures = walk.definitions, walk.figures

    def read(self, text):
        """True where it was a sentence about a figure (right or wrong: faults are told)."""
        text = plain(text).strip().replace("\\", "")
        if text.endswith("."):
            text = text[:-1]
        wrong_period = None
        for key in self.candidates:
            found = self._level(text, key)
            if not found:
                continue
            match, number, period = found
            if period not in self.definitions.in_sentence(key, self.figures.month):
                wrong_period = wrong_period or (key, period)
                continue
            self.walk.period_walked()
            self._say_level(number, key, match)
            self._tails(text[match.end():], key, text)
            return True
        if wrong_period:
            key, period = wrong_period
            self.walk.fault(self.place, text, f"the period of {key}: {' or '.join(self.definitions.in_sentence(key, self.figures.month))}")
            return True
        return False

    def _level(self, text, key):
        label = words_pattern(self.definitions.label(key.indicator, self.funder))
        where = "" if self.without_place else self.definitions.place(key.cell)
        place = rf" \({re.escape(where)}\)" if where else ""
        forms = [rf"(?P<n>{NUMBER}) {label}{place} (?P<p>{PERIOD})",
                 rf"(?:[Ll]a |[Ll]e |[Ll]')?{label},? est d(?:e |')(?P<n>{NUMBER}) {UNIT}{place} (?P<p>{PERIOD})",
                 rf"{label}{place} (?P<p>{PERIOD}) : (?P<n>{NUMBER}) {UNIT}",
                 rf"{label}{place}, (?P<p>{PERIOD}) : (?P<none>non disponible(?: \([^)]*\))?|chiffre couvert par le secret statistique)"]
        for form in forms:
            match = re.match(form, text, re.I if form is forms[0] else 0)
            if match:
                return match, match.groupdict().get("n"), match.group("p")
        return None

    def _say_level(self, number, key, match):
        if number is not None:
            self.walk.figure(self.place, number, key)
        elif match.group("none").startswith("chiffre couvert"):
            self.walk.secret(self.place, match.group(0), key)
        else:
            self.walk.missing(self.place, match.group(0), key)

    def _tails(self, rest, key, whole):
        then = rf"(?P<then>(?:en|à fin) {MONTH}(?: \d{{4}})?|un an plus tôt)"
        tails = [(rf", (?P<n>{NUMBER})(?: points?)? de (?P<way>plus|moins) qu'{then}", self._moved),
                 (rf", comme {then}", self._moved),
                 (rf", pour un (?:objectif|plafond|volume conventionné) de (?P<n>{NUMBER}) d'ici (?P<end>{MONTH} \d{{4}})"
                  rf" \((?P<e>{NUMBER}) % de la période écoulée\)", self._aim),
                 (rf", (?P<n>{NUMBER})(?: points?)? de (?P<way>plus|moins) que (?P<b>{'|'.join(BENCHMARKS)}) de (?P<v>{NUMBER}) {UNIT}", self._gap),
                 (rf", autant que (?P<b>{'|'.join(BENCHMARKS)}) de (?P<v>{NUMBER}) {UNIT}", self._gap),
                 (r" \((?:provisoire|partiel|estimé)(?: : [^)]*)?\)", None),
                 (r" \(les 15 premiers\)", None)]
        while rest:
            for form, act in tails:
                match = re.match(form, rest)
                if match:
                    if act:
                        act(match, key)
                    rest = rest[match.end():]
                    break
            else:
                self.walk.fault(self.place, whole, f"a sentence that can be walked; not understood: « {rest} »")
                return

    def _moved(self, match, key):
        """Against the month before, or the year before: of a cumulated figure at that month's end."""
        before, same = step(self.figures.month, -1), "en" if key.horizon == "mois" else "à fin"
        year = "" if before[:4] == self.figures.month[:4] else f" {before[:4]}"
        on_year = f"en {french(step(self.figures.month, -12))}" if key.horizon == "mois" else "un an plus tôt"
        months = {f"{same} {MONTHS[int(before[5:7]) - 1]}{year}": 1, on_year: 12}.get(match["then"])
        told = match.groupdict()
        self.walk.change(self.place, told.get("n") or "0", key, months, negative=told.get("way") == "moins", text=match.group(0))

    def _aim(self, match, key):
        objective = self.definitions.objective(self.funder, key, self.figures.month)
        if objective is None:
            return self.walk.fault(self.place, match.group(0), f"no objective for {key}")
        self.walk.derived(self.place, match["n"], Decimal(objective["value"]), self.definitions.decimals(key.indicator), f"objective of {key}")
        self.walk.derived(self.place, match["e"], self.definitions.elapsed(objective, self.figures.month), 0, f"period elapsed of {key}")
        if match["end"] != french(objective["until"]):
            self.walk.fault(self.place, match.group(0), f"until {french(objective['until'])}")

    def _gap(self, match, key):
        kind = BENCHMARKS[match["b"]]
        value = self.walk.benchmark(kind, key, self.funder)
        decimals = self.definitions.decimals(key.indicator)
        self.walk.derived(self.place, match["v"], value, decimals, f"{kind} of {key}")
        own = self.figures.value(key)
        if value is None or own is None:
            return
        if "n" in match.groupdict():
            signed = own - value if match["way"] == "plus" else value - own
            self.walk.derived(self.place, match["n"], signed, decimals, f"{key} against its {kind}")
        elif own != value:
            self.walk.fault(self.place, match.group(0), f"{own} is not {value}")
