"""Batch recommendation against `implicit`'s own, and training and recommending as a shop grows.

    python -m benchmarks.recommending [--runs 5] [--only peer overhead newcomers shops events]

Medians over several runs, both sides in turn within the same run, as wall seconds and,
in parentheses, CPU seconds, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bespoke.brief import ProductBrief
from bespoke.domain import Money, Product, ProductId
from bespoke.settings import RecommenderSettings
from recommender.als import AlsParameters, ImplicitAls, make_confidence, mean_of, noise_level
from recommender.histories import Histories, newest_moment
from recommender.id_maps import IdMap
from recommender.presets import shop_recipe
from recommender.recommending import recommend
from recommender.rules import ProductRules
from recommender.top_products import Ranking, rank_top
from recommender.training import FittedModel, fit_model
from store.database import open_store

CUSTOMERS, FACTORS, BOUGHT, N = 100_000, 64, 20, 10
PRODUCTS_AND_GOALS = ((4_000, 4.0), (10_000, 2.5))
OVERHEAD_GOAL = 0.05
NEWCOMERS = (1, 1_000)
MILLISECONDS_GOAL = 2.0
SHOP_SIZES = (10_000, 50_000, 250_000)
SHOP_PRODUCTS = 4_000
EVENTS, EVENT_SECONDS_GOAL, EVENT_GIB_GOAL = 10_000_000, 25.0, 3.0
NOW = datetime(2026, 4, 20, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock on the wall, and of the processor over all threads."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} s ({self.cpu:.2f})"

    @classmethod
    def median(cls, found: list[Took]) -> Took:
        return cls(statistics.median(one.wall for one in found), statistics.median(one.cpu for one in found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    topics = ("peer", "overhead", "newcomers", "shops", "events")
    parser.add_argument("--only", nargs="+", choices=topics, default=topics)
    parser.add_argument("--alone", nargs=2, help="measure one thing in this process and print JSON")
    asked = parser.parse_args()
    if asked.alone:
        what, size = asked.alone
        print(json.dumps({"shops": measure_shop, "events": measure_events}[what](int(size))))
        return
    print(describe_machine())
    few = max(1, asked.runs // 2)
    if "peer" in asked.only:
        for products, goal in PRODUCTS_AND_GOALS:
            print(compare_with_implicit(products, goal, asked.runs))
    if "overhead" in asked.only:
        print(compare_fits(asked.runs))
    if "newcomers" in asked.only:
        print(describe_newcomers(asked.runs))
    if "shops" in asked.only:
        for size in SHOP_SIZES:
            print(describe_shop(size, few))
    if "events" in asked.only:
        print(describe_events(few))


def describe_machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("implicit", "numpy", "scipy"))
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def compare_with_implicit(products: int, goal: float, runs: int) -> str:
    """Both sides' medians, how many times faster ours is, and how far the answers agree."""
    model, histories = _random_model(products)
    bought = histories.bought
    filtered = bought.astype(np.float32)
    scorers: list[Any] = []
    _, folding = _time(lambda: scorers.append(model.scorer(histories)))
    with threadpool_limits(1, "blas"):
        peer = AlternatingLeastSquares(factors=FACTORS)
    peer.user_factors, peer.item_factors = _factors_of(model, histories), model.product_factors
    everyone = np.arange(CUSTOMERS, dtype=np.int32)

    def ours() -> Ranking:
        return rank_top(scorers[0], CUSTOMERS, products, N, hidden=bought)

    def theirs() -> tuple[Any, Any]:
        with threadpool_limits(1, "blas"):  # as implicit itself asks
            answer: tuple[Any, Any] = peer.recommend(everyone, filtered, N=N)
            return answer

    timed: dict[str, list[Took]] = {"ours": [], "theirs": []}
    for _ in range(runs):
        ranking, took = _time(ours)
        timed["ours"].append(took)
        (their_columns, their_scores), took = _time(theirs)
        timed["theirs"].append(took)
    fast, slow = (Took.median(timed[side]) for side in ("ours", "theirs"))
    same = float((ranking.columns == their_columns).mean())
    apart = float(np.abs(ranking.scores - their_scores).max())
    return (
        f"{CUSTOMERS:,} customers × {products:,} products × {FACTORS} factors, purchases filtered: "
        f"{fast}, implicit {slow}: {slow.wall / fast.wall:.1f}× by the wall, "
        f"{slow.cpu / fast.cpu:.1f}× by the processor (goal {goal}×); folding the customers in before "
        f"{folding}; {same:.4%} the same product, scores within {apart:.1e}"
    )


