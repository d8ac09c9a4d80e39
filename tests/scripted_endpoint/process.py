"""The endpoint in a process of its own, so that its time is not the client's and it outlives a kill."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


@contextmanager
def endpoint_process(*options: str) -> Iterator[str]:
    """Run `python -m tests.scripted_endpoint` with the options on a free port; gives its base URL."""
    command = [
        sys.executable,
        "-m",
        "tests.scripted_endpoint",
        "--port",
        "0",
        "--until-stdin-closes",
        *options,
    ]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().removeprefix("export OPENAI_BASE_URL=").split()[0]
        finally:
            server.communicate()  # closes its stdin, at which it ends


def read_log(path: Path) -> list[dict[str, Any]]:
    """The lines that `--log` wrote so far."""
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )
