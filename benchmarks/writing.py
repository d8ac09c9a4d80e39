"""What a model's copy costs beside the model: our time per call, throughput, calls, and the estimate.

`python -m benchmarks.writing`. The endpoint is `tests.scripted_endpoint` in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI
from pydantic import BaseModel

from audience.loading import load_shop
from audience.quality import check_tables
from audience.sample_shop import make_sample_shop
from benchmarks.guarding import make_cases
from bespoke.brief import Brief, OfferBrief
from bespoke.domain import HOLDOUT, FactSheet, Segment
from bespoke.settings import (
    CohortSettings,
    DeliverySettings,
    LimitSettings,
    PriceSettings,
    Settings,
    WriterSettings,
)
from copywriter.asking import Asker
from copywriter.budget import Budget
from copywriter.cohorts import form_cohorts
from copywriter.drafting import write_copies
from copywriter.estimating import estimate
from copywriter.fact_sheets import has_something_to_say, make_blurb_sheet
from copywriter.openai_writer import OpenAIWriter
from copywriter.phrasebook import Phrasebook
from copywriter.prices import find_price
from copywriter.prompts import make_prompt
from eval.experiments import assign_variants
from flows.stages.planning import find_audience, open_campaign
from flows.wiring import Workspace
from guardrails import form
from guardrails.checking import check_copy
from guardrails.reading import read_copy
from guardrails.sheet_facts import read_facts
from store.database import Store, open_store
from tests.scripted_endpoint.process import endpoint_process, read_log

NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)
LIMITS = LimitSettings()
MODEL = "gpt-5-mini"
PRICE = PriceSettings(input=Decimal("0.25"), cached_input=Decimal("0.025"), output=Decimal(2))
CALLS, ROUNDS, AT_ONCE = 200, 5, 8
ALLOWED_AT_ONCE, WAVES = 64, 16  # together the most calls that 250,000 recipients may take
_ELIGIBLE = 0.68  # of the sample shop's customers: an address, consent, not in the holdout
_FORM_CHECKS = (
    form.find_length_problems,
    form.find_empty_fields,
    form.find_placeholder_problems,
    form.find_misplaced_names,
    form.find_markup_and_links,
    form.find_hidden_characters,
)


def make_sheets(count: int, label: str) -> list[FactSheet]:
    """As many different fact sheets, in English and German."""
    return [
        replace(sheet, theme=f"Theme {label} {number}")
        for number, (_, sheet) in enumerate(make_cases(count, seed=7))
    ]


@contextmanager
def fresh_store() -> Iterator[Store]:
    """An empty store in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
        yield store
        store.close()


def settings_for(base_url: str, **changes: Any) -> WriterSettings:
    """Settings of a writer with a known price."""
    values = {"base_url": base_url, "api_key": "none", "model": MODEL, "prices": {MODEL: PRICE}} | changes
    return WriterSettings(**values)


def a_writer(store: Store, settings: WriterSettings) -> OpenAIWriter:
    return OpenAIWriter(Asker(settings, store.llm_ledger, Budget(Decimal(1000), 1_000_000)))


def cpu_milliseconds(base_url: str) -> dict[str, list[float]]:
    """CPU of this process per call and round: the bare SDK's `create` and `parse`, and ours."""
    taken: dict[str, list[float]] = {"create": [], "parse": [], "ours": [], "ours, every guard": []}
    with fresh_store() as store:
        for round_ in range(ROUNDS + 1):  # the first warms up and does not count
            sheets = {name: make_sheets(CALLS, f"{name} {round_}") for name in taken}
            found = asyncio.run(_measure_round(base_url, store, sheets))
            if round_:
                for name, milliseconds in found.items():
                    taken[name].append(milliseconds)
    return taken


async def _measure_round(base_url: str, store: Store, sheets: dict[str, list[FactSheet]]) -> dict[str, float]:
    writer = a_writer(store, settings_for(base_url))
    found = {}
    async with AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0) as client:
        bare = [_bare_request(sheet) for sheet in sheets["create"]]
        found["create"] = await _cpu(bare, lambda one: client.chat.completions.create(**one))
        typed = [_typed_request(sheet) for sheet in sheets["parse"]]
        found["parse"] = await _cpu(typed, lambda one: client.chat.completions.parse(**one))
        found["ours"] = await _cpu(sheets["ours"], lambda one: _write(writer, one, _check_form))
        all_guards = sheets["ours, every guard"]
        found["ours, every guard"] = await _cpu(all_guards, lambda one: _write(writer, one, _check_all))
    await writer.close()
    return found


