"""Runs the query on DuckDB, in this process."""
import os

import duckdb
import tables


def run(query, facts, out, threads=None, memory=None):
    connection = duckdb.connect(config={"temp_directory": os.environ.get("TMPDIR", "/tmp")})
    connection.execute("SET preserve_insertion_order = false")
    if threads:
        connection.execute(f"SET threads = {threads}")
    if memory:
        connection.execute(f"SET memory_limit = '{memory}'")
    for name in tables.NAMES:
        paths, is_parquet = tables.files(facts, name)
        names = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        if is_parquet:
            source = f"read_parquet([{names}])"
        else:
            types = ", ".join(f"'{column}': 'BIGINT'" for column in tables.columns(paths[0]))
            source = f"read_csv([{names}], header = true, columns = {{{types}}})"
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {source}")
    connection.execute(f"COPY ({query}) TO '{out}' (FORMAT csv, HEADER true)")
