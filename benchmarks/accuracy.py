"""How right the recommender is on real orders, and what each part adds: against popularity and `implicit`.

    python -m benchmarks.accuracy --data online_retail.csv.gz [--cuts 2011-11-12 2011-10-15 …] [--quick]
    python -m benchmarks.accuracy --write docs/data-scientist.md

The UCI Online Retail file is cut at a moment; everything is fitted on what was before and
judged on the 28 days from then. Results are kept under var/accuracy as they come, one file
a cut; a run that was stopped goes on where it was. `--write` puts their tables into a page.
Tune nothing by the first cut.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import numpy as np
import pandas as pd
from implicit.cpu.als import AlternatingLeastSquares
from implicit.cpu.bpr import BayesianPersonalizedRanking
from implicit.nearest_neighbours import BM25Recommender, CosineRecommender, TFIDFRecommender
from implicit.utils import ParameterWarning
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from audience.loading import load_shop
from audience.online_retail import read_online_retail
from audience.quality import check_tables
from benchmarks.accuracy_page import rewrite_page
from bespoke.domain import Aim, Product, ProductId
from bespoke.errors import BespokeError
from bespoke.settings import RecommenderSettings
from eval.exams import Exam
from eval.judging import judge
from eval.judgment import Judgment
from eval.model_judging import shop_exam
from recommender import learning, shortlisting
from recommender.blend import Lesson, learn_weights
from recommender.bpr import BprParameters
from recommender.components import Component
from recommender.ease import EaseParameters
from recommender.facts import ProductFacts
from recommender.histories import Histories, newest_moment
from recommender.id_maps import UNKNOWN, Rows
from recommender.learning import Fitted, Study, fit_component, learn_ranker
from recommender.presets import shop_recipe
from recommender.ranker import Ranker, rank_products
from recommender.recipe import Recipe
from recommender.reranker import Reranker, Table
from recommender.shelf import Shelf
from recommender.shortlisting import Choice
from recommender.splitting import Split, temporal_split
from recommender.top_products import Scorer, Scores, score_alike
from recommender.windows import cut_windows, hold_exercise, products_of
from store.database import open_store

CUTS = ("2011-11-12", "2011-10-15", "2011-09-17")
RESULTS = Path("var/accuracy")
TEST_DAYS, K = 28, 10
AIMS = (Aim.MIXED, Aim.DISCOVER)
THREADS = 1  # so that processor seconds compare, on a busy machine too
EXTRA = {"ease": EaseParameters(), "bpr": BprParameters()}  # behind the interface, not in the default
BLEND, TREES, ALONE = "blend", "blend and trees", "trees without the blend's word"
CHOSEN = "one component alone, as learning chose"
_NEVER = 1e6
_STANDARDIZE = shortlisting.standardize


@dataclass(frozen=True, slots=True)
class Shop:
    events: pd.DataFrame
    products: Mapping[ProductId, Product]
    countries: pd.Series[Any]


@dataclass(frozen=True, slots=True)
class Stand:
    """What one cut is judged with: a fitted past, windows before it, and the exam on what followed."""

    exam: Exam
    histories: Histories  # of the exam's customers
    fitted: Fitted
    studies: Mapping[Aim, Sequence[Study]]
    recipe: Recipe
    study_seconds: float

    @property
    def names(self) -> list[str]:
        """The components of the default that found something to learn."""
        return [name for name in self.recipe.components if name in self.fitted.components]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, help="the UCI Online Retail file")
    parser.add_argument("--cuts", nargs="+", default=CUTS, metavar="DAY", help="the first is the test")
    parser.add_argument("--quick", action="store_true", help="the first cut, without the ablation")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the results' tables into a page")
    asked = parser.parse_args()
    if asked.data is not None and not asked.data.is_file():
        raise SystemExit(f"{asked.data}: no such file; accuracy is measured on the UCI Online Retail file")
    if asked.data is None and asked.write is None:
        print("skipped: name the UCI Online Retail file by --data, or make bench DATA=online_retail.csv.gz")
        return
    if asked.data is not None:
        shop = read_shop(asked.data)
        with threadpool_limits(THREADS):
            for cut in asked.cuts[:1] if asked.quick else asked.cuts:
                measure(shop, cut, asked.results, with_ablation=not asked.quick)
    if asked.write is not None:
        rewrite_page(asked.write, asked.results)


def read_shop(path: Path) -> Shop:
    """The file as Bespoke loads it: checked, what is no product set aside."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'accuracy.db'}")
        try:
            checked = check_tables(read_online_retail(path), currency="GBP", locale="en-GB")
            load_shop(store, checked, datetime(2011, 12, 10, tzinfo=UTC))
            countries = store.customers.frame().set_index("customer_id")["country"]
            return Shop(store.events.frame(), store.catalog.products(), countries)
        except BespokeError as error:
            raise SystemExit(str(error)) from None
        finally:
            store.close()


