"""`make bench`: one table in one run. Nothing is asserted: read ratios, not times."""

import shared.bus.green  # noqa: F401, I001 - first of all

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from shared.telemetry.logs import configure
from tests.bench import calls, catching_up, commands, footprint, statements
from tests.bench.table import HEAD
from tiaojie.host.bare import BareHost

EVERY = {
    "calls": calls,
    "commands": commands,
    "catching_up": catching_up,
    "footprint": footprint,
    "statements": statements,
}


def options():
    reader = argparse.ArgumentParser(prog="make bench")
    reader.add_argument("only", nargs="*", metavar="|".join(EVERY), help="all, if none is named")
    reader.add_argument("--entries", type=int, default=100_000, help="in the journal caught up on")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--span", type=float, default=20, help="seconds over which CPU is counted")
    return reader.parse_args()


def main(asked):
    configure("warning")
    folder = Path(tempfile.mkdtemp(prefix="tj-bench-"))
    host = BareHost(folder)
    host.start()
    sys.stdout.write(f"{HEAD}\n")
    try:
        for name in asked.only or EVERY:
            for row in EVERY[name].rows(host, asked):
                sys.stdout.write(f"{row}\n")
                sys.stdout.flush()
    finally:
        host.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(options())
