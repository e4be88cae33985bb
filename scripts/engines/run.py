"""run.py ENGINE SQL FACTS OUT [--threads N] [--memory SIZE] [--each]: the query's result on an engine, as CSV."""
import argparse
import importlib
import os
import pathlib
import shutil

import tables

parser = argparse.ArgumentParser()
parser.add_argument("engine", choices=["duckdb", "spark", "postgres"])
parser.add_argument("sql")
parser.add_argument("facts")
parser.add_argument("out")
parser.add_argument("--threads")
parser.add_argument("--memory")
parser.add_argument("--each", action="store_true")
given = parser.parse_args()
engine = importlib.import_module(f"on_{given.engine}")
query = pathlib.Path(given.sql).read_text()
if not given.each:
    engine.run(query, given.facts, given.out, given.threads, given.memory)
else:
    # One programme after the other: no cell of one meets another's, and the engine holds one at a time.
    part = given.out + ".part"
    with open(given.out, "wb") as out:
        for number, folder in enumerate(tables.folders(given.facts)):
            engine.run(query, folder, part, given.threads, given.memory)
            with open(part, "rb") as rows:
                header = rows.readline()
                if number == 0:
                    out.write(header)
                shutil.copyfileobj(rows, out)
    os.remove(part)
