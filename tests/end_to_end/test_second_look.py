"""The judge and moderation are reached by settings alone, counted in the estimate, and asked once."""

from __future__ import annotations

from typing import Any

import pytest

from bespoke.domain import CampaignId
from flows.wiring import open_workspace
from tests.end_to_end.conftest import ShopFolder
from tests.scripted_endpoint import ScriptedEndpoint
from tests.scripted_endpoint.copy_replies import copy_for

BRIEF = """
name = "Judged picks"
[audience]
limit = 120
"""
SETTINGS = {
    "BESPOKE_GUARDS__JUDGE__ENABLED": "true",
    "BESPOKE_GUARDS__JUDGE__RUNS": "2",
    "BESPOKE_GUARDS__JUDGE__UNMATCHED_CLAIMS": "true",
    "BESPOKE_GUARDS__MODERATION__ENABLED": "true",
}


def script(request: Any) -> Any:
    """Copy whose claim rests on no fact there is, until a judge has objected."""
    if "<claims>" in request["messages"][-1]["content"]:
        return {"verdicts": [{"claim": 1, "verdict": "unsupported", "why": "no such fact"}]}
    copy = copy_for(request)
    if "body" in copy and len(request["messages"]) == 2:
        words = copy["body"].split("\n\n")[1].split(". ")[0]
        return copy | {"facts_used": [{"claim": words, "fact": "product 9.glow"}]}
    return copy | {"facts_used": []}


def draft(shop: ShopFolder, endpoint: ScriptedEndpoint) -> str:
    process = shop.bespoke("draft", "judged.toml", OPENAI_BASE_URL=endpoint.base_url, **SETTINGS)
    said, wrong = process.communicate(timeout=180)
    assert process.returncode == 0, wrong
    return said


@pytest.mark.slow
def test_settings_alone_bring_a_judge_and_moderation(shop: ShopFolder) -> None:
    (shop.path / "judged.toml").write_text(BRIEF, encoding="utf-8")
    with ScriptedEndpoint(script) as endpoint:
        said = draft(shop, endpoint)
        asked, wire = len(endpoint.requests), len(endpoint.wire)
        judged = [one for one in endpoint.requests if "<claims>" in one["messages"][-1]["content"]]
        draft(shop, endpoint)

        assert len(endpoint.requests) == asked
        assert len(endpoint.wire) == wire
    with open_workspace(shop.settings) as ws:
        frames = ws.store.drafts.of_campaign(CampaignId("judged-picks"))

    assert "are the judge's" in said
    assert len(judged) >= 2
    assert any(raw.startswith(b"POST /v1/moderations") for raw in endpoint.wire)
    assert {draft.written.rounds for draft in frames if draft.cohort_id} == {2}
