"""Batch recommendation against `implicit`'s own, and training and recommending as a shop grows.

    python -m benchmarks.recommending [--runs 5]

Medians over several runs, both sides in turn within the same run, on random factors:
neither side's work depends on their values.
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
from datetime import UTC, datetime
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bespoke.brief import ProductBrief
from bespoke.domain import CustomerId, Money, Product, ProductId
from bespoke.settings import RecommenderSettings
from recommender.presets import shop_recipe
from recommender.recommending import recommend
from recommender.rules import ProductRules
from recommender.top_products import Ranking, Scores, rank_top
from recommender.training import fit_model

CUSTOMERS, FACTORS, BOUGHT, N = 100_000, 64, 20, 10
PRODUCTS_AND_GOALS = ((4_000, 4.0), (10_000, 2.5))
SHOP_SIZES = (10_000, 50_000, 250_000)
SHOP_PRODUCTS = 400
NOW = datetime(2026, 4, 20, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--shop", type=int, help="measure one shop in this process and print JSON")
    asked = parser.parse_args()
    if asked.shop:
        print(json.dumps(measure_shop(asked.shop)))
        return
    print(describe_machine())
    for products, goal in PRODUCTS_AND_GOALS:
        print(compare_with_implicit(products, goal, asked.runs))
    for size in SHOP_SIZES:
        print(describe_shop(size, max(1, asked.runs // 2)))


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
    customer_factors, product_factors, bought = _random_factors(products)
    with threadpool_limits(1, "blas"):
        peer = AlternatingLeastSquares(factors=FACTORS)
    peer.user_factors, peer.item_factors = customer_factors, product_factors
    everyone, across = np.arange(CUSTOMERS, dtype=np.int32), np.ascontiguousarray(product_factors.T)

    def score(start: int, stop: int, out: Scores) -> None:
        np.matmul(customer_factors[start:stop], across, out=out)

    def ours() -> Ranking:
        return rank_top(score, CUSTOMERS, products, N, hidden=bought)

    def theirs() -> tuple[Any, Any]:
        with threadpool_limits(1, "blas"):  # as implicit itself asks
            answer: tuple[Any, Any] = peer.recommend(everyone, bought, N=N)
            return answer

    timed: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(runs):
        ranking, seconds = _time(ours)
        timed["ours"].append(seconds)
        (their_columns, their_scores), seconds = _time(theirs)
        timed["theirs"].append(seconds)
    fast, slow = statistics.median(timed["ours"]), statistics.median(timed["theirs"])
    same = float((ranking.columns == their_columns).mean())
    apart = float(np.abs(ranking.scores - their_scores).max())
    return (
        f"{CUSTOMERS:,} customers × {products:,} products × {FACTORS} factors, purchases filtered: "
        f"{fast:.2f} s, implicit {slow:.2f} s: {slow / fast:.1f}× (goal {goal}×); "
        f"{same:.4%} the same product, scores within {apart:.1e}"
    )


def _time(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _random_factors(products: int) -> tuple[Scores, Scores, csr_matrix]:
    rng = np.random.default_rng(7)
    chosen = rng.integers(0, products, CUSTOMERS * BOUGHT)
    owners = np.repeat(np.arange(CUSTOMERS), BOUGHT)
    bought = csr_matrix((np.ones(len(chosen), np.float32), (owners, chosen)), shape=(CUSTOMERS, products))
    factors = [rng.normal(size=(count, FACTORS)).astype(np.float32) for count in (CUSTOMERS, products)]
    return factors[0], factors[1], bought


def describe_shop(size: int, runs: int) -> str:
    """Medians over fresh processes, so that each one's memory peak is its own."""
    command = [sys.executable, "-m", "benchmarks.recommending", "--shop", str(size)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    middle = {key: statistics.median(one[key] for one in found) for key in found[0]}
    return (
        f"{size:,} customers × {SHOP_PRODUCTS} products, {middle['events']:,.0f} events: "
        f"train {middle['train']:.1f} s, rules {middle['rules']:.1f} s, "
        f"histories {middle['histories']:.1f} s, recommend 3 each with reasons {middle['recommend']:.1f} s, "
        f"read out {middle['read']:.1f} s, "
        f"peak memory {middle['peak_mib']:,.0f} MiB (of it {middle['events_mib']:,.0f} before training)"
    )


def measure_shop(size: int) -> dict[str, float]:
    """Seconds of each step and the peak memory of this process."""
    events, products, countries = make_shop(size)
    before = _peak_mib()
    customers = [CustomerId(f"c{number}") for number in range(size)]
    recipe = shop_recipe(RecommenderSettings())
    model, train = _time(lambda: fit_model(events, products, countries, recipe, NOW))
    rules, make_rules = _time(lambda: ProductRules.from_brief(ProductBrief(), products, events))
    everyone, read_histories = _time(lambda: model.histories(events, NOW, countries).of(customers, countries))
    found, recommending = _time(lambda: recommend(model, everyone, rules))
    shown, read = _time(lambda: sum(len(products) for _, products in found))
    assert shown == 3 * size
    return {
        "events": len(events),
        "train": train,
        "rules": make_rules,
        "histories": read_histories,
        "recommend": recommending,
        "read": read,
        "peak_mib": _peak_mib(),
        "events_mib": before,
    }


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
