"""What the terminal tells of a draft."""

from __future__ import annotations

from bespoke.domain import FactUse, WrittenCopy
from flows.summary import describe_draft
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