def measure(shop: Shop, day: str, results: Path, *, with_ablation: bool) -> None:
    """Judge everything at one cut, and keep what came out as it comes."""
    cut = datetime.fromisoformat(day).replace(tzinfo=UTC)
    page = _Page(results / f"{day}.json", {"cut": day, "test_days": TEST_DAYS, "k": K})
    stand = set_stand(shop, cut)
    page.keep(
        "data",
        {
            "train_events": int((shop.events["occurred_at"] < cut).sum()),
            "products": len(stand.exam.products),
            "customers": {aim.value: _count(stand.exam, aim) for aim in AIMS},
        },
    )
    if "ways" not in page.contents:
        lists, seconds = rank_every_way(stand)
        page.keep("ways", _rows(judge(stand.exam, lists, k=K, aims=AIMS, against=[BLEND]), seconds))
    if with_ablation:
        ablate(shop, cut, stand, page)


def set_stand(shop: Shop, cut: datetime) -> Stand:
    """Components fitted at the cut and at the moments before it from whose windows blends are learned."""
    recipe = shop_recipe(RecommenderSettings())
    events = shop.events[(shop.events["occurred_at"] < cut + timedelta(days=TEST_DAYS)).to_numpy()]
    split = temporal_split(events, TEST_DAYS, cut=cut)
    fitted = fit(shop, split.train, cut, {**recipe.components, **EXTRA}, recipe)
    exam = shop_exam(split, fitted.histories.products, shop.products)
    studies = _study(shop, split, recipe, {**recipe.components, **EXTRA})
    windows = {id(study.fitted): study.fitted for some in studies.values() for study in some}
    seconds = sum(one.seconds[name] for one in windows.values() for name in recipe.components)
    histories = fitted.histories.of(exam.customer_ids, shop.countries)
    return Stand(exam, histories, fitted, studies, recipe, seconds)


def fit(
    shop: Shop, events: pd.DataFrame, cut: datetime, components: Mapping[str, Any], recipe: Recipe
) -> Fitted:
    """Components with the processor seconds each took."""
    products = products_of(events[events["product_id"].isin(list(shop.products))])
    histories = Histories.from_events(events, products, newest_moment(events, cut), countries=shop.countries)
    shelf, found, seconds = Shelf.of(products, shop.products), {}, {}
    for name, parameters in components.items():
        began = time.process_time()
        component = fit_component(histories, shelf, parameters, recipe.seed, THREADS)
        seconds[name] = time.process_time() - began
        if component is not None:
            found[name] = component
        _say(f"  {name} of {cut:%d %B} in {seconds[name]:.1f} s")
    return Fitted(found, histories, ProductFacts.of(histories, shelf), seconds)


def _study(shop: Shop, split: Split, recipe: Recipe, components: Mapping[str, Any]) -> dict[Aim, list[Study]]:
    studies: dict[Aim, list[Study]] = {aim: [] for aim in AIMS}
    for window in cut_windows(split.train, recipe):
        fitted = fit(shop, window.train, window.cut, components, recipe)
        for aim in AIMS:
            exercise = hold_exercise(
                fitted.histories, window.test, aim, max_customers=recipe.max_customers, seed=recipe.seed
            )
            if exercise is not None:
                studies[aim].append(Study(fitted, exercise))
    return studies


Lists = dict[str, dict[Aim, Rows]]
Seconds = dict[str, dict[Aim, float]]


