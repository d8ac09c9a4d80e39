"""Where the real data lie: beside the repository, never in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_NAMED = os.environ.get("BESPOKE_SHARED_DATA")  # read now: conftest clears the environment for each test


def online_retail_path() -> Path:
    """The UCI Online Retail file; skips the test, with a reason, where it is absent."""
    return shared_file("online_retail.csv.gz")


def shared_file(name: str) -> Path:
    """A file of the shared data; skips the test, with a reason, where it is absent."""
    folder = Path(_NAMED) if _NAMED else Path(__file__).resolve().parents[2] / "shared" / "data"
    path = folder / name
    if not path.is_file():
        pytest.skip(f"{name} is not in {str(folder)!r} (BESPOKE_SHARED_DATA)")
    return path
