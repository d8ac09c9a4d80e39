"""What the terminal tells of a draft."""

from __future__ import annotations

from decimal import Decimal

from bespoke.domain import FactUse, WrittenCopy
from copywriter.finding_counts import RuleCount
from flows.stages.drafting import DraftingOutcome
from flows.summary import describe_draft, describe_drafting
from store.llm_ledger import Spending
from tests.builders import a_copy, a_draft, a_fact_sheet


def test_a_draft_is_shown_with_what_its_claims_rest_on() -> None:
    uses = (
        FactUse("Good things", "product 1.price", "12.50 GBP", "headline"),
        FactUse("See them all", "product 1.award", None, "cta"),
    )
    sheet = a_fact_sheet(what_worked=("Short subjects.",))

    told = describe_draft(a_draft(written=WrittenCopy(a_copy(), "small", facts_used=uses), fact_sheet=sheet))

    assert "  ! 'See them all': no such fact (product 1.award)\n  'Good things': Speckled" in told
    assert "Speckled Stoneware Mug: 12.50 GBP (product 1.price)" in told
    assert "worked before: Short subjects." in told
    assert "claims" not in describe_draft(a_draft())


def test_what_was_drafted_is_told_with_what_each_rule_sent_back() -> None:
    counts = (RuleCount("shouting", sent_back=3, mended=2, given_up=1, blocked=0, held=1, noted=0),)
    outcome = DraftingOutcome({}, {}, 0, {}, {}, counts, Spending(0, Decimal(0), 0))

    assert (
        "The guards found, in drafts:\n"
        "  shouting: 3 sent back to the model, 2 of them mended and 1 left to the phrasebook; "
        "1 held as they stand"
    ) in describe_drafting(outcome)
