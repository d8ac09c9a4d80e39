"""`python -m review`: what it prints, and what it says when it cannot serve."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

ROOT = Path(__file__).parents[2]


def start(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    inherited = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    settings = {"BESPOKE_DATABASE_URL": f"sqlite:///{tmp_path / 'bespoke.db'}"}
    return subprocess.Popen(
        [sys.executable, "-m", "review", *arguments],
        cwd=tmp_path,
        env=inherited | settings | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_prints_a_link_that_lets_in_and_stops_when_told(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as process:
        assert process.stdout is not None
        link = re.search(r"http://127\.0\.0\.1:\d+/sign-in\?token=[\w-]{40,}", process.stdout.readline())
        assert link is not None
        with httpx2.Client(trust_env=False) as browser:
            assert "Welcome" in browser.get(link[0]).text
            assert browser.get(httpx2.URL(link[0]).join("/health")).text == "ok"
            assert browser.get(httpx2.URL(link[0]).join("/")).status_code == 401
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)

    assert errors == ""
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_the_token_can_be_given(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0", BESPOKE_REVIEW_TOKEN="known-beforehand-by-make-up") as process:
        assert process.stdout is not None
        assert process.stdout.readline().endswith("token=known-beforehand-by-make-up\n")
        process.terminate()
        process.communicate(timeout=30)


def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        output, errors = start(tmp_path, "--port", port).communicate(timeout=60)

    assert output == ""
    assert re.fullmatch(rf"review: cannot listen on 127\.0\.0\.1 port {port}: .*--port\n", errors)


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"BESPOKE_DATABASE_URL": "nonsense"}, "cannot open the database 'nonsense'"),
        ({"BESPOKE_LIMITS__SUBJECT": "many"}, "limits.subject"),
        ({"BESPOKE_REVIEW_TOKEN": "short"}, "at least 16 characters"),
        ({"BESPOKE_DELIVERY__LINK_BASE_URL": "ftp://x"}, "link_base_url"),
    ],
)
def test_bad_settings_are_told_in_one_line(tmp_path: Path, environment: dict[str, str], says: str) -> None:
    process = start(tmp_path, "--port", "0", **environment)
    _, errors = process.communicate(timeout=60)

    assert process.returncode == 1
    assert errors.startswith("review: ")
    assert says in errors
    assert errors.count("\n") == 1


def test_it_needs_no_flows(tmp_path: Path) -> None:
    code = "import sys, review.__main__; sys.exit('flows' in sys.modules or 'prefect' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
