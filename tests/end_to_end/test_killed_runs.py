"""A run that is killed at any moment and started again delivers every message exactly once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from bespoke.brief import read_brief
from bespoke.domain import CampaignId, CampaignStatus, MessageStatus
from flows.stages.drafting import draft_campaign
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.reviewing import approve_campaign
from flows.stages.sending import send_campaign
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


def kill_when(process: subprocess.Popen[str], is_time: Callable[[], bool]) -> bool:
    """SIGKILL the process as soon as the condition holds; False if it ended before."""
    while process.poll() is None:
        if is_time():
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return True
        time.sleep(0.001)
    process.communicate()
    return False


def finish(shop: ShopFolder) -> int:
    """Run the campaign again from its start; return how many messages went out now."""
    with open_workspace(shop.settings) as ws:
        campaign = open_campaign(ws, read_brief(shop.path / "brief.toml"))
        plan_campaign(ws, campaign)
        draft_campaign(ws, ws.store.campaigns.get(CAMPAIGN))
        approve_campaign(ws, CAMPAIGN, "ann")
        return send_campaign(ws, CAMPAIGN).sent_now


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


@pytest.mark.parametrize(("what", "done"), [("planning", 1), ("planning", 3), ("drafts", 1), ("drafts", 8)])
def test_killed_while_planning_and_drafting(shop: ShopFolder, what: str, done: int) -> None:
    process = shop.start("-m", "tests.end_to_end.victim", str(shop.path), what, str(done))
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    kept = count_rows(shop, "SELECT count(*) FROM drafts")
    assert kept == (done if what == "drafts" else 0)

    finish(shop)

    assert_each_got_one(shop)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 0.95])
def test_killed_while_sending(approved_shop: ShopFolder, share: float) -> None:
    planned = count_rows(approved_shop, "SELECT count(*) FROM messages")
    process = approved_shop.bespoke("send", CAMPAIGN)
    assert kill_when(process, lambda: len(delivered(approved_shop)) >= max(1, share * planned))
    before = delivered(approved_shop)

    finish(approved_shop)

    after = delivered(approved_shop)
    assert {path: after[path] for path in before} == before
    assert_each_got_one(approved_shop)


def test_sending_again_delivers_nothing_twice(approved_shop: ShopFolder) -> None:
    finish(approved_shop)
    before = delivered(approved_shop)

    assert finish(approved_shop) == 0
    assert delivered(approved_shop) == before
    assert_each_got_one(approved_shop)
