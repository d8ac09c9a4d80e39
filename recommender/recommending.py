"""A model and rules to a list of products for each customer, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import CustomerId, Product, ProductId, Reason, ReasonKind, RecommendedProduct
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.popular import look_up_countries
from recommender.rules import ProductRules
from recommender.top_products import rank_top
from recommender.training import FittedModel

_FILLER_CELLS = 1 << 23


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Lists in the order of the customers asked for; a list is as short as the rules leave it.

    `whys` is the row number of the purchase that explains an entry, or one of the
    constants below.
    """

    customer_ids: Sequence[CustomerId]
    products: IdMap
    titles: Mapping[int, str]  # of the purchases named in reasons
    countries: Sequence[str | None]
    columns: Rows  # (n_customers, n)
    scores: NDArray[np.float32]
    whys: Rows

    def __len__(self) -> int:
        return len(self.customer_ids)

    def __iter__(self) -> Iterator[tuple[CustomerId, tuple[RecommendedProduct, ...]]]:
        reasons = _Reasons(self.titles)
        product_ids = self.products.index.to_numpy()
        rows = zip(self.columns.tolist(), self.scores.tolist(), self.whys.tolist(), strict=True)
        people = zip(self.customer_ids, self.countries, rows, strict=True)
        for customer_id, country, (columns, scores, whys) in people:
            yield (
                customer_id,
                tuple(
                    RecommendedProduct(ProductId(product_ids[column]), rank, score, reasons.get(why, country))
                    for rank, (column, score, why) in enumerate(zip(columns, scores, whys, strict=True), 1)
                    if column != UNKNOWN
                ),
            )


_POPULAR = -1
_POPULAR_IN = -2


class _Reasons:
    """Reasons by their number, each made once."""

    def __init__(self, titles: Mapping[int, str]) -> None:
        self._titles = titles
        self._made: dict[tuple[int, str | None], Reason] = {}

    def get(self, why: int, country: str | None) -> Reason:
        key = (why, country if why == _POPULAR_IN else None)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, why: int, country: str | None) -> Reason:
        if why == _POPULAR_IN:
            return Reason(ReasonKind.POPULAR_IN, country)
        if why == _POPULAR:
            return Reason(ReasonKind.POPULAR)
        return Reason(ReasonKind.BOUGHT_WITH, self._titles[why])


