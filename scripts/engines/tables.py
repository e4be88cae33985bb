"""The tables of `bilan facts`, in one folder or in several below one: as CSV, or as Parquet for who has many rows."""
import csv
import pathlib

NAMES = ("jobs", "paths", "meetings", "deliveries", "memberships")


def folders(place):
    """The folder itself, or those in it that hold tables."""
    place = pathlib.Path(place)
    found = [place] if is_facts(place) else sorted(p for p in place.iterdir() if p.is_dir() and is_facts(p))
    if not found:
        raise SystemExit(f"engine: {place}: no tables; bilan facts MONTH --to {place}")
    return found


def is_facts(folder):
    return any((folder / f"jobs.{kind}").exists() for kind in ("csv", "parquet"))


def files(place, name):
    """Where a table stands: the files, and whether they are Parquet."""
    parquet = [folder / f"{name}.parquet" for folder in folders(place)]
    if all(path.exists() for path in parquet):
        return [str(path) for path in parquet], True
    return [str(folder / f"{name}.csv") for folder in folders(place)], False


def columns(path):
    with open(path, newline="") as file:
        return next(csv.reader(file))
