"""Parameters found by Optuna in a time budget, each judged by what it adds to all the others.

One component at a time is fitted with other parameters on a window cut from the end of
the past, beside the others as they are, and the blend is learned anew. What won there is
kept if it also wins on an earlier window, so that luck on one window is not taken for skill.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim
from recommender.blend import Lesson, learn_weights, mark_hits
from recommender.components import Component
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.learning import (
    MakeShelf,
    Study,
    fit_component,
    folds,
    gain_at,
    is_surely_better,
    study_windows,
)
from recommender.recipe import Parameters, Recipe
from recommender.search_spaces import suggest
from recommender.shortlisting import Shortlist, make_shortlist, standardize
from recommender.top_products import Scores

_TRIALS_A_TURN = 5
_FROM_EACH = 20
_CELLS = 1 << 22


@dataclass(frozen=True, slots=True)
class Tuned:
    """The recipe that was found, and how."""

    recipe: Recipe
    trials: int
    seconds: float
    changes: tuple[str, ...]  # in words, one for each change that was kept


def tune_recipe(
    events: pd.DataFrame,
    make_shelf: MakeShelf,
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    *,
    minutes: float,
    aims: Sequence[Aim] = (Aim.DISCOVER, Aim.MIXED),
    only: Callable[[Histories, csr_matrix], csr_matrix] | None = None,
    most_trials: int | None = None,
    threads: int = 0,
    clock: Callable[[], float] = time.monotonic,
) -> Tuned:
    """The recipe with parameters that suit these events better, found within `minutes`.

    The trials follow one another in the same order on every run; how many there is time
    for depends on the machine, so `most_trials` makes results repeat exactly.
    """
    start = clock()
    windows = replace(recipe, windows=2)
    studies = study_windows(events, make_shelf, countries, windows, aims, only=only, threads=threads)
    newest, earlier = _by_window(studies)
    if not newest:
        return Tuned(recipe, 0, clock() - start, ())
    tuner = _Tuner(recipe, newest, earlier, make_shelf, threads)
    deadline = start + 60 * minutes
    budget = most_trials if most_trials is not None else 1_000_000
    while tuner.trials < budget and clock() < deadline:
        before = tuner.trials
        for name in tuner.tunable():
            tuner.try_turn(name, deadline, budget, clock)
        if tuner.trials == before:
            break
    return Tuned(tuner.recipe, tuner.trials, clock() - start, tuple(tuner.changes))


def _by_window(studies: Mapping[Aim, Sequence[Study]]) -> tuple[list[Study], list[Study]]:
    """The studies of the newest window and those of the one before, over all aims."""
    found = [study for some in studies.values() for study in some]
    fits = list({id(study.fitted): study.fitted for study in found}.values())
    fits.sort(key=lambda fitted: -len(fitted.histories.columns))
    parts = [[study for study in found if study.fitted is fitted] for fitted in fits[:2]]
    parts += [[], []]
    return parts[0], parts[1]


class _Bench:
    """A window's exercises with everyone's opinions on fixed shortlists."""

    def __init__(self, studies: Sequence[Study], recipe: Recipe, names: Sequence[str], threads: int) -> None:
        self.studies = studies
        self._lists = [_shortlist(study, recipe, names, threads) for study in studies]
        self.lesson = Lesson.together(
            [
                Lesson(one.opinions, one.columns != UNKNOWN, mark_hits(one, study.exercise.relevant))
                for one, study in zip(self._lists, studies, strict=True)
            ]
        )

    def opinions_of(self, component: Component | None) -> Scores:
        """What a component thinks of everything on the shortlists, 0 without one."""
        opinions = np.zeros(self.lesson.hits.shape, dtype=np.float32)
        start = 0
        for study, one in zip(self.studies, self._lists, strict=True):
            stop = start + len(one.columns)
            if component is not None:
                opinions[start:stop, : one.columns.shape[1]] = _opinions(
                    component, study.exercise.histories, one.columns, study.fitted.facts.sold
                )
            start = stop
        return opinions

    def with_opinions(self, at: int, opinions: Scores) -> Lesson:
        """The lesson with other opinions of one component."""
        changed = self.lesson.opinions.copy()
        changed[:, :, at] = opinions
        return Lesson(changed, self.lesson.present, self.lesson.hits)


class _Tuner:
    """The best recipe so far, and what it is measured against."""

    def __init__(
        self,
        recipe: Recipe,
        newest: Sequence[Study],
        earlier: Sequence[Study],
        make_shelf: MakeShelf,
        threads: int,
    ) -> None:
        self.recipe, self.trials = recipe, 0
        self.changes: list[str] = []
        self._names = list(newest[0].fitted.components)
        self._make_shelf, self._threads = make_shelf, threads
        self._benches = [
            _Bench(studies, recipe, self._names, threads)
            for studies in (newest, earlier)
            if studies and set(self._names) <= set(studies[0].fitted.components)
        ]
        self._gains = [self._gain(bench.lesson) for bench in self._benches]
        self._searches: dict[str, Any] = {}

    def tunable(self) -> list[str]:
        """Components with something to search, in the order of the recipe."""
        return [name for name in self._names if suggest(_Fixed(), self.recipe.components[name]) is not None]

    def try_turn(self, name: str, deadline: float, budget: int, clock: Callable[[], float]) -> None:
        """A few trials of one component; the best so far is kept if it wins on both windows."""
        best: tuple[float, Parameters, Scores, Scores] | None = None
        for _ in range(_TRIALS_A_TURN):
            if clock() >= deadline or self.trials >= budget:
                break
            found = self._try(name)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is not None and is_surely_better(best[3], self._gains[0]):
            self._keep(name, best[1], best[2], best[3])

    def _try(self, name: str) -> tuple[float, Parameters, Scores, Scores] | None:
        search = self._search(name)
        trial = search.ask()
        parameters = suggest(trial, self.recipe.components[name])
        self.trials += 1
        opinions = self._opinions(0, parameters)
        if opinions is None:
            search.tell(trial, 0.0)
            return None
        gains = self._gain(self._benches[0].with_opinions(self._names.index(name), opinions))
        search.tell(trial, float(gains.mean()))
        return float(gains.mean()), parameters, opinions, gains

    def _keep(self, name: str, parameters: Parameters, opinions: Scores, gains: Scores) -> None:
        at = self._names.index(name)
        all_opinions, all_gains = [opinions], [gains]
        for place, bench in enumerate(self._benches[1:], 1):
            older = self._opinions(place, parameters)
            if older is None:
                return
            all_opinions.append(older)
            all_gains.append(self._gain(bench.with_opinions(at, older)))
            if all_gains[-1].mean() <= self._gains[place].mean():
                return
        for bench, new in zip(self._benches, all_opinions, strict=True):
            bench.lesson.opinions[:, :, at] = new
        lead = float(all_gains[0].mean() - self._gains[0].mean())
        self._gains = all_gains
        self.changes.append(f"{name}: {_difference(self.recipe.components[name], parameters)} ({lead:+.4f})")
        self.recipe = replace(self.recipe, components={**self.recipe.components, name: parameters})

    def _opinions(self, place: int, parameters: Parameters) -> Scores | None:
        bench = self._benches[place]
        histories = bench.studies[0].fitted.histories
        shelf = self._make_shelf(histories.products)
        component = fit_component(histories, shelf, parameters, self.recipe.seed, self._threads)
        return None if component is None else bench.opinions_of(component)

    def _gain(self, lesson: Lesson) -> Scores:
        """What each customer gains from weights learned from others."""
        prior = {name: self.recipe.prior.get(name, 0.0) for name in self._names}
        scores = np.zeros(lesson.hits.shape)
        some = np.asarray(lesson.hits.any(axis=1))
        for rows, rest in folds(len(lesson.hits), self.recipe.seed):
            weights = learn_weights(lesson.at(rest[some[rest]]), self._names, prior)
            scores[rows] = lesson.opinions[rows] @ np.array([weights[name] for name in self._names])
        return gain_at(scores, lesson.present, lesson.hits)

    def _search(self, name: str) -> Any:
        if name not in self._searches:
            import optuna

            optuna.logging.set_verbosity(optuna.logging.WARNING)
            sampler = optuna.samplers.TPESampler(seed=self.recipe.seed, n_startup_trials=6)
            self._searches[name] = optuna.create_study(direction="maximize", sampler=sampler)
        return self._searches[name]


class _Fixed:
    """Answers like a trial, always with the lowest value, to see whether there is anything to search."""

    def suggest_float(self, name: str, low: float, high: float, *, log: bool = False) -> float:
        return low

    def suggest_int(self, name: str, low: int, high: int, *, log: bool = False) -> int:
        return low


def _shortlist(study: Study, recipe: Recipe, names: Sequence[str], threads: int) -> Shortlist:
    components = {name: study.fitted.components[name] for name in names}
    exercise = study.exercise
    return make_shortlist(
        components,
        recipe.prior,
        exercise.histories,
        exercise.choice,
        recipe.shortlist,
        sold=study.fitted.facts.sold,
        each=_FROM_EACH,
        threads=threads,
    )


def _opinions(component: Component, histories: Histories, columns: Rows, sold: NDArray[np.bool_]) -> Scores:
    scorer, n_products = component.scorer(histories), len(histories.products)
    opinions = np.zeros(columns.shape, dtype=np.float32)
    step = max(1, _CELLS // max(n_products, 1))
    for start in range(0, len(columns), step):
        stop = min(start + step, len(columns))
        block = np.empty((stop - start, n_products), dtype=np.float32)
        scorer(start, stop, block)
        standardize(block, sold)
        part = columns[start:stop]
        opinions[start:stop] = np.where(part == UNKNOWN, 0, np.take_along_axis(block, np.maximum(part, 0), 1))
    return opinions


def _difference(old: Parameters, new: Parameters) -> str:
    changed = [
        f"{name} {getattr(old, name):.4g} → {getattr(new, name):.4g}"
        for name in type(new).__dataclass_fields__
        if getattr(old, name) != getattr(new, name)
    ]
    return ", ".join(changed)
