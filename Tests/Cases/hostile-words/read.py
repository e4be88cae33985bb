"""Every listing in every format, and every file of the reports: no cell that a spreadsheet evaluates, no control character."""
import csv
import io
import json
import pathlib
import re
import subprocess
import zipfile

troublesome = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
number = re.compile(r"[-+]?\d+([.,]\d+)?$")
commands = ["check 2022-05", "check 2022-05 --all", "plan 2022-05", "figures 2022-05", "figures 2022-05 --wide", "history",
            "diff 2022-05 1 2", "status", "catalogue", "explain emplois_crees 2022-05", "verify", "doctor", "template etp",
            "template etp --association adds", "template etp --schema", "catalogue --format markdown"]
listings = texts = 0


def look(where, text):
    global texts
    texts += 1
    found = troublesome.search(text.replace("\r\n", "\n"))
    if found:
        print(where, "has", repr(text[max(0, found.start() - 40):found.end() + 10]))


for command in commands:
    for form in ["", "--format csv", "--format json", "--format table", "--json"]:
        if "markdown" in command and form:
            continue
        seen = subprocess.run(["bilan", *command.split(), *form.split()], capture_output=True)
        if seen.returncode == 64:
            continue
        out = seen.stdout.decode()
        look(f"{command} {form}", out)
        look(f"{command} {form}, said", seen.stderr.decode())
        if "json" in form:
            json.loads(out)
        if form == "--format csv" or command in ("template etp", "template etp --association adds"):
            listings += 1
            for row in csv.reader(io.StringIO(out.lstrip("\ufeff")), delimiter=";" if "template" in command else ","):
                for cell in row:
                    if cell[:1] in tuple("=+-@\t\r") and not number.match(cell):
                        print(command, form, "has the cell", repr(cell))
for words in (["run", "2022-05", "--\x1b[31m"], ["explain", "\x1b[31m", "2022-05"], ["sent", "2022-05", "x\u202ey"],
              ["template", "etp", "--association", "\x9b2J"], ["status", "--inputs", "\x1b[31m"], ["check", "\x1b[31m"],
              ["run", "2022-05", "--log", "\x1b/\x7f"], ["plan", "--with", "\x1b=\x9b"], ["verify", "\x1b"], ["\x1b"],
              ["init", "\x1b[31m/x", "--name", "\x1b"]):
    seen = subprocess.run(["bilan", *words], capture_output=True)
    look(words, seen.stdout.decode() + seen.stderr.decode())
    if seen.returncode == 0 or not seen.stderr:
        print(words, seen)
for path in sorted(pathlib.Path("reports").rglob("*.*")):
    if path.suffix in (".html", ".csv", ".json") and path.is_file() and ".bilan" not in path.parts:
        look(path, path.read_text())
    if path.suffix == ".xlsx":
        for name in (book := zipfile.ZipFile(path)).namelist():
            look(f"{path}: {name}", book.read(name).decode())
print(listings, "tables,", texts > 300 or texts, "other texts")
