"""Whatever goes wrong at the endpoint, always or now and then, the campaign completes within its caps.

Every case drafts a campaign of more than 200 frames with the real store, guards and phrasebook,
through the real client against the scripted endpoint.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bespoke.brief import parse_brief
from bespoke.domain import CampaignId, CampaignStatus, DraftStatus
from bespoke.settings import CohortSettings, PriceSettings, Settings, WriterSettings
from flows.stages.drafting import DraftingOutcome, draft_campaign, list_tasks
from flows.stages.planning import open_campaign, plan_campaign
from flows.wiring import Workspace, open_workspace
from store.campaigns import Campaign
from tests.end_to_end.conftest import ShopFolder
from tests.scripted_endpoint import FAULTS, Bill, ScriptedEndpoint, faulty

ANGLES = ("benefit", "curiosity", "social_proof", "value")
MAX_CALLS, MAX_USD = 500, Decimal("2.00")
PRICE = PriceSettings(input=Decimal("0.25"), output=Decimal("2"))
FEWEST_FRAMES = 200
BRIEF = {
    "name": "Whatever happens",
    "offer": {"kind": "percent", "value": 15, "code": "SPRING15", "segments": ["at_risk", "lapsed"]},
    "variants": [{"name": f"{angle}-{place}", "angle": angle} for place in (1, 2) for angle in ANGLES],
    "holdout": 0.0,
    "budget": {"max_usd": str(MAX_USD), "max_calls": MAX_CALLS},
}
# What the outcome must say of a fault; the calls of the last kind are answered, and so paid.
REFUSALS = {
    "401": "401: check OPENAI_API_KEY or writer.api_key",
    "403": "403: the key may not use it",
    "404": "404: check writer.base_url and that it serves 'small'",
    "quota": "the account has no credit left",
}
OUTAGES = {
    "429": "the endpoint answered 429",
    "429-retry-after": "the endpoint answered 429",
    "500": "the endpoint answered 500",
    "502": "the endpoint answered 502",
    "503": "the endpoint answered 503",
    "timeout": "no answer within",
    "reset": "the connection broke off",
    "drip": "no answer within",
}
BAD_REPLIES = {
    "malformed-json": "none of the model's 3 replies could be used",
    "malformed-body": "none of the model's 3 replies could be used",
    "truncated-json": "none of the model's 3 replies could be used",
    "truncated-body": "none of the model's 3 replies could be used",
    "wrong-shape": "none of the model's 3 replies could be used",
    "wrong-body-shape": "none of the model's 3 replies could be used",
    "refusal": "none of the model's 3 replies could be used",
    "empty": "none of the model's 3 replies could be used",
    "content-filter": "none of the model's 3 replies could be used",
    "cut-off": "none of the model's 3 replies could be used",
    "huge": "none of the model's 3 replies could be used",
    "wrong-language": "the guards refused the model's copy 3 times: wrong_language",
}
EXPECTED = REFUSALS | OUTAGES | BAD_REPLIES


@dataclass(frozen=True, slots=True)
class PlannedShop:
    path: Path
    campaign_id: CampaignId


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted campaign as it lies in the store, and what the endpoint saw of it."""

    outcome: DraftingOutcome
    frames: int
    calls: int  # in the ledger
    bill: Bill
    requests: int

    @property
    def by_model(self) -> int:
        return self.outcome.by_writer.get("small", 0)

    @property
    def billed_usd(self) -> Decimal:
        bill = self.bill
        return (PRICE.input * bill.prompt_tokens + PRICE.output * bill.completion_tokens) / 1_000_000


def settings_for(folder: Path, base_url: str | None = None, max_cohorts: int = 60, **writer: Any) -> Settings:
    values = {
        "base_url": base_url,
        "model": "small",
        "prices": {"small": PRICE},
        "concurrency": 16,
        "blurbs": False,
        "max_output_tokens": 1000,
        "patience_seconds": 0.5,
    } | writer
    shop = ShopFolder(folder).settings
    return shop.model_copy(
        update={
            "cohorts": CohortSettings(min_size=3, max_count=max_cohorts),
            "writer": WriterSettings(**values),
        }
    )


