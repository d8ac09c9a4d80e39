"""The last look before sending: each message keeps the products that may still be shown, or stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bespoke.domain import (
    Copy,
    Draft,
    DraftId,
    MessageId,
    Offer,
    ProductId,
    RecommendedProduct,
    Severity,
    Slot,
)
from copywriter.fact_sheets import FIRST_PRODUCT
from flows.wiring import Workspace
from guardrails.numerals import find_numbers
from guardrails.plain_text import fold
from recommender.rules import ProductRules, Refusal
from store.showings import Showing

_NONE_LEFT = "none of its products may be shown any more: {}"
_COPY_NAMES = "its copy names {!r}, which is {}"
_SPEAKS_OF_SEVERAL = "its copy speaks of several products and one is left: {}"
_SPEAKS_OF_NUMBER = "its copy speaks of {} products and {} are left: {}"
_DOES_NOT_FIT = "its copy does not fit the products that are left: {}"


@dataclass
class LastLook:
    """Takes out of claimed messages what the rules no longer allow, and counts it."""

    ws: Workspace
    rules: ProductRules
    frames: Mapping[DraftId, Draft]
    dropped: Counter[Refusal] = field(default_factory=Counter)
    _fits: dict[tuple[DraftId, int, int], bool] = field(default_factory=dict)

    def take(self, claimed: Sequence[MessageId]) -> list[MessageId]:
        """Those of the claimed messages that can go out; the rest are withheld and say which rule did it.

        A message that loses products keeps the others in their order, as long as its copy
        still holds for them. What it shows is kept with it before it is sent.
        """
        showings = self.ws.store.showings.of(claimed)
        kept: dict[MessageId, tuple[RecommendedProduct, ...]] = {}
        withheld: dict[str, list[MessageId]] = {}
        for showing, refusals in zip(showings, self._refusals(showings), strict=True):
            lost = [one for one in refusals if one is not None]
            if not lost:
                continue
            left = _renumbered(showing.products, refusals)
            if why := self._why_not(showing, left, refusals):
                withheld.setdefault(why, []).append(showing.message_id)
            else:
                self.dropped.update(lost)
                kept[showing.message_id] = left
        self.ws.store.showings.keep(kept)
        for why, message_ids in withheld.items():
            self.ws.store.messages.withhold(message_ids, why)
        stopped = {one for message_ids in withheld.values() for one in message_ids}
        return [one for one in claimed if one not in stopped]

    def _refusals(self, showings: Sequence[Showing]) -> list[list[Refusal | None]]:
        pairs = [
            (showing.customer_id, shown.product_id) for showing in showings for shown in showing.products
        ]
        found = iter(self.rules.refusals([who for who, _ in pairs], [what for _, what in pairs]))
        return [self._with_caps(one, [next(found) for _ in one.products]) for one in showings]

    def _with_caps(self, showing: Showing, refusals: list[Refusal | None]) -> list[Refusal | None]:
        allowed = [place for place, refusal in enumerate(refusals) if refusal is None]
        over = self.rules.over_caps([showing.products[place].product_id for place in allowed])
        for place, is_over in zip(allowed, over, strict=True):
            refusals[place] = Refusal.TOO_MANY if is_over else None
        return refusals

    def _why_not(
        self,
        showing: Showing,
        left: tuple[RecommendedProduct, ...],
        refusals: Sequence[Refusal | None],
    ) -> str:
        """Why a message that lost products cannot go out; empty where it can."""
        reasons = ", ".join(sorted({refusal for refusal in refusals if refusal is not None}))
        frame = self.frames.get(showing.draft_id)
        if not left:
            return _NONE_LEFT.format(reasons)
        if frame is None:
            return ""  # nobody sends it now
        titles = self._titles(frame)
        for shown, refusal in zip(showing.products, refusals, strict=True):
            title = titles.get(shown.product_id)
            if refusal is not None and title and names(frame.copy, title):
                return _COPY_NAMES.format(title, refusal)
        planned, per_email = len(showing.products), frame.fact_sheet.products_per_email
        if len(left) == 1 and per_email != 1:
            return _SPEAKS_OF_SEVERAL.format(reasons)
        if states_number(frame, {planned, per_email or planned} - {len(left)}):
            return _SPEAKS_OF_NUMBER.format(planned, len(left), reasons)
        return "" if self._still_fits(frame, left) else _DOES_NOT_FIT.format(reasons)

    def _titles(self, frame: Draft) -> dict[ProductId, str]:
        written_from = {one.product_id: one.title for one in frame.fact_sheet.products}
        return {key: one.title for key, one in self.rules.products.items()} | written_from

    def _still_fits(self, frame: Draft, left: tuple[RecommendedProduct, ...]) -> bool:
        """Whether the guards pass the copy with another product first and fewer of them."""
        longest = len(self.rules.products[left[0].product_id].title)
        key = (frame.draft_id, longest, len(left))
        if key not in self._fits:
            sheet = frame.fact_sheet
            slots = tuple(
                Slot(one.name, max(one.longest_chars, longest)) if one.name == FIRST_PRODUCT else one
                for one in sheet.slots
            )
            findings = self.ws.check(frame.copy, replace(sheet, slots=slots, products_per_email=len(left)))
            self._fits[key] = all(finding.severity is not Severity.BLOCK for finding in findings)
        return self._fits[key]


def names(copy: Copy, title: str) -> bool:
    """Whether the copy names a product itself, not through a slot.

    A title of one word has to be written as in the catalog: "Mug" is a name, "mug" a word.
    """
    words = title.split()
    if not words:
        return False
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    flags = re.IGNORECASE if len(words) > 1 else 0
    return any(re.search(pattern, text, flags) for _, text in copy.texts())


def states_number(frame: Draft, numbers: set[int]) -> bool:
    """Whether the copy says one of these numbers, in digits or words, where it could mean products."""
    offered = _offered_numbers(frame.fact_sheet.offer)
    language = frame.fact_sheet.locale.split("-")[0].lower()
    return any(
        number.values[0] in numbers and number.values[0] > 1
        for _, text in frame.copy.texts()
        for number in find_numbers(fold(text), language)
        if number.in_words or number.values[0] not in offered
    )


def _offered_numbers(offer: Offer | None) -> set[Decimal]:
    """The figures that an offer brings into the copy."""
    if offer is None:
        return set()
    amounts = [money.amount for money in (offer.amount, offer.minimum_spend) if money is not None]
    percents = [] if offer.percent is None else [offer.percent]
    days = [] if offer.ends_on is None else [Decimal(offer.ends_on.day)]
    return {*amounts, *percents, *days}


def _renumbered(
    products: Sequence[RecommendedProduct], refusals: Sequence[Refusal | None]
) -> tuple[RecommendedProduct, ...]:
    left = [shown for shown, refusal in zip(products, refusals, strict=True) if refusal is None]
    return tuple(replace(shown, rank=rank) for rank, shown in enumerate(left, start=1))
