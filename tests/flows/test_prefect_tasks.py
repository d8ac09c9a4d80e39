"""How runs end, what they are called, and what a reviewer reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from bespoke.brief import parse_brief
from bespoke.domain import CampaignId, CampaignStatus, DraftStatus, FactUse, Finding, Severity, WrittenCopy
from bespoke.errors import BespokeError, BriefRefused, SettingsError
from flows.artifacts import embed_picture
from flows.review_notes import describe_review
from flows.run_campaign import name_campaign
from flows.tasks import is_worth_retrying, stop_in_one_line
from store.campaigns import Campaign, CampaignPlan
from tests.builders import NOW, a_copy, a_draft


def a_campaign() -> Campaign:
    plan = CampaignPlan(customers=100, excluded={}, messages_by_variant={"A": 40, "B": 41}, cohorts=2)
    brief = parse_brief({"name": "Spring picks"})
    return Campaign(CampaignId("spring"), brief, NOW, CampaignStatus.IN_REVIEW, None, plan)


@pytest.mark.parametrize("error", [BriefRefused("reaches nobody"), SettingsError("no such database")])
def test_a_persons_mistake_ends_a_run_in_one_line(error: Exception) -> None:
    @stop_in_one_line
    def run() -> State[Any]:
        raise error

    state = run()

    assert state.is_failed()
    assert state.message == str(error)


def test_a_bug_is_not_taken_for_a_persons_mistake() -> None:
    @stop_in_one_line
    def run() -> State[Any]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run()


def test_a_run_that_goes_well_keeps_its_state() -> None:
    state = Completed(message="3 messages delivered")

    assert stop_in_one_line(lambda: state)() is state


@pytest.mark.parametrize(("error", "retried"), [(BespokeError("no"), False), (OSError("disk"), True)])
def test_only_what_could_end_differently_is_tried_again(error: Exception, retried: bool) -> None:
    state: State[Any] = Failed(data=error)

    assert is_worth_retrying(None, None, state) is retried  # type: ignore[arg-type]


def test_outside_a_run_a_campaign_is_named_by_its_brief_alone() -> None:
    assert name_campaign(parse_brief({"name": "Spring picks!"})) == "spring-picks"


def test_the_reviewer_reads_how_many_e_mails_wait_and_what_was_found() -> None:
    finding = Finding("unsupported_price", Severity.BLOCK, "body", "claims £5, which is not in the facts")
    blocked = a_draft(
        "spring/c/B",
        status=DraftStatus.BLOCKED,
        variant="B",
        written=WrittenCopy(a_copy(), "phrasebook", findings=(finding,)),
    )

    notes = describe_review(a_campaign(), [a_draft(), blocked], None, Path("/shop/index.html"))

    assert "**81 emails** from 2 drafts (1 held, 1 blocked)" in notes
    assert "blocked `spring/c/B`: claims £5, which is not in the facts" in notes
    assert "`/shop/index.html`" in notes


def test_the_notes_count_claims_that_rest_on_no_known_fact() -> None:
    uses = (FactUse("new", "product 9.award"), FactUse("£12.50", "product 1.price", "12.50 GBP", "body"))
    draft = a_draft(written=WrittenCopy(a_copy(), "small", facts_used=uses))

    notes = describe_review(a_campaign(), [a_draft(), draft], None, Path("index.html"))

    assert "The model named no known fact for 1 claim: look at `spring/loyal-kitchen/A`." in notes
    assert "no known fact" not in describe_review(a_campaign(), [a_draft()], None, Path("index.html"))


def test_copy_cannot_change_the_notes_it_stands_in() -> None:
    draft = a_draft(copy=a_copy(subject="</details> | **bold** `x`"))

    notes = describe_review(a_campaign(), [draft], None, Path("index.html"))

    assert r"\</details\> \| \*\*bold\*\* \`x\`" in notes


def test_a_picture_travels_inside_the_page(tmp_path: Path) -> None:
    (tmp_path / "plot.png").write_bytes(b"\x89PNG")

    assert embed_picture(tmp_path / "plot.png", "A plot") == "![A plot](data:image/png;base64,iVBORw==)"
