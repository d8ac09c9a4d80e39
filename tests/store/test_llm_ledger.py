"""Nothing a model was asked is forgotten, and no month costs more than it may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bespoke.domain import CampaignId
from store.database import Store
from store.llm_ledger import LlmCall, Mode, MonthSpent, Outcome, month_of
from tests.builders import NOW

SPRING = CampaignId("spring")


def a_call(request: str = "r1", cost: str | None = "0.01", **changes: object) -> LlmCall:
    call = LlmCall(request, SPRING, "m", "frame-1", 400, NOW, None if cost is None else Decimal(cost))
    return replace(call, **changes)  # type: ignore[arg-type]


def end(store: Store, begun: LlmCall, outcome: Outcome = Outcome.USABLE, **changes: object) -> None:
    values = {"reply": "{}", "prompt_tokens": 100, "completion_tokens": 20, "cost_usd": Decimal("0.002")}
    store.llm_ledger.finish(begun, replace(begun, outcome=outcome, **values | changes))  # type: ignore[arg-type]


def test_a_call_cut_off_by_the_end_of_the_process_counts_at_its_worst(store: Store) -> None:
    store.llm_ledger.begin(a_call())

    assert store.llm_ledger.replies("r1") == []
    assert store.llm_ledger.spending(SPRING).cost_usd == Decimal("0.01")
    assert store.llm_ledger.month_spending(NOW) == Decimal("0.01")
    (line,) = store.llm_costs.sums("campaign")
    assert (line.name, line.calls, line.usable, line.maybe_billed) == ("spring", 1, 0, 1)


def test_an_answer_replaces_the_worst_by_what_it_cost(store: Store) -> None:
    end(store, store.llm_ledger.begin(a_call()))

    (reply,) = store.llm_ledger.replies("r1")
    assert (reply.outcome, reply.cost_usd, reply.attempt) == (Outcome.USABLE, Decimal("0.002"), 1)
    assert store.llm_ledger.spending(SPRING).cost_usd == Decimal("0.002")
    assert store.llm_ledger.month_spending(NOW) == Decimal("0.002")


def test_a_refused_call_costs_nothing_and_is_no_reply(store: Store) -> None:
    end(store, store.llm_ledger.begin(a_call()), Outcome.FAILED, cost_usd=Decimal(0))

    assert store.llm_ledger.replies("r1") == []
    assert store.llm_ledger.spending(SPRING).calls == 0
    assert store.llm_ledger.month_spending(NOW) == 0
    assert [call.outcome for call in store.llm_ledger.calls("r1")] == [Outcome.FAILED]


def test_each_sending_of_a_request_has_a_number_of_its_own(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        begun = list(pool.map(store.llm_ledger.begin, [a_call()] * 16))

    assert sorted(call.attempt for call in begun) == list(range(1, 17))


def test_calls_from_all_sides_together_cannot_overrun_a_month(store: Store) -> None:
    def begin(number: int) -> bool:
        try:
            store.llm_ledger.begin(a_call(f"r{number}"), month_cap_usd=Decimal("0.05"))
        except MonthSpent:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        went = list(pool.map(begin, range(20)))

    assert sum(went) == 5
    assert store.llm_ledger.month_spending(NOW) == Decimal("0.05")
    assert store.llm_costs.sums("month")[0].calls == 5  # what was refused left no trace
    store.llm_ledger.begin(a_call("next", called_at=NOW + timedelta(days=31)), month_cap_usd=Decimal("0.05"))


def test_a_call_of_unknown_price_is_limited_by_no_dollars(store: Store) -> None:
    end(store, store.llm_ledger.begin(a_call(cost=None), month_cap_usd=Decimal(0)), cost_usd=None)

    assert store.llm_ledger.spending(SPRING).calls_of_unknown_price == 1


def test_costs_are_summed_by_campaign_model_and_month(store: Store) -> None:
    ledger = store.llm_ledger
    end(store, ledger.begin(a_call("a")))
    end(store, ledger.begin(a_call("b", campaign_id=None, mode=Mode.BATCH)), cached_tokens=60)
    end(store, ledger.begin(a_call("c", model="n", called_at=NOW - timedelta(days=40))), Outcome.UNUSABLE)

    by_campaign = {line.name: line for line in store.llm_costs.sums("campaign")}
    assert {name: line.calls for name, line in by_campaign.items()} == {"spring": 2, "no campaign": 1}
    assert by_campaign["no campaign"].cached_tokens == 60
    assert {line.name: line.usable for line in store.llm_costs.sums("model")} == {"m": 2, "n": 0}
    months = store.llm_costs.sums("month")
    assert [line.name for line in months] == [month_of(NOW - timedelta(days=40)), month_of(NOW)]
    assert sum(line.cost_usd for line in months) == Decimal("0.006")


def test_what_is_usual_is_learned_from_usable_replies_of_the_same_kind_of_prompt(store: Store) -> None:
    assert store.llm_costs.usual("m", "frame") is None
    end(store, store.llm_ledger.begin(a_call("a")), cached_tokens=50)
    end(store, store.llm_ledger.begin(a_call("b")), completion_tokens=40)
    end(store, store.llm_ledger.begin(a_call("c")), Outcome.UNUSABLE, completion_tokens=4000)
    end(store, store.llm_ledger.begin(a_call("d", prompt_version="blurb-1")), completion_tokens=5)

    usual = store.llm_costs.usual("m", "frame")

    assert usual is not None
    assert (usual.calls, usual.completion_tokens) == (2, 30)
    assert usual.prompt_tokens_per_char == pytest.approx(0.25)
    assert usual.cached_share == pytest.approx(0.25)


def test_what_an_endpoint_understands_is_remembered(store: Store) -> None:
    assert store.llm_ledger.find_dialect("e") is None

    store.llm_ledger.remember_dialect("e", "old")
    store.llm_ledger.remember_dialect("e", "new")

    assert store.llm_ledger.find_dialect("e") == "new"
