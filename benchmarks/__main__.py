"""`make bench`: every benchmark in a process of its own, so that none warms or fills another's memory."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence

TOPICS = ("ingest", "recommending", "assembling", "guarding", "writing", "accuracy")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the topics, by default all; return the number that failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=", ".join(TOPICS))
    parser.add_argument("--data", help="the UCI Online Retail file, for accuracy")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.topics) - set(TOPICS):
        parser.error(f"no topic {', '.join(sorted(unknown))}; there are {', '.join(TOPICS)}")
    failed = 0
    for topic in asked.topics or TOPICS:
        print(f"\n== {topic} ==", flush=True)
        more = ["--data", asked.data] if topic == "accuracy" and asked.data else []
        failed += (
            subprocess.run([sys.executable, "-m", f"benchmarks.{topic}", *more], check=False).returncode != 0
        )
    return failed


if __name__ == "__main__":
    sys.exit(main())
