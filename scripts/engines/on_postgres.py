"""Runs the query on PostgreSQL: a server of its own on loopback, in a temporary folder, gone afterwards."""
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

import tables


def run(query, facts, out, threads=None, memory=None):
    with server() as ask:
        for name in tables.NAMES:
            paths, is_parquet = tables.files(facts, name)
            if is_parquet:
                raise SystemExit("engine: postgres reads CSV")
            columns = ", ".join(f"{column} BIGINT" for column in tables.columns(paths[0]))
            ask(f"CREATE TABLE {name} ({columns})")
            for path in paths:
                with open(path, "rb") as file:
                    ask(f"COPY {name} FROM STDIN (FORMAT csv, HEADER true)", stdin=file)
            ask(f"ANALYZE {name}")
        with open(out, "wb") as file:
            ask(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER true)", stdout=file)


@contextlib.contextmanager
def server():
    programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not programs:
        raise SystemExit("engine: no PostgreSQL: scripts/setup --engines")
    programs = programs[-1]
    place = pathlib.Path(tempfile.mkdtemp(prefix="bilan-postgres-"))
    # It does not run as root.
    own = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    if own:
        shutil.chown(place, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call = lambda *command: subprocess.run([*own, *command], check=True, cwd=place, stdout=subprocess.DEVNULL)
    try:
        call(programs / "initdb", "-D", place / "data", "-A", "trust", "-U", "bilan", "--locale=C", "-E", "UTF8")
        options = f"-p {port} -h 127.0.0.1 -k {place} -c fsync=off -c jit=off -c max_stack_depth=7MB"
        call(programs / "pg_ctl", "-D", place / "data", "-w", "-l", place / "log", "-o", options, "start")

        def ask(statement, **streams):
            streams.setdefault("stdin", subprocess.DEVNULL)
            streams.setdefault("stdout", subprocess.DEVNULL)
            script = place / "statement.sql"
            script.write_text(statement)
            command = [programs / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(port), "-U", "bilan", "-d", "postgres"]
            subprocess.run([*command, "-c", statement] if len(statement) < 100_000 else [*command, "-f", str(script)], check=True, **streams)

        yield ask
    finally:
        subprocess.run([*own, programs / "pg_ctl", "-D", place / "data", "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(place, ignore_errors=True)
