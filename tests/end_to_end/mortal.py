"""`bespoke draft` in processes that start in no time, so that a test can kill many of them."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_FORKS = get_context("forkserver")
# What `bespoke draft` imports is imported once, by the server that all are forked from.
_FORKS.set_forkserver_preload(
    [
        "copywriter.asking",
        "copywriter.openai_writer",
        "flows.cli",
        "flows.costs",
        "flows.stages.drafting",
        "flows.stages.planning",
        "flows.stages.reviewing",
        "flows.summary",
        "tests.end_to_end.mortal",
    ]
)


def start_drafting(folder: Path, base_url: str) -> ForkServerProcess:
    """Start `bespoke draft brief.toml` in the folder."""
    process = _FORKS.Process(target=_draft, args=(str(folder), base_url))
    process.start()
    return process


def _draft(folder: str, base_url: str) -> None:
    os.chdir(folder)
    os.environ["OPENAI_BASE_URL"] = base_url
    sys.argv = ["bespoke", "draft", "brief.toml"]
    from flows.cli import main

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        main()
