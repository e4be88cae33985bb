"""Labels, definitions, comments and titles of a programme that begin like formulas, act on a terminal or turn the text around."""
import pathlib
import re
import sys

starts = ["=cmd|'/C calc'!A0 ", "@SUM(1) ", "-2+3 ", "+1+1 ", "\\tx ", "\\rx ", "\\e[31mrouge ", "\\u202Earabe ", "\\x9b2J ", "\\x7f\\u2066 "]
count = 0


def hostile(match):
    global count
    count += 1
    return f'{match[1]}"{starts[count % len(starts)]}{match[2]}"'


place = pathlib.Path(sys.argv[1])
for path in [place / "programme.yaml", place / "indicators.yaml", *sorted((place / "funders").glob("*.yaml"))]:
    text = path.read_text()
    text = re.sub(r'((?:label|definition|title|sentence|text|contact|legal): \{fr: )"([^"]*)"', hostile, text)
    path.write_text(re.sub(r'(label: )"([^"]*)"', hostile, text))
print(count > 100)
