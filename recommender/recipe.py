"""What a model is made of: which components with which parameters, and how they are put together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from recommender.als import AlsParameters, ImplicitAls
from recommender.bpr import Bpr, BprParameters
from recommender.category_taste import CategoryTaste, CategoryTasteParameters
from recommender.components import Component
from recommender.content import Content, ContentParameters
from recommender.ease import Ease, EaseParameters
from recommender.item_item import ItemItem, ItemItemParameters
from recommender.new_buyers import NewBuyers, NewBuyersParameters
from recommender.next_orders import NextOrders, NextOrdersParameters
from recommender.popular import RecentPopularity, RecentPopularityParameters
from recommender.popular_by_trait import TraitPopularity, TraitPopularityParameters
from recommender.repeats import Repeats, RepeatsParameters
from recommender.reranker import RerankerParameters
from recommender.sequences import Sequences, SequencesParameters
from recommender.splitting import Protocol

Parameters = Any  # one of the frozen dataclasses below
KINDS: Mapping[str, tuple[type[Component], type[Parameters]]] = {
    ImplicitAls.kind: (ImplicitAls, AlsParameters),
    ItemItem.kind: (ItemItem, ItemItemParameters),
    Ease.kind: (Ease, EaseParameters),
    Bpr.kind: (Bpr, BprParameters),
    NextOrders.kind: (NextOrders, NextOrdersParameters),
    Sequences.kind: (Sequences, SequencesParameters),
    Repeats.kind: (Repeats, RepeatsParameters),
    RecentPopularity.kind: (RecentPopularity, RecentPopularityParameters),
    NewBuyers.kind: (NewBuyers, NewBuyersParameters),
    TraitPopularity.kind: (TraitPopularity, TraitPopularityParameters),
    CategoryTaste.kind: (CategoryTaste, CategoryTasteParameters),
    Content.kind: (Content, ContentParameters),
}


class Clock(StrEnum):
    """What the age of an event is counted in."""

    DAYS = "days"
    STEPS = "steps"  # the customer's own later events


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a model beside the data; two fits of one recipe are the same."""

    components: Mapping[str, Parameters]  # by name; a kind may come twice under two names
    prior: Mapping[str, float] = field(default_factory=dict)  # weights until data say otherwise
    clock: Clock = Clock.DAYS
    protocol: Protocol = Protocol.TIME  # how windows for learning are cut from the end of the past
    windows: int = 3
    window_days: float = 28.0
    window_step_days: float = 14.0  # between the starts of two windows
    max_customers: int = 4000  # learned from, in each window
    shortlist: int = 120  # what the re-ranker sees of each customer
    reranker: RerankerParameters | None = field(default_factory=RerankerParameters)
    seed: int = 7

    def as_json(self) -> str:
        """The recipe as JSON, with each component's kind."""
        raw = asdict(self)
        kinds = {parameters: kind for kind, (_, parameters) in KINDS.items()}
        for name, parameters in self.components.items():
            raw["components"][name] = {"kind": kinds[type(parameters)], **asdict(parameters)}
        return json.dumps(raw)

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """The recipe that `text` came from."""
        raw = json.loads(text)
        raw["components"] = {name: _parameters(one) for name, one in raw["components"].items()}
        raw["clock"], raw["protocol"] = Clock(raw["clock"]), Protocol(raw["protocol"])
        raw["reranker"] = RerankerParameters(**raw["reranker"]) if raw["reranker"] else None
        return cls(**raw)


def _parameters(raw: Mapping[str, Any]) -> Parameters:
    fields = dict(raw)
    _, kind = KINDS[fields.pop("kind")]
    return kind(**fields)