def recommend(
    model: FittedModel,
    customer_ids: Sequence[CustomerId],
    rules: ProductRules,
    n: int | None = None,
    *,
    countries: pd.Series[Any] | None = None,
    threads: int = 0,
) -> Recommendations:
    """The best `n` products (by default the brief's number) for each customer, never one twice.

    Customers with purchases get the personal model's choice, as far as a purchase explains
    it; new customers and gaps get what is popular in their country (`countries`, by
    customer id) and then in the whole shop.
    """
    n = rules.per_email if n is None else n
    allowed = rules.allowed_columns(model.products)
    hidden = _hidden(model, customer_ids, rules)
    shape = (len(customer_ids), n)
    lists = _Lists(
        np.full(shape, UNKNOWN, np.int32),
        np.full(shape, np.nan, np.float32),
        np.full(shape, _POPULAR, np.int32),
    )
    _add_personal(lists, model, customer_ids, rules.products, allowed, hidden, threads)
    homes = look_up_countries(customer_ids, countries)
    _add_popular(lists, model, homes, allowed, hidden)
    named = np.unique(lists.whys[lists.whys >= 0])
    titles = dict(
        zip(
            named.tolist(),
            (rules.products[ProductId(i)].title for i in model.products.ids_of(named)),
            strict=True,
        )
    )
    return Recommendations(
        customer_ids, model.products, titles, homes, lists.columns, lists.scores, lists.whys
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """Lists while they are being filled, from the left, without gaps."""

    columns: Rows
    scores: NDArray[np.float32]
    whys: Rows

    @property
    def counts(self) -> NDArray[np.int64]:
        return np.asarray((self.columns != UNKNOWN).sum(axis=1))

    def append(self, rows: Any, columns: Any, scores: Any, whys: Any) -> None:
        """Add to each row's end the entries that are not UNKNOWN, as many as fit."""
        taken, n = self.counts[rows], self.columns.shape[1]
        present = columns != UNKNOWN
        places = taken[:, None] + np.cumsum(present, axis=1) - 1
        fits = present & (places < n)
        targets = np.broadcast_to(np.asarray(rows)[:, None], columns.shape)[fits], places[fits]
        self.columns[targets], self.scores[targets] = columns[fits], scores[fits]
        self.whys[targets] = whys[fits]


def _hidden(model: FittedModel, customer_ids: Sequence[CustomerId], rules: ProductRules) -> csr_matrix:
    if rules.bought is None:
        return csr_matrix((len(customer_ids), len(model.products)))
    return rules.bought.of(customer_ids, model.products)


def _add_personal(
    lists: _Lists,
    model: FittedModel,
    customer_ids: Sequence[CustomerId],
    products: Mapping[ProductId, Product],
    allowed: Rows,
    hidden: csr_matrix,
    threads: int,
) -> None:
    if model.personal is None:
        return
    rows = model.customers.rows_of(customer_ids)
    known = np.flatnonzero(rows != UNKNOWN)
    known = known[model.personal.has_purchases(rows[known])]
    if not len(known):
        return
    rows = rows[known]
    scorer = model.personal.scorer(rows, allowed)
    ranking = rank_top(
        scorer,
        len(rows),
        len(allowed),
        lists.columns.shape[1],
        hidden=hidden[known][:, allowed],
        threads=threads,
    )
    columns = np.where(ranking.columns == UNKNOWN, UNKNOWN, np.append(allowed, UNKNOWN)[ranking.columns])
    titled = np.array([product_id in products for product_id in model.products.index])
    whys = model.personal.explain(rows, columns.astype(np.int32), titled)
    # What no purchase of theirs speaks for, popularity can serve with a true reason.
    columns = np.where(whys == UNKNOWN, UNKNOWN, columns)
    lists.append(known, columns, ranking.scores, whys)


def _add_popular(
    lists: _Lists, model: FittedModel, homes: list[str | None], allowed: Rows, hidden: csr_matrix
) -> None:
    short = np.flatnonzero(lists.counts < lists.columns.shape[1])
    if not len(short):
        return
    is_allowed = np.zeros(len(model.products), dtype=np.bool_)
    is_allowed[allowed] = True
    places = model.popularity.countries.rows_of([homes[row] for row in short])
    for country in np.unique(places):
        order, scores, n_local = model.popularity.order(int(country), is_allowed)
        whys = np.where(np.arange(len(order)) < n_local, _POPULAR_IN, _POPULAR).astype(np.int32)
        _fill(lists, short[places == country], order, scores, whys, hidden)


def _fill(
    lists: _Lists,
    rows: NDArray[Any],
    order: Rows,
    scores: NDArray[np.float32],
    whys: Rows,
    hidden: csr_matrix,
) -> None:
    """Fill these rows from one list of popular products, past what is hidden or there already."""
    n = lists.columns.shape[1]
    lengths = np.diff(hidden.indptr)[rows]
    by_length = rows[np.argsort(lengths, kind="stable")]
    start = 0
    while start < len(by_length):
        # A customer can be barred from no more than what they have and what they are shown.
        stop = start + max(1, _FILLER_CELLS // max(len(order), 1))
        block = by_length[start:stop]
        depth = min(len(order), 2 * n + int(np.diff(hidden.indptr)[block].max(initial=0)))
        barred = _barred(hidden[block], lists.columns[block], order[:depth], hidden.shape[1])
        best = np.argsort(barred, axis=1, kind="stable")[:, :n]
        free = ~np.take_along_axis(barred, best, axis=1)
        lists.append(
            block, np.where(free, order[:depth][best], UNKNOWN), scores[:depth][best], whys[:depth][best]
        )
        start = stop


def _barred(hidden: csr_matrix, shown: Rows, order: Rows, n_products: int) -> NDArray[np.bool_]:
    """Whether each of `order` is hidden from or already shown to each customer."""
    place_of = np.full(n_products + 1, UNKNOWN)
    place_of[order] = np.arange(len(order))
    barred = np.zeros((hidden.shape[0], len(order) + 1), dtype=np.bool_)
    barred[np.repeat(np.arange(hidden.shape[0]), np.diff(hidden.indptr)), place_of[hidden.indices]] = True
    barred[np.arange(len(shown))[:, None], place_of[np.where(shown == UNKNOWN, n_products, shown)]] = True
    return barred[:, :-1]