def _time(work: Callable[[], Any]) -> tuple[Any, Took]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Took(time.perf_counter() - wall, time.process_time() - cpu)


def _random_histories(customers: int, products: int) -> Histories:
    rng = np.random.default_rng(7)
    total = customers * BOUGHT
    return Histories(
        customers=IdMap.in_order([f"c{number}" for number in range(customers)]),
        products=IdMap.in_order([f"p{number}" for number in range(products)]),
        starts=np.arange(customers + 1, dtype=np.int64) * BOUGHT,
        columns=(rng.random(total) ** 2 * products).astype(np.int32),
        weights=np.ones(total),
        is_purchase=np.ones(total, dtype=np.bool_),
        quantities=np.ones(total),
        age_days=np.sort(rng.exponential(90.0, (customers, BOUGHT)), axis=1)[:, ::-1].ravel(),
    )


def _random_model(products: int) -> tuple[ImplicitAls, Histories]:
    """Random factors: the work of ranking does not depend on their values."""
    factors = np.random.default_rng(8).normal(size=(products, FACTORS)).astype(np.float32)
    nothing_read = np.zeros(products, dtype=np.bool_)
    model = ImplicitAls(factors, nothing_read, 1.0, 3.0, 1.0, 20.0, keep_total=False)
    return model, _random_histories(CUSTOMERS, products)


def _factors_of(model: ImplicitAls, histories: Histories) -> Any:
    """The customers' factors, so that implicit ranks with the same."""
    return model._contributions(histories).customer_factors()


