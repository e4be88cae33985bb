"""search.py EXPORTS PLACES…: names and identifiers of the raw exports that stand in a file under PLACES, as whole words."""
import csv
import io
import pathlib
import re
import sys
import unicodedata
import zipfile

PERSONAL = {"poste id", "poste", "id poste", "n poste", "no poste", "salarie id", "salarie", "matricule", "id salarie",
            "beneficiaire id", "beneficiaire", "id beneficiaire", "n dossier", "no dossier", "cle personne", "cle commune",
            "nom", "prenom", "nom prenom", "nom et prenom"}


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


def decoded(raw):
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def personal(path):
    text = decoded(path.read_bytes())
    for delimiter in ";,\t|":
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
        for number, header in enumerate(rows):
            columns = [i for i, name in enumerate(header) if plain(name) in PERSONAL]
            if columns and len(header) > 4:
                for row in rows[number + 1:]:
                    # A line of its own between groups of rows names nobody; the mapping names it.
                    if any(cell.startswith("Sous-total") for cell in row):
                        continue
                    yield from (row[i].strip() for i in columns if i < len(row))
                return


def words(path):
    """Every text of a file; of a workbook, what its parts say between their tags (a tag says `r="D10"`)."""
    if path.suffix == ".xlsx":
        book = zipfile.ZipFile(path)
        return "\n".join(re.sub("<[^>]*>", " ", book.read(name).decode()) for name in book.namelist())
    return path.read_bytes().decode("utf-8", "replace")


exports = sorted(pathlib.Path(sys.argv[1]).rglob("*.csv"))
# A short number is in every table; anything with a letter, or of five digits and more, is looked for.
found = {v for path in exports for v in personal(path)}
sought = {v for v in found if len(v) >= 5 or (len(v) >= 3 and re.search("[^0-9]", v))}
print(f"{len(sought)} names and identifiers")
pattern = re.compile(r"(?<![0-9A-Za-zÀ-ÿ])(" + "|".join(map(re.escape, sorted(sought, key=len, reverse=True))) +
                     r")(?![0-9A-Za-zÀ-ÿ])")
raw = "\n".join(decoded(p.read_bytes()) for p in exports)
print("all of them in the exports" if set(pattern.findall(raw)) == sought else "search is blind")
files = [f for place in sys.argv[2:] for f in ([pathlib.Path(place)] if pathlib.Path(place).is_file() else
                                               sorted(p for p in pathlib.Path(place).rglob("*") if p.is_file()))]
hits = [(str(f), hit) for f in files for hit in sorted(set(pattern.findall(words(f))))]
for file, hit in hits:
    print(f"{file}: {hit}")
print(f"{len(hits)} found elsewhere")
