"""Labeled copy cases from a file, for tests and measurements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guardrails.cases import CopyCase
from guardrails.cases import read_cases as _read_cases


def read_cases(path: Path) -> Iterator[CopyCase]:
    """Every case of a file; a line that is none is a ValueError."""
    with path.open(encoding="utf-8") as lines:
        for case in _read_cases(lines):
            if not isinstance(case, CopyCase):
                raise ValueError(f"{path} {case}")
            yield case
