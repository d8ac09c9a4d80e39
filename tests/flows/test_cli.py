"""A user's mistake ends in one clear line and a non-zero status, and changes nothing."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from flows import cli
from flows.wiring import open_workspace
from tests.sample_shops import load_tiny_shop, quick_settings, use_from_the_command_line


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bespoke", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["train", "--loud"], "No such option: --loud"),
        (["demo", "--customers", "many"], "--customers"),
        (["ingest"], "give one of"),
        (["ingest", "nowhere"], "nowhere"),
        (["ingest", "nowhere.csv.gz", "--online-retail"], "nowhere.csv.gz"),
        (["ingest", "--from-database", "sqlite:///x.db"], "--query"),
        (["ingest", "--from-database", "sqlite:///x.db", "--query", "products"], "TABLE=SELECT"),
        (["ingest", "--from-database", "x", "--query", "products=SELECT 1"], "products and events"),
        (["train"], "bespoke ingest"),
        (["drift"], "bespoke train"),
        (["draft", "absent.toml"], "absent.toml"),
        (["draft", "unknown.toml"], "colour: unknown key"),
        (["draft", "ended.toml"], "ended on 2020-01-01"),
        (["draft", "broken.toml"], "not valid TOML"),
        (["draft", "greedy.toml"], "limits.products"),
        (["drafts", "list", "nowhere"], "no campaign 'nowhere'"),
        (["drafts", "show", "nowhere"], "no draft 'nowhere'"),
        (["drafts", "approve"], "--all"),
        (["drafts", "approve", "nowhere"], "no draft 'nowhere'"),
        (["drafts", "reject", "--all", "nowhere"], "no campaign 'nowhere'"),
        (["send", "nowhere"], "no campaign 'nowhere'"),
        (["report", "nowhere"], "no campaign 'nowhere'"),
        (["demo", "--online-retail", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_a_mistake_is_one_line(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    says: str,
) -> None:
    (here / "unknown.toml").write_text('name = "Spring"\ncolour = "red"\n')
    (here / "ended.toml").write_text('name = "Old"\n[offer]\nkind = "free_shipping"\nends_on = 2020-01-01\n')
    (here / "greedy.toml").write_text('name = "Many"\n[products]\nper_email = 9\n')
    (here / "broken.toml").write_text("name =")

    status = run(monkeypatch, *arguments)

    err = capsys.readouterr().err
    assert status != 0
    assert says in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_settings_that_cannot_be_used_are_one_line(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bespoke.toml").write_text("[brand]\ncolour = 'red'\n")

    assert run(monkeypatch, "train") == 1
    assert capsys.readouterr().err.strip() == (
        "bespoke: settings (bespoke.toml and BESPOKE_* variables): brand.colour: unknown key"
    )


@pytest.mark.parametrize(
    ("components", "says"),
    [
        ({"alz": {"factors": 8}}, "recommender.components: no 'alz'; there are als, "),
        ({"als": {"factorz": 8}}, "recommender.components.als: no 'factorz'; there are alpha, factors"),
        ({"als": {"factors": "many"}}, "recommender.components.als.factors must be a whole number above 0"),
        ({"als": {"factors": True}}, "recommender.components.als.factors must be a whole number above 0"),
        (
            {"als": {"half_life_days": 0}},
            "recommender.components.als.half_life_days must be a number above 0",
        ),
        ({"als": {"keep_total": 2}}, "recommender.components.als.keep_total must be true or false"),
        ({"item_item": {"weighting": "x"}}, "recommender.components.item_item.weighting must be one of"),
    ],
)
def test_a_component_or_parameter_that_is_not_there_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    components: dict[str, Any],
    says: str,
) -> None:
    with open_workspace(quick_settings(tmp_path)) as ws:
        load_tiny_shop(ws, customers=3, events=9)
    use_from_the_command_line(monkeypatch, tmp_path)
    monkeypatch.setenv("BESPOKE_RECOMMENDER__COMPONENTS", json.dumps(components))

    assert run(monkeypatch, "train") == 1

    err = capsys.readouterr().err
    assert says in err
    assert len(err.strip().splitlines()) == 1


def test_quick_tunes_nothing_and_tune_looks_for_as_long_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(quick_settings(tmp_path)) as ws:
        load_tiny_shop(ws, customers=60, events=600)
    use_from_the_command_line(monkeypatch, tmp_path)

    assert run(monkeypatch, "train", "--quick") == 0
    quick = capsys.readouterr().out
    assert run(monkeypatch, "train", "--tune", "0.02") == 0
    tuned = capsys.readouterr().out

    assert "trials in" not in quick
    assert re.search(r"[1-9]\d* trials in \d+ s", tuned)


def test_every_command_has_help(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [
        "ingest",
        "train",
        "models",
        "eval",
        "drift",
        "draft",
        "send",
        "report",
        "demo",
        "up",
        "doctor",
        "drafts",
    ]
    for command in commands:
        assert run(monkeypatch, command, "--help") == 0
        assert "Usage" in capsys.readouterr().out


def test_doctor_tells_a_new_user_what_is_missing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")

    status = run(monkeypatch, "doctor")

    out = capsys.readouterr().out
    assert status == 0
    assert "bespoke ingest" in out
    assert "bespoke train" in out
    assert "phrasebook" in out


def test_doctor_fails_when_something_configured_does_not_work(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "outbox").write_text("not a folder")
    monkeypatch.setenv("BESPOKE_DELIVERY__OUTBOX", "outbox")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")

    assert run(monkeypatch, "doctor") == 1
    out = capsys.readouterr().out
    assert "cannot be written" in out
    assert "does not answer" in out
