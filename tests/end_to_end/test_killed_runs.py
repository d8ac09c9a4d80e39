"""A run that is killed at any moment and started again delivers every message exactly once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from collections import Counter
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from bespoke.domain import CampaignId, CampaignStatus, MessageStatus
from flows.wiring import open_workspace
from tests.end_to_end.conftest import ShopFolder

CAMPAIGN = CampaignId("spring-picks")


def delivered(shop: ShopFolder) -> dict[Path, int]:
    """The messages in the outbox with their inodes: a file written again would get another."""
    return {path: path.stat().st_ino for path in (shop.path / "var" / "outbox").glob("*/messages/*/*.eml")}


def count_rows(shop: ShopFolder, query: str) -> int:
    with sqlite3.connect(f"file:{shop.path}/var/bespoke.db?mode=ro", uri=True) as connection:
        found: int = connection.execute(query).fetchone()[0]
    return found


def kill_when(process: subprocess.Popen[str], is_time: object) -> bool:
    """SIGKILL the process as soon as the condition holds; False if it ended before."""
    while process.poll() is None:
        if is_time():  # type: ignore[operator]
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return True
        time.sleep(0.001)
    process.communicate()
    return False


def finish(shop: ShopFolder) -> None:
    for arguments in (
        ("draft", "brief.toml"),
        ("drafts", "approve", "--all", CAMPAIGN),
        ("send", CAMPAIGN),
    ):
        ended = shop.run(*arguments)
        assert ended.returncode == 0, ended.stderr


def assert_each_got_one(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        plan = ws.store.campaigns.get(CAMPAIGN).plan
        assert plan is not None
        expected = sum(plan.messages_by_variant.values())
        assert ws.store.messages.count_by_status(CAMPAIGN) == {MessageStatus.SENT: expected}
        assert ws.store.campaigns.get(CAMPAIGN).status is CampaignStatus.SENT
    mails = [message_from_bytes(path.read_bytes(), policy=default) for path in delivered(shop)]
    assert len(mails) == expected > 100
    assert max(Counter(mail["To"] for mail in mails).values()) == 1
    assert len({mail["Message-ID"] for mail in mails}) == expected


@pytest.mark.parametrize("drafts", [0, 1, 25])
def test_killed_while_drafting(shop: ShopFolder, drafts: int) -> None:
    process = shop.start("draft", "brief.toml")
    reached = "SELECT count(*) FROM campaigns" if drafts == 0 else "SELECT count(*) FROM drafts"
    assert kill_when(process, lambda: count_rows(shop, reached) >= max(drafts, 1))
    kept = count_rows(shop, "SELECT count(*) FROM drafts")

    finish(shop)

    assert count_rows(shop, "SELECT count(*) FROM drafts") >= kept
    assert_each_got_one(shop)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 0.95])
def test_killed_while_sending(shop: ShopFolder, share: float) -> None:
    shop.run("draft", "brief.toml")
    shop.run("drafts", "approve", "--all", CAMPAIGN)
    planned = count_rows(shop, "SELECT count(*) FROM messages")
    process = shop.start("send", CAMPAIGN)
    assert kill_when(process, lambda: len(delivered(shop)) >= max(1, share * planned))
    before = delivered(shop)
    assert len(before) < planned

    finish(shop)

    after = delivered(shop)
    assert {path: after[path] for path in before} == before
    assert_each_got_one(shop)


def test_sending_again_delivers_nothing_twice(shop: ShopFolder) -> None:
    finish(shop)
    before = delivered(shop)

    finish_again = shop.run("send", CAMPAIGN)

    assert finish_again.returncode == 0
    assert "0 messages delivered now" in finish_again.stdout
    assert delivered(shop) == before
    assert_each_got_one(shop)
