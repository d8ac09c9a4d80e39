"""What models are judged on: customers, what they had, and what they went on to buy.

An exam knows nothing of models. It says for each aim what counts as right and what may be
ranked at all, and carries the two baselines that every model has to be seen beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim, EventType
from eval.ranking import stored_pairs
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.matrix import KeptPurchases
from recommender.top_products import Scorer, Scores, rank_top, score_alike

POPULARITY_HALF_LIFE_DAYS = 14.0
OWN_HALF_LIFE_DAYS = 60.0
HISTORY_LENGTHS = (0, 1, 2, 5, 10, 20)  # where each group of customers by length of history begins


@dataclass(frozen=True, slots=True, eq=False)
class Exam:
    """Rows are the customers judged, columns the products that can be ranked, unless said otherwise."""

    customer_ids: Sequence[str]
    products: IdMap
    had: csr_matrix  # bought and kept before
    bought: csr_matrix  # bought and kept later; columns past the last product are ones nobody could rank
    past: csr_matrix  # everybody's purchases before, customers judged or not, in rows
    popular: Rows  # products from the most to the least bought of late
    own: Scores  # for each stored entry of `had`, its place among the customer's own, the best highest
    history: NDArray[np.int64]  # how many orders (or products) each customer had before
    history_unit: str = "products"
    segments: Sequence[str | None] = ()  # empty, or one for each customer
    categories: Sequence[str | None] = ()  # empty, or one for each product
    candidates: csr_matrix | None = None  # the only products that may be ranked, for each customer

    def __len__(self) -> int:
        return len(self.customer_ids)

    def relevant(self, aim: Aim) -> csr_matrix:
        """What counts as right: new products to discover, repeats to buy again, anything for mixed."""
        if aim is Aim.MIXED:
            return self.bought
        repeats = _pairs_in(self.bought, self.had)
        return _keep(self.bought, repeats if aim is Aim.BUY_AGAIN else ~repeats)

    @property
    def repeat_share(self) -> float | None:
        """The share of what was bought later that the same customer had before; None where nothing was."""
        return float(_pairs_in(self.bought, self.had).mean()) if self.bought.nnz else None

    def hidden(self, aim: Aim) -> csr_matrix | None:
        """What must not be ranked; None where nothing is hidden."""
        return self.had if aim is Aim.DISCOVER else None

    def allowed(self, aim: Aim) -> csr_matrix | None:
        """The only products that may be ranked; None where that is every product not hidden."""
        if aim is not Aim.BUY_AGAIN:
            return self.candidates
        if self.candidates is None:
            return self.had
        return _keep(self.candidates, _pairs_in(self.candidates, self.had))

    def rank(self, scorer: Scorer, aim: Aim, n: int, *, threads: int = 0) -> Rows:
        """The `n` products with the highest scores that the aim and the candidates permit, best first.

        `scorer` scores the exam's customers for all its products. Shape (customers, n), UNKNOWN
        where no more may be ranked.
        """
        allowed = self.allowed(aim)
        chosen = scorer if allowed is None else _only(scorer, allowed)
        ranking = rank_top(chosen, len(self), len(self.products), n, hidden=self.hidden(aim), threads=threads)
        return ranking.columns

    def restrict(self, ranked: NDArray[Any], aim: Aim, n: int) -> Rows:
        """The first `n` of each list that the aim and the candidates permit; gaps are closed.

        Raises ValueError for lists that do not fit the exam or name a product twice.
        """
        lists = self._checked(ranked)
        permitted, rows = lists >= 0, np.arange(len(lists))[:, None]
        if (hidden := self.hidden(aim)) is not None:
            permitted &= ~stored_pairs(hidden, rows, lists)
        if (allowed := self.allowed(aim)) is not None:
            permitted &= stored_pairs(allowed, rows, lists)
        order = np.argsort(~permitted, axis=1, kind="stable")[:, :n]
        kept = np.where(
            np.take_along_axis(permitted, order, axis=1), np.take_along_axis(lists, order, axis=1), UNKNOWN
        )
        missing = n - kept.shape[1]
        return np.pad(kept, ((0, 0), (0, max(missing, 0))), constant_values=UNKNOWN).astype(np.int32)

    def rank_popular(self, aim: Aim, n: int) -> Rows:
        """Everybody's list: what sold most of late."""
        return self.rank(score_alike(self._popular_scores()), aim, n)

    def rank_own(self, aim: Aim, n: int) -> Rows | None:
        """Each customer's own purchases, latest and most frequent first, then what is popular.

        None for the aim that asks for new products, where it would be popularity again.
        """
        if aim is Aim.DISCOVER:
            return None
        own = csr_matrix((self.own, self.had.indices, self.had.indptr), shape=self.had.shape)
        scores = self._popular_scores()

        def score(start: int, stop: int, out: Scores) -> None:
            out[:] = scores
            out += own[start:stop].toarray()

        return self.rank(score, aim, n)

    def history_groups(self) -> NDArray[np.object_]:
        """For each customer the group of those with about as long a history, e.g. "2–4"."""
        starts = np.array(HISTORY_LENGTHS)
        return history_labels()[np.searchsorted(starts, self.history, side="right") - 1]

    def _popular_scores(self) -> Scores:
        # Places, not weights: float32 holds whole numbers exactly, and faded weights not at all.
        scores = np.empty(len(self.products), dtype=np.float32)
        scores[self.popular] = np.arange(len(self.products), 0, -1)
        return scores / np.float32(len(self.products) + 1)

    def _checked(self, ranked: NDArray[Any]) -> NDArray[np.int64]:
        lists = np.asarray(ranked).astype(np.int64)
        if lists.ndim != 2 or len(lists) != len(self):
            raise ValueError(f"lists of shape {np.shape(ranked)} do not fit {len(self):,} customers")
        if lists.size and lists.max() >= len(self.products):
            raise ValueError(f"product {lists.max()} is not one of the {len(self.products):,} of the exam")
        ordered = np.sort(lists, axis=1)
        if ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any():
            raise ValueError("a list names the same product twice")
        return lists


