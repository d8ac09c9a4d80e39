"""From a ranking to the list shown: pushes, damping, caps and exploration, for many customers at once.

What a push or damping weighs against is a product's place in the customer's own ranking and
nothing else: scores of different models and customers have no common scale. Chances
to be wanted fall about as 1 / place, so logarithms of places add up with logarithms of
what a product is worth: a nudge of ln 2 counts as half as far from the top. Nudges belong to
products, not to the customers at hand, so nobody's list depends on who else is asked about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bespoke.domain import Boost, CampaignId, CustomerId, Product
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.rules import ProductRules, brand_of
from recommender.top_products import Ranking

STRONGEST_PUSH = 10.0  # times nearer the top, for the best product at full strength
_BLOCK_CELLS = 1 << 17  # a block stays in the cache: measured 1.5 s where one whole block took 4.0 s
_TWO_TO_53 = float(1 << 53)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ListRules:
    """A brief's wishes for a list as a whole, over the columns of one model."""

    categories: Rows  # of each column, a number for its category; UNKNOWN where it has none
    brands: Rows
    nudges: Floats  # of each column; above 0 moves up, below 0 moves down
    max_per_category: int | None
    max_per_brand: int | None
    exploration: float

    @classmethod
    def of(cls, rules: ProductRules, products: IdMap, popularity: Floats | None = None) -> ListRules:
        """The rules' wishes over `products`; `popularity` is what each sells, in any unit."""
        brief = rules.brief
        known = [rules.products.get(product_id) for product_id in products.index]
        nudges = brief.boost_strength * np.log(STRONGEST_PUSH) * _pushes(rules, known)
        if brief.popularity_damping:
            nudges -= brief.popularity_damping * np.log1p(_crowding(rules, products, popularity))
        return cls(
            categories=_numbered(None if one is None else one.category for one in known),
            brands=_numbered(None if one is None else brand_of(one) for one in known),
            nudges=nudges,
            max_per_category=brief.max_per_category,
            max_per_brand=brief.max_per_brand,
            exploration=brief.exploration,
        )

    def caps(self) -> Iterator[tuple[Rows, int]]:
        """Each kind of which only so many may stand in a list, and how many."""
        if self.max_per_category is not None:
            yield self.categories, self.max_per_category
        if self.max_per_brand is not None:
            yield self.brands, self.max_per_brand


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lists, shape (n_customers, n), filled from the left.

    `places` count in the shortlist, or in the fresh one where `is_fresh`; UNKNOWN where
    nothing is left. `chances` are those with which each place's draw came out as it did:
    1 where nothing was drawn.
    """

    places: Rows
    is_fresh: NDArray[np.bool_]
    chances: Floats


def arrange(
    shortlist: Ranking,
    rules: ListRules,
    n: int,
    *,
    fresh: Ranking | None = None,
    keys: NDArray[np.uint64] | None = None,
) -> Arrangement:
    """The `n` products of each customer's shortlist that the rules would show, best first.

    `shortlist` and `fresh`, products with few or no sales, hold only what this customer may
    be shown, without repeats within one. `keys` (see `draw_keys`) decide who is shown a
    fresh product where; without either nothing is explored. A list has fewer than `n`
    where the shortlist or the caps leave fewer.
    """
    n_customers, m = shortlist.columns.shape
    arrangement = _plain(n_customers, m, n)
    if fresh is not None and (keys is None or not rules.exploration or not fresh.columns.shape[1]):
        fresh = None
    if fresh is None and not rules.nudges.any() and not list(rules.caps()):
        present = shortlist.columns[:, :n] != UNKNOWN
        arrangement.places[:, : present.shape[1]][present] = np.nonzero(present)[1]
        return arrangement
    if not m:
        return arrangement
    width = m + (0 if fresh is None else fresh.columns.shape[1])
    step = max(1, _BLOCK_CELLS // max(width, 1))
    for start in range(0, n_customers, step):
        block = slice(start, start + step)
        _Block(shortlist, fresh, rules, keys, block).fill(arrangement, n)
    return arrangement


def draw_keys(campaign_id: CampaignId, customer_ids: Iterable[CustomerId]) -> NDArray[np.uint64]:
    """What decides a customer's draws in one campaign: the same on every run and for nobody else."""
    start = hashlib.blake2b(digest_size=8, person=b"exploration")
    raw = campaign_id.encode()
    start.update(len(raw).to_bytes(4, "big") + raw)
    digests = bytearray()
    for customer_id in customer_ids:
        digest = start.copy()
        digest.update(customer_id.encode())
        digests += digest.digest()
    return np.frombuffer(bytes(digests), dtype=">u8").astype(np.uint64)


