"""`bespoke eval copy` from the keyboard to tables, JSON and a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import cli
from tests.eval.copy_trials import set_environment, write_shop, writes_and_judges
from tests.scripted_endpoint import ScriptedEndpoint


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_shop(tmp_path / "own")
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "frame.md").write_text("Write less.", encoding="utf-8")
    return tmp_path


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedEndpoint]:
    with ScriptedEndpoint(writes_and_judges()) as opened:
        for name, value in set_environment(opened).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("BESPOKE_WRITER__MODEL", "small")
        yield opened


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bespoke", "eval", "copy", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_two_models_and_a_judge_side_by_side(
    here: Path,
    endpoint: ScriptedEndpoint,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = "--briefs own --model small --model large --judge judge --runs 2 --json o.json --html o.html"

    status = run(monkeypatch, *arguments.split())

    printed = capsys.readouterr()
    assert status == 0
    assert printed.err.index("In all 18 calls") < printed.err.index("Writing 3 briefs: small")
    assert "Difference to small" in printed.out
    assert "What judge gives large, 1 to 5, 2 runs" in printed.out
    found = json.loads((here / "o.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in found["contestants"]] == ["small", "large"]
    assert "<title>Copy: small, large</title>" in (here / "o.html").read_text(encoding="utf-8")


def test_prompts_beside_the_built_in_ones(
    here: Path,
    endpoint: ScriptedEndpoint,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(monkeypatch, "--briefs", "own", "--prompts", "prompts", "--writer", "phrasebook") == 0

    assert "3 briefs, small, small, prompts prompts, phrasebook" in capsys.readouterr().out
    assert sum(one["messages"][0]["content"].startswith("Write less.") for one in endpoint.requests) == 2


def test_the_phrasebook_alone_writes_nothing_to_disk_but_what_is_asked_for(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name for path in here.iterdir()}

    assert run(monkeypatch, "--limit", "4", "--json", "o.json") == 0

    assert {path.name for path in here.iterdir()} - before == {"o.json"}
    assert "4 briefs, phrasebook" in capsys.readouterr().out


def test_no_money_means_no_calls(
    here: Path,
    endpoint: ScriptedEndpoint,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(monkeypatch, "--briefs", "own", "--max-usd", "0") == 0

    assert endpoint.requests == []
    assert "small did not write" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("--model small", "OPENAI_BASE_URL"),
        ("--judge judge", "leave out --judge"),
        ("--writer parrot", "'parrot' is unknown"),
        ("--briefs absent", "no folder of briefs 'absent'"),
        ("--briefs prompts", "*.toml"),
        ("--runs 0", "--runs"),
        ("--limit 0", "--limit"),
        ("--max-usd -1", "--max-usd"),
        ("--html no/o.html", "no folder"),
        ("--json no/o.json", "no folder"),
    ],
)
def test_a_mistake_is_one_line(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: str,
    says: str,
) -> None:
    assert run(monkeypatch, *arguments.split()) != 0

    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert says in said
