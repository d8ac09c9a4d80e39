"""`bespoke draft` with a brief that asks for a batch: stopped by Ctrl-C, taken up again, or written live."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from bespoke.domain import CampaignId
from flows.wiring import open_workspace
from tests.end_to_end.conftest import ShopFolder
from tests.scripted_endpoint import ScriptedEndpoint

BRIEF = """
name = "Batch picks"
writing = "batch"
[audience]
limit = 120
"""
CAMPAIGN = CampaignId("batch-picks")


def start_drafting(shop: ShopFolder, endpoint: ScriptedEndpoint, brief: str = BRIEF):
    (shop.path / "batch.toml").write_text(brief, encoding="utf-8")
    return shop.bespoke(
        "draft", "batch.toml", OPENAI_BASE_URL=endpoint.base_url, BESPOKE_WRITER__BATCH_POLL_SECONDS="0.2"
    )


def wait_until_submitted(endpoint: ScriptedEndpoint) -> None:
    until = time.monotonic() + 60
    while not endpoint.batches.kept:
        assert time.monotonic() < until, "no batch was ever submitted"
        time.sleep(0.05)
    time.sleep(0.5)


@pytest.mark.slow
def test_ctrl_c_while_a_batch_is_under_way_loses_nothing(shop: ShopFolder) -> None:
    with ScriptedEndpoint(batch_seconds=8) as endpoint:
        process = start_drafting(shop, endpoint)
        wait_until_submitted(endpoint)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert process.returncode == 130
        assert err.strip().splitlines()[-1] == "bespoke: stopped; run the same command again to go on"
        assert "requests in a batch: at half the price" in " ".join(out.split())

        again = start_drafting(shop, endpoint)
        out, err = again.communicate(timeout=60)

    assert again.returncode == 0, err
    (batch,) = endpoint.batches.kept.values()
    assert f"{len(batch.lines)} usable" in out
    assert "waits for review" in out
    assert endpoint.paid - len(endpoint.requests) == len(batch.lines)  # the live ones are rewrites
    assert "written now by" in out
    with open_workspace(shop.settings) as ws:
        assert ws.store.llm_batches.open() == []
        assert ws.store.drafts.count_by_status(CAMPAIGN)


@pytest.mark.slow
def test_a_brief_that_says_live_now_does_not_wait_any_longer(shop: ShopFolder, tmp_path: Path) -> None:
    with ScriptedEndpoint(batch_seconds=40) as endpoint:
        process = start_drafting(shop, endpoint)
        wait_until_submitted(endpoint)
        process.kill()
        process.communicate()

        again = start_drafting(shop, endpoint, BRIEF.replace('"batch"', '"live"'))
        out, err = again.communicate(timeout=60)

    assert again.returncode == 0, err
    assert "is canceled, since writing is live now" in " ".join(out.split())
    assert "waits for review" in out
    assert endpoint.requests
