"""What customers buy again: the chance for each of their own purchases, learned from the shop.

Each product has a usual interval between two orders of the same customer. How much that
interval counts differs from shop to shop: coffee is bought again when it runs out, a
wholesaler's customers order again what sells. So a logistic regression on earlier dates
learns what followed, drawn towards weights that did well elsewhere where data are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer, Padded
from recommender.facts import find_pairs
from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.orders import Orders, bought_within, rewind
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores

# What tells whether a purchase is made again, and its weight where nothing else is known.
_PRIOR = {
    "constant": -4.2,
    "times": 0.55,
    "days_since": -0.25,
    "fresh": 0.25,
    "orders_since": 0.25,
    "share_of_orders": 0.3,
    "product_rate": 0.2,
    "product_sales": 0.45,
    "half_due": 0.2,
    "due": 0.3,
    "overdue": 0.3,
    "orders": 0.65,
    "days_since_order": 0.25,
}
_DUE_AT = (0.5, 1.0, 2.0)  # usual intervals
_DUE_WIDTH = 0.5  # of the bump around each, in natural logarithms
_FRESH_DAYS = 30.0
_GAPS_BELIEVED = 5.0  # intervals seen, before a product's own count as much as the shop's
_ORDERS_BELIEVED = 20.0
_MOST_PAIRS = 300_000
_NEWTON_STEPS = 25
_DUE_FROM, _DUE_UNTIL = 0.75, 2.0  # usual intervals
_GAPS_TO_SAY_DUE = 3


@dataclass(frozen=True, slots=True)
class RepeatsParameters:
    """The defaults did well on Online Retail."""

    window_days: float = 28.0  # the chance is of buying again within it
    dates: int = 3  # from how many windows it is learned
    sales_half_life_days: float = 14.0
    usual_gap_days: float = 40.0  # where the shop has seen no repeat
    prior_pairs: float = 20.0  # how strongly the weights are drawn to those known beforehand


@dataclass(frozen=True, slots=True)
class Repeats:
    """The chance that a customer orders again what they bought, and 0 for everything else."""

    kind: ClassVar[str] = "repeats"

    usual_gaps: Floats  # (n_products) days between two orders of one customer, drawn to the shop's
    gaps_seen: NDArray[np.int64]  # (n_products)
    rates: Floats  # (n_products) log of how often it is bought again, against the shop's mean
    sales: Floats  # (n_products) log of recent sales, against the shop's mean
    weights: Floats  # as in _PRIOR

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: RepeatsParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> Repeats | None:
        """A model, or None where nothing was bought."""
        if not histories.is_purchase.any():
            return None
        prior = np.array(list(_PRIOR.values()))
        lessons = list(_lessons(histories, parameters, np.random.default_rng(seed)))
        weights = prior
        if lessons:
            facts, hits = (np.concatenate(parts) for parts in zip(*lessons, strict=True))
            weights = _regress(facts, hits, prior, parameters.prior_pairs)
        return cls(*_habits(_Lines.of(histories), parameters), weights)

    def scorer(self, histories: Histories) -> Scorer:
        """Chances, written over zeros."""
        chances = self._chances(histories).astype(np.float32)

        def score(start: int, stop: int, out: Scores) -> None:
            chances[start:stop].toarray(out=out)

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """The whole chance rests on the purchases of that product itself."""
        pairs = histories.sum_by_pair(histories.weights)
        chances = self._chances(histories).tocoo()
        values = np.zeros(pairs.nnz + 1, dtype=np.float32)
        values[find_pairs(pairs, chances.row, chances.col)] = chances.data

        def explain(padded: Padded, products: Rows) -> Scores:
            own = (padded.products[:, :, None] == products[:, None, :]) & (padded.places != UNKNOWN)[
                :, :, None
            ]
            return np.asarray(own * values[padded.places][:, :, None])

        return explain

    def due(self, histories: Histories, products: Rows) -> NDArray[np.bool_]:
        """Whether customers bought each product (n, k) about its usual interval ago.

        False where customers were not seen to buy the product again at least a few times.
        """
        lines = _Lines.of(histories)
        found = csr_matrix((lines.last + 1.0, (lines.rows, lines.columns)), shape=histories.shape)
        where = np.repeat(np.arange(len(products)), products.shape[1])
        place = find_pairs(found, where, products.ravel())
        columns = np.maximum(products.ravel(), 0)
        since = np.append(found.data - 1.0, np.nan)[place] / self.usual_gaps[columns]
        timely = (since >= _DUE_FROM) & (since <= _DUE_UNTIL)
        known = (place != UNKNOWN) & (self.gaps_seen[columns] >= _GAPS_TO_SAY_DUE)
        return np.asarray((timely & known).reshape(products.shape))

    def _chances(self, histories: Histories) -> csr_matrix:
        lines = _Lines.of(histories)
        facts = _facts(lines, self.usual_gaps, self.rates, self.sales)
        chances = 1.0 / (1.0 + np.exp(-(facts @ self.weights)))
        return csr_matrix((chances, (lines.rows, lines.columns)), shape=histories.shape)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Habits by product, and the weights."""
        return {
            "usual_gaps": self.usual_gaps,
            "gaps_seen": self.gaps_seen,
            "rates": self.rates,
            "sales": self.sales,
            "weights": self.weights,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Repeats:
        """The model that `arrays` came from."""
        return cls(*(arrays[name] for name in ("usual_gaps", "gaps_seen", "rates", "sales", "weights")))


@dataclass(frozen=True, slots=True)
class _Lines:
    """What a customer bought with an order, once each; and the pairs of customer and product."""

    orders: Orders
    rows: Rows  # of each pair
    columns: Rows
    times: Floats  # (n_pairs) in how many orders
    last: Floats  # (n_pairs) days since the last
    first_number: NDArray[np.int64]  # (n_pairs) how many orders the customer made before the first
    last_number: NDArray[np.int64]
    gap_columns: Rows  # the product of each interval between two orders of one customer
    gap_days: Floats

    @classmethod
    def of(cls, histories: Histories) -> _Lines:
        orders = Orders.of(histories)
        width = np.int64(max(histories.shape[1], 1))
        keys = orders.purchases.rows * width + orders.purchases.columns
        sorting = np.argsort(keys, kind="stable")  # orders stay in order of time
        keys, order = keys[sorting], orders.of_purchase[sorting]
        again = np.zeros(len(keys), dtype=np.bool_)
        again[1:] = (keys[1:] == keys[:-1]) & (order[1:] == order[:-1])
        keys, order = keys[~again], order[~again]
        same = keys[1:] == keys[:-1]
        firsts = np.flatnonzero(np.concatenate(([True], ~same))) if len(keys) else np.zeros(0, np.int64)
        lasts = np.append(firsts[1:], len(keys)) - 1 if len(keys) else firsts
        ages, numbers = orders.age_days[order], orders.numbers[order]
        return cls(
            orders=orders,
            rows=(keys[firsts] // width).astype(np.int32),
            columns=(keys[firsts] % width).astype(np.int32),
            times=(lasts - firsts + 1).astype(np.float64),
            last=ages[lasts],
            first_number=numbers[firsts],
            last_number=numbers[lasts],
            gap_columns=(keys[1:][same] % width).astype(np.int32),
            gap_days=(ages[:-1] - ages[1:])[same],
        )


def _habits(lines: _Lines, parameters: RepeatsParameters) -> tuple[Floats, NDArray[np.int64], Floats, Floats]:
    """Usual gaps, how many were seen, rates, and sales of every product."""
    purchases = lines.orders.purchases
    n = purchases.shape[1]
    logs = np.log(lines.gap_days)
    usual = float(logs.mean()) if len(logs) else np.log(parameters.usual_gap_days)
    seen = np.bincount(lines.gap_columns, minlength=n)
    total = np.bincount(lines.gap_columns, logs, minlength=n)
    gaps = np.exp((total + _GAPS_BELIEVED * usual) / (seen + _GAPS_BELIEVED))
    ordered = np.bincount(lines.columns, lines.times, minlength=n)
    rate = (seen.sum() + 1.0) / (ordered.sum() + 10.0)
    rates = np.log((seen / rate + _ORDERS_BELIEVED) / (ordered + _ORDERS_BELIEVED))
    faded = purchases.weights * np.exp2(-purchases.age_days / parameters.sales_half_life_days)
    sales = np.bincount(purchases.columns, faded, minlength=n)
    return gaps, seen, rates, np.log(0.1 + sales / max(float(sales.mean()), 1e-300))


def _facts(lines: _Lines, gaps: Floats, rates: Floats, sales: Floats) -> Floats:
    """What `_PRIOR` names, for each pair."""
    rows, columns, last = lines.rows, lines.columns, lines.last
    made = lines.orders.counts[rows]
    newest = lines.orders.age_days[lines.orders.starts[1:][rows] - 1]
    due = np.log(np.maximum(last, 0.5) / gaps[columns])
    bumps = [np.exp(-0.5 * ((due - np.log(at)) / _DUE_WIDTH) ** 2) for at in _DUE_AT]
    return np.column_stack(
        [
            np.ones(len(rows)),
            np.log(lines.times),
            np.log1p(last),
            np.exp2(-last / _FRESH_DAYS),
            np.log1p(made - 1 - lines.last_number),
            np.log((lines.times - 0.5) / (made - lines.first_number + 1.0)),
            rates[columns],
            sales[columns],
            *bumps,
            np.log(np.maximum(made, 1)),
            np.log1p(newest),
        ]
    )


def _lessons(
    histories: Histories, parameters: RepeatsParameters, rng: np.random.Generator
) -> Iterator[tuple[Floats, NDArray[np.bool_]]]:
    """Facts of pairs at earlier dates, and whether they were bought again in the window that followed."""
    oldest = float(histories.age_days.max(initial=0.0))
    for date in range(1, parameters.dates + 1):
        days = date * parameters.window_days
        if oldest < days + parameters.window_days:
            return
        lines = _Lines.of(rewind(histories, days))
        if not len(lines.rows):
            return
        habits = _habits(lines, parameters)
        facts = _facts(lines, habits[0], habits[2], habits[3])
        later = bought_within(histories, days, parameters.window_days)
        hits = np.isin(lines.rows * np.int64(histories.shape[1]) + lines.columns, later)
        share = _MOST_PAIRS / parameters.dates / len(hits)
        chosen = rng.random(len(hits)) < share if share < 1 else np.ones(len(hits), dtype=np.bool_)
        yield facts[chosen], hits[chosen]


def _regress(facts: Floats, hits: NDArray[np.bool_], prior: Floats, strength: float) -> Floats:
    """Logistic regression with a normal prior, by Newton's method."""
    weights = prior
    for _ in range(_NEWTON_STEPS):
        chances = 1.0 / (1.0 + np.exp(-np.clip(facts @ weights, -30.0, 30.0)))
        gradient = facts.T @ (chances - hits) + strength * (weights - prior)
        curvature = (facts * (chances * (1.0 - chances))[:, None]).T @ facts
        step = np.linalg.solve(curvature + strength * np.eye(len(weights)), gradient)
        weights = weights - np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(weights)