def compare_fits(runs: int) -> str:
    """What our fit costs beyond implicit's own on the same matrix."""
    histories, parameters = _random_histories(CUSTOMERS // 2, 4_000), AlsParameters(factors=FACTORS)

    def ours() -> Any:
        return ImplicitAls.fit(histories, parameters)

    weights = histories.faded(parameters.half_life_days)
    confidence: csr_matrix = make_confidence(weights, parameters.alpha, mean_of(weights))

    def theirs() -> None:
        with threadpool_limits(1, "blas"):
            peer = AlternatingLeastSquares(
                factors=FACTORS,
                regularization=parameters.regularization * noise_level(confidence),
                iterations=parameters.iterations,
                alpha=1.0,
                random_state=7,
            )
            peer.fit(confidence, show_progress=False)

    timed: dict[str, list[Took]] = {"ours": [], "theirs": []}
    for _ in range(runs):
        timed["ours"].append(_time(ours)[1])
        timed["theirs"].append(_time(theirs)[1])
    mine, raw = (Took.median(timed[side]) for side in ("ours", "theirs"))
    return (
        f"fitting ALS on {weights.nnz:,} pairs: {mine}, implicit alone {raw}: "
        f"{mine.cpu / raw.cpu - 1:+.1%} processor (goal below {OVERHEAD_GOAL:.0%})"
    )


def describe_newcomers(runs: int) -> str:
    """From new events to a list with reasons, without training, for one customer and for many."""
    events, products, countries = make_shop(10_000)
    model = _fit(events, products, countries, trees=False)
    rules = ProductRules.from_brief(ProductBrief(), products, events)
    parts = []
    for count in NEWCOMERS:
        some = [f"c{number}" for number in range(count)]
        theirs = events[events["customer_id"].isin(some)].copy()
        theirs["customer_id"] = theirs["customer_id"].cat.remove_unused_categories()

        def work(theirs: pd.DataFrame = theirs, some: list[str] = some) -> int:
            histories = model.histories(theirs, NOW, countries).of(some, countries)
            return sum(len(items) for _, items in recommend(model, histories, rules))

        work()
        took = Took.median([_time(work)[1] for _ in range(runs)])
        parts.append(
            f"{count:,} at once {1000 * took.wall / count:.2f} ms ({1000 * took.cpu / count:.2f}) each"
        )
    return (
        f"new events to lists with reasons by {len(model.components)} components, "
        f"{SHOP_PRODUCTS:,} products: "
        f"{', '.join(parts)} (goal below {MILLISECONDS_GOAL:.0f} ms each in a batch)"
    )


def _fit(
    events: pd.DataFrame, products: dict[ProductId, Product], countries: pd.Series[Any], *, trees: bool
) -> FittedModel:
    recipe = shop_recipe(RecommenderSettings(tune_minutes=0, trees=trees))
    return fit_model(events, products, countries, recipe, NOW)


def describe_shop(size: int, runs: int) -> str:
    """Medians over fresh processes, so that each one's memory peak is its own."""
    middle = _measure_alone("shops", size, runs)
    return (
        f"{size:,} customers × {SHOP_PRODUCTS:,} products, {middle['events']:,.0f} events, "
        f"{middle['components']:.0f} components and trees: train {_said(middle, 'train')}, "
        f"histories {_said(middle, 'histories')}, rules {_said(middle, 'rules')}, "
        f"recommend 3 each with reasons {_said(middle, 'recommend')}, "
        f"read out {_said(middle, 'read')}, "
        f"peak memory {middle['train_mib']:,.0f} MiB in training, {middle['peak_mib']:,.0f} in all "
        f"(of it {middle['events_mib']:,.0f} before)"
    )


def _said(found: dict[str, float], what: str) -> str:
    return str(Took(found[what], found[f"{what}_cpu"]))


def _measure_alone(what: str, size: int, runs: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.recommending", "--alone", what, str(size)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    return {key: statistics.median(one[key] for one in found) for key in found[0]}


def measure_shop(size: int) -> dict[str, float]:
    """Seconds of each step and the peak memory of this process."""
    events, products, countries = make_shop(size)
    before = _peak_mib()
    customers = [f"c{number}" for number in range(size)]
    model, train = _time(lambda: _fit(events, products, countries, trees=True))
    after_training = _peak_mib()
    histories, making = _time(lambda: model.histories(events, NOW, countries).of(customers, countries))
    rules, make_rules = _time(lambda: ProductRules.from_brief(ProductBrief(), products, events))
    found, recommending = _time(lambda: recommend(model, histories, rules))
    shown, read = _time(lambda: sum(len(items) for _, items in found))
    if shown != 3 * size:
        raise SystemExit(f"{shown} products for {size} customers, not three each")
    steps = {
        "train": train,
        "histories": making,
        "rules": make_rules,
        "recommend": recommending,
        "read": read,
    }
    return {
        "events": len(events),
        "components": len(model.components),
        "train_mib": after_training,
        "peak_mib": _peak_mib(),
        "events_mib": before,
        **_flat(steps),
    }


def _flat(steps: dict[str, Took]) -> dict[str, float]:
    wall = {name: took.wall for name, took in steps.items()}
    return wall | {f"{name}_cpu": took.cpu for name, took in steps.items()}


def describe_events(runs: int) -> str:
    """From the store to a matrix."""
    middle = _measure_alone("events", EVENTS, runs)
    wall = middle["read"] + middle["histories"] + middle["matrix"]
    return (
        f"{EVENTS:,} events from SQLite to a matrix of {middle['pairs']:,.0f} pairs: "
        f"read {_said(middle, 'read')}, histories {_said(middle, 'histories')}, "
        f"matrix {_said(middle, 'matrix')}, together {wall:.1f} s (goal {EVENT_SECONDS_GOAL:.0f} s), "
        f"peak memory {middle['peak_mib'] / 1024:.2f} GiB (goal {EVENT_GIB_GOAL:.0f})"
    )


def measure_events(count: int) -> dict[str, float]:
    """Seconds of each step and the peak memory of this process."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bespoke.db"
        # In a process of its own, so that making them does not count.
        script = f"from benchmarks.recommending import fill_store; fill_store({url!r}, {count})"
        subprocess.run([sys.executable, "-c", script], check=True)
        store = open_store(url)
        columns = ("customer_id", "product_id", "type", "occurred_at", "quantity")
        events, read = _time(lambda: store.events.frame(columns))
        histories, making = _time(
            lambda: Histories.from_events(
                events, IdMap.of_column(events["product_id"]), newest_moment(events, NOW)
            )
        )
        matrix, summing = _time(lambda: histories.faded(60.0))
        peak = _peak_mib()
        store.close()
    return {
        "pairs": matrix.nnz,
        "peak_mib": peak,
        **_flat({"read": read, "histories": making, "matrix": summing}),
    }


def fill_store(url: str, count: int) -> None:
    """Events of 25 a customer on 10,000 products, half a million at a time."""
    store = open_store(url)
    rng = np.random.default_rng(7)
    for start in range(0, count, 500_000):
        some = min(500_000, count - start)
        seconds = rng.exponential(90 * 86_400, some)
        store.events.save(
            pd.DataFrame(
                {
                    "event_key": [f"{start + number:032x}" for number in range(some)],
                    "customer_id": [f"c{number}" for number in rng.integers(0, count // 25, some)],
                    "product_id": [f"p{number}" for number in (rng.random(some) ** 2 * 10_000).astype(int)],
                    "type": rng.choice(
                        ["view", "cart", "purchase", "return"], some, p=[0.25, 0.1, 0.62, 0.03]
                    ),
                    "occurred_at": (pd.Timestamp(NOW) - pd.to_timedelta(seconds, unit="s")).as_unit("us"),
                    "quantity": 1,
                    "unit_price": 9.5,
                    "order_id": [f"o{(start + number) // 3}" for number in range(some)],
                }
            )
        )
    store.close()


def _peak_mib() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def make_shop(size: int) -> tuple[pd.DataFrame, dict[ProductId, Product], pd.Series[Any]]:
    """A shop of tastes: each customer buys mostly from one of ten groups, a tenth have bought nothing."""
    rng = np.random.default_rng(7)
    active = int(size * 0.9)
    counts = 1 + rng.geometric(0.125, active)
    owners = np.repeat(np.arange(active), counts)
    total = len(owners)
    tastes = rng.integers(0, 10, active)[owners]
    favorite = (rng.random(total) ** 2 * (SHOP_PRODUCTS // 10)).astype(np.int64) * 10 + tastes
    chosen = np.where(rng.random(total) < 0.8, favorite, rng.integers(0, SHOP_PRODUCTS, total))
    types = rng.choice(4, total, p=[0.25, 0.1, 0.62, 0.03])
    days = rng.exponential(90.0, total)
    events = pd.DataFrame(
        {
            "customer_id": pd.Categorical.from_codes(owners, [f"c{number}" for number in range(size)]),
            "product_id": pd.Categorical.from_codes(
                chosen, [f"p{number}" for number in range(SHOP_PRODUCTS)]
            ),
            "type": pd.Categorical.from_codes(types, ["view", "cart", "purchase", "return"]),
            "occurred_at": (pd.Timestamp(NOW) - pd.to_timedelta(days, unit="D")).as_unit("us"),
            "quantity": np.ones(total),
            "unit_price": np.full(total, 9.5),
        }
    )
    products = {
        ProductId(f"p{number}"): Product(
            ProductId(f"p{number}"), f"Product {number}", "", "All", Money(Decimal("9.50"), "GBP")
        )
        for number in range(SHOP_PRODUCTS)
    }
    names = np.array(["United Kingdom", "Germany", "France", "Norway"])[rng.integers(0, 4, size)]
    return events, products, pd.Series(names, index=[f"c{number}" for number in range(size)])


if __name__ == "__main__":
    main()
