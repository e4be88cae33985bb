"""Tries the package on a bare Debian: python3 -B packaging/trial DEB BEFORE-DEB [PART…]. As root; what it keeps is under a folder of the
temporary one, bilan-trial, which may be deleted at any time."""
import os
import pathlib
import sys
import tempfile
import time

from debian import Debian
from lifecycle import lifecycle, upgrade
from morning import mornings
from report import Report
from server import server_page


def main(deb, before, *parts):
    if os.geteuid() != 0:
        sys.exit("trial: as root")
    cache = pathlib.Path(tempfile.gettempdir()) / "bilan-trial"
    cache.mkdir(exist_ok=True)
    report = Report()
    for trial, arguments in ((lifecycle, (deb,)), (upgrade, (before, deb)), (mornings, (deb,)), (server_page, (deb,))):
        if parts and trial.__name__ not in parts:
            continue
        began = time.monotonic()
        debian = Debian(cache)
        try:
            trial(debian, report, *arguments)
        finally:
            debian.remove()
        print(f"  {time.monotonic() - began:.0f} s", flush=True)
    report.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
