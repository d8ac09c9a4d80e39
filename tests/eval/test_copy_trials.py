"""Trials of copy against an endpoint on this machine; neither the client nor the store is mocked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bespoke.domain import DraftKind, Severity
from bespoke.errors import BespokeError
from eval.copy_briefs import GoldenBrief, read_golden_briefs
from eval.copy_contestants import Contestant, Instructions
from eval.copy_estimates import describe_costs, expect_costs
from eval.copy_page import render_trial
from eval.copy_report import CopyTrial, JudgeOptions, trial_as_dict, trial_as_json, try_copy
from eval.copy_tables import describe_trial
from eval.copy_trials import SPENT_ON, Desk
from store.database import Store
from tests.eval.copy_trials import (
    a_desk,
    a_model,
    a_verdict,
    is_judged,
    write_shop,
    writes_and_judges,
)
from tests.scripted_endpoint import Fault, ScriptedEndpoint, a_frame_reply

LIE = {"subject": "90% off everything for you"}


@pytest.fixture
def briefs(tmp_path: Path) -> list[GoldenBrief]:
    return read_golden_briefs(write_shop(tmp_path / "own"))


def run(briefs: list[GoldenBrief], contestants: list[Contestant], desk: Desk, **more: Any) -> CopyTrial:
    return try_copy(briefs, contestants, desk, draws=200, **more)


def lies_at_first(request: Mapping[str, Any]) -> dict[str, str]:
    return a_frame_reply(**(LIE if len(request["messages"]) == 2 else {}))


def test_findings_are_counted_in_the_first_reply_and_after_repair(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    with ScriptedEndpoint(writes_and_judges(lies_at_first)) as endpoint:
        trial = run(briefs, [Contestant("small", a_model(endpoint))], a_desk(sqlite_store))

    (one,) = trial.standings
    blocking = {
        rule: found for (severity, rule), found in one.first_findings.items() if severity is Severity.BLOCK
    }
    assert sum(blocking.values()) >= 2
    assert one.kept_findings == {}
    assert one.measures["first_passes"].mean == pytest.approx(1 / 3)  # the blurb alone
    assert one.measures["rounds"].mean == pytest.approx((2 + 2 + 1) / 3)
    assert one.wrote == {"": 3}


def test_cost_tokens_and_latency_come_from_the_ledger_and_nothing_is_paid_twice(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    with ScriptedEndpoint(writes_and_judges(lies_at_first)) as endpoint:
        contestants = [Contestant("small", a_model(endpoint))]
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=2)
        first = run(briefs, contestants, a_desk(sqlite_store), judge=judge)
        asked = len(endpoint.requests)
        again = run(briefs, contestants, a_desk(sqlite_store), judge=judge)

    (one,) = first.standings
    assert (one.took.replies, one.took.prompt_tokens, one.took.completion_tokens) == (5, 4500, 1000)
    assert one.took.cost_usd == 5 * Decimal("0.0029")
    assert len(one.took.latencies) == 5
    assert one.measures["cost_usd"].mean == pytest.approx(5 * 0.0029 / 3)
    assert asked == len(endpoint.requests) == 5 + 3 * 2
    assert (first.paid_calls, again.paid_calls, again.spent_usd) == (11, 0, 0)
    assert again.standings == first.standings
    assert sqlite_store.llm_ledger.spending(SPENT_ON).calls == 11


def test_two_models_are_compared_on_the_same_briefs(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    def frame(request: Mapping[str, Any]) -> dict[str, str]:
        return lies_at_first(request) if request["model"] == "large" else a_frame_reply()

    with ScriptedEndpoint(writes_and_judges(frame)) as endpoint:
        contestants = [Contestant(name, a_model(endpoint, name)) for name in ("small", "large")]
        trial = run(briefs, contestants, a_desk(sqlite_store))

    small, large = trial.standings
    assert small.leads == {}
    assert large.leads["rounds"].mean == pytest.approx(2 / 3)
    assert large.leads["rounds"].customers == 3
    assert large.leads["first_passes"].mean == pytest.approx(-2 / 3)
    assert small.variety.near_duplicates[0].likeness == 1  # both cohorts were told the same
    assert small.variety.repeated_openers["subject"] == 1
    assert small.variety.common_openers["subject"] == (("something for", 2),)


def test_other_prompts_are_put_to_the_same_model(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    def frame(request: Mapping[str, Any]) -> dict[str, str]:
        is_other = request["messages"][0]["content"].startswith("Write less.")
        return a_frame_reply(
            body="Hello,\n\nShort." if is_other else "Hello,\n\nA good deal longer than that."
        )

    with ScriptedEndpoint(writes_and_judges(frame)) as endpoint:
        other = Instructions("prompts shorter", {DraftKind.FRAME: "Write less."})
        model = a_model(endpoint)
        contestants = [Contestant("small", model), Contestant("small, prompts shorter", model, other)]
        trial = run(briefs, contestants, a_desk(sqlite_store))

    built_in, shorter = trial.standings
    assert shorter.lengths["body"] < built_in.lengths["body"]
    assert shorter.leads["length"].mean is not None
    assert shorter.leads["length"].mean < 0
    assert len(endpoint.requests) == 5  # the blurb's prompt is the same, and so is its one reply


def test_the_guards_refusal_is_told_apart_and_its_words_are_not_the_models(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    with ScriptedEndpoint(writes_and_judges(lambda request: a_frame_reply(**LIE))) as endpoint:
        trial = run(
            briefs, [Contestant("small", a_model(endpoint)), Contestant("phrasebook")], a_desk(sqlite_store)
        )

    small, phrasebook = trial.standings
    assert small.wrote[""] == 1
    assert any("the guards refused" in reason for reason in small.wrote)
    assert "subject" not in small.lengths
    assert small.variety.frames == phrasebook.variety.frames == 0
    assert phrasebook.wrote == {"": 3}
    assert small.took.replies == 2 * 2 + 1  # the third time it is asked in the same words as the second


def test_a_dead_endpoint_leaves_a_report_that_says_so(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    with ScriptedEndpoint([Fault(status=401)]) as endpoint:
        trial = run(briefs, [Contestant("small", a_model(endpoint))], a_desk(sqlite_store))

    (one,) = trial.standings
    assert "" not in one.wrote
    assert one.measures["rounds"].mean is None
    assert "cost_usd" not in one.measures
    assert "did not write" in describe_trial(trial)
    assert "401" in render_trial(trial)
    json.loads(trial_as_json(trial))


def test_the_budget_is_a_hard_stop(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    desk = a_desk(sqlite_store, max_calls=2)
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=3)
        trial = run(briefs, [Contestant("small", a_model(endpoint))], desk, judge=judge)
        assert len(endpoint.requests) == 2

    (one,) = trial.standings
    assert one.wrote[""] == 2
    assert trial.paid_calls == 2
    assert sum(one.judge_missing.values()) == 2 * 3
    assert one.judged["overall"].mean is None


def test_dollars_stop_it_as_well(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    desk = a_desk(sqlite_store, max_usd="0.001")
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        trial = run(briefs, [Contestant("small", a_model(endpoint))], desk)
        assert endpoint.requests == []

    assert trial.spent_usd == 0


class Moody:
    """A judge whose scores go round."""

    def __init__(self, *scores: int) -> None:
        self._turns: Iterator[int] = count()
        self._scores, self._lock = scores, threading.Lock()

    def __call__(self, request: Mapping[str, Any]) -> dict[str, Any]:
        with self._lock:
            return a_verdict(clarity=self._scores[next(self._turns) % len(self._scores)])


def test_the_judges_runs_are_separate_calls_with_the_same_words(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=4)
        run(briefs, [Contestant("phrasebook")], a_desk(sqlite_store), judge=judge)
        asked = [json.dumps(one["messages"]) for one in endpoint.requests if is_judged(one)]
        schema = endpoint.requests[0]["response_format"]["json_schema"]["schema"]

    assert len(asked) == 3 * 4
    assert len(set(asked)) == 3
    assert "phrasebook" not in "".join(asked)  # it is not told who wrote
    assert schema["additionalProperties"] is False
    assert schema["properties"]["clarity"] == {"type": "integer", "enum": [1, 2, 3, 4, 5]}


def test_variance_between_runs_and_between_drafts_is_reported(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    with ScriptedEndpoint(writes_and_judges(verdict=Moody(2, 4))) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "judge", concurrency=1), runs=2)
        trial = run(briefs, [Contestant("phrasebook")], a_desk(sqlite_store), judge=judge)

    clarity, pull = (trial.standings[0].judged[name] for name in ("clarity", "pull"))
    # Three drafts in two runs: 2 4 2, then 4 2 4.
    assert clarity.mean == pytest.approx(3)
    assert clarity.between_runs == pytest.approx(2)
    assert clarity.between_things == pytest.approx(0)
    assert clarity.same == 0
    assert clarity.alpha is not None
    assert clarity.alpha < 0
    assert (pull.mean, pull.between_runs, pull.same, pull.alpha) == (4, 0, 1, None)


@pytest.mark.parametrize(
    "verdict", [a_verdict(clarity=6), a_verdict(clarity=True), {"clarity": 4}, a_verdict(extra=1)]
)
def test_a_verdict_of_another_shape_is_a_gap_and_is_said(
    briefs: list[GoldenBrief], sqlite_store: Store, verdict: dict[str, Any]
) -> None:
    with ScriptedEndpoint(writes_and_judges(verdict=lambda request: verdict)) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=1)
        trial = run(briefs, [Contestant("phrasebook")], a_desk(sqlite_store), judge=judge)

    (one,) = trial.standings
    assert one.judged["clarity"].mean is None
    assert sum(one.judge_missing.values()) == 3
    assert "The judge gave no score 3 times" in describe_trial(trial)


def test_a_judge_of_its_own_words_is_named(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "small"), runs=1)
        trial = run(briefs, [Contestant("small", a_model(endpoint))], a_desk(sqlite_store), judge=judge)

    assert "favor their own words" in describe_trial(trial)


def test_the_estimate_leaves_out_what_the_ledger_has(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    desk = a_desk(sqlite_store)
    assert desk.purse is not None
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        contestants = [Contestant("small", a_model(endpoint)), Contestant("phrasebook")]
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=3)
        before = expect_costs(briefs, contestants, judge, desk.limits, desk.purse)
        run(briefs, contestants, desk)
        after = expect_costs(briefs, contestants, judge, desk.limits, desk.purse)

    assert [(one.who, one.calls) for one in before] == [("small", 3), ("judge judge", 3 * 2 * 3)]
    assert [one.calls for one in after] == [0, 3 * 2 * 3]
    assert all(one.cost_usd is not None for one in before)
    assert "In all 21 calls, about $" in describe_costs(before, Decimal("0.5"), 1000)
    assert "will not reach" not in describe_costs(before, Decimal("0.5"), 1000)
    assert "will not reach" in describe_costs(before, Decimal("0.5"), 20)
    assert "will not reach" in describe_costs(before, Decimal("0.01"), 1000)


def test_a_price_that_is_not_known_is_said_and_not_guessed(
    briefs: list[GoldenBrief], sqlite_store: Store
) -> None:
    desk = a_desk(sqlite_store)
    assert desk.purse is not None
    with ScriptedEndpoint(writes_and_judges()) as endpoint:
        contestants = [Contestant("unheard-of", a_model(endpoint, "unheard-of"))]
        expected = expect_costs(briefs, contestants, None, desk.limits, desk.purse)
        trial = run(briefs, contestants, desk)

    assert "at a price that is not known" in describe_costs(expected, Decimal(1), 10)
    assert trial.standings[0].took.cost_usd is None
    assert "cost_usd" not in trial.standings[0].measures


def test_the_phrasebook_needs_no_ledger_and_a_model_does(briefs: list[GoldenBrief]) -> None:
    trial = run(briefs, [Contestant("phrasebook")], Desk())

    assert trial.standings[0].wrote == {"": 3}
    assert trial.max_usd is None
    with ScriptedEndpoint() as endpoint, pytest.raises(BespokeError, match="ledger"):
        run(briefs, [Contestant("small", a_model(endpoint))], Desk())


def test_every_golden_brief_is_written_by_the_phrasebook_and_passes_the_guards() -> None:
    golden = read_golden_briefs()

    (one,) = run(golden, [Contestant("phrasebook")], Desk()).standings

    assert one.measures["first_passes"].mean == 1
    assert sum(one.wrote.values()) == len(golden)
    assert one.wrote[""] >= len(golden) - 3  # a product whose only words are an instruction gets no blurb
    assert one.variety.near_duplicates == ()
    assert set(one.ease) == {"de", "en", "es", "fr"}


def test_json_and_page_hold_every_copy_and_escape_it(briefs: list[GoldenBrief], sqlite_store: Store) -> None:
    tricky = "Fish & chips > peas"
    with ScriptedEndpoint(writes_and_judges(lambda request: a_frame_reply(headline=tricky))) as endpoint:
        judge = JudgeOptions(a_model(endpoint, "judge"), runs=2)
        contestants = [Contestant("small", a_model(endpoint)), Contestant("phrasebook")]
        trial = run(briefs, contestants, a_desk(sqlite_store), judge=judge)

    found = trial_as_dict(trial)
    assert found["schema"] == "bespoke.eval.copy/1"
    assert found["compared_with"] == "small"
    assert [one["name"] for one in found["briefs"]] == ["shop/loyal", "shop/new", "shop/blurb mug"]
    assert found["briefs"][0]["copies"][0]["copy"]["headline"] == tricky
    assert len(found["briefs"][0]["copies"][1]["verdicts"]) == 2
    assert json.loads(trial_as_json(trial))["briefs"] == found["briefs"]
    page = render_trial(trial)
    assert "Fish &amp; chips &gt; peas" in page
    assert "The headline says little." in page
    assert tricky not in page
