"""A model and rules to a list of products for each customer, with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim, CampaignId, CustomerId, ProductId, ReasonKind
from recommender.arranging import Arrangement, ListRules, arrange, draw_keys
from recommender.facts import find_pairs
from recommender.fillers import fill_up
from recommender.histories import COUNTRY, Histories
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.lists import CODES, Lists, Recommendations
from recommender.ranker import Ranked, rank_products
from recommender.reasons import ReasonFinder
from recommender.rules import ProductRules
from recommender.shelf import Shelf
from recommender.shortlisting import Choice
from recommender.top_products import Ranking, Scores
from recommender.training import FittedModel

_SPARE = 60  # more than asked for, that boosts can choose from
_SPARE_UNDER_CAPS = 400  # and where a kind of product can be full
_FRESH = 12  # untried products that a draw can choose from
_FLOATS_AT_ONCE = 1 << 24


def recommend(
    model: FittedModel,
    histories: Histories,
    rules: ProductRules,
    n: int | None = None,
    *,
    campaign_id: CampaignId | None = None,
    threads: int = 0,
) -> Recommendations:
    """The best `n` products (by default the brief's number) for each customer of `histories`.

    Histories are of `model.histories`, up to now, so what happened since training counts.
    Customers the model can say nothing of, and gaps, get what is popular in their country
    and then in the whole shop. `campaign_id` decides who explores what.
    """
    n = rules.per_email if n is None else n
    maker = _ListMaker(model, rules, n, campaign_id, threads)
    lists = Lists.empty(len(histories), n)
    for start, stop in _spans(len(histories), len(model.products)):
        made = maker.make(histories.at(np.arange(start, stop)))
        for name in Lists.__slots__:
            getattr(lists, name)[start:stop] = getattr(made, name)
    named = np.unique(lists.sources[lists.sources != UNKNOWN])
    titles = {int(row): rules.products[ProductId(one)].title for row, one in _ids(model.products, named)}
    return Recommendations(
        [CustomerId(one) for one in histories.customers.index],
        model.products,
        titles,
        maker.shelf.categories,
        histories.traits.get(COUNTRY, np.full(len(histories), None, dtype=object)),
        lists,
    )


def _ids(products: IdMap, rows: Rows) -> Iterator[tuple[int, str]]:
    return zip(rows.tolist(), products.ids_of(rows), strict=True)


def _spans(n_customers: int, n_products: int) -> Iterator[tuple[int, int]]:
    """Runs of customers whose shortlists and opinions fit memory."""
    step = max(256, min(4096, 16 * _FLOATS_AT_ONCE // max(n_products, 1)))
    for start in range(0, n_customers, step):
        yield start, min(start + step, n_customers)


class _ListMaker:
    """What stays the same over all customers of one call."""

    def __init__(
        self, model: FittedModel, rules: ProductRules, n: int, campaign_id: CampaignId | None, threads: int
    ) -> None:
        self._model, self._rules, self._n, self._threads = model, rules, n, threads
        self._campaign_id = campaign_id
        self.shelf = Shelf.of(model.products, rules.products)
        self._allowed = np.zeros(len(model.products), dtype=np.bool_)
        self._allowed[rules.allowed_columns(model.products)] = True
        self._list_rules = ListRules.of(rules, model.products, model.popularity.overall)
        nameable = np.array([rules.may_name(one) for one in model.products.index], dtype=np.bool_)
        self._reasons = ReasonFinder.of(model, self.shelf, nameable)

    def make(self, histories: Histories) -> Lists:
        customers = [CustomerId(one) for one in histories.customers.index]
        hidden = self._rules.hidden(customers, self._model.products)
        only = self._rules.restricted_to(customers, self._model.products)
        lists = Lists.empty(len(histories), self._n)
        known = np.flatnonzero(np.diff(histories.starts) > 0)
        if self._model.is_personal and len(known):
            part = None if only is None else only[known]
            choice = Choice(self._allowed, hidden[known], part)
            self._put_personal(lists, known, histories.at(known), choice)
        if only is None:
            self._put_popular(lists, histories, hidden)
        elif not self._model.is_personal:
            self._put_own(lists, only, hidden)
        return lists

    def _put_own(self, lists: Lists, own: csr_matrix, hidden: csr_matrix) -> None:
        """What each customer has, best-selling first: to buy again where nothing personal was learned."""
        rows = np.repeat(np.arange(own.shape[0], dtype=np.int32), np.diff(own.indptr))
        sales = self._model.popularity.overall[own.indices]
        usable = self._allowed[own.indices] & (find_pairs(hidden, rows, own.indices) == UNKNOWN)
        rows, columns, sales = rows[usable], own.indices[usable], sales[usable]
        order = np.lexsort((columns, -sales, rows))
        rows, columns, sales = rows[order], columns[order], sales[order]
        counts = np.bincount(rows, minlength=own.shape[0])
        places = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        ranking = Ranking(
            np.full((own.shape[0], max(int(counts.max(initial=0)), 1)), UNKNOWN, dtype=np.int32),
            np.full((own.shape[0], max(int(counts.max(initial=0)), 1)), np.nan, dtype=np.float32),
        )
        ranking.columns[rows, places], ranking.scores[rows, places] = columns, sales
        arranged = arrange(ranking, self._list_rules, self._n)
        everyone, found = np.arange(own.shape[0])[:, None], arranged.places != UNKNOWN
        lists.columns[:] = np.where(found, ranking.columns[everyone, arranged.places], UNKNOWN)
        lists.scores[:] = np.where(found, ranking.scores[everyone, arranged.places], np.nan)
        lists.reasons[:] = np.where(found, CODES[ReasonKind.BUY_AGAIN], lists.reasons)

    def _put_personal(self, lists: Lists, known: NDArray[Any], histories: Histories, choice: Choice) -> None:
        spare = _SPARE_UNDER_CAPS if any(self._list_rules.caps()) else _SPARE
        best = self._rank(histories, choice, self._n + spare)
        fresh, keys = None, None
        if self._list_rules.exploration and self._campaign_id is not None:
            fresh = self._rank_untried(histories, choice)
            keys = draw_keys(self._campaign_id, [CustomerId(one) for one in histories.customers.index])
        arranged = arrange(
            best.shortlist.ranking,
            self._list_rules,
            self._n,
            fresh=None if fresh is None else fresh.shortlist.ranking,
            keys=keys,
        )
        columns, scores, gains = _pick(arranged, best, fresh)
        found = self._reasons.find(histories, columns, gains, best.weights)
        keep = found.codes != UNKNOWN  # nothing is shown that there is nothing true to say of
        order = np.argsort(~keep, axis=1, kind="stable")
        parts = (columns, scores, found.codes, found.sources, arranged.is_fresh, arranged.chances)
        for name, part in zip(Lists.__slots__, parts, strict=True):
            blank = getattr(lists, name)[known]
            filled = np.where(keep, np.asarray(part), blank)
            getattr(lists, name)[known] = np.take_along_axis(filled, order, axis=1)

    def _rank_untried(self, histories: Histories, choice: Choice) -> Ranked:
        untried = replace(choice, allowed=choice.allowed & self._model.fresh.is_untried)
        fresh = self._rank(histories, untried, _FRESH)
        # What no part of the history speaks for could be shown without a true reason only.
        found = self._reasons.whys(histories, fresh.shortlist.columns, fresh.gains, fresh.weights)
        fresh.shortlist.columns[found.sources == UNKNOWN] = UNKNOWN
        return fresh

    def _rank(self, histories: Histories, choice: Choice, m: int) -> Ranked:
        model = self._model
        ranker = model.rankers.get(self._rules.brief.aim) or model.rankers[Aim.MIXED]
        return rank_products(
            model.components, ranker, model.facts, histories, choice, m, threads=self._threads
        )

    def _put_popular(self, lists: Lists, histories: Histories, hidden: csr_matrix) -> None:
        popularity = self._model.popularity
        places = popularity.countries.rows_of(histories.traits[COUNTRY])
        short = np.flatnonzero((lists.columns != UNKNOWN).sum(axis=1) < self._n)
        for country in np.unique(places[short]):
            order, scores, n_local = popularity.order(int(country), self._allowed)
            local = np.arange(len(order)) < n_local
            if self._list_rules.nudges.any():
                worth = self._list_rules.nudges[order] - np.log(np.arange(1, len(order) + 1))
                moved = np.argsort(-worth, kind="stable")
                order, scores, local = order[moved], scores[moved], local[moved]
            codes = np.where(local, CODES[ReasonKind.POPULAR_IN], CODES[ReasonKind.POPULAR]).astype(np.int8)
            fill_up(lists, short[places[short] == country], order, scores, codes, hidden, self._list_rules)
        everyone = np.repeat(short, self._n)
        had = find_pairs(histories.bought, everyone, lists.columns[short].ravel()) != UNKNOWN
        again = had.reshape(len(short), self._n)
        lists.reasons[short] = np.where(again, CODES[ReasonKind.BUY_AGAIN], lists.reasons[short])
        lists.sources[short] = np.where(again, UNKNOWN, lists.sources[short])


def _pick(arranged: Arrangement, best: Ranked, fresh: Ranked | None) -> tuple[Rows, Scores, Scores]:
    """The columns, scores and gains that an arrangement points at."""
    rows = np.arange(len(arranged.places))[:, None]
    columns = best.shortlist.columns[rows, arranged.places]
    scores = best.shortlist.scores[rows, arranged.places]
    gains = best.gains[rows, arranged.places]
    if fresh is not None:
        new = arranged.is_fresh
        places = np.where(new, arranged.places, 0)
        columns = np.where(new, fresh.shortlist.columns[rows, places], columns)
        scores = np.where(new, fresh.shortlist.scores[rows, places], scores)
        gains = np.where(new[:, :, None], fresh.gains[rows, places], gains)
    missing = arranged.places == UNKNOWN
    return np.where(missing, UNKNOWN, columns), np.where(missing, np.nan, scores), gains