@pytest.fixture(scope="session")
def planned_shop(_trained_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> PlannedShop:
    """A shop with a campaign of small cohorts in eight variants, just large enough."""
    folder = tmp_path_factory.mktemp("planned") / "shop"
    shutil.copytree(_trained_shop, folder)
    for max_cohorts in range(36, 100, 4):
        brief = parse_brief(BRIEF | {"name": f"Matrix of {max_cohorts}"})
        with open_workspace(settings_for(folder, max_cohorts=max_cohorts)) as ws:
            campaign = open_campaign(ws, brief)
            plan_campaign(ws, campaign)
            frames, _ = list_tasks(ws, ws.store.campaigns.get(campaign.campaign_id))
        if len(frames) >= FEWEST_FRAMES:
            return PlannedShop(folder, campaign.campaign_id)
    raise AssertionError("no number of cohorts makes 200 frames")


@contextmanager
def a_campaign(shop: PlannedShop, tmp_path: Path, **writer: Any) -> Iterator[tuple[Workspace, Campaign]]:
    folder = Path(shutil.copytree(shop.path, tmp_path / "shop"))
    with open_workspace(settings_for(folder, **writer)) as ws:
        yield ws, ws.store.campaigns.get(shop.campaign_id)


def draft(shop: PlannedShop, tmp_path: Path, name: str, share: float, **writer: Any) -> Drafted:
    slow = {"timeout_seconds": 0.4} if name in ("timeout", "drip") else {}
    with (
        ScriptedEndpoint(faulty(name, share)) as endpoint,
        a_campaign(shop, tmp_path, base_url=endpoint.base_url, **slow, **writer) as (ws, campaign),
    ):
        outcome = draft_campaign(ws, campaign)
        frames, blurbs = list_tasks(ws, campaign)
        assert sum(outcome.by_status.values()) == len(frames) + len(blurbs)
        assert set(outcome.by_status) == {DraftStatus.HELD}
        assert ws.store.campaigns.get(campaign.campaign_id).status is CampaignStatus.IN_REVIEW
        spending = ws.store.llm_ledger.spending(campaign.campaign_id)
        assert spending.calls <= MAX_CALLS
        assert spending.cost_usd <= MAX_USD
    drafted = Drafted(outcome, len(frames), spending.calls, endpoint.bill, len(endpoint.requests))
    assert drafted.bill.paid <= MAX_CALLS
    assert drafted.billed_usd <= MAX_USD
    assert drafted.billed_usd <= spending.cost_usd  # nothing is billed that the ledger does not know
    return drafted


def test_the_matrix_knows_every_fault():
    assert set(EXPECTED) == set(FAULTS)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_fault_that_never_ends_leaves_the_campaign_to_the_phrasebook(planned_shop, tmp_path, name):
    drafted = draft(planned_shop, tmp_path, name, share=1.0)

    assert drafted.by_model == 0
    assert sum(drafted.outcome.fallbacks.values()) == drafted.frames
    assert all(EXPECTED[name] in note for note in drafted.outcome.fallbacks)
    assert drafted.requests < 100  # nobody keeps hammering


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_now_and_then_ends_the_asking(planned_shop, tmp_path, name):
    drafted = draft(planned_shop, tmp_path, name, share=0.2)

    assert 0 < sum(drafted.outcome.fallbacks.values()) < drafted.frames
    assert all(EXPECTED[name] in note for note in drafted.outcome.fallbacks)
    assert drafted.by_model >= drafted.bill.paid == drafted.bill.distinct > 0


@pytest.mark.parametrize("name", [*OUTAGES, *BAD_REPLIES])
def test_a_fault_in_a_fifth_of_the_calls_is_written_around(planned_shop, tmp_path, name):
    drafted = draft(planned_shop, tmp_path, name, share=0.2)

    assert drafted.requests > FEWEST_FRAMES
    assert drafted.by_model > 0.95 * drafted.frames
    assert drafted.by_model + sum(drafted.outcome.fallbacks.values()) == drafted.frames


@pytest.mark.parametrize(
    ("limit", "said"), [("max_calls", "model calls are used up"), ("max_usd", "budget of $")]
)
def test_a_cap_that_is_reached_amid_faults_holds(planned_shop, tmp_path, limit, said):
    tight = {"max_calls": 60, "max_usd": "0.02"}
    budget = {limit: tight[limit]}
    brief = parse_brief(BRIEF | {"budget": BRIEF["budget"] | budget})
    with (
        ScriptedEndpoint(faulty("truncated-json", 0.2), latency=0.02) as endpoint,
        a_campaign(planned_shop, tmp_path, base_url=endpoint.base_url) as (ws, campaign),
    ):
        capped = ws.store.campaigns.get(campaign.campaign_id)
        object.__setattr__(capped, "brief", brief)
        outcome = draft_campaign(ws, capped)

    bill = endpoint.bill
    billed = (PRICE.input * bill.prompt_tokens + PRICE.output * bill.completion_tokens) / 1_000_000
    assert 0 < bill.paid <= 60
    assert billed <= Decimal("0.02") or limit == "max_calls"
    assert any(said in note for note in outcome.fallbacks)
