"""engines_facts.py FACTS OUT PROGRAMMES COPIES: tables of PROGRAMMES programmes, each COPIES times the jobs, paths and meetings of one
programme's tables, a folder of Parquet each. Every copy has jobs and persons of its own, so every count is COPIES times what it was."""
import pathlib
import sys

import duckdb

facts, out, programmes, copies = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
out.mkdir(parents=True, exist_ok=True)
# What a copy gets a number of its own for; 0 stays nobody. Above the numbers of a programme, below 2^53.
OWN = {"jobs": ["poste", "salarie"], "paths": ["parcours", "personne"], "meetings": ["reunion"]}
connection = duckdb.connect()
for number in range(programmes):
    folder = out / f"programme-{number:03}"
    folder.mkdir(exist_ok=True)
    for name in ("jobs", "paths", "meetings", "deliveries", "memberships"):
        own = OWN.get(name, [])
        changed = "".join(f", CASE WHEN t.{c} = 0 THEN 0 ELSE t.{c} + copy * 68719476736 END AS {c}" for c in own)
        if name == "deliveries":
            changed = f", t.table_rows * {copies} AS table_rows"
        connection.execute(
            f"COPY (SELECT t.* REPLACE (CAST(t.programme + {number} AS BIGINT) AS programme{changed}) "
            f"FROM read_csv('{facts}/{name}.csv') AS t, range({copies if own else 1}) AS copies(copy)) "
            f"TO '{folder}/{name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )
