"""`make bench`: every benchmark in a process of its own, so that none warms or fills another's memory."""

from __future__ import annotations

import subprocess
import sys

TOPICS = ("ingest", "recommending", "assembling", "guarding")


def main(topics: list[str]) -> int:
    """Run the topics, by default all; return the number that failed."""
    failed = 0
    for topic in topics or TOPICS:
        print(f"\n== {topic} ==", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{topic}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
