"""What a funder's page shows: it names its figures itself (`<data value="indicator horizon dimension=member">`); and the small
curves, whose points are figures, too."""
import html
import re

from reading.words import figure, plain

DATA = re.compile(r'<data value="([^"]+)">(.*?)</data>', re.S)
CURVE = re.compile(r'<svg class="spark".*?</svg>', re.S)
BAR = re.compile(r'<li><div class="split"><span>(.*?)</span><span class="strong number">(.*?)</span></div>\s*(<svg.*?</svg>)', re.S)


def stripped(markup):
    return plain(html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def seen(page):
    """(key, number or None) of each figure that the page names."""
    for said, shown in DATA.findall(page):
        words = html.unescape(said).split()
        if len(words) >= 2:
            cell = tuple(tuple(word.split("=", 1)) for word in words[2:] if "=" in word)
            yield (words[0], words[1], cell), figure(stripped(shown))


def text(page):
    """What the page says in words: without styles, tables and figures."""
    page = re.sub(r"<style.*?</style>|<table.*?</table>|<data.*?</data>", " ", page, flags=re.S)
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]+", " ", html.unescape(re.sub(r"<[^>]+>", "\n", page))))


def hidden_bars(page):
    """Bars that are drawn for a figure that is not told: (name, width in percent)."""
    for name, shown, drawing in BAR.findall(page):
        values = [part.strip() for part in stripped(shown).split(";")]
        widths = [float(w) for w in re.findall(r'class="piece-\d" x="[^"]*" y="[^"]*" width="([\d.]+)%"', drawing)]
        if len(values) == len(widths):
            for value, width in zip(values, widths):
                if value == "s" and width > 0:
                    yield stripped(name), width


def curve_points(page):
    """How many months each key figure's curve draws."""
    return [len(re.findall(r"[ML]", " ".join(re.findall(r'class="trace" d="([^"]*)"', curve)))) for curve in CURVE.findall(page)]
