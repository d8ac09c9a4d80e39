"""Who is tried, by what was asked for and what is configured."""

from __future__ import annotations

from pathlib import Path

import pytest

from bespoke.domain import DraftKind
from bespoke.errors import BespokeError, NotFound
from bespoke.settings import LimitSettings, WriterSettings
from copywriter.instructions import read_instructions
from copywriter.prompts import make_prompt
from eval.copy_contestants import Entries, Instructions, list_contestants
from tests.builders import a_fact_sheet

CONFIGURED = WriterSettings(base_url="http://127.0.0.1:9/v1", model="small")


def names(entries: Entries, settings: WriterSettings = CONFIGURED) -> list[str]:
    return [one.name for one in list_contestants(entries, settings)]


@pytest.fixture
def others(tmp_path: Path) -> Path:
    folder = tmp_path / "shorter"
    folder.mkdir()
    (folder / "frame.md").write_text("Write less. `subject`", encoding="utf-8")
    return folder


def test_what_is_configured_writes_where_nothing_was_asked_for() -> None:
    assert names(Entries()) == ["small"]
    assert names(Entries(), WriterSettings()) == ["phrasebook"]


def test_each_model_writes_with_each_prompts(others: Path) -> None:
    entries = Entries(models=["small", "large", "small"], prompts=[others], writers=["phrasebook"])

    assert names(entries) == [
        *["small", f"small, prompts {others}", "large", f"large, prompts {others}", "phrasebook"]
    ]


def test_the_phrasebook_alone_needs_no_model() -> None:
    assert names(Entries(writers=["phrasebook"])) == ["phrasebook"]
    assert names(Entries(writers=["phrasebook", "model"])) == ["small", "phrasebook"]


@pytest.mark.parametrize("entries", [Entries(models=["small"]), Entries(writers=["model"])])
def test_a_model_without_an_endpoint_is_refused(entries: Entries) -> None:
    with pytest.raises(BespokeError, match="OPENAI_BASE_URL"):
        names(entries, WriterSettings())


def test_an_unknown_writer_is_refused() -> None:
    with pytest.raises(BespokeError, match="'parrot' is unknown"):
        names(Entries(writers=["parrot"]))


def test_other_instructions_take_the_place_of_the_built_in_ones_only() -> None:
    prompt = make_prompt(a_fact_sheet(), LimitSettings())
    other = Instructions("shorter", {DraftKind.FRAME: "Write less.\n"}).put_in(prompt)

    assert other.messages[0]["content"] == prompt.messages[0]["content"].replace(
        read_instructions(DraftKind.FRAME), "Write less."
    )
    assert other.messages[0] != prompt.messages[0]
    assert other.messages[1:] == prompt.messages[1:]
    assert other.version != prompt.version
    assert other.version.startswith("frame-")


def test_a_kind_without_instructions_of_its_own_keeps_the_built_in_ones() -> None:
    prompt = make_prompt(a_fact_sheet(), LimitSettings())

    assert Instructions("shorter", {DraftKind.BLURB: "Write less."}).put_in(prompt) == prompt


def test_prompts_that_are_not_there_or_empty_are_said(tmp_path: Path, others: Path) -> None:
    with pytest.raises(NotFound, match=r"frame\.md"):
        names(Entries(prompts=[tmp_path]))
    (others / "frame.md").write_text(" \n", encoding="utf-8")
    with pytest.raises(BespokeError, match="is empty"):
        names(Entries(prompts=[others]))
