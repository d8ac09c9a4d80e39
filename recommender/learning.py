"""How to put components together, learned from windows at the end of the past."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim
from recommender.blend import Lesson, learn_weights, mark_hits
from recommender.components import Component
from recommender.facts import ProductFacts
from recommender.histories import Histories, newest_moment
from recommender.ranker import Ranker, reorder
from recommender.recipe import KINDS, Clock, Parameters, Recipe
from recommender.reranker import Reranker, Table, why_no_trees
from recommender.shelf import Shelf
from recommender.shortlisting import Shortlist, make_shortlist
from recommender.splitting import Split
from recommender.top_products import Scores
from recommender.windows import Exercise, cut_windows, hold_exercise, products_of

K = 10  # the length of the lists by which ways to rank are chosen
FOLDS = 3
_FROM_EACH = 30  # of every component's own best, to learn weights from
_ENOUGH_CUSTOMERS = 300  # with a hit, before trees are grown


@dataclass(frozen=True, slots=True)
class Fitted:
    """Components of one moment, with the histories and facts they were fitted on."""

    components: Mapping[str, Component]
    histories: Histories
    facts: ProductFacts
    seconds: Mapping[str, float] = field(default_factory=dict)  # that fitting each component took


@dataclass(frozen=True, slots=True)
class Study:
    """What one window teaches about one aim."""

    fitted: Fitted
    exercise: Exercise


MakeShelf = Callable[[Any], Shelf]


def fit_components(histories: Histories, shelf: Shelf, recipe: Recipe, *, threads: int = 0) -> Fitted:
    """Every component of the recipe that found something to learn.

    Components that differ only in how they look at a history share one training.
    """
    found: dict[str, Component] = {}
    seconds: dict[str, float] = {}
    trained: dict[Parameters, tuple[Component | None, float]] = {}
    for name, parameters in recipe.components.items():
        key = parameters.of_training() if hasattr(parameters, "of_training") else parameters
        if key not in trained:
            began = time.perf_counter()
            component: Any = fit_component(histories, shelf, parameters, recipe.seed, threads)
            trained[key] = component, time.perf_counter() - began
        component, seconds[name] = trained[key]
        if component is not None and key is not parameters:
            component = component.looked_at_with(parameters, histories)
        if component is not None:
            found[name] = component
    return Fitted(found, histories, ProductFacts.of(histories, shelf), seconds)


def fit_component(
    histories: Histories, shelf: Shelf, parameters: Parameters, seed: int, threads: int
) -> Component | None:
    """One component, or None where it found nothing to learn."""
    kind: Any = KINDS[_kind_of(parameters)][0]
    found: Component | None = kind.fit(histories, parameters, seed=seed, threads=threads, shelf=shelf)
    return found


def _kind_of(parameters: object) -> str:
    return next(kind for kind, (_, type_) in KINDS.items() if type_ is type(parameters))


def on_clock(histories: Histories, clock: Clock) -> Histories:
    """The histories with ages as the recipe counts them."""
    return histories.in_steps() if clock is Clock.STEPS else histories


def study_windows(
    events: pd.DataFrame,
    make_shelf: MakeShelf,
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    aims: Sequence[Aim],
    *,
    only: Callable[[Histories, csr_matrix], csr_matrix] | None = None,
    threads: int = 0,
) -> dict[Aim, list[Study]]:
    """Components fitted at earlier moments, with exercises on what followed."""
    studies: dict[Aim, list[Study]] = {aim: [] for aim in aims}
    for split in cut_windows(events, recipe):
        fitted = _fit_window(split, make_shelf, countries, recipe, threads)
        if fitted is None or not fitted.components:
            continue
        for aim in aims:
            exercise = hold_exercise(
                fitted.histories,
                split.test,
                aim,
                max_customers=recipe.max_customers,
                seed=recipe.seed,
                only=only,
            )
            if exercise is not None:
                studies[aim].append(Study(fitted, exercise))
    return studies


def _fit_window(
    split: Split, make_shelf: MakeShelf, countries: pd.Series[Any] | None, recipe: Recipe, threads: int
) -> Fitted | None:
    products = products_of(split.train)
    until: datetime = newest_moment(split.train, split.cut)
    histories = Histories.from_events(split.train, products, until, countries=countries)
    if not len(histories):
        return None
    return fit_components(on_clock(histories, recipe.clock), make_shelf(products), recipe, threads=threads)


def learn_ranker(
    studies: Sequence[Study], recipe: Recipe, names: Sequence[str], *, threads: int = 0
) -> Ranker:
    """The way of putting components together that did best on the windows.

    Candidates are the prior, each component alone, learned weights and, where there is
    enough to learn from, trees over them; what is learned is judged on customers it was
    not learned from.
    """
    prior = {name: recipe.prior.get(name, 0.0) for name in names}
    if not any(prior.values()):  # whatever had a weight beforehand learned nothing
        prior = dict.fromkeys(names, 1.0)
    studies = [study for study in studies if set(names) <= set(study.fitted.components)]
    if not studies:
        return Ranker(prior, shortlist=recipe.shortlist)
    weights = learn_weights(_lesson(studies, prior, names, recipe, threads, _FROM_EACH), names, prior)
    lesson = _lesson(studies, weights, names, recipe, threads)
    ranker = _choose_ranker(lesson, names, weights, recipe)
    if recipe.reranker is None or len(lesson.hits) < _ENOUGH_CUSTOMERS or why_no_trees():
        return ranker
    return replace(ranker, reranker=_learn_trees(studies, ranker, names, recipe, threads))


def _lesson(
    studies: Sequence[Study],
    weights: Mapping[str, float],
    names: Sequence[str],
    recipe: Recipe,
    threads: int,
    each: int = 0,
) -> Lesson:
    found = [_shortlist(study, weights, names, recipe, threads, each) for study in studies]
    return Lesson.together(
        [Lesson.of(one, study.exercise.relevant) for one, study in zip(found, studies, strict=True)]
    )


def _shortlist(
    study: Study,
    weights: Mapping[str, float],
    names: Sequence[str],
    recipe: Recipe,
    threads: int,
    each: int = 0,
) -> Shortlist:
    components = {name: study.fitted.components[name] for name in names}
    exercise = study.exercise
    return make_shortlist(
        components, weights, exercise.histories, exercise.choice, recipe.shortlist, each=each, threads=threads
    )


def _choose_ranker(
    lesson: Lesson, names: Sequence[str], weights: Mapping[str, float], recipe: Recipe
) -> Ranker:
    """Weights learned within the shortlist, unless one component alone did better."""
    blend = Ranker(weights, learn_weights(lesson, names, weights), None, recipe.shortlist)
    if not len(lesson.hits):
        return replace(blend, order=None)
    found = np.zeros(lesson.hits.shape, dtype=np.float32)
    for rows, rest in folds(len(lesson.hits), recipe.seed):
        learned = learn_weights(lesson.at(rest), names, weights)
        found[rows] = lesson.opinions[rows] @ np.array([learned[name] for name in names])
    blended = gain_at(found, lesson.present, lesson.hits)
    # Turned round: what a component cannot tell apart must not stay in the order of the blend.
    turned = Lesson(lesson.opinions[:, ::-1], lesson.present[:, ::-1], lesson.hits[:, ::-1])
    alone = [gain_at(turned.opinions[:, :, at], turned.present, turned.hits) for at, _ in enumerate(names)]
    best = int(np.argmax([gains.mean() for gains in alone]))
    # Among few customers the best of many components is best by luck.
    few = len(lesson.hits) < _ENOUGH_CUSTOMERS
    wins = is_surely_better(alone[best], blended) if few else alone[best].mean() > blended.mean()
    if not wins:
        return blend
    return Ranker({name: float(name == names[best]) for name in names}, shortlist=recipe.shortlist)


def is_surely_better(one: Scores, other: Scores) -> bool:
    """Whether one gains more than the other by more than a standard error of the difference."""
    lead = one - other
    return len(lead) > 1 and bool(lead.mean() > lead.std() / np.sqrt(len(lead)))


def _learn_trees(
    studies: Sequence[Study], ranker: Ranker, names: Sequence[str], recipe: Recipe, threads: int
) -> Reranker | None:
    """Trees, or None where they did not do better than the weights on customers they had not seen."""
    assert recipe.reranker is not None
    order = np.array([(ranker.order or ranker.weights)[name] for name in names])
    tables, hits, before = [], [], []
    for study in studies:
        found = _shortlist(study, ranker.weights, names, recipe, threads)
        found = reorder(found, found.opinions @ order)
        tables.append(Table.of(found, study.exercise.histories, study.fitted.facts, names))
        hits.append(mark_hits(found, study.exercise.relevant))
        before.append(found.scores)
    owners = [study.exercise.histories.customers.index for study in studies]
    fold_of = _folds_by_customer(owners, recipe.seed)
    learned = [
        (_rows_of(table, f != 0), h[f != 0]) for table, h, f in zip(tables, hits, fold_of, strict=True)
    ]
    trees = Reranker.fit(learned, recipe.reranker, seed=recipe.seed, threads=threads)
    if trees is None:
        return None
    lead = []
    for table, h, f, scores in zip(tables, hits, fold_of, before, strict=True):
        part, right, old = _rows_of(table, f == 0), h[f == 0], scores[f == 0]
        new = trees.score(part, old, threads=threads)
        lead.append(gain_at(new, part.present, right) - gain_at(old, part.present, right))
    if np.concatenate(lead).mean() <= 0:
        return None
    return Reranker.fit(
        list(zip(tables, hits, strict=True)), recipe.reranker, seed=recipe.seed, threads=threads
    )


def _rows_of(table: Table, chosen: NDArray[np.bool_]) -> Table:
    kept = np.repeat(chosen, table.present.sum(axis=1))
    return Table(table.names, table.values[kept], table.present[chosen])


def _folds_by_customer(owners: Sequence[pd.Index[Any]], seed: int) -> list[NDArray[np.int64]]:
    """The same fold for a customer in every window, so that nobody is judged by trees grown on them."""
    everyone = pd.Index(sorted(set().union(*owners)), dtype=object)
    fold_of = np.random.default_rng(seed).permutation(len(everyone)) % FOLDS
    return [fold_of[everyone.get_indexer(one)] for one in owners]


def folds(count: int, seed: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Rows of each fold and the rows of all others."""
    of = np.random.default_rng(seed).permutation(count) % FOLDS
    return [(np.flatnonzero(of == fold), np.flatnonzero(of != fold)) for fold in range(FOLDS)]


def gain_at(scores: Any, present: NDArray[np.bool_], hits: NDArray[np.bool_], k: int = K) -> Scores:
    """NDCG at `k` of each row among what is on its list."""
    values = np.where(present, scores, -np.inf)
    order = np.argsort(-values, axis=1, kind="stable")[:, :k]
    discounts = 1.0 / np.log2(np.arange(2, order.shape[1] + 2))
    gained = np.take_along_axis(hits & present, order, axis=1) @ discounts
    ideal = np.concatenate(([0.0], np.cumsum(discounts)))
    best = ideal[np.minimum(hits.sum(axis=1), order.shape[1])]
    return np.asarray(np.divide(gained, best, out=np.zeros_like(gained), where=best > 0))