def set_exam(
    train: pd.DataFrame,
    test: pd.DataFrame,
    products: IdMap,
    *,
    segments: Mapping[str, str] | None = None,
    orders: Mapping[str, int] | None = None,
    categories: Mapping[str, str | None] | None = None,
    candidates: pd.DataFrame | None = None,
    with_newcomers: bool = False,
    max_customers: int = 20_000,
    seed: int = 7,
) -> Exam:
    """An exam on `test` for models that may know `train` and rank `products`.

    Both frames are events as the store returns them. Judged are the customers who bought in
    both, with `with_newcomers` all who bought in `test`; of more than `max_customers` a random
    sample. `candidates` (customer_id, product_id) lists the only products to rank for each
    customer; then customers without any are not judged. `orders` by customer measure the
    length of history; without them distinct products do.
    """
    before, after = KeptPurchases.from_events(train), KeptPurchases.from_events(test)
    judged = set(_buyers(after)) if with_newcomers else set(_buyers(after)) & set(_buyers(before))
    if candidates is not None:
        judged &= set(candidates["customer_id"])
    customer_ids = _sample(sorted(judged), max_customers, seed)
    unseen = sorted(set(after.products.index) - set(products.index))
    had = before.of(customer_ids, products)
    popular = _popular(train, products)
    length = np.diff(had.indptr) if orders is None else [int(orders.get(one, 0)) for one in customer_ids]
    return Exam(
        customer_ids=customer_ids,
        products=products,
        had=had,
        bought=after.of(customer_ids, IdMap.in_order([*products.index, *unseen])),
        past=before.of(before.customers.index, products),
        popular=popular,
        own=_own_places(train, customer_ids, products, had, popular),
        history=np.asarray(length, dtype=np.int64),
        history_unit="products" if orders is None else "orders",
        segments=[] if segments is None else [segments.get(one) for one in customer_ids],
        categories=[] if categories is None else [categories.get(one) for one in products.index],
        candidates=None if candidates is None else _mark(candidates, IdMap.in_order(customer_ids), products),
    )


def history_labels() -> NDArray[np.object_]:
    """The names of the groups by length of history, shortest first."""
    ends = [*(start - 1 for start in HISTORY_LENGTHS[1:]), None]
    names = [
        f"{start}+" if end is None else str(start) if start == end else f"{start}–{end}"
        for start, end in zip(HISTORY_LENGTHS, ends, strict=True)
    ]
    return np.array(names, dtype=object)


