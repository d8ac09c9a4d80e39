"""`bespoke check-copy`: a line out for each line in, a score, and nothing lost over a bad line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bespoke.settings import Settings
from flows import cli
from flows.copy_checking import check_cases
from guardrails.cases import BadLine

CASES = Path(__file__).parents[1] / "guardrails" / "cases" / "own.jsonl"


def a_case(case_id: str, body: str, **changes: Any) -> str:
    product = {"id": "m", "title": "Mug", "description": "A mug.", "price": "12.50", "currency": "GBP"}
    copy = {
        "subject": "A mug",
        "preheader": "For tea.",
        "headline": "Tea is served",
        "body": body,
        "cta": "See it",
    }
    values = {"id": case_id, "send_date": "2026-03-12", "products": [product], "copy": copy} | changes
    return json.dumps(values)


CLEAN = a_case("clean", "Hello {{ first_name }}, the mug is £12.50.", violations=[])
PRICED = a_case("priced", "Hello, the mug is £9.90.", violations=["invented_price"])
NAMED = a_case(
    "named", "Hello, Thistlewood.", customer={"last_name": "Thistlewood"}, violations=["personal_data"]
)
MISSED = a_case("missed", "Hello, have a look.", violations=["pressure"], spans=["have a look"])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bespoke", "check-copy", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def write(*lines: str) -> str:
    Path("cases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "cases.jsonl"


def read_lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_case_gets_a_line_with_its_verdict_and_findings(monkeypatch, capsys):
    assert run(monkeypatch, write(CLEAN, PRICED, NAMED)) == 0

    shown = capsys.readouterr()
    clean, priced, named = read_lines(shown.out)
    assert clean == {"id": "clean", "verdict": "pass", "findings": []}
    assert (priced["verdict"], [one["rule"] for one in priced["findings"]]) == (
        "block",
        ["unsupported_price"],
    )
    finding = priced["findings"][0]
    assert list(finding) == [
        "rule",
        "severity",
        "field",
        "span",
        "excerpt",
        "message",
        "fact",
        "suggestion",
    ]
    assert "Hello, the mug is £9.90."[slice(*finding["span"])] == finding["excerpt"] == "£9.90"
    assert "personal_data" in {one["rule"] for one in named["findings"]}
    assert shown.err == "3 cases: 1 pass, 0 hold, 2 block\n"


def test_a_bad_line_is_told_and_the_others_are_checked_all_the_same(monkeypatch, capsys):
    assert run(monkeypatch, write(CLEAN, '{"copy": {}}', "oops", PRICED)) == 2

    shown = capsys.readouterr()
    assert [one["id"] for one in read_lines(shown.out)] == ["clean", "priced"]
    assert shown.err.splitlines()[:2] == [
        "bespoke: cases.jsonl line 2: send_date is missing",
        "bespoke: cases.jsonl line 3: not valid JSON",
    ]


def test_standard_input_is_read_and_a_file_written(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PRICED.encode())))

    assert run(monkeypatch, "-", "-o", "out.jsonl") == 0

    assert capsys.readouterr().out == ""
    assert read_lines(Path("out.jsonl").read_text(encoding="utf-8"))[0]["id"] == "priced"


def test_a_score_tells_recall_precision_misses_and_false_alarms(monkeypatch, capsys):
    alarm = a_case("alarm", "Hello, the mug is £9.90.", violations=[])

    assert run(monkeypatch, write(CLEAN, PRICED, MISSED, alarm), "--score", "--json", "score.json") == 0

    page = capsys.readouterr().out
    assert "2 violations on 2 of 4 cases: 1 flagged, 50.0%" in page
    assert "2 clean cases: 50.0% blocked, 50.0% held or blocked" in page
    assert "| invented_price | 1 | 1 | 100.0% | 1 |" in page
    assert "| unsupported_price | 2 | 1 | 50.0% | 1 |" in page
    assert "`missed` pressure: “have a look”" in page
    assert "`alarm` block: unsupported_price in body “£9.90”" in page
    score = json.loads(Path("score.json").read_text(encoding="utf-8"))
    assert score["recall"] == 0.5
    assert [one["id"] for one in score["misses"]] == ["missed"]


def test_the_project_s_own_limits_and_policy_apply(monkeypatch, capsys):
    Path("bespoke.toml").write_text(
        '[limits]\nbody = 20\n[guards.rules]\nunsupported_price = "note"\n', encoding="utf-8"
    )

    run(monkeypatch, write(PRICED))

    (line,) = read_lines(capsys.readouterr().out)
    found = {one["rule"]: one["severity"] for one in line["findings"]}
    assert found == {"too_long": "block", "unsupported_price": "note"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["absent.jsonl"], "no file of cases 'absent.jsonl'"),
        (["."], "cannot read '.'"),
        (["cases.jsonl", "-o", "cases.jsonl"], "is the file that is read"),
        (["cases.jsonl", "-o", "nowhere/out.jsonl"], "cannot write 'nowhere/out.jsonl'"),
        (["cases.jsonl", "--json", "score.json"], "give --score"),
        (["cases.jsonl", "--score"], "nothing to score"),
    ],
)
def test_a_mistake_is_one_line(monkeypatch, capsys, arguments, says):
    write(a_case("unlabeled", "Hello."))

    assert run(monkeypatch, *arguments) == 1

    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("bespoke: ")]
    assert len(told) == 1
    assert says in told[0]
    assert "unlabeled" in Path("cases.jsonl").read_text(encoding="utf-8")


def test_lines_are_checked_one_by_one_as_they_come():
    written: list[str] = []

    def lines():
        for count in range(3):
            assert len(written) == count  # what came before is written before the next line is read
            yield PRICED

    check_cases(lines(), Settings(), written.append, lambda bad: None)

    assert len(written) == 3


def test_the_repositorys_own_cases_are_all_read():
    bad: list[BadLine] = []
    with CASES.open("rb") as lines:
        tally = check_cases(lines, Settings(), lambda line: None, bad.append)

    assert bad == []
    assert tally.score.cases == tally.verdicts.total() >= 20
