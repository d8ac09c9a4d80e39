"""Killed at any moment while it writes and started again, a campaign pays for nothing twice."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from pathlib import Path

from tests.end_to_end.conftest import ShopFolder
from tests.end_to_end.large_campaign import PlannedShop
from tests.end_to_end.mortal import start_drafting
from tests.scripted_endpoint.process import endpoint_process, read_log

KILLS = 20
LATENCY = 0.05
MOST_CALLS_OF_A_LIFE = 12
SETTINGS = """
[writer]
model = "small"
blurbs = false
concurrency = 8
max_output_tokens = 1000
patience_seconds = 20
[writer.prices.small]
input = 0.25
output = 2
"""


def count_lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def wait_for_lines(path: Path, wanted: int, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while count_lines(path) < wanted and time.monotonic() < until:
        time.sleep(0.002)


def test_killed_at_twenty_random_moments_every_paid_call_is_another_request(
    planned_shop: PlannedShop, tmp_path: Path
) -> None:
    shop = ShopFolder(Path(shutil.copytree(planned_shop.path, tmp_path / "shop")))
    (shop.path / "bespoke.toml").write_text(SETTINGS, encoding="utf-8")
    log, chance = tmp_path / "calls.jsonl", random.Random(7)
    some_bad = ("--fault", "truncated-json", "--share", "0.1", "--seed", "7")
    with endpoint_process("--log", str(log), "--latency", str(LATENCY), *some_bad) as base_url:
        for _ in range(KILLS):
            process = start_drafting(shop.path, base_url)
            wait_for_lines(log, count_lines(log) + chance.randint(1, MOST_CALLS_OF_A_LIFE))
            time.sleep(chance.uniform(0, LATENCY))
            assert process.is_alive()
            process.kill()
            process.join()
        last = shop.bespoke("draft", "brief.toml", OPENAI_BASE_URL=base_url)
        said, complaints = last.communicate(timeout=120)
    assert last.returncode == 0, complaints
    calls = read_log(log)
    paid = [call["hash"] for call in calls if call["paid"]]

    assert len(paid) == len(set(paid)) > 200
    assert sum(call["replayed"] for call in calls) >= KILLS  # the kills met calls in flight
    with sqlite3.connect(shop.path / "var" / "bespoke.db") as connection:
        wrote = connection.execute(
            "SELECT count(*), sum(json_extract(written, '$.writer') = 'small') FROM drafts"
        )
        drafts, by_model = wrote.fetchone()
    assert drafts >= 200
    assert by_model > 0.95 * drafts  # a few may meet three bad replies
    assert f"{drafts} held" in said
