"""`python -m tests.end_to_end.victim FOLDER WHAT DONE`: drafts, and kills itself when that far."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from bespoke.brief import read_brief
from flows.stages.drafting import draft_campaign
from flows.stages.planning import open_campaign, plan_campaign
from flows.wiring import open_workspace
from tests.end_to_end.conftest import ShopFolder


def main(folder: str, last_what: str, last_done: str) -> None:
    def progress(done: int, total: int, what: str, note: str = "") -> None:
        if what == last_what and done >= int(last_done):
            os.kill(os.getpid(), signal.SIGKILL)

    shop = ShopFolder(Path(folder))
    with open_workspace(shop.settings) as ws:
        campaign = open_campaign(ws, read_brief(shop.path / "brief.toml"))
        plan_campaign(ws, campaign, progress)
        draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id), progress)


if __name__ == "__main__":
    main(*sys.argv[1:])