async def _cpu(work: Sequence[Any], do: Callable[[Any], Awaitable[Any]]) -> float:
    """Milliseconds of CPU for each piece of work, a few at once."""
    queue = iter(work)

    async def worker() -> None:
        for one in queue:
            await do(one)

    started = time.process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return (time.process_time() - started) * 1000 / len(work)


def _bare_request(sheet: FactSheet) -> dict[str, Any]:
    prompt = make_prompt(sheet, LIMITS)
    strict = {"name": "copy", "strict": True, "schema": prompt.schema}
    return {
        "model": MODEL,
        "messages": list(prompt.messages),
        "max_tokens": 4000,
        "response_format": {"type": "json_schema", "json_schema": strict},
    }


def _typed_request(sheet: FactSheet) -> dict[str, Any]:
    """The same with a pydantic model in place of the schema, as `parse` wants it."""
    return _bare_request(sheet) | {"response_format": _FrameReply}


class _Use(BaseModel):
    claim: str
    fact: str


class _FrameReply(BaseModel):
    subject: str
    preheader: str
    headline: str
    body: str
    cta: str
    facts_used: list[_Use]


async def _write(writer: OpenAIWriter, sheet: FactSheet, check: Callable[..., object]) -> None:
    written = await writer.write(sheet)
    check(written.copy, sheet)


def _check_form(copy: Any, sheet: FactSheet) -> None:
    facts = read_facts(sheet)
    reading = read_copy(copy, facts, LIMITS)
    for guard in _FORM_CHECKS:
        list(guard(reading, facts))


def _check_all(copy: Any, sheet: FactSheet) -> None:
    check_copy(copy, sheet, LIMITS)


def throughput_share(base_url: str, latency: float) -> float:
    """Calls a second as a share of what so many at once could do if nothing but the endpoint took time."""
    sheets = make_sheets(ALLOWED_AT_ONCE * WAVES, "throughput")
    settings = settings_for(base_url, concurrency=ALLOWED_AT_ONCE)
    with fresh_store() as store:
        started = time.perf_counter()
        written = write_copies(
            sheets,
            writer=a_writer(store, settings),
            phrasebook=Phrasebook(LIMITS),
            check=lambda copy, sheet: check_copy(copy, sheet, LIMITS),
            concurrency=ALLOWED_AT_ONCE,
        )
        taken = time.perf_counter() - started
    by_model = sum(one.writer == MODEL for one in written)
    if by_model < len(sheets):
        raise RuntimeError(f"the model wrote {by_model} of {len(sheets)}: {written[-1].note}")
    return WAVES * latency / taken


async def _bare_throughput_share(base_url: str, latency: float) -> float:
    """The same of the bare SDK's `create`, which writes down nothing and checks nothing."""
    requests = iter([_bare_request(sheet) for sheet in make_sheets(ALLOWED_AT_ONCE * WAVES, "bare")])
    started = time.perf_counter()
    async with AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0) as client:

        async def worker() -> None:
            for request in requests:
                await client.chat.completions.create(**request)

        await asyncio.gather(*(worker() for _ in range(ALLOWED_AT_ONCE)))
    return WAVES * latency / (time.perf_counter() - started)


def calls_for(recipients: int) -> tuple[int, int, int]:
    """Recipients, frames and blurbs that a default brief takes in the sample shop, grown to that size."""
    customers = round(recipients / _ELIGIBLE)
    checked = check_tables(make_sample_shop(customers, until=NOW), currency="GBP", locale="en-GB")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database_url=f"sqlite:///{Path(folder) / 'bench.db'}",
            state_dir=Path(folder),
            delivery=DeliverySettings(outbox=Path(folder) / "outbox"),
        )
        store = open_store(settings.database_url)
        load_shop(store, checked, NOW)
        ws = Workspace(settings, store, lambda: NOW)
        offer = OfferBrief(kind="percent", value=Decimal(15), segments=(Segment.AT_RISK, Segment.LAPSED))
        brief = Brief(name="Spring picks", offer=offer)
        found = _count_calls(ws, brief)
        store.close()
    return found


