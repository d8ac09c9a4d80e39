"""What the pages say must exist: generated parts, commands, targets, links."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer

from docs.generate import PAGES, rewrite
from flows.cli import app

ROOT = Path(__file__).parents[1]
TEXTS = {page: (ROOT / page).read_text(encoding="utf-8") for page in [*PAGES, "CONTRIBUTING.md"]}


@pytest.mark.parametrize("page", PAGES)
def test_generated_parts_are_current(page: str) -> None:
    assert rewrite(TEXTS[page]) == TEXTS[page], "run 'make docs'"


@pytest.mark.parametrize("page", TEXTS)
def test_links_within_the_repository_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", TEXTS[page])
    missing = [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]

    assert missing == []


@pytest.mark.parametrize("page", TEXTS)
def test_every_make_target_named_in_a_page_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))

    assert set(re.findall(r"(?:`|^)make ([a-z]+)", TEXTS[page], re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", TEXTS)
def test_every_command_named_in_a_page_exists(page: str) -> None:
    command = typer.main.get_command(app)
    named = set(re.findall(r"(?:`|^ *)bespoke ([a-z-]+[a-z])", TEXTS[page], re.MULTILINE))

    assert named <= set(command.commands)  # type: ignore[attr-defined]


def test_plain_make_lists_every_target_with_a_line() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for target in ("install", "demo", "up", "test", "lint", "bench", "docs"):
        assert re.search(rf"make {target} +\S", listed), target