def rank_every_way(stand: Stand) -> tuple[Lists, Seconds]:
    """Peers, every component alone, the blend and the blend with trees; processor seconds in all."""
    lists, seconds = rank_peers(stand)
    for name, component in stand.fitted.components.items():
        ranker = Ranker({name: 1.0})
        lists[name], took = _rank_aims(stand, {name: component}, dict.fromkeys(AIMS, ranker))
        seconds[name] = {aim: stand.fitted.seconds[name] + one for aim, one in took.items()}
    before = stand.study_seconds + sum(stand.fitted.seconds[name] for name in stand.names)
    components = {name: stand.fitted.components[name] for name in stand.names}
    plain = replace(stand.recipe, reranker=None)
    ways: dict[str, Callable[[Aim], Ranker]] = {
        BLEND: lambda aim: _learn_blend(stand, aim, stand.names),
        CHOSEN: lambda aim: learn_ranker(stand.studies[aim], plain, stand.names, threads=THREADS),
        TREES: lambda aim: learn_ranker(stand.studies[aim], stand.recipe, stand.names, threads=THREADS),
    }
    for way, learn in ways.items():
        rankers, spent = {}, {}
        for aim in AIMS:
            began = time.process_time()
            rankers[aim] = learn(aim)
            spent[aim] = time.process_time() - began
        if way == CHOSEN:
            rankers = {aim: one for aim, one in rankers.items() if one.order is None}
        lists[way], took = _rank_aims(stand, components, rankers)
        seconds[way] = {aim: before + spent[aim] + took[aim] for aim in rankers}
        _say(f"  {way} learned in {sum(spent.values()):.1f} s")
    lists[ALONE], _ = _rank_aims(
        stand, components, {aim: _without_blend(one) for aim, one in rankers.items()}
    )
    if not lists[CHOSEN]:
        del lists[CHOSEN]
    return lists, seconds


def rank_peers(stand: Stand) -> tuple[Lists, Seconds]:
    """What sold in the last 30 days, and `implicit` with its defaults on how often who bought what."""
    every = stand.fitted.histories
    times = every.sum_by_pair(every.is_purchase.astype(np.float64))
    bought = csr_matrix((times.data.astype(np.float32), times.indices, times.indptr), shape=times.shape)
    bought.eliminate_zeros()
    rows = every.customers.rows_of(stand.exam.customer_ids)
    recent = every.is_purchase & (every.age_days < 30)
    sold = np.bincount(every.columns[recent], minlength=len(every.products)).astype(np.float32)

    lists: Lists = {
        "popular, last 30 days": {aim: stand.exam.rank(score_alike(sold), aim, K) for aim in AIMS}
    }
    seconds: Seconds = {}
    peers: dict[str, Callable[[], Any]] = {
        "implicit ALS, defaults": lambda: AlternatingLeastSquares(random_state=7, num_threads=THREADS),
        "implicit BPR, defaults": lambda: BayesianPersonalizedRanking(random_state=7, num_threads=THREADS),
        "implicit BM25, defaults": lambda: BM25Recommender(num_threads=THREADS),
        "implicit TF-IDF, defaults": lambda: TFIDFRecommender(num_threads=THREADS),
        "implicit cosine, defaults": lambda: CosineRecommender(num_threads=THREADS),
    }
    for name, make in peers.items():
        began = time.process_time()
        with warnings.catch_warnings(category=ParameterWarning, action="ignore"):
            peer = make()
            peer.fit(bought, show_progress=False)
            fitting = time.process_time() - began
            lists[name], seconds[name] = {}, {}
            for aim in AIMS:
                began = time.process_time()
                found, scores = peer.recommend(
                    rows, bought[rows], N=K, filter_already_liked_items=aim is Aim.DISCOVER
                )
                shown = np.where((scores > -1e30) & (found >= 0), found, UNKNOWN)
                lists[name][aim] = shown.astype(np.int32)
                seconds[name][aim] = fitting + time.process_time() - began
    return lists, seconds


