"""A recommender judged on the shop's own newest orders, beside the model in service."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from audience.features import customer_features
from audience.segments import assign_segments
from bespoke.domain import Aim, Product, ProductId
from bespoke.errors import ModelUnusable
from bespoke.settings import GateSettings
from eval.exams import Exam, set_exam
from eval.gate import Decision, decide, refuse_to_judge
from eval.judging import Way, judge
from eval.judgment import IN_SERVICE, Judgment
from eval.model_report import ModelReport
from recommender.id_maps import IdMap, Rows
from recommender.ranker import Ranker, rank_products
from recommender.recipe import Recipe
from recommender.shelf import Shelf
from recommender.shortlisting import Choice
from recommender.splitting import Split, temporal_split
from recommender.training import FittedModel, fit_model
from recommender.tuning import tune_recipe

K = 10
_CUSTOMERS_AT_ONCE = 4096  # what the trees look at of them fits memory


@dataclass(frozen=True, slots=True)
class Examined:
    """A report, and what was judged: how components are put together, to be used on all orders."""

    report: ModelReport
    recipe: Recipe
    rankers: Mapping[Aim, Ranker]


def judge_model(
    events: pd.DataFrame,
    products: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    *,
    test_days: int = 28,
    gate: GateSettings | None = None,
    in_service: Recipe | None = None,
    tune_minutes: float = 0.0,
    k: int = K,
    max_customers: int = 20_000,
) -> Examined:
    """Fit on all but the last `test_days`, tuned for `tune_minutes` before, and compare on those.

    `in_service` is the recipe of the model that serves now. It is fitted again on the same
    past as the candidate: its own artifact may have seen the days it would be judged on.
    Never raises for lack of data: a shop too small to judge gets a report that says so.
    Of more than `max_customers` customers in the test a random sample is judged.
    """
    gate = gate or GateSettings()
    outline = _Outline(k, recipe, test_days, gate)
    if events.empty:
        return outline.give_up("There are no events yet.")
    split = temporal_split(events, test_days)
    outline = replace(outline, cut=split.cut, train_events=len(split.train), test_events=len(split.test))
    try:
        if tune_minutes:
            recipe, tuning = _tune(split, products, countries, recipe, tune_minutes)
            outline = replace(outline, recipe=recipe, tuning=tuning)
        began = time.perf_counter()
        model = fit_model(split.train, products, countries, recipe, split.cut)
    except ModelUnusable:
        return outline.give_up(f"Nothing was bought before the last {test_days} days.")
    seconds = {model.kind: round(time.perf_counter() - began, 3)}
    exam = shop_exam(split, model.products, products, max_customers=max_customers, seed=recipe.seed)
    ways = _ways(model, split, countries, exam, k)
    if in_service is not None and model.is_personal:
        began = time.perf_counter()
        # The same recipe on the same past gives the same model: no need to fit it twice.
        same = in_service == recipe
        serving = model if same else fit_model(split.train, products, countries, in_service, split.cut)
        if serving.is_personal:
            ways[IN_SERVICE] = rank_with(serving, split, countries, exam, k)
            seconds[IN_SERVICE] = round(time.perf_counter() - began, 3)
    judgment = judge(exam, ways, k=k, fit_seconds=seconds, seed=recipe.seed, draws=gate.draws)
    # A recipe that finds nothing personal to learn would serve popularity, which has to be beaten anyway.
    report = outline.finish(model, judgment, is_serving=IN_SERVICE in ways)
    return Examined(report, recipe, model.rankers)


def _tune(
    split: Split,
    products: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    minutes: float,
) -> tuple[Recipe, tuple[str, ...]]:
    """The recipe tuned on what was known before the test, and what changed, in words."""
    known = split.train[split.train["product_id"].isin(list(products))]
    found = tune_recipe(known, lambda ids: Shelf.of(ids, products), countries, recipe, minutes=minutes)
    kept = "; ".join(found.changes) or "none was better"
    return found.recipe, (f"{found.trials} trials in {found.seconds:.0f} s: {kept}.",)


def _ways(
    model: FittedModel, split: Split, countries: pd.Series[Any] | None, exam: Exam, k: int
) -> dict[str, Way]:
    """The model, and where trees have its last word the blend without them."""
    if not model.is_personal:
        return {}
    ways: dict[str, Way] = {model.kind: rank_with(model, split, countries, exam, k)}
    if any(ranker.reranker is not None for ranker in model.rankers.values()):
        plain = {aim: replace(ranker, reranker=None) for aim, ranker in model.rankers.items()}
        ways["blend"] = rank_with(replace(model, rankers=plain), split, countries, exam, k)
    return ways


def shop_exam(
    split: Split,
    ranked: IdMap,
    products: Mapping[ProductId, Product],
    *,
    max_customers: int = 20_000,
    seed: int = 7,
) -> Exam:
    """An exam on the later part of a split, with segments and numbers of orders as of the cut.

    `ranked` are the products that models may rank.
    """
    absent: dict[str, Any] = {"order_id": None, "unit_price": np.nan}  # frames made by hand may lack them
    train = split.train.assign(**{name: none for name, none in absent.items() if name not in split.train})
    features = customer_features(train, split.cut, products)
    return set_exam(
        split.train,
        split.test,
        ranked,
        segments=dict(zip(features.index, assign_segments(features), strict=True)),
        orders=dict(zip(features.index, features["orders"], strict=True)),
        categories={one: products[one].category for one in products},
        max_customers=max_customers,
        seed=seed,
    )


def rank_with(model: FittedModel, split: Split, countries: pd.Series[Any] | None, exam: Exam, k: int) -> Way:
    """The model's lists for each aim."""
    histories = model.histories(split.train, split.cut, countries).of(exam.customer_ids, countries)
    everything = np.ones(len(model.products), dtype=np.bool_)

    def rank(aim: Aim) -> Rows:
        hidden, allowed, parts = exam.hidden(aim), exam.allowed(aim), []
        for start in range(0, len(histories), _CUSTOMERS_AT_ONCE):
            rows = np.arange(start, min(start + _CUSTOMERS_AT_ONCE, len(histories)))
            choice = Choice(
                everything,
                None if hidden is None else hidden[rows],
                None if allowed is None else allowed[rows],
            )
            found = rank_products(
                model.components, model.rankers[aim], model.facts, histories.at(rows), choice, k
            )
            parts.append(found.shortlist.columns[:, :k])
        return np.concatenate(parts) if parts else np.empty((0, k), dtype=np.int32)

    return rank


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is known of a report before anything is judged."""

    k: int
    recipe: Recipe
    test_days: int
    gate: GateSettings = field(default_factory=GateSettings)
    cut: datetime | None = None
    train_events: int = 0
    test_events: int = 0
    tuning: tuple[str, ...] = ()

    def give_up(self, why: str) -> Examined:
        report = self._report("popularity", refuse_to_judge("popularity", why, self.gate), None)
        return Examined(report, self.recipe, {})

    def finish(self, model: FittedModel, judgment: Judgment, *, is_serving: bool) -> ModelReport:
        if not model.is_personal:
            why = f"{model.note[0].upper()}{model.note[1:]}."
            return self._report(model.kind, refuse_to_judge(model.kind, why, self.gate), judgment)
        decision = decide(judgment, model.kind, self.gate, in_service=IN_SERVICE if is_serving else None)
        return self._report(model.kind, decision, judgment, model.note)

    def _report(
        self, kind: str, decision: Decision, judgment: Judgment | None, note: str = ""
    ) -> ModelReport:
        notes = tuple(filter(None, [*self.tuning, note]))
        return ModelReport(
            kind=kind,
            decision=decision,
            judgment=judgment,
            test_days=self.test_days,
            cut=self.cut,
            train_events=self.train_events,
            test_events=self.test_events,
            parameters=json.loads(self.recipe.as_json()),
            notes=notes,
            k=self.k,
        )
