"""What sells to customers like this one: of their country, and who order as often and as much.

For each trait the purchases of its groups are compared with the whole shop's, drawn to
them where they are few; the traits multiply as in naive Bayes. A purchase counts for the
group its customer was in just before it, so that first orders speak to new customers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.matrix import sum_pairs
from recommender.orders import Orders
from recommender.popular import faded_sales
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores

_MOST_DOUBLINGS = 6


@dataclass(frozen=True, slots=True)
class TraitPopularityParameters:
    """The defaults did well on Online Retail."""

    half_life_days: float = 10.0
    believed: float = 3.0  # faded purchases of a usual product in a group that count as much as the shop's
    power: float = 0.5


@dataclass(frozen=True, slots=True)
class TraitPopularity:
    """Popularity of products among customers with the same traits."""

    kind: ClassVar[str] = "popular_by_trait"

    strengths: Floats  # (n_products) share of faded sales
    groups: IdMap  # such as "country Germany" and "orders 2"
    tilts: csr_matrix  # groups × products: log of how much more it sells there, but for a constant
    power: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: TraitPopularityParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> TraitPopularity | None:
        """A model, or None where nothing was bought."""
        orders = Orders.of(histories)
        sales = faded_sales(orders.purchases, parameters.half_life_days)
        if not sales.any():
            return None
        strengths = sales / sales.sum()
        traits = [column[orders.of_purchase] for column in _traits_of_orders(histories, orders)]
        groups = IdMap.of(str(one) for column in traits for one in np.unique(column))
        bought = orders.purchases
        ages = bought.age_days - bought.age_days.min()
        faded = bought.weights * np.exp2(-ages / parameters.half_life_days)
        shape = (len(groups), len(histories.products))
        tilts = sum_pairs(
            np.concatenate([groups.rows_of(column.tolist()) for column in traits]),
            np.tile(bought.columns, len(traits)),
            np.tile(faded, len(traits)),
            shape,
        )
        expected = parameters.believed * np.count_nonzero(sales) * strengths[tilts.indices]
        tilts.data = np.log1p(np.divide(tilts.data, expected, out=np.zeros(tilts.nnz), where=expected > 0))
        return cls(strengths, groups, tilts, parameters.power)

    def scorer(self, histories: Histories) -> Scorer:
        """Share of sales, tilted by each trait of the customer that is known."""
        columns = _traits_of_customers(histories, Orders.of(histories))
        members = np.column_stack([self.groups.rows_of(column.tolist()) for column in columns])
        nobody = csr_matrix((1, self.tilts.shape[1]))
        tilts = np.vstack([self.tilts.toarray(), nobody.toarray()]).astype(np.float32) * self.power
        base = (self.strengths / max(self.strengths.max(), 1e-300)) ** self.power

        def score(start: int, stop: int, out: Scores) -> None:
            alike, place = np.unique(members[start:stop], axis=0, return_inverse=True)
            scores = np.exp(tilts[alike].sum(axis=1)) * base.astype(np.float32)
            np.take(scores, place.ravel(), axis=0, out=out)

        return score

    def explainer(self, histories: Histories) -> None:
        """None: it rests on no purchase of the customer's own."""

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Shares, tilts and the groups' names."""
        return {
            "strengths": self.strengths,
            "tilts": self.tilts.data,
            "tilt_products": self.tilts.indices,
            "tilt_starts": self.tilts.indptr,
            "power": np.array([self.power]),
            **{f"groups_{name}": values for name, values in self.groups.arrays().items()},
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> TraitPopularity:
        """The model that `arrays` came from."""
        groups = IdMap.from_arrays({name: arrays[f"groups_{name}"] for name in ("text", "lengths")})
        parts = (arrays["tilts"], arrays["tilt_products"], arrays["tilt_starts"])
        tilts = csr_matrix(parts, shape=(len(groups), len(arrays["strengths"])))
        return cls(arrays["strengths"], groups, tilts, float(arrays["power"][0]))


def _traits_of_orders(histories: Histories, orders: Orders) -> Iterator[NDArray[Any]]:
    """The name of each order's group by every trait, as of just before it."""
    numbers, starts = orders.numbers, np.repeat(orders.starts[:-1], orders.counts)
    before = np.concatenate(([0.0], np.cumsum(orders.lines)))
    mean_lines = (before[np.arange(len(numbers))] - before[starts]) / np.maximum(numbers, 1)
    yield from _name_habits(numbers, mean_lines)
    for name, values in sorted(histories.traits.items()):
        yield _name_values(name, values)[orders.rows]


def _traits_of_customers(histories: Histories, orders: Orders) -> Iterator[NDArray[Any]]:
    """The name of each customer's group by every trait, now."""
    counts = orders.counts
    lines = np.bincount(orders.rows, orders.lines, minlength=len(counts))
    yield from _name_habits(counts, lines / np.maximum(counts, 1))
    for name, values in sorted(histories.traits.items()):
        yield _name_values(name, values)


def _name_habits(numbers: NDArray[Any], lines: Floats) -> Iterator[NDArray[Any]]:
    yield _name_values("orders", _doublings(numbers))
    yield _name_values("lines", np.where(numbers > 0, _doublings(lines), UNKNOWN))


def _doublings(values: NDArray[Any]) -> Rows:
    return np.minimum(np.log2(values + 1.0).astype(np.int32), _MOST_DOUBLINGS)


def _name_values(trait: str, values: NDArray[Any]) -> NDArray[Any]:
    return np.array([f"{trait} {value}" for value in values.tolist()], dtype=object)