def _rank_aims(
    stand: Stand, components: Mapping[str, Component], rankers: Mapping[Aim, Ranker]
) -> tuple[dict[Aim, Rows], dict[Aim, float]]:
    lists, seconds = {}, {}
    everything = np.ones(len(stand.exam.products), dtype=np.bool_)
    for aim, ranker in rankers.items():
        began = time.process_time()
        choice = Choice(everything, stand.exam.hidden(aim), stand.exam.allowed(aim))
        found = rank_products(
            components, ranker, stand.fitted.facts, stand.histories, choice, K, threads=THREADS
        )
        columns = found.shortlist.columns[:, :K]
        lists[aim] = np.pad(columns, ((0, 0), (0, K - columns.shape[1])), constant_values=UNKNOWN)
        seconds[aim] = time.process_time() - began
    return lists, seconds


@dataclass(frozen=True, slots=True)
class _TreesAlone:
    """Trees whose word is not averaged with the blend's."""

    trees: Reranker

    def score(self, table: Table, before: Scores, *, threads: int = 0) -> Scores:
        return self.trees.score(table, np.where(np.isnan(before), before, 0.0), threads=threads)


def _without_blend(ranker: Ranker) -> Ranker:
    if ranker.reranker is None:
        return ranker
    return replace(ranker, reranker=cast(Reranker, _TreesAlone(ranker.reranker)))


def ablate(shop: Shop, cut: datetime, stand: Stand, page: _Page) -> None:
    """The blend without one part at a time, each learned anew; differences to the whole, paired."""
    names = stand.names
    popular = {"popular_week", "popular_month", "new_buyers", "popular_by_trait"}
    rising = {"new_buyers", "popular_week"}

    def blend(without: set[str]) -> Callable[[Stand], dict[Aim, Rows]]:
        return lambda ready: _blend(ready, [one for one in names if one not in without])

    variants: dict[str, Callable[[Stand], dict[Aim, Rows]]] = {
        "with EASE": lambda ready: _blend(ready, [*names, "ease"]),
        "with BPR": lambda ready: _blend(ready, [*names, "bpr"]),
        **{f"without {name}": blend({name}) for name in names},
        "without new_buyers, popular_week (what is rising)": blend(rising),
        "without all popularity": blend(popular),
        "without the order within the shortlist": lambda ready: _blend(ready, names, ordered=False),
        "with the usual weights, nothing learned": lambda ready: _usual(ready, names),
    }
    done = page.contents.setdefault("without", {})
    with patch.object(shortlisting, "standardize", _leave):  # what is remembered has been through it
        ready = _remember(stand, _STANDARDIZE)
        whole = _blend(ready, names)

        def add(what: str, ranked: dict[Aim, Rows]) -> None:
            judged = judge(stand.exam, {BLEND: whole, what: ranked}, k=K, aims=AIMS, against=[BLEND])
            page.keep("without", done | _rows(judged, {}, only=what))
            done.update(page.contents["without"])

        for what, rank in variants.items():
            if what not in done:
                add(what, rank(ready))
        del ready
        if (what := "without the log") not in done:
            add(what, _blend(_remember(stand, _scale), names))
    if (what := "without recency (half-lives that never fade)") not in done:
        add(what, _blend(_without_recency(shop, cut, stand), names))


def _without_recency(shop: Shop, cut: datetime, stand: Stand) -> Stand:
    recipe = replace(stand.recipe, components=never_fading(stand.recipe.components))
    split = temporal_split(shop.events[(shop.events["occurred_at"] < cut).to_numpy()], TEST_DAYS, cut=cut)
    fitted = fit(shop, split.train, cut, recipe.components, recipe)
    studies = _study(shop, split, recipe, recipe.components)
    histories = fitted.histories.of(stand.exam.customer_ids, shop.countries)
    return replace(stand, fitted=fitted, studies=studies, histories=histories, recipe=recipe)


def _blend(stand: Stand, names: Sequence[str], *, ordered: bool = True) -> dict[Aim, Rows]:
    """Lists of a blend of some components, its weights learned for them."""
    rankers = {aim: _learn_blend(stand, aim, names) for aim in AIMS}
    if not ordered:
        rankers = {aim: replace(one, order=None) for aim, one in rankers.items()}
    return _rank_aims(stand, {name: stand.fitted.components[name] for name in names}, rankers)[0]


