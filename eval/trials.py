"""The recommender tried on anybody's data: fitted on one file, judged on another."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import pandas as pd

from bespoke.domain import Aim, Money, Product, ProductId
from bespoke.errors import DataRefused
from eval.exams import Exam, set_exam
from eval.interactions import Interactions
from eval.judging import Way, judge
from eval.judgment import OWN, POPULAR, Judgment
from eval.ranking import stored_pairs
from eval.trial_plan import Plan, Shape, Split, make_plan
from eval.trial_ways import BLEND, TREES, Service, TrialWay, find_service, list_ways, rank_for_exam
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.learning import on_clock
from recommender.matrix import KeptPurchases
from recommender.shelf import Shelf
from recommender.training import FittedModel, fit_model
from recommender.tuning import tune_recipe

MOST_CUSTOMERS = 100_000  # of more, a random sample is judged
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TrialOptions:
    aim: Aim = Aim.MIXED
    k: int = 10
    tune_minutes: float = 0.0  # none: the recipe that does well before anything is tuned
    split: Split = Split.AUTO
    seed: int = 7
    draws: int = 1000  # of the bootstrap
    most_trials: int | None = None  # of tuning, where its time is not to decide


@dataclass(frozen=True, slots=True)
class Counts:
    """What the files hold, returns taken back."""

    train_events: int
    train_customers: int
    train_products: int
    test_customers: int
    test_pairs: int  # of a customer and a product
    known_customers: int  # of the test, with anything in training
    judged_customers: int  # of those, with anything that is right for the aim
    right_pairs: int  # of judged customers
    pairs_out_of_reach: int  # of those, with products nobody had in training
    customers_without_candidates: int  # known, and not judged
    customers_missing_candidates: int  # judged, with something right that is not a candidate

    @property
    def new_customers(self) -> int:
        return self.test_customers - self.known_customers


@dataclass(frozen=True, slots=True)
class Trial:
    """All that came out."""

    options: TrialOptions
    counts: Counts
    plan: Plan
    tuning: tuple[str, ...]  # what tuning changed, in words
    judgment: Judgment
    newcomers: Judgment | None  # popularity, for customers of whom nothing is known; None without any
    service: Service
    rank_seconds: Mapping[str, float]
    seconds: float  # in all
    notes: tuple[str, ...]


def try_recommender(
    train: Interactions,
    test: Interactions,
    candidates: pd.DataFrame | None,
    options: TrialOptions,
    say: Say = lambda text: None,
) -> Trial:
    """Every component, the blend and the blend with trees, fitted on `train` and judged on `test`.

    Which of them would serve is chosen inside `train` alone. Raises DataRefused where there
    is nothing to judge.
    """
    began = time.perf_counter()
    plan = make_plan(train, Shape.of(test), candidates, options.split, options.seed)
    now = train.events["occurred_at"].max().to_pydatetime()
    products = IdMap.of_column(train.events["product_id"])
    histories = Histories.from_events(train.events, products, now)
    is_known = histories.customers.rows_of(test.events["customer_id"]) != UNKNOWN
    exam = _set_exam(train, test.events[is_known], products, candidates, options)
    counts = _count(train, test, histories, exam, candidates, options.aim)
    _check(counts, options.aim)
    plan, changes = _tune(train, plan, options, say)
    say(f"Fitting {len(plan.recipe.components)} components and learning to put them together.")
    model, fit_seconds = _fit(train, plan, options.aim)
    say(f"Ranking for {len(exam):,} customers and judging.")
    histories = on_clock(histories, plan.recipe.clock).of(exam.customer_ids)
    ways = list_ways(model, plan.learns(options.aim))
    lists, rank_seconds = _rank(ways, model, exam, histories, plan, options)
    judgment = judge(
        exam,
        lists,
        k=options.k,
        aims=[options.aim],
        fit_seconds={name: _fit_seconds(name, model, fit_seconds) for name in ways},
        seed=options.seed,
        draws=options.draws,
    )
    return Trial(
        options=options,
        counts=counts,
        plan=plan,
        tuning=changes,
        judgment=judgment,
        newcomers=_judge_newcomers(train, test.events[~is_known], products, candidates, options),
        service=find_service(model, plan.learns(options.aim)),
        rank_seconds=rank_seconds,
        seconds=time.perf_counter() - began,
        notes=(*train.notes, *test.notes, *([model.note] if model.note and model.is_personal else [])),
    )


def _set_exam(
    train: Interactions,
    test: pd.DataFrame,
    products: IdMap,
    candidates: pd.DataFrame | None,
    options: TrialOptions,
) -> Exam:
    return set_exam(
        train.events,
        test,
        products,
        candidates=candidates,
        with_newcomers=True,
        max_customers=MOST_CUSTOMERS,
        seed=options.seed,
    )


def _count(
    train: Interactions,
    test: Interactions,
    histories: Histories,
    exam: Exam,
    candidates: pd.DataFrame | None,
    aim: Aim,
) -> Counts:
    after = KeptPurchases.from_events(test.events)
    buyers = after.customers.ids_of(np.flatnonzero(np.diff(after.matrix.indptr)))
    known = np.asarray(histories.customers.rows_of(buyers) != UNKNOWN)
    without = 0
    if candidates is not None:
        without = int((known & ~np.isin(np.array(buyers, object), candidates["customer_id"].unique())).sum())
    relevant = exam.relevant(aim)
    missing = 0
    if exam.candidates is not None:
        rows = np.repeat(np.arange(len(exam)), np.diff(relevant.indptr))
        columns = np.where(relevant.indices < len(exam.products), relevant.indices, UNKNOWN)
        missing = len(np.unique(rows[~stored_pairs(exam.candidates, rows, columns)]))
    return Counts(
        train_events=len(train.events),
        train_customers=len(histories),
        train_products=len(exam.products),
        test_customers=len(buyers),
        test_pairs=int(after.matrix.nnz),
        known_customers=int(known.sum()),
        judged_customers=int((np.diff(relevant.indptr) > 0).sum()),
        right_pairs=int(relevant.nnz),
        pairs_out_of_reach=int((relevant.indices >= len(exam.products)).sum()),
        customers_without_candidates=without,
        customers_missing_candidates=missing,
    )


def _check(counts: Counts, aim: Aim) -> None:
    if not counts.test_customers:
        raise DataRefused(
            "the test file has no purchase that was kept; it needs what customers went on to buy"
        )
    if not counts.known_customers:
        raise DataRefused(
            "no customer of the test file did anything in the training file; "
            "are the ids written the same way in both?"
        )
    if counts.customers_without_candidates == counts.known_customers:
        raise DataRefused("no customer of the test file has candidates; are the ids written the same way?")
    if not counts.judged_customers:
        what = {Aim.DISCOVER: "new to them", Aim.BUY_AGAIN: "they had bought before"}.get(aim, "at all")
        raise DataRefused(f"no customer of both files bought anything {what} in the test; try another --aim")


def _tune(train: Interactions, plan: Plan, options: TrialOptions, say: Say) -> tuple[Plan, tuple[str, ...]]:
    if not options.tune_minutes:
        return plan, ()
    say(f"Tuning for {options.tune_minutes:g} minutes (--quick goes without).")
    tuned = tune_recipe(
        train.events,
        lambda products: Shelf.of(products, {}),
        None,
        plan.recipe,
        minutes=options.tune_minutes,
        aims=[plan.learns(options.aim)],
        only=plan.only,
        most_trials=options.most_trials,
    )
    changes = tuned.changes or ("nothing that was surely better",)
    return replace(plan, recipe=tuned.recipe), (f"{tuned.trials} trials", *changes)


def _fit(train: Interactions, plan: Plan, aim: Aim) -> tuple[FittedModel, float]:
    began = time.perf_counter()
    products = train.events["product_id"].cat.categories
    model = fit_model(
        train.events,
        {ProductId(one): _bare_product(ProductId(one)) for one in products},
        None,
        plan.recipe,
        train.events["occurred_at"].max().to_pydatetime(),
        aims=[plan.learns(aim)],
        only=plan.only,
    )
    return model, time.perf_counter() - began


def _bare_product(product_id: ProductId) -> Product:
    """A product of which nothing but its id is known."""
    return Product(product_id, "", "", None, Money(Decimal("NaN"), ""))


def _rank(
    ways: Mapping[str, TrialWay],
    model: FittedModel,
    exam: Exam,
    histories: Histories,
    plan: Plan,
    options: TrialOptions,
) -> tuple[dict[str, Way], dict[str, float]]:
    """Lists by way, and what ranking took; the baselines hide what was bought where the ways do."""
    lists: dict[str, Way] = {}
    seconds: dict[str, float] = {}
    permitted = plan.learns(options.aim)
    if permitted is not options.aim:
        popular = exam.rank_popular(permitted, options.k)
        lists |= {POPULAR: lambda aim: popular, OWN: lambda aim: None}
    for name, way in ways.items():
        columns, seconds[name] = rank_for_exam(way, model, exam, histories, permitted, options.k)
        lists[name] = {options.aim: columns}
    return lists, seconds


def _fit_seconds(way: str, model: FittedModel, in_all: float) -> float:
    return in_all if way in (BLEND, TREES) else model.fit_seconds[way]


def _judge_newcomers(
    train: Interactions,
    test: pd.DataFrame,
    products: IdMap,
    candidates: pd.DataFrame | None,
    options: TrialOptions,
) -> Judgment | None:
    if test.empty or options.aim is Aim.BUY_AGAIN:
        return None
    exam = _set_exam(train, test, products, candidates, options)
    if not exam.relevant(options.aim).nnz:
        return None
    return judge(exam, {}, k=options.k, aims=[options.aim], seed=options.seed, draws=options.draws)
