"""How long a shop takes to generate, check and load: `python -m benchmarks.ingest`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from audience.loading import load_shop
from audience.quality import check_tables
from audience.sample_shop import make_sample_shop
from store.database import open_store

SIZES = (10_000, 50_000, 250_000)
STAGES = ("generate", "check", "load")
_UNTIL = datetime(2026, 4, 20, 9, tzinfo=UTC)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print medians by number of customers, each run in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.measure:
        print(json.dumps(measure_once(chosen.measure)))
        return
    print(machine_facts())
    print(f"medians of {chosen.runs} runs; seconds, and peak memory of the whole process")
    print(f"{'customers':>10} {'events':>11} " + " ".join(f"{stage:>9}" for stage in STAGES) + "  peak MiB")
    for size in chosen.sizes:
        print(_row(size, [_measure_apart(size) for _ in range(chosen.runs)]), flush=True)


def measure_once(n_customers: int) -> dict[str, float]:
    """Seconds by stage, events and peak memory of this process so far, in MiB."""
    seconds: dict[str, float] = {}
    started = time.perf_counter()
    tables = make_sample_shop(n_customers, until=_UNTIL)
    seconds["generate"] = time.perf_counter() - started
    started = time.perf_counter()
    checked = check_tables(tables, currency="GBP", locale="en-GB")
    seconds["check"] = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
        started = time.perf_counter()
        load_shop(store, checked, _UNTIL)
        seconds["load"] = time.perf_counter() - started
        store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**seconds, "events": len(checked.events), "peak": peak}


def machine_facts() -> str:
    """Processor, cores, memory and versions, on one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _measure_apart(n_customers: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.ingest", "--measure", str(n_customers)]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


def _row(size: int, runs: list[dict[str, float]]) -> str:
    median = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    stages = " ".join(f"{median[stage]:9.2f}" for stage in STAGES)
    return f"{size:>10,} {median['events']:>11,.0f} {stages}  {median['peak']:8,.0f}"


if __name__ == "__main__":
    main()