def _learn_blend(stand: Stand, aim: Aim, names: Sequence[str]) -> Ranker:
    """A blend even where learning would have one component serve alone."""
    with patch.object(learning, "_choose_ranker", _blend_always):
        recipe = replace(stand.recipe, reranker=None)
        return learn_ranker(stand.studies[aim], recipe, names, threads=THREADS)


def _blend_always(
    lesson: Lesson, names: Sequence[str], weights: Mapping[str, float], recipe: Recipe
) -> Ranker:
    return Ranker(weights, learn_weights(lesson, names, weights), None, recipe.shortlist)


def _usual(stand: Stand, names: Sequence[str]) -> dict[Aim, Rows]:
    ranker = Ranker(stand.recipe.prior)
    components = {name: stand.fitted.components[name] for name in names}
    return _rank_aims(stand, components, dict.fromkeys(AIMS, ranker))[0]


def never_fading(components: Mapping[str, Any]) -> dict[str, Any]:
    """The same parameters with every half-life in days so long that nothing fades."""
    return {
        name: replace(
            one, **{part.name: _NEVER for part in fields(one) if part.name.endswith("half_life_days")}
        )
        for name, one in components.items()
    }


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A component's scores of some histories: scoring again is most of what an ablation would do."""

    blocks: Mapping[int, Scores]

    def scorer(self, histories: Histories) -> Scorer:
        block = self.blocks[id(histories)]

        def score(start: int, stop: int, out: Scores) -> None:
            out[:] = block[start:stop]

        return score


def _remember(stand: Stand, normalize: Callable[[Scores], None]) -> Stand:
    """The same with every score that will be asked for at hand, normalized."""
    studies = {aim: [_remember_study(one, normalize) for one in some] for aim, some in stand.studies.items()}
    fitted = _remember_fitted(stand.fitted, stand.histories, normalize)
    return replace(stand, fitted=fitted, studies=studies)


def _remember_study(study: Study, normalize: Callable[[Scores], None]) -> Study:
    return replace(study, fitted=_remember_fitted(study.fitted, study.exercise.histories, normalize))


def _remember_fitted(fitted: Fitted, histories: Histories, normalize: Callable[[Scores], None]) -> Fitted:
    kept = {}
    for name, component in fitted.components.items():
        block = np.empty(histories.shape, dtype=np.float32)
        component.scorer(histories)(0, len(histories), block)
        normalize(block)
        kept[name] = cast(Component, _Remembered({id(histories): block}))
    return replace(fitted, components=kept)


def _leave(block: Scores) -> None:
    """Nothing."""


def _scale(block: Scores) -> None:
    """Rows to mean 0 and deviation 1, without the log."""
    block -= block.mean(axis=1, keepdims=True)
    spread = block.std(axis=1, keepdims=True)
    block *= np.divide(1.0, spread, out=np.zeros_like(spread), where=spread > 1e-12)


def _count(exam: Exam, aim: Aim) -> int:
    return int(np.count_nonzero(np.diff(exam.relevant(aim).indptr)))


def _rows(judged: Judgment, seconds: Seconds, only: str | None = None) -> dict[str, Any]:
    """What is kept of a judgment: by way and aim."""
    rows: dict[str, Any] = {}
    for score in judged.scores:
        if only is None or score.way == only:
            lead = score.leads.get(BLEND, {}).get("ndcg")
            rows.setdefault(score.way, {})[score.aim.value] = {
                **{name: asdict(score.metrics[name]) for name in ("recall", "ndcg", "hit_rate", "coverage")},
                "over_blend": None if lead is None else asdict(lead),
                "seconds": seconds.get(score.way, {}).get(score.aim),
            }
    return rows


class _Page:
    """Results of one cut, on disk after every step."""

    def __init__(self, path: Path, contents: dict[str, Any]) -> None:
        self.path = path
        self.contents = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else contents

    def keep(self, name: str, value: Any) -> None:
        self.contents[name] = value
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.contents, indent=1), encoding="utf-8")
        _say(f"{self.path}: {name}")


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