def _buyers(kept: KeptPurchases) -> list[str]:
    return kept.customers.ids_of(np.flatnonzero(np.diff(kept.matrix.indptr)))


def _sample(ids: list[str], most: int, seed: int) -> list[str]:
    if len(ids) <= most:
        return ids
    picks = np.random.default_rng(seed).choice(len(ids), most, replace=False)
    return [ids[pick] for pick in np.sort(picks)]


def _popular(train: pd.DataFrame, products: IdMap) -> Rows:
    bought = train[train["type"] == EventType.PURCHASE]
    columns = products.rows_of(bought["product_id"])
    weights = _fade(bought, POPULARITY_HALF_LIFE_DAYS)[columns != UNKNOWN]
    sold = np.bincount(columns[columns != UNKNOWN], weights=weights, minlength=len(products))
    return np.argsort(-sold, kind="stable").astype(np.int32)


def _own_places(
    train: pd.DataFrame, customer_ids: Sequence[str], products: IdMap, had: csr_matrix, popular: Rows
) -> Scores:
    """1 for a customer's least own purchase, then 2, and so on; the more popular wins a tie."""
    bought = train[train["type"] == EventType.PURCHASE]
    rows = IdMap.in_order(customer_ids).rows_of(bought["customer_id"])
    columns = products.rows_of(bought["product_id"])
    known = (rows != UNKNOWN) & (columns != UNKNOWN)
    faded = csr_matrix(
        (_fade(bought, OWN_HALF_LIFE_DAYS)[known], (rows[known], columns[known])), shape=had.shape
    )
    faded.sum_duplicates()
    owners = np.repeat(np.arange(had.shape[0]), np.diff(had.indptr))
    weights = np.asarray(faded[owners, had.indices]).ravel() if had.nnz else np.empty(0)
    unpopular = np.empty(len(products))
    unpopular[popular] = np.arange(len(products))
    order = np.lexsort((-unpopular[had.indices], weights, owners))
    places = np.empty(had.nnz, dtype=np.float32)
    places[order] = np.arange(had.nnz) - had.indptr[owners[order]] + 1
    return places


def _fade(bought: pd.DataFrame, half_life_days: float) -> NDArray[np.float64]:
    moments = bought["occurred_at"]
    ages = (moments.max() - moments).dt.total_seconds().to_numpy(dtype=np.float64) / 86_400
    return np.asarray(np.exp2(-ages / half_life_days))


def _mark(pairs: pd.DataFrame, customers: IdMap, products: IdMap) -> csr_matrix:
    rows, columns = customers.rows_of(pairs["customer_id"]), products.rows_of(pairs["product_id"])
    known = (rows != UNKNOWN) & (columns != UNKNOWN)
    shape = (len(customers), len(products))
    matrix = csr_matrix((np.ones(known.sum()), (rows[known], columns[known])), shape=shape)
    matrix.sum_duplicates()
    return matrix


def _pairs_in(matrix: csr_matrix, other: csr_matrix) -> NDArray[np.bool_]:
    """For each stored entry of `matrix`, whether `other` stores the same row and column."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    # Columns past the end of `other` would wrap into its next row.
    columns = np.where(matrix.indices < other.shape[1], matrix.indices, UNKNOWN)
    return stored_pairs(other, rows, columns)


def _keep(matrix: csr_matrix, chosen: NDArray[np.bool_]) -> csr_matrix:
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))[chosen]
    columns = matrix.indices[chosen]
    return csr_matrix((np.ones(len(columns)), (rows, columns)), shape=matrix.shape)


def _only(scorer: Scorer, allowed: csr_matrix) -> Scorer:
    def score(start: int, stop: int, out: Scores) -> None:
        scorer(start, stop, out)
        begin, end = allowed.indptr[start], allowed.indptr[stop]
        rows = np.repeat(np.arange(stop - start), np.diff(allowed.indptr[start : stop + 1]))
        columns = allowed.indices[begin:end]
        kept = out[rows, columns]
        out[:] = -np.inf
        out[rows, columns] = kept

    return score
