"""run.py ENGINE SQL FACTS OUT [--threads N] [--memory SIZE]: the query's result on an engine, as CSV."""
import argparse
import importlib
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("engine", choices=["duckdb", "spark", "postgres"])
parser.add_argument("sql")
parser.add_argument("facts")
parser.add_argument("out")
parser.add_argument("--threads")
parser.add_argument("--memory")
given = parser.parse_args()
engine = importlib.import_module(f"on_{given.engine}")
engine.run(pathlib.Path(given.sql).read_text(), given.facts, given.out, given.threads, given.memory)
