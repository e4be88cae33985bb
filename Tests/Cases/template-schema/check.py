"""Holds the example of a template against its schema, by the rules of Table Schema that the schema uses; and a fault in each column."""
import csv
import datetime
import json
import re
import sys


def fault(field, cell):
    """What is wrong with a cell; None: nothing."""
    limits = field.get("constraints", {})
    if cell == "":
        return "required" if limits.get("required") else None
    value = cell
    if field["type"] == "number":
        try:
            value = float(cell.replace(field.get("groupChar", ""), "").replace(field["decimalChar"], "."))
        except ValueError:
            return "type"
    elif field["type"] == "integer":
        if not re.fullmatch(r"-?[0-9]+", cell):
            return "type"
        value = int(cell)
    elif field["type"] == "date":
        try:
            datetime.datetime.strptime(cell, field["format"])
        except ValueError:
            return "type"
    elif field["type"] == "boolean" and cell not in field["trueValues"] + field["falseValues"]:
        return "type"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
        return "pattern"
    if "enum" in limits and cell not in limits["enum"]:
        return "enum"
    if not limits.get("minimum", value) <= value <= limits.get("maximum", value):
        return "range"
    return None


raw = open(sys.argv[1], "rb").read()
text = raw.decode("utf-8-sig") if raw.startswith(b"\xef\xbb\xbf") else raw.decode("cp1252")
schema = json.load(open(sys.argv[2], encoding="utf-8"))
*_, example, header = csv.reader(text.splitlines(), delimiter=";")
fields = schema["fields"]
assert header == [field["name"] for field in fields], header
cells = [cell.removeprefix("exemple : ") for cell in example]
wrong = {field["name"]: fault(field, cell) for field, cell in zip(fields, cells) if fault(field, cell)}
assert not wrong, wrong
assert set(schema.get("primaryKey", [])) <= set(header) and schema["missingValues"] == [""]
# Of a column that takes any text there is none.
noticed = sum(fault(field, "?") is not None for field in fields)
print(schema["name"], len(fields), "columns, a fault is noticed in", noticed)
