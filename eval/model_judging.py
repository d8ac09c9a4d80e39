"""A recommender judged on the shop's own newest orders, beside the model in service."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from audience.features import customer_features
from audience.segments import assign_segments
from bespoke.domain import Aim, Product, ProductId
from bespoke.encoding import encode
from bespoke.errors import ModelUnusable
from bespoke.settings import GateSettings, RecommenderSettings
from eval.exams import Exam, set_exam
from eval.gate import Decision, decide, refuse_to_judge
from eval.judging import Way, judge
from eval.judgment import IN_SERVICE, Judgment
from eval.model_report import ModelReport
from eval.splitting import TemporalSplit, temporal_split
from recommender.id_maps import IdMap, Rows
from recommender.training import FittedModel, fit_model

K = 10


def judge_model(
    events: pd.DataFrame,
    products: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    settings: RecommenderSettings,
    *,
    gate: GateSettings | None = None,
    in_service: RecommenderSettings | None = None,
    k: int = K,
    max_customers: int = 20_000,
) -> ModelReport:
    """Fit on all but the last `settings.test_days`, and compare on those.

    `in_service` are the parameters of the model that serves now. They are fitted again on the
    same past as the candidate: its own artifact may have seen the days it would be judged on.
    Never raises for lack of data: a shop too small to judge gets a report that says so.
    Of more than `max_customers` customers in the test a random sample is judged.
    """
    gate = gate or GateSettings()
    outline = _Outline(k, settings, gate)
    if events.empty:
        return outline.too_little("There are no events yet.")
    split = temporal_split(events, settings.test_days)
    outline = _Outline(k, settings, gate, split.cut, len(split.train), len(split.test))
    began = time.perf_counter()
    try:
        model = fit_model(split.train, products, countries, settings, split.cut)
    except ModelUnusable:
        days = settings.test_days
        return outline.too_little(f"Nothing was bought before the last {days} days.")
    seconds = {model.kind: round(time.perf_counter() - began, 3)}
    exam = shop_exam(split, model.products, products, max_customers=max_customers, seed=settings.seed)
    ways: dict[str, Way] = {} if model.personal is None else {model.kind: rank_with(model, exam, k)}
    if in_service is not None and model.personal is not None:
        began = time.perf_counter()
        # The same parameters on the same past give the same model: no need to fit it twice.
        serving = (
            model
            if in_service == settings
            else fit_model(split.train, products, countries, in_service, split.cut)
        )
        if serving.personal is not None:
            ways[IN_SERVICE] = rank_with(serving, exam, k)
            seconds[IN_SERVICE] = round(time.perf_counter() - began, 3)
    judgment = judge(exam, ways, k=k, fit_seconds=seconds, seed=settings.seed, draws=gate.draws)
    return outline.finish(model, judgment, is_serving=in_service is not None)


def shop_exam(
    split: TemporalSplit,
    ranked: IdMap,
    products: Mapping[ProductId, Product],
    *,
    max_customers: int = 20_000,
    seed: int = 7,
) -> Exam:
    """An exam on the later part of a split, with segments and numbers of orders as of the cut.

    `ranked` are the products that models may rank.
    """
    train = split.train if "order_id" in split.train else split.train.assign(order_id=None)
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


def rank_with(model: FittedModel, exam: Exam, k: int) -> Way:
    """The personal model's lists for each aim."""
    assert model.personal is not None
    rows = model.customers.rows_of(exam.customer_ids)
    scorer = model.personal.scorer(rows, np.arange(len(model.products), dtype=np.int32))

    def rank(aim: Aim) -> Rows:
        return exam.rank(scorer, aim, k)

    return rank


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is known of a report before anything is judged."""

    k: int
    settings: RecommenderSettings
    gate: GateSettings = field(default_factory=GateSettings)
    cut: datetime | None = None
    train_events: int = 0
    test_events: int = 0

    def too_little(self, why: str) -> ModelReport:
        return self._report("popularity", refuse_to_judge("popularity", why, self.gate), None)

    def finish(self, model: FittedModel, judgment: Judgment, *, is_serving: bool) -> ModelReport:
        if model.personal is None:
            why = f"{model.note[0].upper()}{model.note[1:]}."
            return self._report(model.kind, refuse_to_judge(model.kind, why, self.gate), judgment)
        decision = decide(judgment, model.kind, self.gate, in_service=IN_SERVICE if is_serving else None)
        return self._report(model.kind, decision, judgment)

    def _report(self, kind: str, decision: Decision, judgment: Judgment | None) -> ModelReport:
        return ModelReport(
            kind=kind,
            decision=decision,
            judgment=judgment,
            test_days=self.settings.test_days,
            cut=self.cut,
            train_events=self.train_events,
            test_events=self.test_events,
            parameters=json.loads(encode(self.settings)),
            k=self.k,
        )