def _count_calls(ws: Workspace, brief: Brief) -> tuple[int, int, int]:
    campaign = open_campaign(ws, brief)
    audience = find_audience(ws, campaign, ws.store.events.frame(with_guests=False)).customers
    weights = {variant.name: variant.weight for variant in brief.variants}
    drawn = assign_variants(campaign.campaign_id, list(audience["customer_id"]), weights, brief.holdout)
    members = audience.assign(
        variant=drawn["variant"].to_numpy(), has_offer=audience["segment"].isin(brief.offer.segments)
    )
    members = members[members["variant"] != HOLDOUT]
    limits = CohortSettings()
    plan = form_cohorts(members, limits.min_size, limits.max_count)
    cohort_of = plan.cohort_of.reindex(members["customer_id"]).to_numpy()
    frames = members.assign(cohort=cohort_of).groupby(["cohort", "variant"]).ngroups
    products = ws.store.catalog.products().values()
    brand, locale = ws.settings.brand.rules, ws.settings.brand.default_locale
    sheets = (make_blurb_sheet(one, brand=brand, locale=locale, send_date=NOW.date()) for one in products)
    return len(members), frames, sum(map(has_something_to_say, sheets))


def estimates_over_bill(base_url: str, log: Path) -> tuple[float, float]:
    """The estimate as a share of the bill: for a first campaign, and for one after it."""
    settings = settings_for(base_url, max_output_tokens=2000)
    price = find_price(settings)
    assert price is not None
    shares = []
    with fresh_store() as store:
        for name in ("first", "second"):
            sheets = make_sheets(CALLS, f"estimate {name}")
            expected = estimate(sheets, settings, LIMITS, lambda kind: store.llm_costs.usual(MODEL, kind))
            before = len(read_log(log))
            write_copies(
                sheets,
                writer=a_writer(store, settings),
                phrasebook=Phrasebook(LIMITS),
                check=lambda copy, sheet: check_copy(copy, sheet, LIMITS),
            )
            billed = sum(
                (
                    price.cost(one["prompt_tokens"], one["completion_tokens"], one["cached_tokens"])
                    for one in read_log(log)[before:]
                    if one["paid"]
                ),
                Decimal(0),
            )
            assert expected.cost_usd is not None
            shares.append(float(expected.cost_usd / billed))
    return shares[0], shares[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures beside their goals, with the machine they were taken on; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=250_000)
    parser.add_argument("--latency", type=float, default=1.0, help="seconds, for the throughput")
    chosen = parser.parse_args(arguments)
    print(f"{platform.machine()}, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    goals = [
        _report_cpu(),
        _report_throughput(chosen.latency),
        _report_estimate(),
        _report_calls(chosen.recipients),
    ]
    return 0 if all(goals) else 1


def _report_cpu() -> bool:
    with endpoint_process() as base_url:
        taken = cpu_milliseconds(base_url)
    # What a round takes beyond the best one is other processes' doing.
    bare = min(taken["create"])
    print(f"CPU per call, best of {ROUNDS} rounds of {CALLS} calls, {AT_ONCE} at once")
    for name, milliseconds in taken.items():
        best, median = min(milliseconds), statistics.median(milliseconds)
        print(
            f"  {name:<20}{best:7.2f} ms   {best - bare:+6.2f} ms   ×{best / bare:.2f} of create   "
            f"(median {median:.2f} ms)"
        )
    ours = min(taken["ours"]) - bare
    return _judge(f"ours on top of create {ours:.2f} ms", ours < 1.5, "under 1.5 ms")


def _report_throughput(latency: float) -> bool:
    with endpoint_process("--latency", str(latency)) as base_url:
        bare = asyncio.run(_bare_throughput_share(base_url, latency))
        share = throughput_share(base_url, latency)
    calls = ALLOWED_AT_ONCE * WAVES
    said = (
        f"{ALLOWED_AT_ONCE} at once, {latency:g} s latency, {calls} calls: {share:.1%} of the ideal, "
        f"the bare SDK's create {bare:.1%}"
    )
    return _judge(said, share >= 0.95, "95 %")


def _report_estimate() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls.jsonl"
        with endpoint_process("--log", str(log)) as base_url:
            shares = estimates_over_bill(base_url, log)
    near = all(0.8 <= share <= 1.2 for share in shares)
    said = f"estimate of the bill {shares[0]:.0%} for a first campaign, {shares[1]:.0%} for the next"
    return _judge(said, near, "within 20 %")


def _report_calls(wanted: int) -> bool:
    recipients, frames, blurbs = calls_for(wanted)
    said = f"{recipients:,} recipients: {frames:,} frames and {blurbs:,} blurbs, {frames + blurbs:,} calls"
    return _judge(said, frames + blurbs <= 1000, "at most 1,000")


def _judge(said: str, is_met: bool, goal: str) -> bool:
    print(f"{said}   (goal: {goal}{'' if is_met else ', MISSED'})", flush=True)
    return is_met


if __name__ == "__main__":
    sys.exit(main())
