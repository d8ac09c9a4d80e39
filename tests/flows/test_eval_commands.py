"""`bespoke eval recommender` from files to a table and JSON, without a store or settings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from flows import cli
from tests.eval.trial_files import a_sequence_shop, hold_out_last


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    train, test = hold_out_last(a_sequence_shop())
    train[["product_id", "customer_id"]].to_csv("T.tsv", index=False, sep="\t")
    test.to_csv("E.csv.gz", index=False)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bespoke", "eval", "recommender", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_files_become_a_table_and_json_and_nothing_else_is_written(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name for path in here.iterdir()}

    status = run(
        monkeypatch, "--train", "T.tsv", "--test", "E.csv.gz", "--quick", "--k", "5", "--json", "out.json"
    )

    printed = capsys.readouterr()
    found = json.loads((here / "out.json").read_text(encoding="utf-8"))
    assert status == 0
    assert f"Would be put in service: {found['in_service']['way']}." in printed.out
    assert "Fitting" not in printed.out  # progress is no part of what is piped on
    assert found["k"] == 5
    assert {path.name for path in here.iterdir()} - before == {"out.json"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--train", "T.tsv"], "--test"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--k", "0"], "--k"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--aim", "sell"], "--aim"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--tune", "-1"], "--tune"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--tune", "1", "--quick"], "not both"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--split", "half"], "auto, time, last"),
        (["--train", "T.tsv", "--test", "absent.csv", "--quick"], "no file 'absent.csv'"),
        (["--train", "T.tsv", "--test", "E.csv.gz", "--quick", "--json", "no/out.json"], "no folder"),
    ],
)
def test_a_mistake_is_one_line(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    says: str,
) -> None:
    assert run(monkeypatch, *arguments) != 0

    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert says in said
