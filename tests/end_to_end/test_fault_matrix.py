"""Whatever goes wrong at the endpoint, always or now and then, the campaign completes within its caps.

Every case drafts a campaign of more than 200 frames with the real store, guards and phrasebook,
through the real client against the scripted endpoint.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from bespoke.brief import BudgetBrief
from bespoke.domain import CampaignStatus, DraftStatus
from flows.stages.drafting import DraftingOutcome, draft_campaign, list_tasks
from tests.end_to_end.large_campaign import FEWEST_FRAMES, MAX_CALLS, MAX_USD, MODEL, PRICE, PlannedShop
from tests.scripted_endpoint import FAULTS, Bill, ScriptedEndpoint, faulty

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
class Drafted:
    """A drafted campaign as it lies in the store, and what the endpoint saw of it."""

    outcome: DraftingOutcome
    frames: int
    bill: Bill
    requests: int

    @property
    def by_model(self) -> int:
        return self.outcome.by_writer.get(MODEL, 0)


def _usd(bill: Bill) -> Decimal:
    return (PRICE.input * bill.prompt_tokens + PRICE.output * bill.completion_tokens) / 1_000_000


def draft(shop: PlannedShop, tmp_path: Path, name: str, share: float) -> Drafted:
    slow = {"timeout_seconds": 1.0} if name in ("timeout", "drip") else {}
    with (
        ScriptedEndpoint(faulty(name, share)) as endpoint,
        shop.copy(tmp_path, base_url=endpoint.base_url, **slow) as (ws, campaign),
    ):
        outcome = draft_campaign(ws, campaign)
        frames, blurbs = list_tasks(ws, campaign)
        assert sum(outcome.by_status.values()) == len(frames) + len(blurbs)
        assert set(outcome.by_status) == {DraftStatus.HELD}
        assert ws.store.campaigns.get(campaign.campaign_id).status is CampaignStatus.IN_REVIEW
        spending = ws.store.llm_ledger.spending(campaign.campaign_id)
        assert spending.calls <= MAX_CALLS
    drafted = Drafted(outcome, len(frames), endpoint.bill, len(endpoint.requests))
    assert drafted.bill.paid <= MAX_CALLS
    # Nothing is billed that the ledger does not know.
    assert _usd(drafted.bill) <= spending.cost_usd <= MAX_USD
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
    assert drafted.by_model > 0.9 * drafted.frames
    assert drafted.by_model + sum(drafted.outcome.fallbacks.values()) == drafted.frames


@pytest.mark.parametrize(
    ("limit", "said"),
    [({"max_calls": 60}, "60 model calls are used up"), ({"max_usd": "0.02"}, "budget of $0.02")],
    ids=["calls", "dollars"],
)
def test_a_cap_that_is_reached_amid_faults_holds(planned_shop, tmp_path, limit, said):
    budget = BudgetBrief(**{"max_calls": 500, "max_usd": "2"} | limit)
    with (
        ScriptedEndpoint(faulty("truncated-json", 0.2), latency=0.02) as endpoint,
        planned_shop.copy(tmp_path, base_url=endpoint.base_url) as (ws, campaign),
    ):
        brief = campaign.brief.model_copy(update={"budget": budget})
        outcome = draft_campaign(ws, replace(campaign, brief=brief))

    assert 0 < endpoint.paid <= budget.max_calls
    assert _usd(endpoint.bill) <= budget.max_usd
    assert any(said in note for note in outcome.fallbacks)
