"""Whatever the endpoint does, every sheet gets copy, and the note says why the phrasebook wrote."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Any

import pytest

from bespoke.domain import (
    Angle,
    Cohort,
    CohortId,
    Copy,
    FactSheet,
    Finding,
    Segment,
    Severity,
    WrittenCopy,
)
from copywriter.budget import Budget
from copywriter.drafting import write_copies, write_copies_async
from copywriter.fact_sheets import make_blurb_sheet
from copywriter.phrasebook import Phrasebook
from tests.builders import NOW, a_brand, a_cohort, a_fact_sheet, a_product
from tests.copywriter.test_openai_writer import SPRING, a_writer
from tests.scripted_endpoint import Fault, Reply, ScriptedEndpoint, a_frame_reply

SEGMENTS = list(Segment)


def sheets(count: int) -> list[FactSheet]:
    return [
        a_fact_sheet(
            cohort=a_cohort(cohort_id=CohortId(f"cohort-{place}"), segment=SEGMENTS[place % 8]),
            angle=list(Angle)[place % 4],
            theme=f"Theme {chr(97 + place)}",
        )
        for place in range(count)
    ]


def no_findings(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
    return ()


def draft(some: list[FactSheet], writer: Any, **changes: Any) -> list[WrittenCopy]:
    values = {"phrasebook": Phrasebook(), "check": no_findings, "concurrency": 16} | changes
    return write_copies(some, writer=writer, **values)


def test_copies_come_in_the_order_of_their_sheets_and_each_is_reported_once(sqlite_store):
    seen: dict[int, WrittenCopy] = {}
    with ScriptedEndpoint(latency=0.02) as endpoint:
        written = draft(sheets(6), a_writer(sqlite_store, endpoint), on_written=seen.__setitem__)

    assert [one.writer for one in written] == ["small"] * 6
    assert [seen[place] for place in range(6)] == written
    assert 1 < endpoint.most_in_flight <= 6


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(status=401), "401: check OPENAI_API_KEY or writer.api_key"),
        (Fault(status=429, headers={"Retry-After": "0"}), "429"),
        (Fault(status=500), "500"),
        (Fault(hang_seconds=10), "no answer within 0.2 s"),
        (Fault(reset=True), "the connection broke off"),
        (Reply("nonsense"), "none of the model's 3 replies"),
        (Fault(body=b"nonsense"), "none of the model's 3 replies"),
        (Fault(status=400), "refused the request"),
        (None, "no connection"),
    ],
    ids=["401", "429", "500", "hang", "reset", "nonsense", "no JSON", "400", "refused"],
)
def test_a_campaign_completes_whatever_the_endpoint_answers(sqlite_store, fault, said):
    with ScriptedEndpoint([fault or Reply()]) as endpoint:
        asked = endpoint if fault is not None else None
        patience = 0.2 if said.startswith("no answer") else 30
        written = draft(
            sheets(12), a_writer(sqlite_store, asked, timeout_seconds=patience, max_attempts=2), concurrency=2
        )

    assert {one.writer for one in written} == {"phrasebook"}
    assert all(said in one.note and one.copy.subject for one in written)
    assert len(endpoint.requests) < 24  # of 36: the breaker opened


def test_a_rerun_pays_for_nothing_twice(sqlite_store):
    with ScriptedEndpoint() as endpoint:
        first = draft(sheets(8), a_writer(sqlite_store, endpoint))
        again = draft(sheets(10), a_writer(sqlite_store, endpoint))

    assert again[:8] == first
    assert len(endpoint.requests) == 10


def test_the_phrasebook_writes_what_the_budget_does_not_reach(sqlite_store):
    with ScriptedEndpoint(latency=0.01) as endpoint:
        written = draft(sheets(20), a_writer(sqlite_store, endpoint, Budget(Decimal(5), 6)))

    assert len(endpoint.requests) == 6
    notes = [one.note for one in written if one.writer == "phrasebook"]
    assert notes == ["the campaign's 6 model calls are used up"] * 14


def test_spending_before_a_restart_counts(sqlite_store):
    from bespoke.brief import BudgetBrief

    limits = BudgetBrief(max_calls=5)
    with ScriptedEndpoint() as endpoint:
        for _ in range(2):
            spent = sqlite_store.llm_ledger.spending(SPRING)
            draft(sheets(9), a_writer(sqlite_store, endpoint, Budget.of_campaign(limits, spent)))

    assert len(endpoint.requests) == 5


def a_price_guard(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
    if "£3" not in copy.body:
        return ()
    return (Finding("unsupported_price", Severity.BLOCK, "body", "£3 is in no fact", excerpt="£3"),)


def test_blocked_copy_is_rewritten_with_its_findings(sqlite_store):
    with ScriptedEndpoint([a_frame_reply(body="Mugs at £3."), a_frame_reply()]) as endpoint:
        (written,) = draft(sheets(1), a_writer(sqlite_store, endpoint), check=a_price_guard)

    assert (written.writer, written.rounds, written.findings) == ("small", 2, ())
    assert written.cost_usd == Decimal("0.0058")
    assert "£3 is in no fact" in endpoint.requests[1]["messages"][-1]["content"]


def test_copy_that_stays_blocked_gives_way_to_the_phrasebook(sqlite_store):
    replies = [a_frame_reply(body=f"{many} mugs at £3.") for many in ("Two", "Three", "Four")]
    with ScriptedEndpoint(replies) as endpoint:
        (written,) = draft(sheets(1), a_writer(sqlite_store, endpoint), check=a_price_guard)

    assert len(endpoint.requests) == 3
    assert (written.writer, written.rounds) == ("phrasebook", 3)
    assert written.note == "the guards refused the model's copy 3 times: unsupported_price"
    assert written.findings == ()


def test_what_was_sent_back_is_kept_by_rule_and_round(sqlite_store):
    bad = [a_frame_reply(body=f"{many} mugs at £3.") for many in ("Two", "Three", "Four")]
    with ScriptedEndpoint([bad[0], a_frame_reply()]) as endpoint:
        (mended,) = draft(sheets(1), a_writer(sqlite_store, endpoint), check=a_price_guard)
    with ScriptedEndpoint(bad) as endpoint:
        (given_up,) = draft(sheets(2)[1:], a_writer(sqlite_store, endpoint), check=a_price_guard)

    assert (mended.sent_back, mended.sent_back_in_vain) == ((("unsupported_price",),), False)
    assert (given_up.sent_back, given_up.sent_back_in_vain) == ((("unsupported_price",),) * 3, True)


def a_guard_of_two_minds(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
    held = Finding("pressure", Severity.HOLD, "body", "this shames the reader")
    noted = Finding("shouting", Severity.NOTE, "body", "this is rather loud")
    return (*a_price_guard(copy, sheet), *((held, noted) if "shame" in copy.body else ()))


def test_what_is_only_held_is_mended_along_with_what_is_blocked(sqlite_store):
    with ScriptedEndpoint([a_frame_reply(body="Mugs at £3. For shame."), a_frame_reply()]) as endpoint:
        (written,) = draft(sheets(1), a_writer(sqlite_store, endpoint), check=a_guard_of_two_minds)

    asked = endpoint.requests[1]["messages"][-1]["content"]
    assert "this shames the reader" in asked
    assert "rather loud" not in asked
    assert written.sent_back == (("unsupported_price",),)


def test_copy_that_is_only_held_is_kept_as_it_is_unless_the_settings_ask_for_more(sqlite_store):
    with ScriptedEndpoint([a_frame_reply(body="For shame.")]) as endpoint:
        (written,) = draft(sheets(1), a_writer(sqlite_store, endpoint), check=a_guard_of_two_minds)

    assert (len(endpoint.requests), written.sent_back) == (1, ())


def test_held_copy_goes_back_twice_where_the_settings_ask_for_it_and_is_then_kept(sqlite_store):
    replies = [a_frame_reply(body=f"For shame, {who}.") for who in ("you", "him", "her")]
    with ScriptedEndpoint(replies) as endpoint:
        (written,) = draft(
            sheets(1), a_writer(sqlite_store, endpoint), check=a_guard_of_two_minds, repair=Severity.HOLD
        )

    assert len(endpoint.requests) == 3
    assert (written.writer, written.rounds, written.note) == ("small", 3, "")
    assert [one.rule for one in written.findings] == ["pressure", "shouting"]
    assert written.sent_back == (("pressure",),) * 3


def test_held_copy_is_kept_when_the_endpoint_fails_while_it_is_mended(sqlite_store):
    with ScriptedEndpoint([a_frame_reply(body="For shame."), Fault(status=400)]) as endpoint:
        (written,) = draft(
            sheets(1), a_writer(sqlite_store, endpoint), check=a_guard_of_two_minds, repair=Severity.HOLD
        )

    assert (written.writer, written.copy.body) == ("small", "For shame.")


def test_without_a_model_nothing_needs_explaining():
    written = draft(sheets(3), None)

    assert [(one.writer, one.note, one.rounds) for one in written] == [("phrasebook", "", 1)] * 3


def test_the_phrasebook_tries_other_words_when_a_guard_blocks_its_own():
    (sheet,) = sheets(1)
    first = Phrasebook().write(sheet).subject

    def dislikes_the_first(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
        blocked = Finding("taste", Severity.BLOCK, "subject", "not this one")
        return (blocked,) if copy.subject == first else ()

    (written,) = draft([sheet], None, check=dislikes_the_first)

    assert written.copy.subject != first
    assert written.findings == ()


def test_a_product_without_a_word_about_it_costs_nothing_and_gets_no_blurb(sqlite_store):
    product = a_product(description="")
    sheet = make_blurb_sheet(product, brand=a_brand(), locale="en-GB", send_date=NOW.date())
    with ScriptedEndpoint() as endpoint:
        (written,) = draft([sheet], a_writer(sqlite_store, endpoint))

    assert endpoint.requests == []
    assert written.copy == Copy()


async def test_it_works_where_an_event_loop_runs(sqlite_store):
    with ScriptedEndpoint() as endpoint:
        written = draft(sheets(2), a_writer(sqlite_store, endpoint))

    assert len(written) == 2


async def test_cancelling_ends_every_call_and_keeps_what_was_written(sqlite_store):
    kept: list[int] = []
    with ScriptedEndpoint(latency=0.2) as endpoint:
        work = write_copies_async(
            sheets(20),
            writer=a_writer(sqlite_store, endpoint),
            phrasebook=Phrasebook(),
            check=no_findings,
            concurrency=4,
            on_written=lambda place, _: kept.append(place),
        )
        task = asyncio.create_task(work)
        while not kept:
            await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.3)  # what was on its way has arrived
        asked = len(endpoint.requests)
        await asyncio.sleep(0.3)

    assert len(endpoint.requests) == asked
    assert 0 < len(kept) < 20
    (line,) = sqlite_store.llm_costs.sums("campaign")
    # An answer that came in the same moment is paid for, and kept for a rerun.
    assert line.usable >= len(kept)
    assert line.maybe_billed == line.calls - line.usable


def test_the_guards_read_each_language_while_the_first_replies_are_on_their_way(sqlite_store):
    checked: list[tuple[str, bool]] = []
    german = replace(a_fact_sheet(theme="Ein Thema"), locale="de-AT")

    def check(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
        checked.append((sheet.locale, copy.subject == "Written by the model"))
        return ()

    with ScriptedEndpoint([a_frame_reply(subject="Written by the model")], latency=0.6) as endpoint:
        written = write_copies(
            [a_fact_sheet(), german],
            writer=a_writer(sqlite_store, endpoint),
            phrasebook=Phrasebook(),
            check=check,
        )

    before = takewhile(lambda one: not one[1], checked)
    assert {locale for locale, _ in before} == {"en-GB", "de-AT"}
    assert [one.copy.subject for one in written] == ["Written by the model"] * 2


def test_an_error_in_keeping_a_draft_is_not_swallowed():
    def keep(place: int, written: WrittenCopy) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        draft(sheets(3), None, on_written=keep)


def test_nothing_personal_crosses_the_wire(sqlite_store):
    people = ["Ann-Kathrin", "Featherstonehaugh", "ann@example.com", "+44 20 7946 0000", "cust-000417"]
    cohort = Cohort(CohortId("loyal-kitchen-en-gb"), Segment.LOYAL, "Kitchen", "en-GB", False, 417)
    with ScriptedEndpoint() as endpoint:
        written = draft(
            [a_fact_sheet(cohort=cohort, products=(a_product(price="9.99"),))],
            a_writer(sqlite_store, endpoint),
        )

    wire = b"\n".join(endpoint.wire).decode()
    assert not any(person in wire for person in people)
    assert "417" not in wire  # not even how many they are
    assert "{{ first_name }}" in wire
    assert "{{ first_name }}" in written[0].copy.body
    allowed = {"model", "messages", "max_tokens", "response_format"}
    assert all(set(request) == allowed for request in endpoint.requests)


def test_neighbors_never_share_a_subject():
    written = draft(
        [replace(one, theme="") for one in sheets(24)],
        None,
    )

    subjects = [one.copy.subject for one in written]
    assert len(set(subjects)) == len(subjects)