def draw(keys: NDArray[np.uint64], place: int) -> Floats:
    """A number in [0, 1) for each key, independent from place to place. Source: Steele 2014, SplitMix64."""
    mixed = keys + np.uint64((place + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) / _TWO_TO_53


def exploration_chance(share: float, place: int, n: int) -> float:
    """The chance that a place (0 is the first) of `n` goes to a fresh product.

    The first place is the model's wherever there is another, so the others take its part.
    """
    if n == 1:
        return share
    return 0.0 if place == 0 else min(1.0, share * n / (n - 1))


def _plain(n_customers: int, m: int, n: int) -> Arrangement:
    shape = (n_customers, n)
    return Arrangement(np.full(shape, UNKNOWN, np.int32), np.zeros(shape, np.bool_), np.ones(shape))


class _Block:
    """Some customers' candidates, shortlist and fresh ones side by side, while places are being filled."""

    def __init__(
        self, shortlist: Ranking, fresh: Ranking | None, rules: ListRules, keys: Any, block: slice
    ) -> None:
        self._rules, self._rows = rules, block
        self._m = shortlist.columns.shape[1]
        self._explores = fresh is not None
        parts = [shortlist.columns[block]] + ([] if fresh is None else [fresh.columns[block]])
        self._columns = np.concatenate(parts, axis=1)
        self._keys = None if keys is None else keys[block]
        self._worth = np.concatenate([self._worths(part) for part in parts], axis=1)
        self._worth[self._columns == UNKNOWN] = -np.inf

    def _worths(self, columns: Rows) -> NDArray[np.float32]:
        # float64 until the sum: a tie in float32 goes to the earlier place, as it should.
        places = -np.log(np.arange(1, columns.shape[1] + 1))
        nudges = np.append(self._rules.nudges, 0.0)[columns]
        return np.asarray(places + nudges, dtype=np.float32)

    def fill(self, into: Arrangement, n: int) -> None:
        """Choose place after place, each time the best that the caps still allow."""
        everyone = np.arange(len(self._columns))
        taken: list[Rows] = []
        for place in range(n):
            chosen = self._best(slice(0, self._m))
            fresh, chance = self._explore(place, n, chosen)
            if fresh is not None:
                into.chances[self._rows, place] = chance
                into.is_fresh[self._rows, place] = fresh != UNKNOWN
                chosen = np.where(fresh == UNKNOWN, chosen, fresh)
            columns = np.where(chosen == UNKNOWN, UNKNOWN, self._columns[everyone, chosen])
            from_fresh = into.is_fresh[self._rows, place]
            into.places[self._rows, place] = np.where(from_fresh, chosen - self._m, chosen)
            taken.append(columns.astype(np.int32))
            self._strike(chosen, taken)

    def _best(self, part: slice) -> Rows:
        worth = self._worth[:, part]
        if not worth.shape[1]:
            return np.full(len(worth), UNKNOWN, np.int32)
        best = worth.argmax(axis=1)
        found = worth[np.arange(len(worth)), best] > -np.inf
        return np.where(found, best + part.start, UNKNOWN).astype(np.int32)

    def _explore(self, place: int, n: int, otherwise: Rows) -> tuple[Rows | None, Any]:
        """Where a fresh product is drawn for this place, and with which chance it came out so."""
        chance = exploration_chance(self._rules.exploration, place, n) if self._explores else 0.0
        if chance == 0.0 or self._keys is None:
            return None, None
        best = self._best(slice(self._m, self._columns.shape[1]))
        # What is new may stand among other products, not make up a list of its own.
        possible = (best != UNKNOWN) & (otherwise != UNKNOWN)
        drawn = possible & (draw(self._keys, place) < chance)
        chances = np.where(possible, np.where(drawn, chance, 1.0 - chance), 1.0)
        return np.where(drawn, best, UNKNOWN).astype(np.int32), chances

    def _strike(self, chosen: Rows, taken: Sequence[Rows]) -> None:
        """Take out of the running what was chosen, and the rest of any kind that is full."""
        rows = np.flatnonzero(chosen != UNKNOWN)
        self._worth[rows, chosen[rows]] = -np.inf
        if self._explores:  # the same product may stand in both lists
            same = self._columns[rows] == taken[-1][rows, None]
            self._worth[rows] = np.where(same, -np.inf, self._worth[rows])
        for kinds, cap in self._rules.caps():
            kind_of = np.append(kinds, UNKNOWN)
            last = kind_of[taken[-1]]
            counts = np.sum([kind_of[one] == last for one in taken], axis=0)
            full = np.flatnonzero((last != UNKNOWN) & (counts >= cap))
            barred = kind_of[self._columns[full]] == last[full, None]
            self._worth[full] = np.where(barred, -np.inf, self._worth[full])


def _numbered(names: Iterable[Hashable | None]) -> Rows:
    numbers: dict[Hashable, int] = {}
    found = [UNKNOWN if name is None else numbers.setdefault(name, len(numbers)) for name in names]
    return np.array(found, dtype=np.int32)


def _pushes(rules: ProductRules, products: Sequence[Product | None]) -> Floats:
    """How much each product is to be pushed, from -1/2 to 1/2; 0 where nothing is known.

    By rank and not by amount, so that one huge margin does not push all others down.
    """
    if rules.brief.boost is Boost.NONE:
        return np.zeros(len(products))
    values = np.array([_push_value(rules, one) for one in products], dtype=np.float64)
    known = np.flatnonzero(~np.isnan(values))
    pushes = np.zeros(len(values))
    if len(known) > 1:
        ordered = np.sort(values[known])
        below = np.searchsorted(ordered, values[known], side="left")
        up_to = np.searchsorted(ordered, values[known], side="right")
        pushes[known] = ((below + up_to - 1) / 2) / (len(known) - 1) - 0.5
    return pushes


def _push_value(rules: ProductRules, product: Product | None) -> float:
    if product is None:
        return np.nan
    if rules.brief.boost is Boost.INVENTORY:
        return np.nan if product.stock is None else float(product.stock)
    cost = rules.costs.get(product.product_id)
    return np.nan if cost is None else float(product.price.amount - cost)


def _crowding(rules: ProductRules, products: IdMap, popularity: Floats | None) -> Floats:
    """How crowded each product is: times the average of what sells, and of what was shown lately."""
    parts = [] if popularity is None else [np.asarray(popularity, dtype=np.float64)]
    if rules.shown is not None:
        totals = np.append(np.asarray(rules.shown.matrix.sum(axis=0)).ravel(), 0.0)
        parts.append(totals[rules.shown.products.rows_of(products.index)])
    shares = [part / part[part > 0].mean() for part in parts if (part > 0).any()]
    return np.mean(shares, axis=0) if shares else np.zeros(len(products))
