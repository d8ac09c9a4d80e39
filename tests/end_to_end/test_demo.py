"""What a newcomer sees first."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.demo import run_demo


def test_the_demo_fills_the_outbox_once_and_says_who_approved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    run_demo(customers=200)
    first = capsys.readouterr().out
    delivered = sorted((tmp_path / "var" / "outbox").glob("*/messages/*/*.eml"))
    run_demo(customers=200)
    second = capsys.readouterr().out

    assert len(delivered) > 50
    assert f"{len(delivered)} now; in all {len(delivered)} sent" in first
    assert f"0 now; in all {len(delivered)} sent" in second
    assert sorted((tmp_path / "var" / "outbox").glob("*/messages/*/*.eml")) == delivered
    said = next(line for line in second.splitlines() if "by itself" in line)
    assert said in first
    sheet = (tmp_path / "var" / "outbox" / "index.html").read_text(encoding="utf-8")
    assert "approved by the demo itself" in sheet
